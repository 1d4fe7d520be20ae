// chevet-reader: see README.md. Arguments, set by the session: --memory BYTES --cpu SECONDS.

#include "base/sandbox/sandbox.h"
#include "import/pdf/document.h"
#include "import/reader/protocol.h"

#include <QGuiApplication>

#include <cstdio>

namespace {

namespace sandbox = chevet::base::sandbox;
using namespace chevet::import;

constexpr int exitUsage = 1, exitNoSandbox = 2, exitProtocol = 3;

bool readExactly(char* target, size_t count) {
    return std::fread(target, 1, count, stdin) == count;
}

void send(const QByteArray& frame) {
    std::fwrite(frame.constData(), 1, static_cast<size_t>(frame.size()), stdout);
    std::fflush(stdout);
}

reader::Failure protocolFailure(const char* detail) {
    return {reader::Refusal::Protocol, QString::fromLatin1(detail)};
}

class Server {
public:
    // False once the conversation is over.
    bool answerOne() {
        char bytes[reader::headerBytes];
        if (!readExactly(bytes, sizeof bytes))
            return false;
        const auto header = reader::decodeHeader(QByteArrayView(bytes, sizeof bytes));
        if (!header)
            return false;
        QByteArray payload(header->length, Qt::Uninitialized);
        if (!readExactly(payload.data(), header->length))
            return false;
        send(answer(header->type, payload));
        return true;
    }

private:
    QByteArray answer(reader::FrameType type, const QByteArray& payload) {
        if (type == reader::FrameType::Open)
            return open(payload);
        if (!m_document)
            return encode(protocolFailure("no document"));
        if (type == reader::FrameType::Render)
            return render(payload);
        if (type == reader::FrameType::Text)
            return text(payload);
        return encode(protocolFailure("not a request"));
    }

    QByteArray open(const QByteArray& content) {
        if (m_document)
            return encode(protocolFailure("second document"));
        auto opened = pdf::openDocument(content);
        if (!opened)
            return encode(opened.error());
        m_document = std::move(*opened);
        const reader::Facts facts = m_document->facts();
        m_pages = static_cast<quint32>(facts.pages.size());
        return encode(facts);
    }

    QByteArray render(const QByteArray& payload) {
        const auto request = reader::decodeRender(payload);
        if (!request)
            return encode(protocolFailure("render request"));
        if (request->page >= m_pages)
            return encode(reader::Failure{reader::Refusal::NoSuchPage, {}});
        const auto image = m_document->render(request->page, request->scale);
        return image ? encode(*image) : encode(image.error());
    }

    QByteArray text(const QByteArray& payload) {
        const auto page = reader::decodeTextRequest(payload);
        if (!page)
            return encode(protocolFailure("text request"));
        if (*page >= m_pages)
            return encode(reader::Failure{reader::Refusal::NoSuchPage, {}});
        const auto words = m_document->text(*page);
        return words ? encode(*words) : encode(words.error());
    }

    std::unique_ptr<pdf::Document> m_document;
    quint32 m_pages = 0;
};

bool readLimits(const QStringList& arguments, sandbox::Limits& limits) {
    bool memory = false, cpu = false;
    if (arguments.size() == 5 && arguments.at(1) == QLatin1String("--memory") &&
        arguments.at(3) == QLatin1String("--cpu")) {
        limits.memoryBytes = arguments.at(2).toLongLong(&memory);
        limits.cpuSeconds = arguments.at(4).toInt(&cpu);
    }
    return memory && cpu && limits.memoryBytes > 0 && limits.cpuSeconds > 0;
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen"); // whatever the desktop uses: it draws into memory only
    qputenv("QT_NO_GLIB", "1");              // its event loop would want further descriptors
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
    QGuiApplication application(argc, argv);
    sandbox::Limits limits;
    if (!readLimits(QCoreApplication::arguments(), limits)) {
        std::fputs("chevet-reader is started by Chevet; it has no use by hand.\n", stderr);
        return exitUsage;
    }
    pdf::warmUp();
    if (!sandbox::limit(limits) || !sandbox::enter())
        return exitNoSandbox;
    Server server;
    while (server.answerOne()) {
    }
    // Without the destructors of the libraries, which may want files again.
    std::fflush(stdout);
    std::_Exit(std::feof(stdin) ? 0 : exitProtocol);
}
