#include "log/entry_check.h"

#include "log/segment.h"

namespace chevet::log {

void EntryCheck::take(const EntryRef& ref, QByteArrayView entry) {
    ++m_report.entries;
    const auto checked = check(entry);
    if (checked)
        return;
    if (checked.error().code == base::ErrorCode::Revoked) { // kept, shown nowhere, no damage
        ++m_report.revoked;
        return;
    }
    m_report.alarms.push_back({.kind = LogAlarm::Kind::BadEntry,
                               .code = checked.error().code,
                               .file = segmentName({ref.stream, ref.segment}),
                               .offset = ref.offset,
                               .length = ref.length,
                               .seq = ref.seq});
}

base::Result<> EntryCheck::check(QByteArrayView entry) {
    if (!m_decrypt) {
        CHEVET_TRY(verifyEntry(entry, m_trust));
        ++m_report.signatures;
        return {};
    }
    CHEVET_TRY_ASSIGN(const OpenedEntry opened, openEntry(entry, m_trust, m_keys));
    m_report.signatures += opened.author == AuthorProof::Verified ? 2 : 1;
    m_report.ops += opened.content.ops.size();
    return {};
}

} // namespace chevet::log
