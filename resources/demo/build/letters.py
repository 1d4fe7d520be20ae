"""Small PDF letters: text in PDF's own Helvetica, wrapped, on as many pages as it takes. Same text, same bytes."""
import textwrap

WIDTH, HEIGHT, MARGIN, SIZE, LEAD = 612, 792, 64, 11, 15


def escape(text):
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def wrapped(paragraphs):
    """(font, size, line) of every line; a paragraph starting with # is a heading."""
    for paragraph in paragraphs:
        if paragraph.startswith("#"):
            yield "F2", 12.5, paragraph[1:].strip()
            continue
        for line in textwrap.wrap(paragraph, 88) or [""]:
            yield "F1", SIZE, line
        yield "F1", SIZE, ""


def pages(paragraphs):
    lines, room = list(wrapped(paragraphs)), int((HEIGHT - 2 * MARGIN) / LEAD)
    return [lines[i:i + room] for i in range(0, len(lines), room)]


def content(lines, number, count):
    out, y = [], HEIGHT - MARGIN
    for font, size, line in lines:
        if line:
            out.append(f"BT /{font} {size} Tf {MARGIN} {y:.0f} Td ({escape(line)}) Tj ET")
        y -= LEAD
    out.append(f"BT /F1 8 Tf {WIDTH - MARGIN - 50} 36 Td (Page {number} de {count}) Tj ET")
    data = "\n".join(out).encode("cp1252", "replace")
    return b"<< /Length %d >>\nstream\n" % len(data) + data + b"\nendstream"


def letter(title, paragraphs):
    """A whole PDF file."""
    sheets = pages(paragraphs)
    first = 5
    kids = " ".join(f"{first + 2 * i} 0 R" for i in range(len(sheets)))
    objects = ["<< /Type /Catalog /Pages 2 0 R /Lang (fr-CA) /ViewerPreferences << /DisplayDocTitle true >> >>",
               f"<< /Type /Pages /Kids [{kids}] /Count {len(sheets)} >>",
               "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
               "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>"]
    for index, lines in enumerate(sheets):
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {first + 2 * index + 1} 0 R "
                       "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>")
        objects.append(content(lines, index + 1, len(sheets)))
    objects.append(f"<< /Title ({escape(title)}) >>")
    return assemble(objects)


def assemble(objects):
    out, offsets = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + (body if isinstance(body, bytes) else body.encode("cp1252", "replace")) + b"\nendobj\n"
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % o for o in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(objects), table)
    return bytes(out)
