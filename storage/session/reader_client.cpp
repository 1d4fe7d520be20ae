#include "session/reader_client.h"

#include "session/reader_process.h"

#include <QCoreApplication>

#include <atomic>
#include <optional>

namespace chevet::session {

// Lives on the client's thread. `latest` is the generation of the last open() or close(); work for
// an older one is dropped, also while it is under way.
class ReaderWorker : public QObject {
    Q_OBJECT
public:
    ReaderWorker(QString program, ReaderLimits limits, std::shared_ptr<std::atomic<quint64>> latest)
        : m_program(std::move(program))
        , m_limits(limits)
        , m_latest(std::move(latest)) {}

    void open(quint64 generation, const QByteArray& content) {
        forget();
        m_generation = generation;
        m_content = content;
        if (auto facts = start())
            Q_EMIT opened(generation, *facts);
        else
            failWhole(facts.error());
    }

    void render(quint64 generation, int page, double scale) {
        if (!ready(generation))
            return;
        auto image = m_process->render(page, scale);
        if (image)
            Q_EMIT rendered(generation, *image);
        else
            failPage(page, image.error());
    }

    void text(quint64 generation, int page) {
        if (!ready(generation))
            return;
        auto words = m_process->text(page);
        if (words)
            Q_EMIT textRead(generation, page, *words);
        else
            failPage(page, words.error());
    }

    void forget() {
        m_process.reset();
        m_content = {};
        m_generation = 0;
    }

Q_SIGNALS:
    void opened(quint64 generation, const chevet::session::DocumentFacts& facts);
    void rendered(quint64 generation, const chevet::session::DocumentPage& page);
    void textRead(quint64 generation, int page, const QString& text);
    void failed(quint64 generation, int page, const chevet::base::Error& error);

private:
    [[nodiscard]] bool isStale() const { return m_latest->load() != m_generation; }

    base::Result<DocumentFacts> start() {
        m_process =
            std::make_unique<ReaderProcess>(m_program, m_limits, [this] { return isStale(); });
        return m_process->open(m_content);
    }

    // A process that died on one page is started again for the next one.
    bool ready(quint64 generation) {
        if (generation != m_generation || isStale() || !m_process)
            return false;
        if (m_process->isAlive())
            return true;
        auto facts = start();
        if (!facts)
            failWhole(facts.error());
        return facts.has_value();
    }

    void failPage(int page, const base::Error& error) {
        if (!isStale())
            Q_EMIT failed(m_generation, page, error);
    }

    void failWhole(const base::Error& error) {
        const quint64 generation = m_generation;
        const bool stale = isStale();
        forget();
        if (!stale)
            Q_EMIT failed(generation, -1, error);
    }

    QString m_program;
    ReaderLimits m_limits;
    std::shared_ptr<std::atomic<quint64>> m_latest;
    std::unique_ptr<ReaderProcess> m_process;
    QByteArray m_content;
    quint64 m_generation = 0;
};

QString readerProgram() {
    return QCoreApplication::applicationDirPath() + QStringLiteral("/chevet-reader");
}

ReaderClient::ReaderClient(QString program, ReaderLimits limits, QObject* parent)
    : QObject(parent)
    , m_latest(std::make_shared<std::atomic<quint64>>(0)) {
    m_worker = new ReaderWorker(program.isEmpty() ? readerProgram() : std::move(program), limits,
                                m_latest);
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    const auto current = [this](quint64 generation) { return m_latest->load() == generation; };
    connect(m_worker, &ReaderWorker::opened, this,
            [=, this](quint64 generation, const DocumentFacts& facts) {
                if (current(generation))
                    Q_EMIT opened(facts);
            });
    connect(m_worker, &ReaderWorker::rendered, this,
            [=, this](quint64 generation, const DocumentPage& page) {
                if (current(generation))
                    Q_EMIT rendered(page);
            });
    connect(m_worker, &ReaderWorker::textRead, this,
            [=, this](quint64 generation, int page, const QString& words) {
                if (current(generation))
                    Q_EMIT text(page, words);
            });
    connect(m_worker, &ReaderWorker::failed, this,
            [=, this](quint64 generation, int page, const base::Error& error) {
                if (current(generation))
                    Q_EMIT failed(page, error);
            });
    m_thread.setObjectName(QStringLiteral("reader"));
    m_thread.start();
}

ReaderClient::~ReaderClient() {
    m_latest->fetch_add(1); // whatever is under way stops at its next look
    m_thread.quit();
    m_thread.wait();
}

void ReaderClient::open(const QByteArray& content) {
    const quint64 generation = m_latest->fetch_add(1) + 1;
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, generation, content] { worker->open(generation, content); });
}

void ReaderClient::render(int page, double scale) {
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, generation = m_latest->load(), page,
                                         scale] { worker->render(generation, page, scale); });
}

void ReaderClient::requestText(int page) {
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, generation = m_latest->load(), page] {
        worker->text(generation, page);
    });
}

void ReaderClient::close() {
    m_latest->fetch_add(1);
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->forget(); });
}

} // namespace chevet::session

#include "reader_client.moc"
