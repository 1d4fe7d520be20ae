"""Québec health insurance numbers with a right check digit, for people who do not exist."""
import re
import unicodedata

VALUE = {**dict(zip("ABCDEFGHI", (3, 4, 5, 6, 7, 8, 9, 0, 1))), **dict(zip("JKLMNOPQR", (9, 0, 1, 2, 3, 4, 5, 6, 7))),
         **dict(zip("STUVWXYZ", (6, 7, 8, 9, 0, 1, 2, 3))), **{str(i): i for i in range(10)}}
WEIGHT = (1, 3, 7, 9, 1, 7, 1, 3, 4, 5, 7, 6, 9, 1)


def letters(name):
    plain = unicodedata.normalize("NFD", name.upper())
    return "".join(c for c in plain if "A" <= c <= "Z")


def nam(family, given, birth, sex, serial="1"):
    year, month, day = birth.split("-")
    family = re.sub(r"^SAINTE?(?=[- ])", "ST", family.upper())  # as the RAMQ writes it
    head = (letters(family) + "XXX")[:3] + letters(given)[0]
    weighed = head + year + sex + month + day + serial
    check = sum(VALUE[c] * w for c, w in zip(weighed, WEIGHT)) % 10
    return f"{head}{year[2:]}{int(month) + 50 * (sex == 'F'):02d}{day}{serial}{check}"
