"""A fake OpenID Connect provider on localhost: discovery, keys, code, token, sign-out.

It signs with a key made in the test, asks for nothing but which of its people one is, and holds a
client to the rules: a code is good once, for the address and the proof (PKCE) it was asked with.
"""

import base64
import hashlib
import json
import secrets
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, SECRET = "muster-test", "a-secret-of-the-test"


class Provider:
    """The state of a provider: who is at the browser, and what is wrong with what it says."""

    def __init__(self):
        self.key = RSAKey.generate_key(2048, {"kid": "test", "use": "sig", "alg": "RS256"})
        self.signs_with = self.key
        self.claims = {}  # of who signs in next; over the usual ones
        self.asked = {}  # code → what it was asked with
        self.signed_out = 0
        self.issuer = ""

    def is_at_the_browser(self, email, **claims):
        self.claims = {"email": email, "email_verified": True, **claims}

    def get(self, path, query):
        """Answer a GET: status, content or where to go."""
        if path == "/.well-known/openid-configuration":
            return 200, {
                "issuer": self.issuer,
                "authorization_endpoint": f"{self.issuer}/authorize",
                "token_endpoint": f"{self.issuer}/token",
                "jwks_uri": f"{self.issuer}/keys",
                "end_session_endpoint": f"{self.issuer}/sign-out",
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256"],
                "code_challenge_methods_supported": ["S256"],
            }
        if path == "/keys":
            return 200, {"keys": [self.key.as_dict(private=False)]}
        if path == "/authorize":
            assert query["client_id"] == CLIENT and query["response_type"] == "code"
            assert query["code_challenge_method"] == "S256"
            code = secrets.token_urlsafe(16)
            self.asked[code] = query
            told = urlencode({"code": code, "state": query["state"]})
            return 302, f"{query['redirect_uri']}?{told}"
        if path == "/sign-out":
            self.signed_out += 1
            return 302, query["post_logout_redirect_uri"]
        return 404, {}

    def token(self, form, authorization):
        """Answer the exchange of a code."""
        known = "Basic " + base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        asked = self.asked.pop(form.get("code", ""), None)
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        proof = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if asked is None or authorization != known or asked["code_challenge"] != proof:
            return 400, {"error": "invalid_grant"}
        if form["redirect_uri"] != asked["redirect_uri"]:
            return 400, {"error": "invalid_grant"}
        now = int(time.time())
        usual = {
            "iss": self.issuer, "aud": CLIENT, "sub": "1", "iat": now, "exp": now + 300,
            "nonce": asked["nonce"], "name": "A Reader",
        }  # fmt: skip
        header = {"alg": "RS256", "kid": "test"}
        signed = jwt.encode(header, {**usual, **self.claims}, self.signs_with)
        return 200, {"access_token": "none", "token_type": "Bearer", "id_token": signed}


@contextmanager
def provider():
    """Run a provider for as long as the block does."""
    held = Provider()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            parts = urlsplit(self.path)
            query = {name: values[0] for name, values in parse_qs(parts.query).items()}
            self._answer(*held.get(parts.path, query))

        def do_POST(self):
            body = self.rfile.read(int(self.headers["content-length"])).decode()
            form = {name: values[0] for name, values in parse_qs(body).items()}
            self._answer(*held.token(form, self.headers.get("authorization", "")))

        def _answer(self, status, content):
            self.send_response(status)
            if status == 302:
                self.send_header("location", content)
                content = {}
            body = json.dumps(content).encode()
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        held.issuer = f"http://localhost:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield held
        server.shutdown()
        thread.join()
