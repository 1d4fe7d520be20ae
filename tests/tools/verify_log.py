#!/usr/bin/python3
"""Checks a Chevet log, written from storage/log/ENTRY.md alone (with log_basics.py and log_membership.py).

    verify_log.py LOG [--keys FILE] [--dictionary FILE] [--blobs FOLDER]

LOG is a folder with `membership` and the folders of streams and branches. Without keys: membership chain,
chains of entries, hashes, signatures. With the key file of ENTRY.md §10: opens every entry that counts, checks
groups, countersignatures, frames, labels and op digests. Prints one JSON object; exit 0 if all is well, 4 if not.
Entries of a revoked workstation beyond its cut are counted as "revoked", not opened, and no alarm.

Needs Debian's python3-nacl and python3-cbor2, and libzstd for compressed bodies.
"""
import argparse
import ctypes
import json
import pathlib
import re
import struct
import sys

sys.dont_write_bytecode = True
from log_basics import (H, MISSHAPEN, ZERO, Bad, cbor, check_any, known_keys, listed, mac, need, octets, u32, u64,  # noqa: E402
                        unseal)
from log_membership import Membership  # noqa: E402

MAX_ENTRY = 1048576
MAX_FRAME = 786432


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


def open_blob(data, uuid, size, parent):
    key, count = mac(parent, b"blob/1", uuid), max(1, -(-size // 1048576))
    need(len(data) == 32 + size + 16 * count, "blob size")
    plain = b""
    for i in range(count):
        at = 32 + i * 1048592
        context = b"qs/blob/1" + uuid + u64(i) + bytes([i + 1 == count])
        plain += unseal(key, H(b"qs/blob-nonce/1", data[8:32], u64(i))[:24], data[at:at + 1048592], context)
    return plain


def read_key_file(path):
    """§10, as (name, number, key); a number that a fork has twice has a list of keys."""
    read = json.loads(path.read_text())
    for name, plural in (("epoch", "epochs"), ("keybox", "keyboxes")):
        for number, keys in read[plural].items():
            for key in keys if isinstance(keys, list) else [keys]:
                yield name, int(number), bytes.fromhex(key)


class Chain:
    """One folder: a stream's entries, or a branch's."""

    def __init__(self, name):
        self.name, self.stream, self.entries = name, None, []

    def place(self, index):
        path, offset = self.entries[index][2:]
        return {"file": f"{self.name}/{path}", "offset": offset}


def seq_of(entry):
    return struct.unpack_from("<Q", entry, 56)[0]


class Verifier:
    def __init__(self, options):
        self.folder, self.blobs = options.log, options.blobs
        self.report = {"entries": 0, "revoked": 0, "signatures": 0, "ops": 0, "unreadable": 0, "blobs": 0, "digests": [],
                       "hashes": [], "heads": {}, "alarms": []}
        self.membership = Membership((options.log / "membership").read_bytes())
        self.report["membershipHeads"] = sorted(h.hex() for h in self.membership.leaves)
        self.keys, self.patient_keys, self.opened = None, {}, []
        if options.keys:
            self.keys = self.membership.check_keys(read_key_file(options.keys))
            self.report["labels"] = self.membership.read_labels(self.keys)
            self.frames = Frames(options.dictionary.read_bytes())

    def alarm(self, what, file, offset):
        self.report["alarms"].append({"what": what, "file": file, "offset": offset})

    def guarded(self, place, step, *arguments):
        """Whether the step found nothing wrong; otherwise an alarm at the place."""
        try:
            step(*arguments)
            return True
        except Bad as bad:
            self.alarm(str(bad), **place)
        except MISSHAPEN:
            self.alarm("form", **place)
        except OSError:
            self.alarm("file", **place)
        return False

    # §2: what is to be seen without keys. The place in the chain is check_chain's.
    def check_entry(self, entry, stream):
        need(192 + 1040 + 64 <= len(entry) <= MAX_ENTRY and entry[:4] == b"QSE1", "entry size")
        suite, kind, flags = struct.unpack_from("<HBB", entry, 4)
        need(suite == 1 and kind in (1, 2) and flags == 0, "newer version")
        need(entry[8:40] == self.membership.clinic and entry[40:56] == stream, "clinic or stream")
        ct_len = struct.unpack_from("<I", entry, 188)[0]
        need(len(entry) == 192 + ct_len + 64, "ct_len")
        device, _ = self.membership.device_of(stream)
        check_any([device["sign"]], b"qs/entry-sig/1", H(entry[:-64]), entry[-64:])
        need(entry[96:128] in self.membership.states, "membership head")
        epoch = struct.unpack_from("<I", entry, 128)[0]
        need(self.membership.knows("epoch", epoch, entry[132:164]), "key commitment")

    def open_entry(self, entry, first):
        """Decrypts and parses; groups wait until the patients' keys of all streams are known."""
        epoch = struct.unpack_from("<I", entry, 128)[0]
        key = mac(self.key("epoch", epoch, entry[132:164]), b"entry/1", entry[40:56])
        padded = unseal(key, entry[164:188], entry[192:-64], entry[:192])
        length, countersigned = struct.unpack_from("<IB", padded)
        need(countersigned <= 1, "countersigned")
        used = 5 + length + 64 * countersigned
        need(len(padded) == padme(used) and not any(padded[used:]), "padding")
        payload = padded[5:5 + length]
        fields = known_keys(cbor(payload), 7)
        need(listed(fields[0], 2)[0] == 1 and 1 in fields, "schema")
        need(entry[6] == 1 or 7 not in fields, "heartbeat with ops")
        nonce = entry[164:188]
        if countersigned:
            author = self.membership.union.people.get(octets(fields[2], 16))
            if author:
                check_any(author["keys"], b"qs/author-sig/1", H(self.membership.clinic, nonce, payload), padded[5 + length:used])
                self.report["signatures"] += 1
        for stream, seq, digest in (listed(h, 3) for h in fields.get(5, [])):
            octets(stream, 16), octets(digest, 32), u64(seq)
        if first:
            self.check_continuation(entry, fields.get(5, []))
        for patient, number, sealed in (listed(k, 3) for k in fields.get(6, [])):
            self.learn(octets(patient, 16), number, octets(sealed, 72))
        return nonce, fields.get(7, [])

    def key(self, name, number, commitment):
        key = self.keys.get((name, number, commitment))
        need(key, name + " not in the key file")
        return key

    def learn(self, patient, number, sealed):
        context = b"qs/patient-key/1" + self.membership.clinic + patient + u32(number)
        found = self.try_keys([k for (name, n, _), k in self.keys.items() if (name, n) == ("keybox", number)],
                              lambda key: unseal(key, sealed[:24], sealed[24:], context))
        self.patient_keys.setdefault(patient, [])
        if found not in self.patient_keys[patient]:
            self.patient_keys[patient].append(found)

    @staticmethod
    def try_keys(keys, step):
        for key in keys:
            try:
                return step(key)
            except Bad:
                continue
        raise Bad("no key opens it")

    # §2: stream n > 0 begins by saying which stream of the device it goes on from.
    def check_continuation(self, entry, heads):
        device, number = self.membership.device_of(entry[40:56])
        if number > 0 and seq_of(entry) == 1:
            need(entry[6] == 2, "a next stream begins with a heartbeat")
            before = (self.membership.streams.get(h[0]) for h in heads)
            need(any(b and b[0] is device and b[1] < number for b in before), "a next stream names the one before")

    def open_groups(self, nonce, groups):
        for index, group in enumerate(groups):
            self.open_group(nonce, index, *listed(group, 3))

    def open_group(self, nonce, index, patient, content, tag):
        if patient is None:
            need(tag is None, "group")
            self.read_ops(content, None, None)
            return
        if octets(patient, 16) not in self.patient_keys:
            self.report["unreadable"] += 1  # shredded
            return
        context = b"qs/group/1" + self.membership.clinic + patient + nonce + u32(index)
        group_nonce = H(b"qs/group-nonce/1", nonce, u32(index))[:24]

        def attempt(key):
            ops = unseal(mac(key, b"group/1"), group_nonce, content, context)
            need(mac(key, b"group-mac/1", context + ops) == tag, "group mac")
            return ops, key
        ops, key = self.try_keys(self.patient_keys[patient], attempt)
        self.read_ops(ops, patient, key)

    def read_ops(self, data, patient, key):
        names, ops = listed(cbor(data), 2)
        need(ops and all(isinstance(n, str) and len(n.encode()) <= 1024 for n in names), "names")
        for op in ops:
            check_op(op, names)
            frame = op.get(4)
            for blob in op.get(5, []):
                content = self.read_blob(blob, key)
                frame = content if not blob[3] else frame
            plain = b"" if frame is None else self.frames.body(frame)
            self.report["ops"] += 1
            self.report["digests"].append(op_digest(op, names, patient, plain).hex())

    # §9
    def read_blob(self, blob, patient_key):
        uuid, size, digest, _, epoch = blob
        if not self.blobs:
            return None
        data = (self.blobs / uuid.hex()[:2] / uuid.hex()).read_bytes()
        need(data[:8] == b"QSB1\0\0\0\0", "blob head")
        parents = [k for (name, n, _), k in self.keys.items() if (name, n) == ("epoch", epoch)]
        plain = self.try_keys([patient_key] if patient_key else parents, lambda key: open_blob(data, uuid, size, key))
        need(len(plain) == size and H(plain) == digest, "blob content")
        self.report["blobs"] += 1
        return plain

    # §6
    def read_chain(self, folder):
        """The whole records of a folder, hashes checked, into a Chain; an alarm ends it."""
        chain = Chain(folder.name)
        for number, path in enumerate(sorted(folder.glob("*.seg")), 1):
            data, self.at = path.read_bytes(), 0
            try:
                need(path.name == f"{number:08}.seg", "segment missing")
                stream = data[40:56]
                need(data[:64] == b"QSSEG1\0\0" + self.membership.clinic + stream + u32(number) + u32(0), "segment header")
                need(chain.stream in (None, stream), "segment of another stream")
                chain.stream, self.at = stream, 64
                self.membership.device_of(stream)
                self.read_records(chain, path.name, data)
            except (Bad, struct.error) as bad:
                self.alarm(str(bad), f"{folder.name}/{path.name}", self.at)
                break
        return chain

    def read_records(self, chain, file, data):
        while self.at < len(data):
            at = self.at
            length = struct.unpack_from("<I", data, at)[0] if at + 4 <= len(data) else 0
            entry, stored = data[at + 4:at + 4 + length], data[at + 4 + length:at + 36 + length]
            need(192 < length <= MAX_ENTRY and len(stored) == 32 and H(entry) == stored, "record")
            if chain.entries:
                before, before_hash = chain.entries[-1][:2]
                need(seq_of(entry) == seq_of(before) + 1 and entry[64:96] == before_hash, "chain")
            chain.entries.append((entry, stored, file, at))
            self.at = at + 36 + length

    def check_chain(self, chain, places):
        """The beginning: a stream's own chain, or a branch from another chain of the stream."""
        entry, entry_hash = chain.entries[0][:2]
        seq, prev = seq_of(entry), entry[64:96]
        need(seq >= 1 and (seq == 1) == (prev == ZERO), "chain")
        if chain.name == chain.stream.hex():
            need(seq == 1, "chain")
            return
        need(chain.name == H(b"qs/branch/1", chain.stream, entry_hash)[:16].hex(), "name of a branch")
        if seq > 1:
            need(any(other is not chain for other in places.get((chain.stream, seq - 1, prev), [])), "branch from nowhere")

    def count(self, chain):
        for index, (entry, entry_hash, _, _) in enumerate(chain.entries):
            place = chain.place(index)
            if not self.guarded(place, self.check_entry, entry, chain.stream):
                return
            self.report["heads"][chain.name] = [seq_of(entry), entry_hash.hex()]
            if not self.membership.counts(chain.stream, seq_of(entry), entry_hash):
                self.report["revoked"] += 1
                continue
            self.report["signatures"] += 1
            if self.keys and not self.guarded(place, lambda e=entry, i=index, p=place: self.opened.append((p, *self.open_entry(e, i == 0)))):
                return
            self.report["entries"] += 1
            self.report["hashes"].append(entry_hash.hex())

    def run(self):
        folders = sorted(p for p in self.folder.iterdir() if re.fullmatch("[0-9a-f]{32}", p.name))
        chains = [chain for chain in map(self.read_chain, folders) if chain.entries]
        places = {}
        for chain in chains:
            for index, (entry, entry_hash, _, _) in enumerate(chain.entries):
                known = places.setdefault((chain.stream, seq_of(entry), entry_hash), [])
                if known:
                    self.alarm("entry twice", **chain.place(index))
                known.append(chain)
        for chain in chains:
            if self.guarded(chain.place(0), self.check_chain, chain, places):
                self.count(chain)
        for place, nonce, groups in self.opened:
            self.guarded(place, self.open_groups, nonce, groups)
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
    except (Bad, OSError) as bad:
        report = {"ok": False, "alarms": [{"what": str(bad), "file": "membership", "offset": 0}]}
    print(json.dumps(report))
    return 0 if report["ok"] else 4


if __name__ == "__main__":
    sys.exit(main())
