#!/usr/bin/python3
"""Reads a vault's slot file from storage/keychain/SLOTS.md alone, with nothing of Chevet's own code.

    read_slots.py check FILE VECTORS.json     opens every slot of a fixture and compares with the vectors
    read_slots.py code KITHEX                 prints the recovery code of a kit
"""
import json
import struct
import sys
import unicodedata
from hashlib import blake2b

from nacl import bindings, pwhash

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def keyed(key, label, context=b""):
    return blake2b(label + context, key=key, digest_size=32).digest()


def gf_times(a, b):
    product = 0
    for bit in range(5):
        if b >> bit & 1:
            product ^= a << bit
    for bit in range(8, 4, -1):
        if product >> bit & 1:
            product ^= 0x25 << (bit - 5)
    return product


def check_signs(line, values):
    """Remainder of the line's polynomial times x² by (x - 2)(x - 4), the slow way: both roots must vanish."""
    for first in range(32):
        for second in range(32):
            word = [line + 1] + values + [first, second]
            if all(evaluate(word, root) == 0 for root in (2, 4)):
                return [first, second]


def evaluate(word, root):
    result = 0
    for value in word:
        result = gf_times(result, root) ^ value
    return result


def recovery_code(kit):
    payload = bytes([1]) + kit + keyed(kit, b"kit/code/1", b"\x01")[:7]
    number = int.from_bytes(payload, "big")
    values = [number >> (5 * (63 - i)) & 31 for i in range(64)]
    lines = []
    for line in range(4):
        row = values[16 * line:16 * line + 16]
        text = "".join(ALPHABET[v] for v in row)
        checks = "".join(ALPHABET[v] for v in check_signs(line, row))
        lines.append(" ".join([text[0:4], text[4:8], text[8:12], text[12:16], checks]))
    return "\n".join(lines)


class Reader:
    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, count):
        assert self.at + count <= len(self.data), "short"
        self.at += count
        return self.data[self.at - count:self.at]

    def number(self, layout):
        return struct.unpack("<" + layout, self.take(struct.calcsize("<" + layout)))[0]

    def text(self):
        return self.take(self.number("H")).decode("utf-8")


def read(data):
    assert data[:8] == b"CHEVSLOT" and blake2b(data[:-32], digest_size=32).digest() == data[-32:]
    r = Reader(data[8:-64])
    assert r.number("H") == 1 and r.number("H") == 0 and r.number("I") == len(data)
    f = {"generation": r.number("Q"), "vault": r.take(16), "root": r.take(32), "recovery": r.take(32), "nonce": r.take(32)}
    f["kitNumber"], f["kitCreated"], f["kitVerified"], f["lastLocked"], f["patients"] = (r.number(c) for c in "Iqqqq")
    has_last, last = r.number("B"), r.take(16)
    f["lastUser"] = last if has_last else None
    f["clinic"], f["workstation"] = r.text(), r.text()
    f["users"] = []
    for _ in range(r.number("H")):
        user = {"id": r.take(16), "role": r.number("B"), "flags": r.number("B"), "key": r.take(32), "name": r.text()}
        user["former"] = [r.take(32) for _ in range(r.number("B"))]
        f["users"].append(user)
    f["slots"] = []
    for _ in range(r.number("H")):
        slot = {"type": r.number("B"), "user": r.take(16)}
        if slot["type"] == 1:
            slot["salt"], slot["passes"], slot["memory"] = r.take(16), r.number("I"), r.number("I")
        if slot["type"] == 2:
            slot["issued"] = r.number("q")
        if slot["type"] in (1, 2):
            slot["nonce"] = r.take(24)
        slot["sealed"] = r.take(80 if slot["type"] in (1, 2) else 113)
        f["slots"].append(slot)
    size = r.number("I")
    f["deviceNonce"], f["device"] = r.take(24), r.take(size)
    assert r.at == len(r.data), "bytes left"
    f["mac"], f["covered"] = data[-64:-32], data[:-64]
    return f


def open_aead(key, nonce, sealed, associated):
    return bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(sealed, associated, nonce, key)


def open_passphrase(f, slot, passphrase):
    words = unicodedata.normalize("NFC", passphrase).encode()
    key = pwhash.argon2id.kdf(32, words, slot["salt"], opslimit=slot["passes"], memlimit=slot["memory"] * 1024)
    associated = b"chevet/slot/1" + f["vault"] + b"\x01" + slot["user"] + slot["salt"] + struct.pack("<II", slot["passes"], slot["memory"])
    return open_aead(key, slot["nonce"], slot["sealed"], associated)


def open_keychain(f, slot, kek):
    associated = b"chevet/slot/1" + f["vault"] + b"\x02" + slot["user"] + struct.pack("<q", slot["issued"])
    return open_aead(kek, slot["nonce"], slot["sealed"], associated)


def open_boxed(f, slot, box):
    plain = bindings.crypto_box_seal_open(slot["sealed"], *box)
    assert plain[:33] == f["vault"] + bytes([slot["type"]]) + slot["user"]
    return plain[33:]


def check(path, vectors):
    f = read(open(path, "rb").read())
    kit = bytes.fromhex(vectors["kit"])
    root, _ = bindings.crypto_sign_seed_keypair(keyed(kit, b"kit/root-signing/1"))
    box = bindings.crypto_box_seed_keypair(keyed(kit, b"kit/root-box/1"))
    assert (root, box[0]) == (f["root"], f["recovery"])
    clinic = blake2b(b"clinic/1" + f["root"] + f["recovery"] + f["nonce"], digest_size=32).hexdigest()
    assert clinic == vectors["clinicId"], clinic
    vault = bytes.fromhex(vectors["vaultKey"])
    opened = 0
    for slot in f["slots"]:
        user = next((u for u in f["users"] if u["id"] == slot["user"]), None)
        if slot["type"] == 3:
            assert user is None and open_boxed(f, slot, box) == vault
        elif slot["type"] == 4:
            assert bindings.crypto_sign_seed_keypair(open_boxed(f, slot, box))[0] == user["key"]
        else:
            secret = vectors["passphrases" if slot["type"] == 1 else "keks"][user["name"]]
            plain = open_passphrase(f, slot, secret) if slot["type"] == 1 else open_keychain(f, slot, bytes.fromhex(secret))
            assert plain[:32] == vault and bindings.crypto_sign_seed_keypair(plain[32:])[0] == user["key"]
        opened += 1
    assert keyed(keyed(vault, b"slots/mac/1"), b"slots/1", f["covered"]) == f["mac"], "MAC"
    device = open_aead(keyed(vault, b"slots/device/1"), f["deviceNonce"], f["device"], b"chevet/slots-device/1" + f["vault"])
    assert device[0] == 1 and device[1:17].hex() == vectors["device"]
    r = Reader(device[113:])
    keys = [[(r.number("I"), r.take(32).hex()) for _ in range(r.number("I"))] for _ in range(2)]
    assert r.at == len(r.data) and keys == [[tuple(k) for k in kind] for kind in (vectors["epochs"], vectors["keyboxes"])]
    assert recovery_code(kit) == vectors["recoveryCode"], recovery_code(kit)
    print(f"{opened} slots opened, MAC right, device section right")


if __name__ == "__main__":
    if sys.argv[1] == "code":
        print(recovery_code(bytes.fromhex(sys.argv[2])))
    else:
        check(sys.argv[2], json.load(open(sys.argv[3], encoding="utf-8")))
