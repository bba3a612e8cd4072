"""Codes that change every thirty seconds, by RFC 6238 over RFC 4226, as every authenticator app reckons them."""

import base64
import hmac
import secrets
import struct
from time import time
from urllib.parse import quote, urlencode

SECONDS, DIGITS = 30, 6
AROUND = 1  # steps to either side: a telephone's clock may be half a minute wrong
SECRET_BYTES = 20


def new_secret():
    return base64.b32encode(secrets.token_bytes(SECRET_BYTES)).decode()


def step_now():
    return int(time()) // SECONDS


def code_at(secret, step, digits=DIGITS):
    digest = hmac.digest(base64.b32decode(secret), struct.pack(">Q", step), "sha1")
    offset = digest[-1] & 0x0F
    number = struct.unpack(">I", digest[offset : offset + 4])[0] & 0x7FFFFFFF
    return str(number % 10**digits).zfill(digits)


def step_of(secret, code):
    """At which step around now the telephone shows this code; None where it does not."""
    steps = range(step_now() - AROUND, step_now() + AROUND + 1)
    found = [step for step in steps if hmac.compare_digest(code_at(secret, step).encode(), code.encode())]
    return found[-1] if found else None


def address_for_apps(secret, *, account, paper):
    """What the square code says, by the convention of the apps."""
    said = urlencode({"secret": secret, "issuer": paper, "digits": DIGITS, "period": SECONDS}, quote_via=quote)
    return f"otpauth://totp/{quote(paper, safe='')}:{quote(account, safe='')}?{said}"
