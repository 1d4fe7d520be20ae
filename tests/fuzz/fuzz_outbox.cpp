// Segments and marks from hostile bytes: a log is opened on them, read, verified and appended to.
// What was whole stays readable, and what is appended is found again.

#include "log/segment.h"
#include "unit/log/clinic_fixture.h"

using namespace chevet;
using namespace chevet::log;

namespace {

tests::ClinicFixture& clinic() {
    static tests::ClinicFixture fixture;
    return fixture;
}

void require(bool condition) {
    if (!condition)
        std::abort();
}

// A good segment of three entries, for the fuzzer to break.
const QByteArray& goodSegment(const QString& path) {
    static const QByteArray bytes = [&] {
        tests::MemoryDisk disk;
        const auto log = clinic().openLog(disk);
        for (int i = 0; i < 3; ++i)
            require(log->append(clinic().draft(tests::uuidFor("patient"), "x")).has_value());
        return disk.bytes(path);
    }();
    return bytes;
}

} // namespace

// Input: 4 bytes of place, 1 of how, then bytes that overwrite, replace or follow; the marks get
// them too.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 5 || size > 100000)
        return 0;
    const QByteArrayView bytes(reinterpret_cast<const char*>(data) + 5,
                               static_cast<qsizetype>(size) - 5);
    const SegmentId id{.stream = streamOfDevice(clinic().device.sign.publicKey(), 0)};
    const QString path = QStringLiteral("/v/log/") + segmentName(id);
    QByteArray segment = goodSegment(path);
    const auto at =
        static_cast<qsizetype>((data[0] | data[1] << 8U | data[2] << 16U) % (segment.size() + 1));
    const bool whole = data[4] % 4 == 0;
    segment =
        whole ? bytes.toByteArray()
              : segment.first(at) + bytes + (data[4] % 4 == 1 ? segment.sliced(at) : QByteArray());

    tests::MemoryDisk disk;
    require(disk.makeFolder(QStringLiteral("/v/log/") + id.stream.toHex()).has_value());
    require(disk.open(path, base::OpenMode::CreateNew).has_value());
    disk.bytes(path) = segment;
    const QString marks = QStringLiteral("/v/log/outbox");
    require(disk.open(marks, base::OpenMode::CreateNew).has_value());
    disk.bytes(marks) = bytes.toByteArray();

    const auto log = Log::open(disk, {.folder = QStringLiteral("/v/log")}, clinic().membership,
                               clinic().keys, clinic().device.sign);
    require(log.has_value());
    const auto ref = (*log)->append(clinic().draft(tests::uuidFor("patient"), "y"));
    require(ref.has_value() && (*log)->read(*ref).has_value());
    require((*log)->verify(true).has_value());
    return 0;
}
