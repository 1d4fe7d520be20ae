#include "session/reader_process.h"

#include "import/reader/protocol.h"

#include <QDeadlineTimer>
#include <QProcessEnvironment>

namespace chevet::session {
namespace {

namespace reader = import::reader;
using base::ErrorCode;
using base::fail;

constexpr int sliceMilliseconds = 50; // how late a cancellation may be noticed
constexpr auto where = "chevet-reader";

ErrorCode codeOf(reader::Refusal refusal) {
    switch (refusal) {
    case reader::Refusal::Unsupported:
        return ErrorCode::Unsupported;
    case reader::Refusal::Damaged:
    case reader::Refusal::Empty:
        return ErrorCode::Malformed;
    case reader::Refusal::Encrypted:
        return ErrorCode::DecryptFailed;
    case reader::Refusal::TooLarge:
        return ErrorCode::LimitExceeded;
    case reader::Refusal::NoSuchPage:
        return ErrorCode::NotFound;
    case reader::Refusal::Protocol:
        return ErrorCode::ReaderFailed;
    }
    return ErrorCode::ReaderFailed;
}

DocumentKind kindOf(reader::DocumentKind kind) {
    return kind == reader::DocumentKind::Pdf       ? DocumentKind::Pdf
           : kind == reader::DocumentKind::Picture ? DocumentKind::Picture
                                                   : DocumentKind::Text;
}

// Only what the reader needs: its libraries are found as ours are.
QProcessEnvironment bareEnvironment() {
    QProcessEnvironment bare;
    const auto own = QProcessEnvironment::systemEnvironment();
    for (const auto* name : {"LD_LIBRARY_PATH", "QT_PLUGIN_PATH", "LANG", "LC_ALL"})
        if (own.contains(QLatin1String(name)))
            bare.insert(QLatin1String(name), own.value(QLatin1String(name)));
    return bare;
}

} // namespace

struct ReaderProcess::Reply {
    reader::FrameType type = reader::FrameType::Failure;
    QByteArray payload;
};

ReaderProcess::ReaderProcess(const QString& program, const ReaderLimits& limits,
                             Cancelled cancelled)
    : m_program(program)
    , m_limits(limits)
    , m_cancelled(std::move(cancelled)) {}

ReaderProcess::~ReaderProcess() {
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(1000);
}

bool ReaderProcess::isAlive() const {
    return m_process.state() == QProcess::Running;
}

base::Result<DocumentFacts> ReaderProcess::open(const QByteArray& content) {
    if (content.size() > reader::maximumDocument)
        return fail(ErrorCode::LimitExceeded, QLatin1String(where), QStringLiteral("bytes"));
    m_process.setProcessEnvironment(bareEnvironment());
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.start(m_program, {QStringLiteral("--memory"), QString::number(m_limits.memoryBytes),
                                QStringLiteral("--cpu"), QString::number(m_limits.cpuSeconds)});
    if (!m_process.waitForStarted(m_limits.openMilliseconds))
        return giveUp(ErrorCode::ReaderFailed, "does not start");
    auto reply =
        ask(reader::encodeFrame(reader::FrameType::Open, content), m_limits.openMilliseconds);
    if (!reply)
        return std::unexpected(reply.error());
    auto facts = reply->type == reader::FrameType::Facts
                     ? reader::decodeFacts(reply->payload)
                     : base::Result<reader::Facts>(giveUp(ErrorCode::ReaderFailed, "facts"));
    if (!facts)
        return giveUp(ErrorCode::ReaderFailed, "facts");
    m_pages = facts->pages;
    return DocumentFacts{kindOf(facts->kind), facts->cut, facts->pages};
}

base::Result<DocumentPage> ReaderProcess::render(int page, double scale) {
    if (page < 0 || page >= m_pages.size())
        return fail(ErrorCode::NotFound, QLatin1String(where));
    auto reply = ask(encode(reader::RenderRequest{static_cast<quint32>(page), scale}),
                     m_limits.pageMilliseconds);
    if (!reply)
        return std::unexpected(reply.error());
    if (reply->type != reader::FrameType::Image)
        return giveUp(ErrorCode::ReaderFailed, "image");
    auto image = reader::decodeImage(reply->payload);
    // Exactly the picture asked for: a reader gone over to a document cannot choose what is
    // allocated or shown where.
    if (!image || image->page != static_cast<quint32>(page) ||
        QSize(image->width, image->height) != reader::pixelsOf(m_pages.at(page), scale))
        return giveUp(ErrorCode::ReaderFailed, "image");
    return DocumentPage{page, image->width, image->height, std::move(image->rgba)};
}

base::Result<QString> ReaderProcess::text(int page) {
    if (page < 0 || page >= m_pages.size())
        return fail(ErrorCode::NotFound, QLatin1String(where));
    auto reply =
        ask(reader::encodeTextRequest(static_cast<quint32>(page)), m_limits.pageMilliseconds);
    if (!reply)
        return std::unexpected(reply.error());
    auto words = reader::decodeText(reply->payload);
    if (reply->type != reader::FrameType::PageText || !words ||
        words->page != static_cast<quint32>(page))
        return giveUp(ErrorCode::ReaderFailed, "text");
    return std::move(words->text);
}

base::Result<ReaderProcess::Reply> ReaderProcess::ask(const QByteArray& frame, int milliseconds) {
    if (!isAlive())
        return giveUp(ErrorCode::ReaderFailed, "ended");
    const QDeadlineTimer deadline(milliseconds);
    m_process.write(frame);
    CHEVET_TRY(awaitBytes(reader::headerBytes, deadline));
    const auto header = reader::decodeHeader(m_process.read(reader::headerBytes));
    if (!header)
        return giveUp(ErrorCode::ReaderFailed, "frame");
    CHEVET_TRY(awaitBytes(header->length, deadline));
    Reply reply{header->type, m_process.read(header->length)};
    if (reply.type != reader::FrameType::Failure)
        return reply;
    const auto failure = reader::decodeFailure(reply.payload);
    if (!failure)
        return giveUp(ErrorCode::ReaderFailed, "failure");
    return fail(codeOf(failure->refusal), QLatin1String(where),
                QLatin1String(reader::refusalName(failure->refusal)));
}

base::Result<> ReaderProcess::awaitBytes(qint64 count, const QDeadlineTimer& deadline) {
    while (m_process.bytesAvailable() < count) {
        if (m_cancelled && m_cancelled())
            return giveUp(ErrorCode::Cancelled, "cancelled");
        if (deadline.hasExpired())
            return giveUp(ErrorCode::ReaderTimeout, "time limit");
        if (!m_process.waitForReadyRead(sliceMilliseconds) &&
            m_process.state() != QProcess::Running && m_process.bytesAvailable() < count)
            return giveUp(ErrorCode::ReaderFailed, "ended");
    }
    return {};
}

std::unexpected<base::Error> ReaderProcess::giveUp(ErrorCode code, const char* detail) {
    const int status = m_process.state() == QProcess::NotRunning ? m_process.exitCode() : 0;
    m_process.kill();
    m_process.waitForFinished(1000);
    return fail(code, QLatin1String(where), QLatin1String(detail), status);
}

} // namespace chevet::session
