"""
The seal of private details: Fernet (AES-128-CBC with HMAC-SHA256) under the newest of PRIVATE_DATA_KEYS; what an older
key sealed is opened with it, until `manage.py reencrypt` has sealed it anew.
"""

import hashlib
import hmac

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.utils.translation import gettext_lazy as _

UNREADABLE = _("(unreadable: its key is missing)")
# Models and their sealed columns. Apps above enter theirs in AppConfig.ready().
SEALED: list[tuple[str, tuple[str, ...]]] = [
    ("bylines.PrivateDetails", ("phone", "email", "id_number", "bank", "account"))
]


def has_keys():
    return bool(settings.PRIVATE_DATA_KEYS)


def cipher():
    return MultiFernet([Fernet(key) for key in settings.PRIVATE_DATA_KEYS])


def seal(words):
    """Nothing stays nothing."""
    return cipher().encrypt(words.encode()).decode() if words else ""


def unsealed(token):
    """In words where no key fits: a list of many people does not fail of one row."""
    if not token:
        return ""
    try:
        return cipher().decrypt(token).decode() if has_keys() else str(UNREADABLE)
    except InvalidToken:
        return str(UNREADABLE)


def unsealed_or_nothing(token):
    """For what is written to, or looked for: words about a missing key are no address."""
    words = unsealed(token)
    return "" if words == str(UNREADABLE) else words


def is_newest(token):
    """Sealed with the first key; so is nothing."""
    try:
        return not token or bool(Fernet(settings.PRIVATE_DATA_KEYS[0]).decrypt(token))
    except InvalidToken:
        return False


def phone_digests(phone):
    """By which a phone is found, one for each key, the newest first: whoever has the table alone cannot try numbers."""
    return [hmac.new(derived(key), phone.encode(), hashlib.sha256).hexdigest() for key in settings.PRIVATE_DATA_KEYS]


def phone_digest_of(phone):
    """As it is kept."""
    return phone_digests(phone)[0] if phone else ""


def derived(key):
    """Another key than the cipher's own."""
    return hashlib.sha256(b"phone digest" + key.encode()).digest()
