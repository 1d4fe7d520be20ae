#pragma once
// One chevet-reader process holding one document. Every call blocks, for at most its time limit:
// use it on a worker thread (ReaderClient does). Made, used and destroyed on one thread.

#include "session/reader_client.h"

#include <QDeadlineTimer>
#include <QProcess>

#include <functional>

namespace chevet::session {

class ReaderProcess {
public:
    using Cancelled = std::function<bool()>; // asked about every 50 ms while waiting

    ReaderProcess(const QString& program, const ReaderLimits& limits, Cancelled cancelled);
    ~ReaderProcess(); // kills

    // Starts the process and hands it the document. Once per object.
    [[nodiscard]] base::Result<DocumentFacts> open(const QByteArray& content);
    [[nodiscard]] base::Result<DocumentPage> render(int page, double scale);
    [[nodiscard]] base::Result<QString> text(int page);

    // False after a timeout, a crash or a broken promise: the process is gone.
    [[nodiscard]] bool isAlive() const;

private:
    struct Reply;
    [[nodiscard]] base::Result<Reply> ask(const QByteArray& frame, int milliseconds);
    [[nodiscard]] base::Result<> awaitBytes(qint64 count, const QDeadlineTimer& deadline);
    [[nodiscard]] std::unexpected<base::Error> giveUp(base::ErrorCode code, const char* detail);

    QString m_program;
    ReaderLimits m_limits;
    Cancelled m_cancelled;
    QProcess m_process;
    QList<QSizeF> m_pages;
};

} // namespace chevet::session
