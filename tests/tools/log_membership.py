"""The membership chain of storage/log/ENTRY.md §7 and §11, from that page alone: a tree of statements, each
judged by its own branch, and the union of the branches."""
import copy
import struct

from log_basics import (H, MISSHAPEN, ZERO, Bad, cbor, check_signature, listed, mac, need, octets, u32, unseal)

STREAMS = 64
BOX_OF_KEY = 32 + 48


def number_of(value, low=1, high=2**32 - 1):
    need(type(value) is int and low <= value <= high, "number")
    return value


def truth(value):
    need(isinstance(value, bool), "true or false")
    return value


def stream_of(sign, number):
    return H(b"qs/stream/1", sign, u32(number))[:16]


class State:
    """What one branch says. People and devices by uuid, keys by (name, number, commitment)."""

    def __init__(self):
        self.clinic, self.root, self.root_box = None, None, None
        self.people, self.devices, self.keys, self.labels = {}, {}, {}, []

    def unite(self, other):
        for uuid, person in other.people.items():
            mine = self.people.setdefault(uuid, copy.deepcopy(person))
            mine["administrator"] = mine["administrator"] and person["administrator"]
            mine["disabled"] = mine["disabled"] or person["disabled"]
            mine["current"] |= person["current"]
            mine["keys"] |= person["keys"]
        for uuid, device in other.devices.items():
            mine = self.devices.setdefault(uuid, copy.deepcopy(device))
            need(all(mine[k] == device[k] for k in ("sign", "auth", "box")), "one device with two sets of keys")
            if mine["revoked"] and device["revoked"]:
                mine["cuts"] = lower_cuts(mine["cuts"], device["cuts"])
            elif device["revoked"]:
                mine["revoked"], mine["cuts"] = True, dict(device["cuts"])
        for name, recipients in other.keys.items():
            self.keys[name] = self.keys.get(name, frozenset()) | recipients
        self.labels += [label for label in other.labels if label not in self.labels]

    def newest_epoch(self):
        return max(number for name, number, _ in self.keys if name == "epoch")

    def last_administrator_stays(self):
        need(any(p["administrator"] and not p["disabled"] for p in self.people.values()), "last administrator")

    def check_administrator(self, uuid, signers):
        who = self.people.get(octets(uuid, 16))
        need(who and who["administrator"] and not who["disabled"] and who["current"] & signers, "administrator")

    def check_device(self, signers, but=None):
        need(any(d["sign"] in signers and not d["revoked"] for uuid, d in self.devices.items() if uuid != but), "device")

    def check_new_keys(self, *keys):
        taken = {self.root, self.root_box}
        for device in self.devices.values():
            taken |= {device["sign"], device["auth"], device["box"]}
        for person in self.people.values():
            taken |= person["keys"]
        need(len(set(keys)) == len(keys) and not taken & set(keys), "key twice")


def lower_cuts(one, two):
    """Of streams that both name: the cuts of the one whose last is lower."""
    return {stream: min(one[stream], two[stream], key=lambda cuts: cuts[::-1]) for stream in one.keys() & two.keys()}


def sealed_key(state, name, value):
    """An epoch or keybox: added to the state; the recipients."""
    number, commitment, sealed = listed(value, 3)
    recipients = [octets(r, 32) for r, box in (listed(s, 2) for s in sealed) if octets(box, BOX_OF_KEY)]
    need(len(set(recipients)) == len(recipients), "recipient twice")
    key = (name, number_of(number), octets(commitment, 32))
    need(key not in state.keys, "key twice")
    state.keys[key] = frozenset(recipients)
    return set(recipients)


def enrol(state, person, signers, again=False):
    uuid, role, administrator, key, label = listed(person, 5)
    before = state.people.get(octets(uuid, 16))
    need(octets(key, 32) in signers and 1 <= number_of(role) <= 5, "professional")
    need(before["disabled"] if again and before else not (again or before), "professional twice")
    state.people[uuid] = {"administrator": truth(administrator), "current": {key}, "disabled": False,
                          "keys": {key} | (before["keys"] if before else set())}
    state.labels.append((2, uuid, label))


def add_device(state, uuid, sign, auth, box, label):
    state.devices[octets(uuid, 16)] = {"sign": octets(sign, 32), "auth": octets(auth, 32), "box": octets(box, 32),
                                       "revoked": False, "cuts": {}}
    state.labels.append((1, uuid, label))


# --- the kinds --------------------------------------------------------------------------------------
def genesis(state, fields, signers):
    root, root_box, nonce, label, devices, people, epochs, keyboxes = listed(fields, 8)
    need(state.clinic == H(b"clinic/1", octets(root, 32), octets(root_box, 32), octets(nonce, 32)), "clinic id")
    state.root, state.root_box = root, root_box
    state.labels.append((0, bytes(16), label))
    add_device(state, *listed(listed(devices, 1)[0], 5))
    device = next(iter(state.devices.values()))
    need(root in signers and device["sign"] in signers and people, "genesis signers")
    for person in people:
        enrol(state, person, signers)
    need(people[0][2] is True, "first administrator")
    for name, keys in (("epoch", epochs), ("keybox", keyboxes)):
        need(sealed_key(state, name, listed(keys, 1)[0]) == {device["box"], root_box}, "recipients")


def add(state, fields, signers, again=False):
    administrator, person = listed(fields, 2)
    state.check_administrator(administrator, signers)
    state.check_device(signers)
    enrol(state, person, signers, again)
    need(not truth(listed(person, 5)[2]) or state.root in signers, "one alone makes an administrator")


def enable(state, fields, signers):
    add(state, fields, signers, again=True)


def disable(state, fields, signers):
    administrator, who = listed(fields, 2)
    state.check_administrator(administrator, signers)
    state.check_device(signers)
    need(who in state.people, "nobody to disable")
    state.people[who]["disabled"] = True
    state.last_administrator_stays()


def join_core(core):
    """§11: the keys a newcomer proves to hold."""
    body, by_device, by_person = listed(cbor(core), 3)
    version, chance, device, sign, auth, box, person, key, names = listed(cbor(body), 9)
    need(version == 1, "newer version")
    for value, size in ((chance, 32), (names, 32), (device, 16), (person, 16), (sign, 32), (auth, 32), (box, 32), (key, 32)):
        octets(value, size)
    check_signature(sign, b"qs/join-request/1", H(body), octets(by_device, 64))
    check_signature(key, b"qs/join-request/1", H(body), octets(by_person, 64))
    return device, sign, auth, box, person, key


def admit(state, fields, signers):
    administrator, core, role, device_label, person_label, sealed = listed(fields, 6)
    state.check_administrator(administrator, signers)
    state.check_device(signers)
    device, sign, auth, box, person, key = join_core(core)
    need(device not in state.devices and person not in state.people, "known before")
    state.check_new_keys(sign, auth, box, key)
    add_device(state, device, sign, auth, box, device_label)
    enrol(state, [person, role, False, key, person_label], {key})
    named = set()
    for keybox, number, commitment, sealed_box in (listed(s, 4) for s in sealed):
        name = ("keybox" if truth(keybox) else "epoch", number_of(number), octets(commitment, 32))
        octets(sealed_box, BOX_OF_KEY)
        need(name in state.keys and name not in named, "key that does not exist, or twice")
        state.keys[name] |= {box}
        named.add(name)


def revoke(state, fields, signers):
    administrator, uuid, cuts, epoch = listed(fields, 4)
    state.check_administrator(administrator, signers)
    state.check_device(signers, but=octets(uuid, 16))
    device = state.devices.get(uuid)
    need(device and not device["revoked"], "no device to revoke")
    places = [(octets(stream, 16), number_of(seq, 1, 2**64 - 1), octets(h, 32)) for stream, seq, h in (listed(c, 3) for c in cuts)]
    need(places == sorted(set(places)), "order of the cuts")
    need({stream for stream, _, _ in places} <= {stream_of(device["sign"], n) for n in range(STREAMS)}, "cut of another device")
    device["cuts"] = {}
    for stream, seq, h in places:
        device["cuts"].setdefault(stream, []).append((seq, h))
    device["revoked"] = True
    need(epoch[0] == state.newest_epoch() + 1, "epoch number")
    allowed = {state.root_box} | {d["box"] for d in state.devices.values() if not d["revoked"]}
    need(sealed_key(state, "epoch", epoch) == allowed, "recipients")


def set_administrator(state, fields, signers):
    first, second, who, administrator = listed(fields, 4)
    if second is not None or any(p["administrator"] and not p["disabled"] for p in state.people.values()):
        state.check_administrator(first, signers)
    state.check_device(signers)
    if second is None:
        need(state.root in signers, "root")
    else:
        need(first != second, "one administrator twice")
        state.check_administrator(second, signers)
    need(octets(who, 16) in state.people, "nobody to make an administrator")
    if not any(p["administrator"] and not p["disabled"] for p in state.people.values()):
        state.people[who]["disabled"] = False
    state.people[who]["administrator"] = truth(administrator)
    state.last_administrator_stays()


class Membership:
    KINDS = {1: genesis, 2: add, 3: disable, 4: enable, 5: admit, 6: revoke, 7: set_administrator}

    def __init__(self, data):
        need(data[:4] == b"QSM1", "membership magic")
        self.states, self.numbers, self.ancestors, self.leaves = {}, {}, {}, set()
        at = 4
        while at < len(data):
            need(at + 4 <= len(data), "membership cut")
            length = struct.unpack_from("<I", data, at)[0]
            statement = data[at + 4:at + 4 + length]
            need(len(statement) == length, "membership cut")
            try:
                self.apply(statement)
            except MISSHAPEN:
                raise Bad("statement form") from None
            at += 4 + length
        need(self.states, "no genesis")
        self.union = State()
        for leaf in sorted(self.leaves):
            self.union.unite(self.states[leaf])
        self.clinic = next(iter(self.states.values())).clinic
        self.streams = {stream_of(d["sign"], n): (d, n) for d in self.union.devices.values() for n in range(STREAMS)}

    def apply(self, statement):
        name = H(statement)
        need(name not in self.states, "statement twice")
        body, signatures = listed(cbor(statement), 2)
        signers = set()
        for public, signature in (listed(s, 2) for s in signatures):
            check_signature(public, b"qs/membership/1", H(body), signature)
            signers.add(public)
        fields = cbor(body)
        need(set(fields) == {0, 1, 2, 3, 4, 5} and fields[0] == 1, "statement")
        kind, clinic, number, prev = fields[1], octets(fields[2], 32), fields[3], octets(fields[4], 32)
        need(kind in self.KINDS or kind == 8, "newer version")
        if kind == 1:
            need(not self.states and number == 1 and prev == ZERO, "second genesis")
            state = State()
            state.clinic, before = clinic, set()
        else:
            need(prev in self.states and number == self.numbers[prev] + 1, "statement order")
            state, before = copy.deepcopy(self.states[prev]), self.ancestors[prev] | {prev}
            need(clinic == state.clinic, "statement of another clinic")
        if kind == 8:
            before = self.resolve(state, cbor(fields[5]), signers, before)
        else:
            self.KINDS[kind](state, cbor(fields[5]), signers)
        self.states[name], self.numbers[name], self.ancestors[name] = state, number, before
        self.leaves = (self.leaves - before) | {name}

    def resolve(self, state, fields, signers, before):
        administrator, other, given = listed(fields, 3)
        if state.root not in signers:
            state.check_administrator(administrator, signers)
        state.check_device(signers)
        need(octets(other, 32) in self.states and other not in before, "no other branch")
        state.unite(self.states[other])
        if state.root not in signers:
            state.check_administrator(administrator, signers)  # in both
        state.check_device(signers)
        enrolled = {device["box"] for device in state.devices.values() if not device["revoked"]}
        for box, keybox, number, commitment, sealed_box in (listed(g, 5) for g in given):
            name = ("keybox" if truth(keybox) else "epoch", number_of(number), octets(commitment, 32))
            octets(sealed_box, BOX_OF_KEY)
            need(name in state.keys and box in enrolled and box not in state.keys[name], "key that is not missing")
            state.keys[name] |= {box}
        return before | self.ancestors[other] | {other}

    def device_of(self, stream):
        """The device and which of its streams it is."""
        need(stream in self.streams, "stream of no device")
        return self.streams[stream]

    def counts(self, stream, seq, entry_hash):
        device, _ = self.device_of(stream)
        if not device["revoked"]:
            return True
        return any(seq < last or (seq == last and h == entry_hash) for last, h in device["cuts"].get(stream, []))

    def knows(self, name, number, commitment):
        return (name, number, commitment) in self.union.keys

    def check_keys(self, held):
        """(name, number, key) → (name, number, commitment): key. Each must be one of the chain."""
        keys = {}
        for name, number, key in held:
            commitment = mac(octets(key, 32), b"%s-commit/1" % name.encode(), self.clinic + u32(number))
            need(self.knows(name, number, commitment), name + " commitment")
            keys[name, number, commitment] = key
        return keys

    def read_labels(self, keys):
        """The number alone says which epoch: where a fork has two of it, the one that opens it."""
        return [read_label(of, uuid, label, keys) for of, uuid, label in self.union.labels]


def read_label(of, uuid, label, keys):
    epoch, sealed = listed(label, 2)
    for key in (k for (name, number, _), k in keys.items() if (name, number) == ("epoch", epoch)):
        try:
            plain = unseal(mac(key, b"label/1"), sealed[:24], sealed[24:], b"qs/label/1" + bytes([of]) + uuid)
        except Bad:
            continue
        length = struct.unpack_from("<H", plain)[0]
        need(len(plain) % 64 == 0 and 2 + length <= len(plain) and not any(plain[2 + length:]), "label size")
        return plain[2:2 + length].decode()
    raise Bad("label")
