"""The floor: a Streamlit app with one chart and one filter."""

import pandas as pd
import plotly.express as px
import streamlit as st

chosen = st.segmented_control("Topic", ["naval", "air"], default="naval", required=True)
table = pd.DataFrame({"month": range(24), "articles": [len(chosen) * i % 17 for i in range(24)]})
st.plotly_chart(px.bar(table, x="month", y="articles", title=chosen))
