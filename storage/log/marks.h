#pragma once
// The file log/outbox: high-water marks and how far the outbox is drained (ENTRY.md §8). Two slots
// in different sectors, written in turn, so that a torn write leaves the other. Internal to log.

#include "log/log.h"

namespace chevet::log {

class MarksFile {
public:
    struct Opened;
    static base::Result<Opened> open(base::FileSystem& disk, const QString& path,
                                     const KeyRing& keys);

    // Not synced unless asked: the marks are a check on the log, never its replacement.
    [[nodiscard]] base::Result<> write(const Marks& marks, bool sync);

private:
    MarksFile(std::unique_ptr<base::File> file, const KeyRing& keys)
        : m_file(std::move(file))
        , m_keys(keys) {}
    std::unique_ptr<base::File> m_file;
    const KeyRing& m_keys;
    std::uint64_t m_generation = 0;
};

struct MarksFile::Opened {
    std::unique_ptr<MarksFile> file;
    std::optional<Marks> marks; // none: new, or neither slot is whole
    bool damaged = false;       // there were bytes, but no whole slot
};

} // namespace chevet::log
