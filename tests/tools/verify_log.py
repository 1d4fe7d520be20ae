#!/usr/bin/python3
"""Checks a Chevet log, written from storage/log/ENTRY.md alone.

    verify_log.py LOG [--keys FILE] [--dictionary FILE] [--blobs FOLDER]

LOG is a folder with `membership` and the streams' folders. Without keys: membership chain, chain of
entries, hashes, signatures. With the key file of ENTRY.md §10: opens every entry, checks groups,
countersignatures, frames, labels and op digests. Prints one JSON object; exit 0 if all is well, 4 if not.

Needs Debian's python3-nacl and python3-cbor2, and libzstd for compressed bodies.
"""
import argparse
import ctypes
import hashlib
import json
import pathlib
import re
import struct
import sys

import cbor2
from nacl import bindings
from nacl.exceptions import BadSignatureError, CryptoError

MAX_ENTRY = 1048576
MAX_FRAME = 786432
ZERO = bytes(32)


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


# --- §7 ---------------------------------------------------------------------------------------------
class Membership:
    def __init__(self, data):
        need(data[:4] == b"QSM1", "membership magic")
        self.clinic, self.heads, self.devices, self.people, self.commitments, self.labels = None, [], [], {}, {}, []
        at = 4
        while at < len(data):
            length = struct.unpack_from("<I", data, at)[0]
            statement = data[at + 4:at + 4 + length]
            need(len(statement) == length, "membership cut")
            self.apply(statement)
            at += 4 + length
        need(self.heads, "no genesis")

    def apply(self, statement):
        body, signatures = listed(cbor(statement), 2)
        signers = set()
        for public, signature in (listed(s, 2) for s in signatures):
            check_signature(public, b"qs/membership/1", H(body), signature)
            signers.add(public)
        fields = cbor(body)
        need(set(fields) == {0, 1, 2, 3, 4, 5} and fields[0] == 1, "statement")
        need(fields[3] == len(self.heads) + 1 and fields[4] == (self.heads[-1] if self.heads else ZERO), "statement order")
        need(self.clinic is None or fields[2] == self.clinic, "statement of another clinic")
        need(fields[1] in (1, 2, 3, 4), "newer version")
        {1: self.genesis, 2: self.add, 3: self.disable, 4: self.enable}[fields[1]](fields[2], cbor(fields[5]), signers)
        self.heads.append(H(statement))

    def genesis(self, clinic, fields, signers):
        need(not self.heads, "second genesis")
        root, root_box, nonce, label, devices, people, epochs, keyboxes = listed(fields, 8)
        need(clinic == H(b"clinic/1", octets(root, 32), octets(root_box, 32), octets(nonce, 32)), "clinic id")
        self.clinic = clinic
        self.labels.append((0, bytes(16), label))
        uuid, sign, _, box, device_label = listed(listed(devices, 1)[0], 5)
        self.devices.append({"id": uuid, "sign": octets(sign, 32), "box": box})
        self.labels.append((1, uuid, device_label))
        need(root in signers and sign in signers and people, "genesis signers")
        for person in people:
            self.enrol(person, signers)
        need(people[0][2] is True, "first administrator")
        for name, keys in (("epoch", epochs), ("keybox", keyboxes)):
            number, commitment, sealed = listed(listed(keys, 1)[0], 3)
            need({r for r, _ in sealed} >= {box, root_box}, "recipients")
            self.commitments[name, number] = octets(commitment, 32)

    def enrol(self, person, signers, again=False):
        uuid, role, administrator, key, label = listed(person, 5)
        need(key in signers and 1 <= role <= 5, "professional")
        before = self.people.get(uuid)
        need(before["disabled"] if again and before else not (again or before), "professional twice")
        keys = [key] + (before["keys"] if before else [])
        self.people[uuid] = {"administrator": administrator, "key": key, "keys": keys, "disabled": False}
        self.labels.append((2, uuid, label))

    def check_administrator(self, uuid, signers):
        who = self.people.get(uuid)
        need(who and who["administrator"] and not who["disabled"] and who["key"] in signers, "administrator")
        need(any(d["sign"] in signers for d in self.devices), "device")

    def add(self, _, fields, signers, again=False):
        administrator, person = listed(fields, 2)
        self.check_administrator(administrator, signers)
        self.enrol(person, signers, again)

    def enable(self, _, fields, signers):
        self.add(_, fields, signers, again=True)

    def disable(self, _, fields, signers):
        administrator, who = listed(fields, 2)
        self.check_administrator(administrator, signers)
        need(who in self.people, "nobody to disable")
        self.people[who]["disabled"] = True
        need(any(p["administrator"] and not p["disabled"] for p in self.people.values()), "last administrator")

    def device_of(self, stream):
        for device in self.devices:
            if any(H(b"qs/stream/1", device["sign"], u32(n))[:16] == stream for n in range(64)):
                return device
        raise Bad("stream of no device")

    def check_keys(self, keys):
        for name, label in (("epoch", b"epoch-commit/1"), ("keybox", b"keybox-commit/1")):
            for number, key in keys[name].items():
                need(mac(key, label, self.clinic + u32(number)) == self.commitments.get((name, number)), name + " commitment")

    def read_labels(self, keys):
        names = []
        for of, uuid, (epoch, sealed) in self.labels:
            plain = unseal(mac(keys["epoch"][epoch], b"label/1"), sealed[:24], sealed[24:], b"qs/label/1" + bytes([of]) + uuid)
            need(len(plain) % 64 == 0, "label size")
            names.append(plain[2:2 + struct.unpack_from("<H", plain)[0]].decode())
        return names


# --- §5 ---------------------------------------------------------------------------------------------
class Frames:
    def __init__(self, dictionary):
        self.dictionary = dictionary
        self.zstd = ctypes.CDLL("libzstd.so.1")
        for name in ("ZSTD_decompress_usingDict", "ZSTD_getFrameContentSize"):
            getattr(self.zstd, name).restype = ctypes.c_ulonglong
        self.zstd.ZSTD_createDCtx.restype = ctypes.c_void_p
        self.context = ctypes.c_void_p(self.zstd.ZSTD_createDCtx())

    def body(self, frame):
        need(len(frame) >= 1 and frame[0] in (0, 1), "codec number")
        if frame[0] == 0:
            return frame[1:]
        data = b"\x28\xb5\x2f\xfd" + frame[1:]
        size = self.zstd.ZSTD_getFrameContentSize(data, ctypes.c_size_t(len(data)))
        need(size <= 16 << 20 and size <= max(262144, 200 * (len(frame) - 1)), "frame size")
        plain = ctypes.create_string_buffer(max(size, 1))
        done = self.zstd.ZSTD_decompress_usingDict(self.context, plain, ctypes.c_size_t(size), data, ctypes.c_size_t(len(data)),
                                                   self.dictionary, ctypes.c_size_t(len(self.dictionary)))
        need(done == size, "frame")
        return plain.raw[:size]


# --- §4 ---------------------------------------------------------------------------------------------
def text_of(resource_id):
    if isinstance(resource_id, str):
        need(not re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", resource_id), "id form")
        return resource_id.encode()
    digits = octets(resource_id, 16).hex()
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:])).encode()


def op_digest(op, names, patient, plain):
    type_name, ident = names[op[1]].encode(), text_of(op[2])
    parents = op.get(3, [])
    blobs = [b for b in op.get(5, []) if b[3]]
    return H(b"qs/op/1", u64(op[0]), u64(1) + patient if patient else u64(0), u64(len(type_name)), type_name,
             u64(len(ident)), ident, u64(len(parents)), *parents, H(plain), u64(len(blobs)),
             *(u64(len(b[3].encode())) + b[3].encode() + u64(b[1]) + b[2] for b in blobs))


def check_op(op, names):
    known_keys(op, 6)
    need({0, 1, 2} <= set(op) and 1 <= op[0] <= 8 and op[1] < len(names), "op")
    need(re.fullmatch(r"[A-Za-z-]{1,64}", names[op[1]]), "resource type")
    need(re.fullmatch(rb"[A-Za-z0-9.-]{1,64}", text_of(op[2])), "resource id")
    parents = op.get(3, [])
    need(all(len(p) == 32 for p in parents) and parents == sorted(set(parents)) and len(parents) <= 64, "parents")
    need(4 not in op or 1 <= len(op[4]) <= MAX_FRAME, "body size")
    for blob in op.get(5, []):
        listed(blob, 5)
        octets(blob[0], 16), octets(blob[2], 32)
    if 6 in op:
        index, place, _ = listed(op[6], 3)
        need(index < len(names) and place <= 2, "source")


# --- §3 ---------------------------------------------------------------------------------------------
def padme(size):
    if size <= 1024:
        return 1024
    e = size.bit_length() - 1
    s = e.bit_length()
    step = 1 << (e - s)
    return (size + step - 1) // step * step


class Verifier:
    def __init__(self, options):
        self.folder, self.blobs = options.log, options.blobs
        self.report = {"entries": 0, "signatures": 0, "ops": 0, "blobs": 0, "digests": [], "hashes": [], "alarms": []}
        self.membership = Membership((options.log / "membership").read_bytes())
        self.keys, self.patient_keys = None, {}
        if options.keys:
            read = json.loads(options.keys.read_text())
            self.keys = {name: {int(n): bytes.fromhex(k) for n, k in read[plural].items()}
                         for name, plural in (("epoch", "epochs"), ("keybox", "keyboxes"))}
            self.membership.check_keys(self.keys)
            self.report["labels"] = self.membership.read_labels(self.keys)
            self.frames = Frames(options.dictionary.read_bytes())

    # §2
    def check_entry(self, entry, stream):
        need(192 + 1040 + 64 <= len(entry) <= MAX_ENTRY and entry[:4] == b"QSE1", "entry size")
        suite, kind, flags = struct.unpack_from("<HBB", entry, 4)
        need(suite == 1 and kind in (1, 2) and flags == 0, "newer version")
        need(entry[8:40] == self.membership.clinic and entry[40:56] == stream, "clinic or stream")
        ct_len = struct.unpack_from("<I", entry, 188)[0]
        need(len(entry) == 192 + ct_len + 64, "ct_len")
        device = self.membership.device_of(stream)
        check_signature(device["sign"], b"qs/entry-sig/1", H(entry[:-64]), entry[-64:])
        self.report["signatures"] += 1
        need(entry[96:128] in self.membership.heads, "membership head")
        epoch = struct.unpack_from("<I", entry, 128)[0]
        need(entry[132:164] == self.membership.commitments.get(("epoch", epoch)), "key commitment")
        if self.keys:
            key = mac(self.keys["epoch"][epoch], b"entry/1", stream)
            self.open_payload(entry, unseal(key, entry[164:188], entry[192:-64], entry[:192]))

    def open_payload(self, entry, padded):
        length, countersigned = struct.unpack_from("<IB", padded)
        need(countersigned <= 1, "countersigned")
        used = 5 + length + 64 * countersigned
        need(len(padded) == padme(used) and not any(padded[used:]), "padding")
        payload = padded[5:5 + length]
        fields = known_keys(cbor(payload), 7)
        need(fields[0][0] == 1 and 1 in fields, "schema")
        nonce = entry[164:188]
        if countersigned:
            author = self.membership.people.get(octets(fields[2], 16))
            if author:
                check_any(author["keys"], b"qs/author-sig/1", H(self.membership.clinic, nonce, payload), padded[5 + length:used])
                self.report["signatures"] += 1
        for patient, number, sealed in (listed(k, 3) for k in fields.get(6, [])):
            octets(sealed, 72)
            context = b"qs/patient-key/1" + self.membership.clinic + octets(patient, 16) + u32(number)
            self.patient_keys[patient] = unseal(self.keys["keybox"][number], sealed[:24], sealed[24:], context)
        for index, group in enumerate(fields.get(7, [])):
            self.open_group(nonce, index, *listed(group, 3))

    def open_group(self, nonce, index, patient, content, tag):
        if patient is None:
            need(tag is None, "group")
            self.read_ops(content, None)
            return
        key = self.patient_keys.get(octets(patient, 16))
        if key is None:
            return  # shredded
        context = b"qs/group/1" + self.membership.clinic + patient + nonce + u32(index)
        group_nonce = H(b"qs/group-nonce/1", nonce, u32(index))[:24]
        ops = unseal(mac(key, b"group/1"), group_nonce, content, context)
        need(mac(key, b"group-mac/1", context + ops) == tag, "group mac")
        self.read_ops(ops, patient)

    def read_ops(self, data, patient):
        names, ops = listed(cbor(data), 2)
        need(ops and all(isinstance(n, str) and len(n.encode()) <= 1024 for n in names), "names")
        for op in ops:
            check_op(op, names)
            frame = op.get(4)
            for blob in op.get(5, []):
                content = self.read_blob(blob, patient)
                frame = content if not blob[3] else frame
            plain = b"" if frame is None else self.frames.body(frame)
            self.report["ops"] += 1
            self.report["digests"].append(op_digest(op, names, patient, plain).hex())

    # §9
    def read_blob(self, blob, patient):
        uuid, size, digest, _, epoch = blob
        if not self.blobs:
            return None
        data = (self.blobs / uuid.hex()[:2] / uuid.hex()).read_bytes()
        need(data[:8] == b"QSB1\0\0\0\0", "blob head")
        key = mac(self.patient_keys[patient] if patient else self.keys["epoch"][epoch], b"blob/1", uuid)
        count, plain = max(1, -(-size // 1048576)), b""
        for i in range(count):
            at = 32 + i * 1048592
            context = b"qs/blob/1" + uuid + u64(i) + bytes([i + 1 == count])
            plain += unseal(key, H(b"qs/blob-nonce/1", data[8:32], u64(i))[:24], data[at:at + 1048592], context)
        need(len(data) == 32 + size + 16 * count and len(plain) == size and H(plain) == digest, "blob content")
        self.report["blobs"] += 1
        return plain

    # §6
    def check_stream(self, folder):
        stream = bytes.fromhex(folder.name)
        seq, prev = 0, ZERO
        for number, path in enumerate(sorted(folder.glob("*.seg")), 1):
            data = path.read_bytes()
            at = 64
            try:
                head = b"QSSEG1\0\0" + self.membership.clinic + stream + u32(number) + u32(0)
                need(data[:64] == head, "segment header")
                while at < len(data):
                    length = struct.unpack_from("<I", data, at)[0] if at + 4 <= len(data) else 0
                    entry, stored = data[at + 4:at + 4 + length], data[at + 4 + length:at + 36 + length]
                    need(0 < length <= MAX_ENTRY and len(stored) == 32 and H(entry) == stored, "record")
                    need(struct.unpack_from("<Q", entry, 56)[0] == seq + 1 and entry[64:96] == prev, "chain")
                    self.check_entry(entry, stream)
                    seq, prev, at = seq + 1, stored, at + 36 + length
                    self.report["entries"] += 1
                    self.report["hashes"].append(stored.hex())
            except Bad as bad:
                self.report["alarms"].append({"what": str(bad), "file": f"{folder.name}/{path.name}", "offset": at})
                return

    def run(self):
        for folder in sorted(p for p in self.folder.iterdir() if re.fullmatch("[0-9a-f]{32}", p.name)):
            self.check_stream(folder)
        self.report["ok"] = not self.report["alarms"]
        return self.report


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    root = pathlib.Path(__file__).resolve().parents[2]
    parser.add_argument("log", type=pathlib.Path)
    parser.add_argument("--keys", type=pathlib.Path)
    parser.add_argument("--blobs", type=pathlib.Path)
    parser.add_argument("--dictionary", type=pathlib.Path, default=root / "resources/dictionary/fhir-r4-1.dict")
    try:
        report = Verifier(parser.parse_args()).run()
    except Bad as bad:
        report = {"ok": False, "alarms": [{"what": str(bad), "file": "membership", "offset": 0}]}
    print(json.dumps(report))
    return 0 if report["ok"] else 4


if __name__ == "__main__":
    sys.exit(main())
