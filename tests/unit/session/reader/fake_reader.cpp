// Readers that a hostile document might have turned into: each breaks the pipe's rules in its own
// way.
#include "import/reader/protocol.h"

#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <thread>

namespace reader = chevet::import::reader;

namespace {

constexpr std::string_view mode = FAKE_MODE;

void send(const QByteArray& frame) {
    std::fwrite(frame.constData(), 1, static_cast<size_t>(frame.size()), stdout);
    std::fflush(stdout);
}

bool receive(reader::Header& header) {
    char bytes[reader::headerBytes];
    if (std::fread(bytes, 1, sizeof bytes, stdin) != sizeof bytes)
        return false;
    header = *reader::decodeHeader(QByteArrayView(bytes, sizeof bytes));
    QByteArray payload(header.length, Qt::Uninitialized);
    return std::fread(payload.data(), 1, header.length, stdin) == header.length;
}

} // namespace

int main() {
    reader::Header header;
    while (receive(header)) {
        if (header.type == reader::FrameType::Open) {
            send(encode(reader::Facts{reader::DocumentKind::Pdf, false, {{100, 100}, {100, 100}}}));
            continue;
        }
        if (mode == "silent")
            std::this_thread::sleep_for(std::chrono::hours(1));
        if (mode == "crashing")
            std::abort();
        if (mode == "lying") // another picture than the one asked for
            send(encode(reader::Image{1, 3, 3, QByteArray(36, 'x')}));
        if (mode == "chatty") // a frame no reply may have
            send(reader::encodeHeader(reader::FrameType::Image, 0xfffffff0));
    }
    return 0;
}
