# The dashboard, behind a reverse proxy: see "Host it" in the README.
FROM python:3.11-slim
RUN useradd --create-home muster
WORKDIR /app
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
COPY --chown=muster . .
USER muster
ENV MUSTER_STORE=/app/data/store
VOLUME /app/data/store
EXPOSE 8501
HEALTHCHECK CMD python -c "import urllib.request as u; u.urlopen('http://127.0.0.1:8501/_stcore/health', timeout=3)"
CMD ["streamlit", "run", "dashboard.py", "--server.address=0.0.0.0", "--server.headless=true"]
