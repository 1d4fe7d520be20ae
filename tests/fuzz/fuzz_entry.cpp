// Entries, payloads, ops and membership statements from hostile bytes. The first byte chooses which
// reader gets the rest, so that the parsers behind the signature and the cipher are reached too.

#include "log/op_codec.h"
#include "log/payload.h"
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

// Whatever is accepted has exactly one encoding.
void ops(QByteArrayView bytes) {
    const auto decoded = decodeOps(bytes, std::nullopt);
    if (!decoded)
        return;
    const auto again = decodeOps(encodeOps(*decoded), std::nullopt);
    require(again && *again == *decoded);
}

void payload(QByteArrayView bytes) {
    std::vector<base::Uuid> unreadable;
    const crypto::Nonce nonce{};
    const auto decoded = decodePayload(bytes, clinic().keys, nonce, unreadable);
    if (decoded && unreadable.empty())
        require(encodePayload(*decoded, clinic().keys, nonce).has_value() || !decoded->ops.empty());
}

// A payload chosen by the attacker, but rightly signed and sealed: a workstation gone bad.
void insider(QByteArrayView bytes) {
    const PreparedEntry entry{
        .type = EntryType::Ops, .epoch = 1, .nonce = {}, .padded = pad(bytes, std::nullopt)};
    const ChainPlace place{.stream = clinic().membership.devices().front().streams.front(),
                           .seq = 1,
                           .prev = {},
                           .membershipHead = clinic().membership.head()};
    const auto sealed = sealEntry(entry, place, clinic().keys, clinic().device.sign);
    if (sealed)
        (void)openEntry(sealed->bytes, clinic().membership, clinic().keys);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0 || size > 300000)
        return 0;
    const QByteArrayView bytes(reinterpret_cast<const char*>(data) + 1,
                               static_cast<qsizetype>(size) - 1);
    switch (data[0] % 6) {
    case 0:
        (void)openEntry(bytes, clinic().membership, clinic().keys);
        break;
    case 1:
        ops(bytes);
        break;
    case 2:
        payload(bytes);
        break;
    case 3:
        (void)Membership::parse(bytes);
        break;
    case 4:
        insider(bytes);
        break;
    default:
        (void)unpad(bytes);
    }
    return 0;
}
