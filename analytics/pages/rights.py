"""How much of a text the page may show, and whether a reader may add texts.

Sample texts are ours and shown whole. Of other texts, whose licence nobody has looked up, a page
that others may open shows title, source, date, what was computed, the link, and one snippet of at
most 160 characters. The setting is ``MUSTER_TEXTS``:

* ``full``: whole texts for everybody who can open the page: its readers own the texts;
* ``snippet``: never more than the snippet, whoever asks; set it on a page that is shared;
* not set: whole texts for a reader on the same machine, else the snippet. Where readers sign in,
  whole texts are for those listed as ``owners`` (see ``access``), and nobody else.

``MUSTER_READ_ONLY=1`` takes no files from anybody. Without it a reader on the same machine may add
files, and nobody else.
"""

import os
from urllib.parse import urlsplit

import streamlit as st

from analytics.aggregates.coverage import Coverage
from analytics.pages import access

SNIPPET = 160
_HERE = {"localhost", "127.0.0.1", "::1"}
_PASSED_ON = ("x-forwarded-for", "x-forwarded-host", "forwarded", "via", "x-real-ip")


def whole_texts(coverage: Coverage) -> bool:
    """Tell whether this reader may see whole texts."""
    if coverage.snapshot.meta.sample:
        return True
    setting = os.environ.get("MUSTER_TEXTS", "").strip().lower()
    if setting:  # a word that is none of the two is no leave to show whole texts
        return setting == "full"
    owner = access.owner()
    return same_machine() if owner is None else owner


def read_only() -> bool:
    """Tell whether the page takes no files at all."""
    return os.environ.get("MUSTER_READ_ONLY", "").strip().lower() not in ("", "0", "false", "no")


def may_add() -> bool:
    """Tell whether this reader may add files to the store."""
    return not read_only() and same_machine()


def same_machine() -> bool:
    """Tell whether the reader sits here: address and page are this machine’s, nobody between.

    What a browser says of itself can be forged, so the connection has to come from here as well.
    """
    headers = st.context.headers
    if st.context.ip_address is not None:
        return False
    if any(name in headers for name in _PASSED_ON):
        return False
    asked = urlsplit(f"//{headers.get('host', '')}").hostname
    asking = urlsplit(headers.get("origin", "")).hostname
    return asked in _HERE and asking in _HERE
