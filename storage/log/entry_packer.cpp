#include "log/entry_packer.h"

#include "log/op_codec.h"

namespace chevet::log {

namespace {
constexpr qsizetype newKeyBytes = 100; // patient, keybox, sealed key and their heads
constexpr qsizetype groupBytes = 96;   // patient, tag, mac and their heads
} // namespace

EntryPacker::EntryPacker(EntryDraft prototype, base::Random& random)
    : m_prototype(std::move(prototype))
    , m_current(m_prototype)
    , m_set(crypto::randomUuid(random)) {}

void EntryPacker::addKey(WrappedPatientKey key) {
    m_current.newKeys.push_back(std::move(key));
    m_size += newKeyBytes;
}

base::Result<std::optional<EntryDraft>> EntryPacker::add(Op op) {
    CHEVET_TRY(checkOp(op));
    const bool newGroup = m_current.ops.empty() || m_current.ops.back().patient != op.patient;
    const qsizetype size = encodedSizeBound(op) + (newGroup ? groupBytes : 0);
    std::optional<EntryDraft> full;
    if (!m_current.ops.empty() && m_size + size > entryTarget) {
        m_current.part = Part{.set = m_set, .index = ++m_parts, .count = 0};
        // Keys announced for this op's patient but not yet used move on with it: an entry reads
        // alone.
        EntryDraft next = m_prototype;
        const bool used =
            std::any_of(m_current.ops.begin(), m_current.ops.end(),
                        [&](const Op& before) { return before.patient == op.patient; });
        const auto waiting = [&](const WrappedPatientKey& key) {
            return key.patient == op.patient && !used;
        };
        std::copy_if(m_current.newKeys.begin(), m_current.newKeys.end(),
                     std::back_inserter(next.newKeys), waiting);
        std::erase_if(m_current.newKeys, waiting);
        full = std::exchange(m_current, std::move(next));
        m_size = static_cast<qsizetype>(m_current.newKeys.size()) * newKeyBytes;
    }
    m_size += size;
    m_current.ops.push_back(std::move(op));
    return full;
}

std::optional<EntryDraft> EntryPacker::finish() {
    if (m_current.ops.empty() && m_current.newKeys.empty() && m_parts == 0)
        return std::nullopt;
    if (m_parts > 0) {
        ++m_parts;
        m_current.part = Part{.set = m_set, .index = m_parts, .count = m_parts};
    }
    m_parts = 0;
    m_size = 0;
    return std::exchange(m_current, m_prototype);
}

} // namespace chevet::log
