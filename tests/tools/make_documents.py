#!/usr/bin/env python3
"""Writes tests/fixtures/documents: small PDF files, good and hostile, made for this project. Needs qpdf for the encrypted one."""
import subprocess
import sys
from pathlib import Path

OUT = Path(__file__).resolve().parents[1] / "fixtures/documents"


def pdf(objects, root=1):
    """A PDF file from its objects, numbered from 1, with a right cross-reference table."""
    out, offsets = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + (body if isinstance(body, bytes) else body.encode("latin-1")) + b"\nendobj\n"
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % o for o in offsets)
    out += b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, root, table)
    return bytes(out)


def stream(text):
    data = text.encode("cp1252")
    return b"<< /Length %d >>\nstream\n" % len(data) + data + b"\nendstream"


def lines(words):
    shown = "".join(f"({w.replace('(', chr(92) + '(').replace(')', chr(92) + ')')}) Tj 0 -20 Td " for w in words)
    return stream(f"BT /F1 14 Tf 72 700 Td {shown}ET")


FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
CATALOG = "<< /Type /Catalog /Pages 2 0 R >>"


def letter():
    page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R /Resources << /Font << /F1 7 0 R >> >> >>"
    return pdf([CATALOG, "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>", page % 5, page % 6,
                lines(["Consultation en rhumatologie", "Chère collègue,", "Merci de m'avoir adressé cette patiente."]),
                lines(["Néphrite lupique en rémission.", "Revoir dans six mois."]), FONT])


def one_page(box, contents, extra=()):
    return pdf([CATALOG, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                f"<< /Type /Page /Parent 2 0 R /MediaBox {box} /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>",
                contents, *extra])


def looping_form():
    """A form that draws itself."""
    data = b"/X Do /X Do"
    form = (b"<< /Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /XObject << /X 5 0 R >> >> /Length %d >>\nstream\n"
            % len(data) + data + b"\nendstream")
    return one_page("[0 0 612 792]", stream("/X Do"), [form])


FILES = {
    "letter.pdf": letter,
    "no-pages.pdf": lambda: pdf([CATALOG, "<< /Type /Pages /Kids [] /Count 0 >>"]),
    "huge-page.pdf": lambda: one_page("[0 0 900000 900000]", stream("0 0 450000 450000 re f"), ["<< >>"]),
    "looping-form.pdf": looping_form,
    "looping-pages.pdf": lambda: pdf([CATALOG, "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 4 >>"]),
}


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    for name, make in FILES.items():
        (OUT / name).write_bytes(make())
    subprocess.run(["qpdf", "--static-id", "--allow-weak-crypto", "--encrypt", "secret", "secret", "128", "--",
                    OUT / "letter.pdf", OUT / "encrypted.pdf"], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
