#include "import/single_resource.h"

#include "import/fhir/resource_reader.h"
#include "import/json/fast_text.h"
#include "import/json/scanner.h"

namespace chevet::import {

namespace {

std::unexpected<SingleRefusal> refuse(Reason reason, qsizetype offset) {
    return std::unexpected(SingleRefusal{reason, QStringLiteral("byte %1").arg(offset)});
}

} // namespace

std::expected<SingleResource, SingleRefusal> readSingle(const QByteArray& json,
                                                        const Limits& limits) {
    if (json.isEmpty())
        return refuse(Reason::Empty, 0);
    if (json.size() > limits.resourceBytes)
        return refuse(Reason::TooLarge, 0);
    const QByteArray text = json::padded(json);
    const QByteArrayView view = QByteArrayView(text).first(json.size());
    if (!json::isUtf8(view))
        return refuse(Reason::NotUtf8, 0);
    json::Scanner scanner(limits.depth);
    json::Tape tape;
    if (const auto error = scanner.scan(view, tape))
        return refuse(error->reason, error->offset);
    if (tape.flawed)
        return refuse(tape.flaw.reason, tape.flaw.offset);
    const json::Value root{tape, 0};
    if (root["resourceType"].inner() == "Bundle")
        return std::unexpected(SingleRefusal{Reason::OtherJson, QStringLiteral("Bundle")});
    auto draft = fhir::readResource(tape, root, limits);
    if (!draft)
        return std::unexpected(SingleRefusal{draft.error().reason, draft.error().detail});
    SingleResource single;
    using fhir::Category;
    const bool person = draft->patient.has_value();
    single.clinical = draft->category == Category::Clinical && !person;
    single.shared =
        draft->category == Category::Registry || draft->category == Category::Definition;
    for (const fhir::OwnerReference& owner : draft->owners)
        if (!owner.text.empty() && !owner.otherType)
            single.subjects += QByteArray::fromStdString(owner.text);
    single.resource = std::move(draft->resource);
    return single;
}

void giveId(ProposedResource& resource, const QByteArray& id) {
    const QByteArray member = "\"id\":\"" + id + "\",";
    resource.json.insert(1, member);
    for (Attachment& attachment : resource.attachments)
        attachment.offset += member.size();
    resource.id = id;
}

} // namespace chevet::import
