// Frames from hostile bytes, and bodies through the compressor and back.

#include "log/body_codec.h"

using chevet::log::BodyCodec;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArrayView bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const BodyCodec& codec = BodyCodec::instance();
    const auto plain = codec.decode(bytes);
    if (plain && (plain->size() > BodyCodec::maxPlainBytes ||
                  plain->size() != codec.plainSize(bytes).value()))
        std::abort();
    const auto frame = codec.encode(bytes);
    const auto back = frame ? codec.decode(*frame) : frame;
    if (!back || *back != bytes.toByteArray())
        std::abort();
    return 0;
}
