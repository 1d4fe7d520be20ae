#include "ui/viewmodels/async.h"

namespace chevet::viewmodels {

AsyncDoor::AsyncDoor(std::shared_ptr<VaultDoor> door, QObject* parent)
    : QObject(parent)
    , m_door(std::move(door))
    , m_readers(std::make_shared<QThreadPool>())
    , m_writer(std::make_shared<QThreadPool>())
    , m_keeper(std::make_shared<QThreadPool>())
    , m_closing(std::make_shared<std::atomic_bool>(false)) {
    m_readers->setMaxThreadCount(std::max(2, QThread::idealThreadCount()));
    m_writer->setMaxThreadCount(1);
    m_keeper->setMaxThreadCount(1);
}

AsyncDoor::~AsyncDoor() {
    close();
}

void AsyncDoor::close(std::function<void()> wiped) {
    if (m_closed)
        return;
    Q_EMIT aboutToClose();
    m_closed = true;
    *m_closing = true;
    m_readers->clear();
    m_writer->clear();
    // Locking waits for running calls inside the session, and a pool's end for its threads: both
    // off the GUI thread (I11).
    QThreadPool::globalInstance()->start([door = std::move(m_door), readers = m_readers,
                                          writer = m_writer, keeper = m_keeper,
                                          wiped = std::move(wiped)]() mutable {
        keeper->waitForDone();
        door->lock();
        readers->waitForDone();
        writer->waitForDone();
        door.reset();
        if (wiped)
            QMetaObject::invokeMethod(qApp, std::move(wiped), Qt::QueuedConnection);
    });
}

} // namespace chevet::viewmodels
