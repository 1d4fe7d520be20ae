#include "import/source/byte_stream.h"

#include "import/json/scanner.h"

#include <cstring>

namespace chevet::import {

namespace {

constexpr qsizetype firstBlock = 256 << 10;

class FileStream final : public ByteStream {
public:
    explicit FileStream(std::unique_ptr<base::File> file)
        : m_file(std::move(file)) {}

    [[nodiscard]] std::expected<qsizetype, Reason> read(char* to, qsizetype size) override {
        const auto bytes = m_file->readAt(m_offset, size);
        if (!bytes)
            return std::unexpected(Reason::Unreadable);
        std::memcpy(to, bytes->constData(), static_cast<std::size_t>(bytes->size()));
        m_offset += bytes->size();
        return bytes->size();
    }

    [[nodiscard]] qint64 sizeHint() const override { return m_file->size().value_or(0) - m_offset; }

private:
    std::unique_ptr<base::File> m_file;
    qint64 m_offset = 0;
};

} // namespace

std::expected<std::unique_ptr<ByteStream>, Reason> openFile(base::FileSystem& disk,
                                                            const QString& path) {
    auto file = disk.open(path, base::OpenMode::Read);
    if (!file)
        return std::unexpected(file.error().code == base::ErrorCode::NotFound ? Reason::NotFound
                                                                              : Reason::Unreadable);
    return std::make_unique<FileStream>(std::move(*file));
}

std::expected<QByteArray, Reason> readUpTo(ByteStream& stream, qint64 limit) {
    QByteArray bytes;
    qsizetype block = qMax<qint64>(firstBlock, stream.sizeHint() + 1);
    qsizetype had = 0;
    while (had < limit) {
        const qsizetype want = qMin<qint64>(block, limit - had);
        bytes.resize(had + want + json::padding);
        const auto got = stream.read(bytes.data() + had, want);
        if (!got)
            return std::unexpected(got.error());
        if (*got == 0)
            break;
        had += *got;
        block = qMax(firstBlock, had);
    }
    bytes.resize(had + json::padding);
    bytes.truncate(had);
    return bytes;
}

} // namespace chevet::import
