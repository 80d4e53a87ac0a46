"""Muster, as a dashboard: ``streamlit run dashboard.py``.

This file only connects the parts. Streamlit imports it once as ``dashboard`` to serve ``app``, and
runs it as a script at every act of a reader.
"""

import gc

import streamlit as st

from analytics.pages import assets, doorway, entry

if __name__ == "__main__":
    entry.run()
else:
    gc.freeze()  # what was loaded now stays: no collection need go through it while a page waits
    app = st.App(
        __file__, routes=assets.ROUTES, middleware=[*doorway.MIDDLEWARE, *assets.MIDDLEWARE]
    )
