#include "import/fhir/cut_attachments.h"

#include "import/attachment.h"

namespace chevet::import::fhir {

namespace {

using json::Value;

void appendToken(QByteArray& pointer, QByteArray token) {
    token.replace('~', "~0").replace('/', "~1");
    pointer += '/' + token;
}

// The way down to a node: each step is the child whose range holds it. `parent` gets the last
// object.
QByteArray pointerTo(const Value& resource, quint32 node, Value& parent) {
    QByteArray pointer;
    Value at = resource;
    while (at && at.index() != node) {
        parent = at;
        qsizetype number = 0;
        Value child = at.first();
        while (child && child.node().next <= node) {
            child = child.sibling(at);
            ++number;
        }
        if (!child)
            return {};
        appendToken(pointer,
                    at.isArray() ? QByteArray::number(number) : json::unescape(child.key()));
        at = child;
    }
    return pointer;
}

} // namespace

void cutAttachments(const json::Tape& tape, const Value& resource,
                    const std::vector<quint32>& candidates, const Limits& limits,
                    ProposedResource& out) {
    const std::string_view whole = resource.raw();
    const quint32 base = resource.node().begin;
    quint32 from = 0;
    qint64 pointers = 0;
    for (const quint32 index : candidates) {
        if (out.attachments.size() >= limits.attachments)
            break;
        const json::Node& node = tape.nodes[index];
        const std::string_view text = tape.inner(node);
        Value parent;
        QByteArray pointer = pointerTo(resource, index, parent);
        if (pointer.size() > limits.pointerBytes ||
            pointers + pointer.size() > limits.pointersBytes)
            continue;
        auto decoded = decodeBase64({text.data(), static_cast<qsizetype>(text.size())});
        if (!decoded)
            continue;
        const quint32 to = node.begin + 1 - base;
        out.json.append(whole.data() + from, static_cast<qsizetype>(to - from));
        from = node.end - 1 - base;
        Attachment attachment;
        attachment.offset = out.json.size();
        pointers += pointer.size();
        attachment.pointer = std::move(pointer);
        attachment.contentType = parent["contentType"].bytes();
        attachment.bytes = std::move(decoded->bytes);
        attachment.layout = std::move(decoded->layout);
        out.attachments += std::move(attachment);
    }
    out.json.append(whole.data() + from, static_cast<qsizetype>(whole.size() - from));
}

} // namespace chevet::import::fhir
