#pragma once
// EntryPacker: a file's ops into entries.

#include "log/entry.h"

namespace chevet::log {

// Packs ops into drafts of about entryTarget bytes, in order, as parts of one set when there is
// more than one. Bounded memory: take() full drafts as they come; finish() gives the last one.
class EntryPacker {
public:
    explicit EntryPacker(EntryDraft prototype, base::Random& random = crypto::systemRandom());
    void addKey(WrappedPatientKey key); // before the patient's first op
    [[nodiscard]] base::Result<std::optional<EntryDraft>>
    add(Op op);                                       // a draft that is now full, if any
    [[nodiscard]] std::optional<EntryDraft> finish(); // nullopt if nothing was added

private:
    EntryDraft m_prototype;
    EntryDraft m_current;
    base::Uuid m_set;
    std::uint32_t m_parts = 0;
    qsizetype m_size = 0;
};

} // namespace chevet::log
