"""How much of a text the page may show.

Sample texts are ours and shown whole. Of other texts, whose licence nobody has looked up, a page
that others may open shows title, source, date, what was computed, the link, and one snippet of at
most 160 characters. The setting is ``MUSTER_TEXTS``:

* ``full``: whole texts, for the owner of the texts;
* ``snippet``: never more than the snippet; set it on a page that is shared;
* not set: whole texts for a reader on the same machine, else the snippet.
"""

import os
from urllib.parse import urlsplit

import streamlit as st

from analytics.aggregates.coverage import Coverage

SNIPPET = 160
_HERE = {"localhost", "127.0.0.1", "::1"}
_PASSED_ON = ("x-forwarded-for", "x-forwarded-host", "forwarded", "via", "x-real-ip")


def whole_texts(coverage: Coverage) -> bool:
    """Tell whether this reader may see whole texts."""
    if coverage.snapshot.meta.sample:
        return True
    setting = os.environ.get("MUSTER_TEXTS", "")
    if setting in ("full", "snippet"):
        return setting == "full"
    return same_machine()


def same_machine() -> bool:
    """Tell whether the reader sits here: address and page are this machine’s, nobody between."""
    headers = st.context.headers
    if any(name in headers for name in _PASSED_ON):
        return False
    asked = urlsplit(f"//{headers.get('host', '')}").hostname
    asking = urlsplit(headers.get("origin", "")).hostname
    return asked in _HERE and asking in _HERE
