#!/usr/bin/python3
"""Reads shares of a recovery kit from storage/keychain/SHARES.md alone, with nothing of Chevet's own code.

    read_shares.py join FILE...            prints the kit (hexadecimal) that the shares in the files give
    read_shares.py check SHARES SLIP39     checks the frozen set, every subset of it, and the points of SLIP-39's vectors
"""
import hmac
import sys
from hashlib import blake2b, sha256
from itertools import combinations

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def times(a, b, bits=8, modulus=0x11B):
    product = 0
    while b:
        if b & 1:
            product ^= a
        a <<= 1
        if a >> bits:
            a ^= modulus
        b >>= 1
    return product


def inverse(a):
    return next(b for b in range(1, 256) if times(a, b) == 1)


def value(points, at):
    """Lagrange's sum over GF(256) of {x: bytes}."""
    out = bytearray(len(next(iter(points.values()))))
    for x, y in points.items():
        weight = 1
        for other in points:
            if other != x:
                weight = times(weight, times(at ^ other, inverse(x ^ other)))
        for i, byte in enumerate(y):
            out[i] ^= times(weight, byte)
    return bytes(out)


def line_holds(number, values):
    """The polynomial (number, 16 signs, 2 checks) over GF(32) vanishes at 2 and at 4."""
    for root in (2, 4):
        result = 0
        for v in [number, *values]:
            result = times(result, root, 5, 0x25) ^ v
        if result:
            return False
    return True


def read(text):
    text = "".join(line for line in text.splitlines() if not line.startswith("#")).upper()
    text = text.removeprefix("CHEVET:PART:").replace(" ", "").replace("-", "").translate(str.maketrans("OIL", "011"))
    values = [ALPHABET.index(sign) for sign in text]
    assert len(values) == 126, len(values)
    signs = []
    for line in range(7):
        row = values[18 * line:18 * line + 18]
        assert line_holds(line + 1, row), f"line {line + 1}"
        signs += row[:16]
    number = 0
    for v in signs:
        number = number << 5 | v
    share = number.to_bytes(70, "big")
    assert blake2b(b"share/1" + share[:64], digest_size=32).digest()[:6] == share[64:], "checksum"
    return share


def join(shares):
    heads = {share[:3] + share[4:12] for share in shares}
    assert len(heads) == 1 and len({share[44:64] for share in shares}) == 1, "of different sets"
    assert len({share[3] for share in shares}) == len(shares), "one twice"
    assert len(shares) >= shares[0][1], "too few"
    kit = value({share[3]: share[12:44] for share in shares}, 255)
    commitment = blake2b(b"share/kit/1" + heads.pop(), key=kit, digest_size=32).digest()[:20]
    assert commitment == shares[0][44:64], "they do not agree"
    return kit


def refused(shares):
    try:
        join(shares)
    except AssertionError:
        return True
    return False


def check(shares_file, slip39_file):
    shares = [read(text) for text in open(shares_file, encoding="ascii").read().split("\n\n") if text.strip()]
    clinic = blake2b(b"clinic", digest_size=32).digest()
    assert [share[3] for share in shares] == [1, 2, 3, 4, 5] and all(share[8:12] == clinic[:4] for share in shares)
    for size in range(1, 6):
        for some in combinations(shares, size):
            assert (refused(list(some)) if size < 3 else join(list(some)) == bytes(range(32))), size
    forged = bytearray(shares[0])
    forged[12] ^= 1
    assert refused([bytes(forged), *shares[1:3]])
    cases = 0
    for line in open(slip39_file, encoding="utf-8"):
        if line.startswith("#") or not line.strip():
            continue
        *words, secret, digest = line.split()
        points = {int(x): bytes.fromhex(y) for x, y in (word.split(":") for word in words)}
        secret, digest = bytes.fromhex(secret), bytes.fromhex(digest)
        assert value(points, 255) == secret and value(points, 254) == digest, line
        assert hmac.new(digest[4:], secret, sha256).digest()[:4] == digest[:4], line
        cases += 1
    assert cases == 5
    print("the frozen set opens with any three, and SLIP-39's points hold")


if __name__ == "__main__":
    if sys.argv[1] == "join":
        print(join([read(open(name, encoding="utf-8").read()) for name in sys.argv[2:]]).hex())
    else:
        check(*sys.argv[2:])
