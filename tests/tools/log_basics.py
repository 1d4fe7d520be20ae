"""The conventions of storage/log/ENTRY.md §1, from that page alone: hashes, seals, signatures, CBOR."""
import hashlib
import struct

import cbor2
from nacl import bindings
from nacl.exceptions import BadSignatureError, CryptoError

ZERO = bytes(32)
# What Python raises where bytes are not of the form the page says: a refusal like any other.
MISSHAPEN = (KeyError, IndexError, TypeError, ValueError, AttributeError, struct.error, RecursionError)


class Bad(Exception):
    """Something in the log is not as ENTRY.md says."""


def need(condition, what):
    if not condition:
        raise Bad(what)


# --- §1 ---------------------------------------------------------------------------------------------
def H(*parts):
    return hashlib.blake2b(b"".join(parts), digest_size=32).digest()


def mac(key, label, message=b""):
    return hashlib.blake2b(label + message, digest_size=32, key=key).digest()


def unseal(key, nonce, sealed, associated):
    try:
        return bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(sealed, associated, nonce, key)
    except CryptoError:
        raise Bad("decrypt") from None


def check_signature(public, domain, message, signature):
    need(len(public) == 32 and len(signature) == 64, "signature size")
    try:
        bindings.crypto_sign_open(signature + domain + b"\0" + message, public)
    except BadSignatureError:
        raise Bad("signature") from None


def check_any(keys, domain, message, signature):
    for public in keys:
        try:
            return check_signature(public, domain, message, signature)
        except Bad:
            continue
    raise Bad("signature")


def well_formed(value, depth=0):
    if depth >= 16:
        return False
    if isinstance(value, list):
        return all(well_formed(v, depth + 1) for v in value)
    if isinstance(value, dict):
        return all(type(k) is int and k >= 0 and well_formed(v, depth + 1) for k, v in value.items())
    return value is None or isinstance(value, (bool, bytes, str)) or (type(value) is int and value >= 0)


def cbor(data):
    try:
        value = cbor2.loads(data)
        same = cbor2.dumps(value, canonical=True) == data
    except Exception:
        raise Bad("cbor") from None
    need(same and well_formed(value), "cbor form")
    return value


def listed(value, size):
    need(isinstance(value, list) and len(value) == size, "array")
    return value


def octets(value, size):
    need(isinstance(value, bytes) and len(value) == size, "byte string")
    return value


def known_keys(value, highest):
    need(isinstance(value, dict) and all(k <= highest or k >= 128 for k in value), "newer version")
    return value


def u32(number):
    return struct.pack("<I", number)


def u64(number):
    return struct.pack("<Q", number)
