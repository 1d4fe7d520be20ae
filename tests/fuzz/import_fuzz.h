#pragma once
// Reads bytes as one document, with no disk in between, and checks what must hold of any input.

#include "import/attachment.h"
#include "import/document_reader.h"

#include <cstdint>
#include <cstdlib>
#include <cstring>

namespace chevet::import::fuzz {

class MemoryStream final : public ByteStream {
public:
    explicit MemoryStream(QByteArrayView bytes)
        : m_bytes(bytes) {}
    [[nodiscard]] std::expected<qsizetype, Reason> read(char* to, qsizetype size) override {
        const qsizetype count = qMin(size, m_bytes.size());
        std::memcpy(to, m_bytes.data(), static_cast<std::size_t>(count));
        m_bytes = m_bytes.sliced(count);
        return count;
    }

private:
    QByteArrayView m_bytes;
};

inline void require(bool holds) {
    if (!holds)
        std::abort();
}

// A kept resource is one valid JSON value, already minimal, and its attachments go back into it.
inline void checkResource(const ProposedResource& resource) {
    const QByteArray whole = json::padded(withAttachments(resource.json, resource.attachments));
    json::Tape tape;
    require(json::isUtf8(whole));
    require(!json::Scanner(200).scan(whole, tape) && !tape.flawed);
    const json::Value root(tape, 0);
    require(root.raw() ==
            std::string_view(whole.constData(), static_cast<std::size_t>(whole.size())));
    require(root["resourceType"].bytes() == resource.type);
    require((resource.owner == OwnerKind::Patient) == !resource.patientKey.isEmpty());
}

struct Totals {
    qsizetype resources = 0;
    qsizetype proposals = 0;
    qsizetype findings = 0;
};

inline Totals read(QByteArrayView bytes, const QString& name, const Limits& limits) {
    Totals totals;
    const PatientIndex index;
    DocumentReader reader(limits, index, [&](Proposal&& proposal) {
        for (const ProposedResource& resource : std::as_const(proposal.resources))
            checkResource(resource);
        totals.resources += proposal.resources.size();
        totals.findings += proposal.refused.size() + proposal.remarks.size();
        ++totals.proposals;
        return true;
    });
    const Document document{name, QStringLiteral("scope"),
                            [bytes] { return std::make_unique<MemoryStream>(bytes); }};
    MemoryStream stream(bytes);
    require(reader.read(document, stream, DocumentReader::Keep::All));
    return totals;
}

} // namespace chevet::import::fuzz
