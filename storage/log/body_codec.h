#pragma once
// BodyCodec: the one way a resource's JSON becomes the frame that is stored in the log and, the
// same bytes, in the view. zstd with the dictionary shipped in resources/dictionary; each frame
// stands alone. Frame = codec number (1 byte) ‖ data; see ENTRY.md §5.

#include "base/result.h"

#include <QByteArray>

namespace chevet::log {

class BodyCodec {
public:
    // Caps on what a frame may expand to. The ratio counts only beyond `ratioFreeBytes`: short,
    // very regular JSON legitimately shrinks to the name of a dictionary match and beyond 200:1.
    static constexpr qsizetype maxPlainBytes = 16LL * 1024 * 1024;
    static constexpr qsizetype maxRatio = 200;
    static constexpr qsizetype ratioFreeBytes = 256LL * 1024;

    // The process-wide codec. Thread-safe: each thread has its own contexts.
    static const BodyCodec& instance();

    // LimitExceeded above maxPlainBytes. A body that compression would not help is stored.
    [[nodiscard]] base::Result<QByteArray> encode(QByteArrayView plain) const;
    // NewerVersion for an unknown codec number, LimitExceeded beyond a cap (nothing is allocated
    // before the caps were checked), Malformed for anything else.
    [[nodiscard]] base::Result<QByteArray> decode(QByteArrayView frame) const;
    // What decode() would give, from the frame's head alone.
    [[nodiscard]] base::Result<qsizetype> plainSize(QByteArrayView frame) const;

private:
    BodyCodec();
};

} // namespace chevet::log
