#pragma once
// ReaderClient: shows a stranger's document without trusting it. Each document gets a chevet-reader
// process of its own, with no network, no files and limits on time and memory; it is killed when it
// is slow. The document's bytes go through a pipe and never touch the disk (I8).
//
// Threads: make, use and destroy on one thread with an event loop (the GUI's); no call blocks, the
// work is done on a thread of the client's own. Signals arrive on the thread of the object.
// Answers come in the order of the requests. After failed() for a whole document nothing more
// comes.

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QSizeF>
#include <QString>
#include <QThread>

#include <atomic>
#include <memory>

namespace chevet::session {

enum class DocumentKind { Pdf, Picture, Text };

struct DocumentFacts {
    DocumentKind kind = DocumentKind::Text;
    bool cut = false;    // a long text was cut: say so on screen
    QList<QSizeF> pages; // points (1/72 inch), one per page; a picture has 1 pixel per point
};

// Build a QImage over it: QImage(bytes, width, height, 4 * width, QImage::Format_RGBA8888).
struct DocumentPage {
    int page = 0; // from 0
    int width = 0, height = 0;
    QByteArray rgba; // not premultiplied, no padding between rows
};

struct ReaderLimits {
    int openMilliseconds = 10'000;
    int pageMilliseconds = 10'000;
    qint64 memoryBytes = 1LL << 30;
    int cpuSeconds = 120; // of the whole process
};

class ReaderWorker;

class ReaderClient : public QObject {
    Q_OBJECT
public:
    // `program` empty: chevet-reader beside the running program.
    explicit ReaderClient(QString program = {}, ReaderLimits limits = {},
                          QObject* parent = nullptr);
    ~ReaderClient() override; // kills the process and waits for the thread

    // Replaces the current document: what was asked of the former one is dropped without answer.
    void open(const QByteArray& content);
    void render(int page, double scale); // pixels per point; brought down to the reader's limits
    void requestText(int page);
    void close(); // ends the process, forgets the bytes

Q_SIGNALS:
    void opened(const chevet::session::DocumentFacts& facts);
    void rendered(const chevet::session::DocumentPage& page);
    void text(int page, const QString& text);
    // Unsupported, Malformed (damaged), DecryptFailed (needs a password), LimitExceeded, NotFound
    // (page), ReaderTimeout, ReaderFailed. `page` is -1 when the whole document cannot be shown any
    // more.
    void failed(int page, const chevet::base::Error& error);

private:
    QThread m_thread;
    ReaderWorker* m_worker = nullptr;               // lives on m_thread
    std::shared_ptr<std::atomic<quint64>> m_latest; // number of the last open() or close()
};

// The reader's full path, as ReaderClient uses it: beside the running program.
[[nodiscard]] QString readerProgram();

} // namespace chevet::session
