#pragma once
// Bytes in order, from a file or from inside an archive.

#include "base/file_system.h"
#include "import/reason.h"

#include <expected>
#include <memory>

namespace chevet::import {

class ByteStream {
public:
    virtual ~ByteStream() = default;
    // Up to `size` bytes, 0 only at the end; or why no more can be had.
    [[nodiscard]] virtual std::expected<qsizetype, Reason> read(char* to, qsizetype size) = 0;
    // How many bytes there are in all, if that is known before reading; a hint, not a promise.
    [[nodiscard]] virtual qint64 sizeHint() const { return 0; }
};

// A file, through the disk seam.
[[nodiscard]] std::expected<std::unique_ptr<ByteStream>, Reason> openFile(base::FileSystem& disk,
                                                                          const QString& path);

// Reads until `limit` bytes are had or the stream ends; with the JSON scanner's padding behind.
[[nodiscard]] std::expected<QByteArray, Reason> readUpTo(ByteStream& stream, qint64 limit);

} // namespace chevet::import
