# The dashboard, for a reverse proxy to stand before: see "Host it" in the README.
FROM python:3.12-slim
RUN useradd --create-home muster
WORKDIR /app
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
COPY --chown=muster . .
# Articles live in a volume; it takes over the owner of this folder.
RUN mkdir -p data/store data/sample/store && chown -R muster data
USER muster
ENV MUSTER_STORE=/app/data/store \
    MUSTER_READ_ONLY=1 \
    STREAMLIT_SERVER_ADDRESS=0.0.0.0 \
    STREAMLIT_SERVER_HEADLESS=true \
    STREAMLIT_SERVER_ENABLE_WEBSOCKET_COMPRESSION=true
VOLUME /app/data/store
EXPOSE 8501
HEALTHCHECK --start-period=20s --interval=30s --timeout=5s \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8501/_stcore/health', timeout=3)"]
CMD ["streamlit", "run", "dashboard.py"]
