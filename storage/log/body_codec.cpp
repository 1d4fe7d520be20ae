#include "log/body_codec.h"

#include <QFile>

#define ZSTD_STATIC_LINKING_ONLY // magicless frames
#include <memory>
#include <zstd.h>

// At file scope, because the macro declares a function of the global namespace.
static void openResources() {
    Q_INIT_RESOURCE(chevet_dictionary);
}

namespace chevet::log {

using base::ErrorCode;
using base::fail;

namespace {

// The first byte of a frame. Never reuse a number; a new dictionary is a new number.
constexpr char stored = 0;
constexpr char zstdFhir1 = 1; // zstd, magicless, dictionary fhir-r4-1.dict

// Chosen by measurement (resources/dictionary/README.md): no level of zstd's is as small at this
// speed. A short match is dear in so short a frame, so nothing below 6 bytes counts as one.
constexpr ZSTD_compressionParameters parameters{.windowLog = 19,
                                                .chainLog = 16,
                                                .hashLog = 16,
                                                .searchLog = 4,
                                                .minMatch = 6,
                                                .targetLength = 16,
                                                .strategy = ZSTD_greedy};

struct Free {
    void operator()(ZSTD_CCtx* context) const noexcept { ZSTD_freeCCtx(context); }
    void operator()(ZSTD_DCtx* context) const noexcept { ZSTD_freeDCtx(context); }
    void operator()(ZSTD_CDict* dictionary) const noexcept { ZSTD_freeCDict(dictionary); }
    void operator()(ZSTD_DDict* dictionary) const noexcept { ZSTD_freeDDict(dictionary); }
};

struct Dictionary {
    Dictionary() {
        openResources();
        QFile file(QStringLiteral(":/chevet/dictionary/fhir-r4-1.dict"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the compression dictionary is not part of this program");
        bytes = file.readAll();
        const auto size = static_cast<std::size_t>(bytes.size());
        compress.reset(ZSTD_createCDict_advanced(bytes.constData(), size, ZSTD_dlm_byRef,
                                                 ZSTD_dct_fullDict, parameters, ZSTD_defaultCMem));
        expand.reset(ZSTD_createDDict(bytes.constData(), size));
        if (!compress || !expand)
            throw std::bad_alloc();
    }
    QByteArray bytes;
    std::unique_ptr<ZSTD_CDict, Free> compress;
    std::unique_ptr<ZSTD_DDict, Free> expand;
};

const Dictionary& dictionary() {
    static const Dictionary shared; // read-only once made: safe in every thread
    return shared;
}

ZSTD_CCtx* compressor() {
    thread_local const std::unique_ptr<ZSTD_CCtx, Free> context = [] {
        std::unique_ptr<ZSTD_CCtx, Free> made(ZSTD_createCCtx());
        if (!made)
            throw std::bad_alloc();
        ZSTD_CCtx_setParameter(made.get(), ZSTD_c_format, ZSTD_f_zstd1_magicless);
        ZSTD_CCtx_setParameter(made.get(), ZSTD_c_dictIDFlag, 0); // the codec number names it
        ZSTD_CCtx_setParameter(made.get(), ZSTD_c_checksumFlag,
                               0); // always inside something authenticated
        ZSTD_CCtx_refCDict(made.get(), dictionary().compress.get());
        return made;
    }();
    return context.get();
}

ZSTD_DCtx* expander() {
    thread_local const std::unique_ptr<ZSTD_DCtx, Free> context = [] {
        std::unique_ptr<ZSTD_DCtx, Free> made(ZSTD_createDCtx());
        if (!made)
            throw std::bad_alloc();
        ZSTD_DCtx_setParameter(made.get(), ZSTD_d_format, ZSTD_f_zstd1_magicless);
        ZSTD_DCtx_refDDict(made.get(), dictionary().expand.get());
        return made;
    }();
    return context.get();
}

QByteArray storedFrame(QByteArrayView plain) {
    QByteArray frame;
    frame.reserve(plain.size() + 1);
    frame += stored;
    frame += plain;
    return frame;
}

// The size a zstd frame declares; the frame must declare one and be alone.
base::Result<qsizetype> declaredSize(QByteArrayView data) {
    ZSTD_frameHeader header;
    const auto length = static_cast<std::size_t>(data.size());
    if (ZSTD_getFrameHeader_advanced(&header, data.data(), length, ZSTD_f_zstd1_magicless) != 0)
        return fail(ErrorCode::Malformed, QStringLiteral("frame"));
    if (header.frameContentSize == ZSTD_CONTENTSIZE_UNKNOWN || header.frameType != ZSTD_frame)
        return fail(ErrorCode::Malformed, QStringLiteral("frame size"));
    const auto size = header.frameContentSize;
    const auto cap = std::max<unsigned long long>(BodyCodec::ratioFreeBytes,
                                                  static_cast<unsigned long long>(data.size()) *
                                                      BodyCodec::maxRatio);
    if (size > static_cast<unsigned long long>(BodyCodec::maxPlainBytes) || size > cap)
        return fail(ErrorCode::LimitExceeded, QStringLiteral("frame"), QString::number(size));
    return static_cast<qsizetype>(size);
}

} // namespace

BodyCodec::BodyCodec() {
    dictionary();
}

const BodyCodec& BodyCodec::instance() {
    static const BodyCodec codec;
    return codec;
}

base::Result<QByteArray> BodyCodec::encode(QByteArrayView plain) const {
    if (plain.size() > maxPlainBytes)
        return fail(ErrorCode::LimitExceeded, QStringLiteral("body"),
                    QString::number(plain.size()));
    const std::size_t bound = ZSTD_compressBound(static_cast<std::size_t>(plain.size()));
    QByteArray frame(static_cast<qsizetype>(bound) + 1, Qt::Uninitialized);
    frame[0] = zstdFhir1;
    const std::size_t size = ZSTD_compress2(compressor(), frame.data() + 1, bound, plain.data(),
                                            static_cast<std::size_t>(plain.size()));
    // A frame that decode() would refuse is stored as it is: what goes in must come out.
    if (ZSTD_isError(size) || static_cast<qsizetype>(size) >= plain.size() ||
        plain.size() > std::max(ratioFreeBytes, static_cast<qsizetype>(size) * maxRatio))
        return storedFrame(plain);
    frame.truncate(static_cast<qsizetype>(size) + 1);
    frame.squeeze();
    return frame;
}

base::Result<qsizetype> BodyCodec::plainSize(QByteArrayView frame) const {
    if (frame.isEmpty())
        return fail(ErrorCode::Malformed, QStringLiteral("frame"));
    if (frame.front() == stored) {
        if (frame.size() - 1 > maxPlainBytes)
            return fail(ErrorCode::LimitExceeded, QStringLiteral("frame"));
        return frame.size() - 1;
    }
    if (frame.front() != zstdFhir1)
        return fail(ErrorCode::NewerVersion, QStringLiteral("frame"));
    return declaredSize(frame.sliced(1));
}

base::Result<QByteArray> BodyCodec::decode(QByteArrayView frame) const {
    CHEVET_TRY_ASSIGN(const qsizetype size, plainSize(frame));
    const QByteArrayView data = frame.sliced(1);
    if (frame.front() == stored)
        return data.toByteArray();
    QByteArray plain(size, Qt::Uninitialized);
    const std::size_t done =
        ZSTD_decompressDCtx(expander(), plain.data(), static_cast<std::size_t>(size), data.data(),
                            static_cast<std::size_t>(data.size()));
    if (ZSTD_isError(done) || static_cast<qsizetype>(done) != size)
        return fail(ErrorCode::Malformed, QStringLiteral("frame"));
    return plain;
}

} // namespace chevet::log
