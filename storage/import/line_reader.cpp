// NDJSON: the part of DocumentReader that goes line by line.

#include "import/document_reader.h"

namespace chevet::import {

using fhir::UnitReader;

namespace {

QByteArrayView trimmed(QByteArrayView line) {
    while (!line.isEmpty() && (line.front() == ' ' || line.front() == '\t' || line.front() == '\r'))
        line = line.sliced(1);
    while (!line.isEmpty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r'))
        line.chop(1);
    return line;
}

} // namespace

void DocumentReader::addLine(UnitReader& unit, QByteArrayView line, qint64 number) {
    line = trimmed(line);
    if (line.isEmpty())
        return;
    if (m_keep == Keep::Patients && !mayHoldPatient(line))
        return;
    const QString place = QStringLiteral("line ") + QString::number(number);
    if (const auto error = scan(line)) {
        if (m_keep == Keep::Patients)
            return; // the pass for the others reports it
        const QString detail = QStringLiteral("byte ") + QString::number(error->offset);
        return unit.findings().add(error->reason, place, detail);
    }
    const json::Value root(m_tape, 0);
    if (root["resourceType"].inner() != "Bundle")
        return unit.addResource(m_tape, root, {}, place);
    if (m_keep == Keep::Patients)
        return;
    unit.addBundle(m_tape, root, place + QStringLiteral(", "));
}

bool DocumentReader::readLines(QByteArray buffer, ByteStream& stream) {
    const FolderScope scope(m_patients, m_document->scope);
    qint64 number = 0;
    bool skipping = false; // the rest of a line that was too large
    for (bool more = true; more;) {
        auto next = readUpTo(stream, m_limits.pieceBytes);
        if (!next)
            return refuse(next.error());
        more = !next->isEmpty();
        const qsizetype end = more ? buffer.lastIndexOf('\n') + 1 : buffer.size();
        Proposal proposal = begin();
        UnitReader unit(proposal, m_limits);
        prepare(unit);
        for (qsizetype from = 0; from < end;) {
            const qsizetype found = buffer.indexOf('\n', from);
            const qsizetype to = found < 0 ? end : found;
            if (!std::exchange(skipping, false)) {
                ++number;
                addLine(unit, QByteArrayView(buffer).sliced(from, to - from), number);
            }
            from = to + 1;
        }
        buffer.remove(0, skipping ? buffer.size() : end);
        if (buffer.size() > m_limits.resourceBytes) {
            if (m_keep != Keep::Patients)
                unit.findings().add(Reason::TooLarge,
                                    QStringLiteral("line ") + QString::number(number + 1));
            ++number;
            buffer.clear();
            skipping = true;
        }
        buffer = json::padded(buffer + *next);
        proposal.bytes = end;
        unit.resolve(scope, nullptr);
        if (!finish(std::move(proposal)))
            return false;
    }
    return true;
}

} // namespace chevet::import
