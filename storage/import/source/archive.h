#pragma once
// Members of .zip, .gz and .tar.gz files, one after the other, unpacked in memory and within
// bounds.

#include "import/limits.h"
#include "import/source/byte_stream.h"

#include <QString>

#include <optional>

namespace chevet::import {

class Archive {
public:
    // `path` is a gzip or zip file, as its first bytes said.
    [[nodiscard]] static std::expected<std::unique_ptr<Archive>, Reason>
    open(base::FileSystem& disk, const QString& path, const Limits& limits);
    ~Archive();
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;

    struct Member {
        QString name; // empty for a plain .gz
        qint64 index = 0;
        std::optional<Reason> refused; // do not read it
    };
    // The next member that is not a folder; nothing at the end; an error ends the archive.
    [[nodiscard]] std::expected<std::optional<Member>, Reason> next();
    // The content of the member that next() gave last.
    [[nodiscard]] ByteStream& stream();
    // Of the file on disk, how much has been consumed.
    [[nodiscard]] qint64 consumed() const;

private:
    struct State;
    explicit Archive(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace chevet::import
