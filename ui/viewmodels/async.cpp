#include "ui/viewmodels/async.h"

namespace chevet::viewmodels {

AsyncDoor::AsyncDoor(std::shared_ptr<VaultDoor> door, QObject* parent)
    : QObject(parent)
    , m_door(std::move(door)) {
    m_readers.setMaxThreadCount(std::max(2, QThread::idealThreadCount()));
    m_writer.setMaxThreadCount(1);
}

AsyncDoor::~AsyncDoor() {
    close();
    m_readers.waitForDone();
    m_writer.waitForDone();
}

void AsyncDoor::close() {
    if (m_closed)
        return;
    m_closed = true;
    m_readers.clear();
    m_writer.clear();
    // Locking waits for running reads inside the session; off the GUI thread (I11).
    QThreadPool::globalInstance()->start([door = m_door] { door->lock(); });
}

} // namespace chevet::viewmodels
