#pragma once
// ChainWriter: the end of one chain of entries, where records are appended: the own stream's, or
// another's that came from elsewhere. A failed batch leaves nothing behind that counts. Internal to
// log; the caller serialises.

#include "log/segment.h"

namespace chevet::log {

class ChainWriter {
public:
    // `chain` is the folder's name; `stream` is what its entries say, which differs for a branch
    // (ENTRY.md §6).
    ChainWriter(base::FileSystem& disk, const LogConfig& config, const ClinicId& clinic,
                const base::Uuid& chain, const base::Uuid& stream);

    // Walks the last segment that holds records. Torn bytes are set aside (I6).
    [[nodiscard]] base::Result<> open(std::vector<LogAlarm>& alarms);

    [[nodiscard]] const Head& head() const noexcept { return m_head; }
    [[nodiscard]] const SegmentId& segment() const noexcept { return m_current; }
    [[nodiscard]] const base::Uuid& stream() const noexcept { return m_stream; }
    [[nodiscard]] qint64 end() const noexcept { return m_end; }       // of what is acknowledged
    [[nodiscard]] bool unsettled() const noexcept { return m_dirty; } // bytes may lie beyond it

    // A batch: begin, put …, finish. After an error call undo(); if even that fails, the next
    // begin() tries again first.
    [[nodiscard]] base::Result<> begin();
    [[nodiscard]] base::Result<EntryRef> put(QByteArrayView entry, const Hash& hash,
                                             std::uint64_t seq);
    [[nodiscard]] const Head& pendingHead() const noexcept { return m_newHead; }
    [[nodiscard]] qint64 pendingBytes() const noexcept { return m_newEnd - m_end; }
    [[nodiscard]] base::Result<> finish(); // durable on return
    void undo();

private:
    [[nodiscard]] QString path(const QString& name) const;
    [[nodiscard]] base::Result<bool> openSegment(std::uint32_t number,
                                                 std::vector<LogAlarm>& alarms);
    [[nodiscard]] base::Result<> setTailAside(const WalkEnd& walked, std::vector<LogAlarm>& alarms);
    [[nodiscard]] base::Result<> beginSegment();
    [[nodiscard]] base::Result<> rollBack();
    [[nodiscard]] base::Result<> flush();

    base::FileSystem& m_disk;
    const LogConfig& m_config;
    ClinicId m_clinic;
    base::Uuid m_stream;
    SegmentId m_current;
    std::unique_ptr<base::File> m_file; // of the current segment; null: none yet
    qint64 m_end = 0;                   // after the last acknowledged record
    bool m_dirty = false;               // bytes may lie beyond m_end
    Head m_head;
    Head m_newHead;
    qint64 m_newEnd = 0;
    QByteArray m_buffer;
};

} // namespace chevet::log
