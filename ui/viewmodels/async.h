#pragma once
// AsyncDoor: calls through the door on worker threads, answers on the GUI thread (I11). No nested
// event loop, no waiting: run() returns at once, `done` is called later or never.
//
// `done` is not called when `context` has died, or when the door was closed in between. Latest
// drops the answers of questions that were asked again since.

#include "ui/viewmodels/door.h"

#include <QCoreApplication>
#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>
#include <type_traits>

namespace chevet::viewmodels {

// One question at a time of a kind: asking again makes the former answer stale.
class Latest {
public:
    quint64 next() { return ++m_generation; }
    void cancel() { ++m_generation; }
    [[nodiscard]] bool isCurrent(quint64 generation) const { return generation == m_generation; }

private:
    quint64 m_generation = 0;
};

// Runs `work` on `pool` and hands its value to `done` on the thread of `context` while that lives.
template <class Work, class Done>
void runAsync(QThreadPool& pool, QObject* context, Work work, Done done) {
    using Answer = std::invoke_result_t<Work>;
    auto box = std::make_shared<std::pair<Work, Done>>(std::move(work), std::move(done));
    // A QObject of the context's thread receives the answer; it dies with the context.
    auto* receiver = new QObject(context);
    QPointer<QObject> guard(receiver);
    pool.start([box, receiver = std::move(guard)] {
        auto answer = std::make_shared<Answer>(box->first());
        QMetaObject::invokeMethod(
            qApp,
            [box, answer, receiver] {
                if (!receiver)
                    return;
                delete receiver.data();
                box->second(std::move(*answer));
            },
            Qt::QueuedConnection);
    });
}

class AsyncDoor : public QObject {
    Q_OBJECT
public:
    explicit AsyncDoor(std::shared_ptr<VaultDoor> door, QObject* parent = nullptr);
    ~AsyncDoor() override;

    // Quick, in-memory facts may be read directly: VaultDoor keeps them apart from the locks that
    // slow calls hold.
    [[nodiscard]] const VaultDoor& facts() const noexcept { return *m_door; }
    [[nodiscard]] bool isOpen() const noexcept { return !m_closed; }

    // work: base::Result<T>(VaultDoor&); done: void(base::Result<T>). Reads run several at once.
    template <class Work, class Done>
    void read(QObject* context, Work work, Done done) {
        start(*m_readers, context, std::move(work), std::move(done));
    }
    // Writes run one after the other, in the order of the calls.
    template <class Work, class Done>
    void write(QObject* context, Work work, Done done) {
        start(*m_writer, context, std::move(work), std::move(done));
    }

    // What somebody typed is kept even when the door closes at that moment: runs in order, and keys
    // are wiped only after it has ended.
    template <class Work, class Done>
    void keep(QObject* context, Work work, Done done) {
        start(*m_keeper, context, std::move(work), std::move(done));
    }

    // Locks the door now; nothing is answered any more. Returns at once: keys are wiped as soon as
    // the running calls have returned, and then `wiped` is called on the GUI thread, also when this
    // object is gone. Long calls look at closing() and end early.
    void close(std::function<void()> wiped = {});
    [[nodiscard]] std::shared_ptr<const std::atomic_bool> closing() const { return m_closing; }

Q_SIGNALS:
    void patientsChanged(); // after an import
    void aboutToClose();    // the last moment to keep() something

private:
    template <class Work, class Done>
    void start(QThreadPool& pool, QObject* context, Work work, Done done) {
        if (m_closed)
            return;
        QPointer<AsyncDoor> self(this);
        runAsync(
            pool, context,
            [door = m_door, work = std::move(work)]() mutable { return work(*door); },
            [self, done = std::move(done)](auto answer) mutable {
                if (self && self->isOpen())
                    done(std::move(answer));
            });
    }

    std::shared_ptr<VaultDoor> m_door;
    std::shared_ptr<QThreadPool> m_readers, m_writer, m_keeper;
    std::shared_ptr<std::atomic_bool> m_closing;
    bool m_closed = false;
};

} // namespace chevet::viewmodels
