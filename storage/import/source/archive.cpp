#include "import/source/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <cstdio>

namespace chevet::import {

namespace {
constexpr qsizetype blockSize = 256 << 10;
} // namespace

struct Archive::State final : ByteStream {
    State(std::unique_ptr<base::File> opened, qint64 bytes, const Limits& bounds)
        : file(std::move(opened))
        , size(bytes)
        , limits(bounds)
        , handle(archive_read_new()) {}
    ~State() override { archive_read_free(handle); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    [[nodiscard]] std::expected<qsizetype, Reason> read(char* to, qsizetype length) override;
    [[nodiscard]] bool begin();
    [[nodiscard]] Reason whyBroken() const;
    [[nodiscard]] bool isBomb() const;

    std::unique_ptr<base::File> file;
    qint64 size;
    Limits limits;
    struct archive* handle;
    QByteArray block;
    qint64 offset = 0;   // in the file, of the next block
    qint64 unpacked = 0; // over all members
    qint64 members = 0;
    bool diskFailed = false;
};

namespace {

// Callbacks of libarchive; `data` is the State.
template <class T>
T* as(void* data) {
    return static_cast<T*>(data);
}

} // namespace

bool Archive::State::begin() {
    archive_read_support_filter_gzip(handle);
    archive_read_support_format_zip(handle);
    archive_read_support_format_tar(handle);
    archive_read_support_format_raw(handle);
    archive_read_set_callback_data(handle, this);
    archive_read_set_read_callback(
        handle, [](struct archive*, void* data, const void** buffer) -> la_ssize_t {
            auto* const self = as<Archive::State>(data);
            auto bytes = self->file->readAt(self->offset, blockSize);
            self->diskFailed = !bytes;
            if (!bytes)
                return -1;
            self->block = std::move(*bytes);
            self->offset += self->block.size();
            *buffer = self->block.constData();
            return self->block.size();
        });
    archive_read_set_seek_callback(
        handle, [](struct archive*, void* data, la_int64_t to, int whence) -> la_int64_t {
            auto* const self = as<Archive::State>(data);
            const qint64 from = whence == SEEK_SET   ? 0
                                : whence == SEEK_END ? self->size
                                                     : self->offset;
            self->offset = qBound<qint64>(0, from + to, self->size);
            return self->offset;
        });
    return archive_read_open1(handle) == ARCHIVE_OK;
}

Reason Archive::State::whyBroken() const {
    if (diskFailed)
        return Reason::Unreadable;
    return archive_read_has_encrypted_entries(handle) > 0 ? Reason::ArchiveEncrypted
                                                          : Reason::ArchiveDamaged;
}

bool Archive::State::isBomb() const {
    return unpacked > limits.archiveTotalBytes || members > limits.archiveMembers ||
           (unpacked > limits.archiveFreeBytes && unpacked / limits.archiveRatio > size);
}

std::expected<qsizetype, Reason> Archive::State::read(char* to, qsizetype length) {
    const la_ssize_t got = archive_read_data(handle, to, static_cast<std::size_t>(length));
    if (got < 0)
        return std::unexpected(whyBroken());
    unpacked += got;
    if (isBomb())
        return std::unexpected(Reason::ArchiveBomb);
    return got;
}

std::expected<std::unique_ptr<Archive>, Reason>
Archive::open(base::FileSystem& disk, const QString& path, const Limits& limits) {
    auto file = disk.open(path, base::OpenMode::Read);
    if (!file)
        return std::unexpected(Reason::Unreadable);
    const auto size = (*file)->size();
    if (!size)
        return std::unexpected(Reason::Unreadable);
    auto state = std::make_unique<State>(std::move(*file), *size, limits);
    if (!state->begin())
        return std::unexpected(state->whyBroken());
    return std::unique_ptr<Archive>(new Archive(std::move(state)));
}

Archive::Archive(std::unique_ptr<State> state)
    : m_state(std::move(state)) {}

Archive::~Archive() = default;

namespace {

bool isSafe(const QString& name) {
    if (name.startsWith(QLatin1Char('/')) || name.contains(QLatin1Char('\\')) ||
        name.contains(QChar(u'\0')) || (name.size() > 1 && name[1] == QLatin1Char(':')))
        return false;
    return !name.split(QLatin1Char('/')).contains(QStringLiteral(".."));
}

QString nameOf(struct archive_entry* entry) {
    if (const char* utf8 = archive_entry_pathname_utf8(entry))
        return QString::fromUtf8(utf8);
    const char* raw = archive_entry_pathname(entry);
    return raw != nullptr ? QString::fromLocal8Bit(raw) : QStringLiteral("?");
}

} // namespace

std::expected<std::optional<Archive::Member>, Reason> Archive::next() {
    struct archive_entry* entry = nullptr;
    for (;;) {
        const int result = archive_read_next_header(m_state->handle, &entry);
        if (result == ARCHIVE_EOF)
            return std::nullopt;
        if (result < ARCHIVE_WARN || entry == nullptr)
            return std::unexpected(m_state->whyBroken());
        if (++m_state->members > m_state->limits.archiveMembers)
            return std::unexpected(Reason::ArchiveBomb);
        if (archive_entry_filetype(entry) != AE_IFDIR)
            break;
    }
    Member member;
    member.index = m_state->members;
    const bool raw = archive_format(m_state->handle) == ARCHIVE_FORMAT_RAW;
    member.name = raw ? QString() : nameOf(entry);
    const bool regular =
        raw || archive_entry_filetype(entry) == AE_IFREG || archive_entry_filetype(entry) == 0;
    if (archive_entry_is_data_encrypted(entry) > 0)
        member.refused = Reason::ArchiveEncrypted;
    else if (!regular || archive_entry_hardlink(entry) != nullptr || !isSafe(member.name))
        member.refused = Reason::ArchiveUnsafePath;
    return member;
}

ByteStream& Archive::stream() {
    return *m_state;
}

qint64 Archive::consumed() const {
    return qMin(m_state->offset, m_state->size);
}

} // namespace chevet::import
