"""Who may come in, where the page asks its readers to sign in; without such settings, anybody.

Sign-in is Streamlit's own (OpenID Connect, the section ``[auth]`` of secrets.toml, the extra
``auth``). Who is let in stands beside it:

    [muster]
    allow = ["ann@desk.example", "@press.example"]   # addresses, or all of a domain
    owners = ["ann@desk.example"]                    # of those, who reads whole texts
    hours = 24                                       # after which to sign in again
    trust_unverified_email = false                   # for providers that verify and do not say so

Whatever is wrong or missing closes the door: nobody comes in until it is right. Once a server asked
its readers to sign in it does so until it ends, whatever becomes of the file; with
``MUSTER_LOGIN=required`` it does from the beginning.
"""

import logging
import os
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from threading import Event
from typing import Any, Literal

import streamlit as st

from analytics.errors import SetupError
from analytics.pages.safe import safe_md

NEEDED = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
CALLBACK = "/oauth2callback"
SHORTEST_SECRET = 32  # characters; whoever guesses it signs in as anybody
_ENTRY = re.compile(r"[^@\s,;*]{0,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}")
_ASKED = Event()  # a file that is being written may be empty for a moment: no open door for that
_SETTINGS = {"allow", "owners", "hours", "trust_unverified_email"}

Refusal = Literal["signed out", "too long ago", "not verified", "not listed"]


@dataclass(frozen=True, slots=True)
class Rules:
    """Who is let in."""

    allow: frozenset[str]  # addresses, and domains that begin with @; lower case
    owners: frozenset[str]
    hours: float
    trust_unverified: bool


def admitted() -> bool:
    """Tell whether this reader may come in; to one who may not, say why and what to do."""
    try:
        rules = required()
    except SetupError as error:
        _log(str(error))
        _broken()
        return False
    if rules is None:
        return True
    refused = refusal(dict(st.user), rules, time.time())
    if refused is not None:
        _refuse(refused)
    return refused is None


def owner() -> bool | None:
    """Tell whether the reader is listed as an owner of the texts; null where nobody signs in.

    Raises:
        SetupError: the settings are wrong.
    """
    rules = required()
    if rules is None:
        return None
    claims = dict(st.user)
    return refusal(claims, rules, time.time()) is None and _listed(_address(claims), rules.owners)


def account() -> None:
    """Show a reader who signed in as whom, and the way out; nothing where nobody signs in."""
    if st.user.get("is_logged_in"):
        with st.popover("Account", icon=":material/person:", key="account"):
            st.markdown(f"Signed in as **{safe_md(st.user.get('email'))}**")
            st.button("Sign out", key="sign-out", on_click=st.logout)


def required() -> Rules | None:
    """Return who is let in; null where nobody has to sign in.

    Raises:
        SetupError: sign-in is asked for, and its settings are missing or wrong.
    """
    demanded = os.environ.get("MUSTER_LOGIN", "").strip()
    if demanded not in ("", "required"):
        raise SetupError(f"MUSTER_LOGIN={demanded}: the only value is “required”")
    wanted = bool(demanded) or _ASKED.is_set()
    if not st.secrets.load_if_toml_exists():
        there = [name for name in st.get_option("secrets.files") if Path(name).exists()]
        if there:
            raise SetupError(f"{there[0]}: cannot be read as TOML")
        if wanted:
            raise SetupError("sign-in is required, and there is no secrets.toml")
        return None
    held = st.secrets.to_dict()
    if not (wanted or "auth" in held or "muster" in held):
        return None
    _ASKED.set()
    _check_auth(held.get("auth"))
    return rules_of(held.get("muster"))


def rules_of(given: object) -> Rules:
    """Read the section ``[muster]``.

    Raises:
        SetupError: it is missing, lists nobody, or holds something that is not a setting.
    """
    if not isinstance(given, dict) or not given.get("allow"):
        raise SetupError("secrets.toml: [muster] allow = […] is missing: nobody is let in")
    if unknown := sorted(set(given) - _SETTINGS):
        raise SetupError(f"secrets.toml: [muster] has no setting “{unknown[0]}”")
    hours, trust = given.get("hours", 24), given.get("trust_unverified_email", False)
    if not isinstance(hours, int | float) or isinstance(hours, bool) or not hours > 0:
        raise SetupError("secrets.toml: [muster] hours is not a number above 0")
    if not isinstance(trust, bool):
        raise SetupError("secrets.toml: [muster] trust_unverified_email is neither true nor false")
    allow, owners = (_entries(name, given.get(name, [])) for name in ("allow", "owners"))
    return Rules(allow, owners, float(hours), trust)


def refusal(claims: Mapping[str, Any], rules: Rules, now: float) -> Refusal | None:
    """Say why a reader is not let in; null where nothing stands against it.

    Args:
        claims: what the provider says of the reader, signed by it.
        rules: who is let in.
        now: seconds since 1970.
    """
    if claims.get("is_logged_in") is not True:
        return "signed out"
    issued = claims.get("iat")
    if not isinstance(issued, int | float) or now - issued > rules.hours * 3600:
        return "too long ago"
    if not rules.trust_unverified and claims.get("email_verified") not in (True, "true"):
        return "not verified"
    return None if _listed(_address(claims), rules.allow) else "not listed"


def _check_auth(given: object) -> None:
    if not isinstance(given, dict):
        raise SetupError("secrets.toml: the section [auth] is missing")
    for name in NEEDED:
        if not isinstance(given.get(name), str) or not given[name].strip():
            raise SetupError(f"secrets.toml: [auth] {name} is missing")
    if not given["redirect_uri"].endswith(CALLBACK):
        raise SetupError(f"secrets.toml: [auth] redirect_uri does not end in {CALLBACK}")
    if len(given["cookie_secret"]) < SHORTEST_SECRET:
        raise SetupError(
            f"secrets.toml: [auth] cookie_secret is shorter than {SHORTEST_SECRET} characters; "
            'make one: python -c "import secrets; print(secrets.token_hex(32))"'
        )
    for module in ("authlib", "httpx"):
        if find_spec(module) is None:
            raise SetupError(f"{module} is not installed: uv sync --extra auth")


def _entries(name: str, given: object) -> frozenset[str]:
    if not isinstance(given, list):
        raise SetupError(f"secrets.toml: [muster] {name} is not a list")
    entries = set()
    for each in given:
        entry = each.strip().casefold() if isinstance(each, str) else ""
        if not _ENTRY.fullmatch(entry):
            raise SetupError(
                f"secrets.toml: [muster] {name}: {each!r} is neither an address nor an @domain"
            )
        entries.add(entry)
    return frozenset(entries)


def _address(claims: Mapping[str, Any]) -> str:
    return str(claims.get("email") or "").strip().casefold()


def _listed(address: str, entries: frozenset[str]) -> bool:
    name, at, domain = address.rpartition("@")
    return bool(name and at and domain) and (address in entries or f"@{domain}" in entries)


def _refuse(why: Refusal) -> None:
    with st.container(border=True, key="door"):
        st.title("Muster")
        if why == "signed out":
            st.markdown("This page is for invited readers. The link you came by is kept.")
            st.button("Sign in", key="sign-in", on_click=st.login)
            return
        if why == "too long ago":
            st.markdown("It is a while since you signed in. Please do so again; your link is kept.")
            st.button("Sign in again", key="sign-in", on_click=st.login)
            return
        address = safe_md(st.user.get("email") or "no address")
        st.markdown("##### You are signed in, and not on the list of readers")
        if why == "not verified":
            st.markdown(f"Your provider does not vouch for the address **{address}**.")
        else:
            st.markdown(f"The list does not hold **{address}**.")
        st.markdown("Ask whoever sent you the link to add you, or sign in with another account.")
        st.button("Sign out", key="sign-out", on_click=st.logout)


def _broken() -> None:
    with st.container(border=True, key="door"):
        st.title("Muster")
        st.markdown("##### Nobody can come in at the moment")
        st.markdown(
            "This page asks its readers to sign in, and its sign-in is not set up right. If you "
            "run it: the server's log names what is missing. If you do not: please tell them."
        )


@cache
def _log(message: str) -> None:
    """Name a fault in the log, each once."""
    logging.getLogger(__name__).error("Nobody is let in: %s", message)
