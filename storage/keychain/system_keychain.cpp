#include "keychain/system_keychain.h"

#include <QCoreApplication>
#include <QThread>
#include <qt6keychain/keychain.h>

#include <atomic>
#include <condition_variable>
#include <mutex>

namespace chevet::keychain {

using base::ErrorCode;
using crypto::Secret;

namespace {

struct Answer {
    QKeychain::Error error = QKeychain::OtherError;
    QString words;
    std::optional<Secret> value;
};

// Where the caller waits and the job reports. Shared by both, because after a timeout the job may
// still answer to a caller who has left.
class Waiting {
public:
    void report(Answer answer) {
        const std::lock_guard lock(m_mutex);
        m_answer = std::move(answer);
        m_done.notify_all();
    }
    std::optional<Answer> wait(std::chrono::milliseconds timeout) {
        std::unique_lock lock(m_mutex);
        m_done.wait_for(lock, timeout, [this] { return m_answer.has_value(); });
        return std::move(m_answer);
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_done;
    std::optional<Answer> m_answer;
};

base::Error errorOf(QKeychain::Error error, const QString& words) {
    const ErrorCode code = error == QKeychain::EntryNotFound ? ErrorCode::KeychainChanged
                                                             : ErrorCode::KeychainUnavailable;
    return {.code = code, .where = QStringLiteral("keychain"), .detail = words};
}

// QtKeychain's jobs need an event loop and answer when the keychain pleases: they live on a thread
// of their own, so that no caller spins a loop (I11). One thread for the whole process: the library
// queues all jobs in one object that is not made for several.
class JobThread {
public:
    // Null once the application is being destroyed.
    static QObject* worker() {
        static auto* self = new JobThread; // stopped by stop(), then left to the end of the process
        return self->m_stopped ? nullptr : &self->m_worker;
    }

private:
    JobThread() {
        instance = this;
        m_worker.moveToThread(&m_thread);
        m_thread.setObjectName(QStringLiteral("keychain"));
        m_thread.start();
        qAddPostRoutine(stop);
    }
    static void stop() {
        instance->m_stopped = true;
        instance->m_thread.quit();
        instance->m_thread.wait();
    }

    static inline JobThread* instance = nullptr;
    std::atomic_bool m_stopped = false;
    QThread m_thread;
    QObject m_worker; // its thread is where jobs live
};

class QtSystemKeychain final : public SystemKeychain {
public:
    QtSystemKeychain(QString service, std::chrono::milliseconds timeout)
        : m_service(std::move(service))
        , m_timeout(timeout) {}

    [[nodiscard]] base::Result<> store(const QString& name, const Secret& value) override {
        // Named seam (I9): the library wants a QByteArray; base64, because back ends keep text.
        auto bytes = std::make_shared<Secret>(encoded(value));
        CHEVET_TRY(run([service = m_service, name, bytes](const std::shared_ptr<Waiting>& waiting) {
            auto* job = new QKeychain::WritePasswordJob(service);
            QByteArray data = bytes->view().toByteArray();
            job->setBinaryData(data);
            QObject::connect(
                job, &QKeychain::Job::finished, job, [waiting, data](QKeychain::Job* done) mutable {
                    (void)Secret::takeFrom(data);
                    waiting->report(
                        {.error = done->error(), .words = done->errorString(), .value = {}});
                });
            start(job, name);
        }));
        return {};
    }

    [[nodiscard]] base::Result<Secret> load(const QString& name) override {
        CHEVET_TRY_ASSIGN(Answer answer,
                          run([service = m_service, name](const std::shared_ptr<Waiting>& waiting) {
                              auto* job = new QKeychain::ReadPasswordJob(service);
                              QObject::connect(job, &QKeychain::Job::finished, job,
                                               [waiting, job](QKeychain::Job*) {
                                                   QByteArray data = job->binaryData();
                                                   waiting->report(
                                                       {.error = job->error(),
                                                        .words = job->errorString(),
                                                        .value = Secret::takeFrom(data)});
                                               });
                              start(job, name);
                          }));
        return decoded(*answer.value);
    }

    [[nodiscard]] base::Result<> remove(const QString& name) override {
        const auto done = run([service = m_service, name](const std::shared_ptr<Waiting>& waiting) {
            auto* job = new QKeychain::DeletePasswordJob(service);
            QObject::connect(job, &QKeychain::Job::finished, job,
                             [waiting](QKeychain::Job* finished) {
                                 waiting->report({.error = finished->error(),
                                                  .words = finished->errorString(),
                                                  .value = {}});
                             });
            start(job, name);
        });
        if (!done && done.error().code != ErrorCode::KeychainChanged)
            return std::unexpected(done.error());
        return {};
    }

private:
    using Job = std::function<void(const std::shared_ptr<Waiting>&)>;

    base::Result<Answer> run(const Job& job) {
        QObject* worker = JobThread::worker();
        if (worker == nullptr)
            return base::fail(ErrorCode::KeychainUnavailable, QStringLiteral("keychain"));
        Q_ASSERT(QThread::currentThread() != worker->thread());
        auto waiting = std::make_shared<Waiting>();
        QMetaObject::invokeMethod(
            worker, [job, waiting] { job(waiting); }, Qt::QueuedConnection);
        std::optional<Answer> answer = waiting->wait(m_timeout);
        if (!answer)
            return base::fail(ErrorCode::KeychainUnavailable, QStringLiteral("keychain"),
                              QStringLiteral("no answer"));
        if (answer->error != QKeychain::NoError)
            return std::unexpected(errorOf(answer->error, answer->words));
        return std::move(*answer);
    }

    static void start(QKeychain::Job* job, const QString& name) {
        job->setInsecureFallback(false);
        job->setKey(name);
        job->start(); // deletes itself once finished
    }

    static Secret encoded(const Secret& value);
    static base::Result<Secret> decoded(const Secret& text);

    QString m_service;
    std::chrono::milliseconds m_timeout;
};

Secret QtSystemKeychain::encoded(const Secret& value) {
    QByteArray text = QByteArray::fromRawData(value.view().data(), value.view().size()).toBase64();
    return Secret::takeFrom(text);
}

base::Result<Secret> QtSystemKeychain::decoded(const Secret& text) {
    auto bytes = QByteArray::fromBase64Encoding(
        QByteArray::fromRawData(text.view().data(), text.view().size()),
        QByteArray::AbortOnBase64DecodingErrors);
    if (!bytes)
        return base::fail(ErrorCode::KeychainChanged, QStringLiteral("keychain"),
                          QStringLiteral("not our entry"));
    return Secret::takeFrom(bytes.decoded);
}

} // namespace

std::unique_ptr<SystemKeychain> makeSystemKeychain(const QString& service,
                                                   std::chrono::milliseconds timeout) {
    return std::make_unique<QtSystemKeychain>(service, timeout);
}

} // namespace chevet::keychain
