// Elements common to many resources: concepts, dates, notes, attachments, extensions.

#include "record/labels.h"
#include "record/narrative.h"
#include "record/reader.h"

namespace chevet::record {

namespace {

constexpr qsizetype longestWords = 20'000; // of one text shown in a line or a note

void addCoding(Concept& out, Node coding) {
    Coding entry{coding["system"].text(), coding["code"].text(), coding["display"].text()};
    if (entry.code.isEmpty() && entry.display.isEmpty())
        return;
    if (out.french.isEmpty() && !entry.code.isEmpty())
        if (const Label* label = findLabel(entry.system, entry.code)) {
            out.french = label->french;
            out.english = label->english.isEmpty() ? label->french : label->english;
            out.primaryIndex = int(out.codings.size());
        }
    out.codings += std::move(entry);
}

void chooseOriginal(Concept& out) {
    out.original = out.text.left(longestWords);
    for (const Coding& coding : out.codings)
        if (out.original.isEmpty())
            out.original = coding.display;
    if (!out.original.isEmpty())
        out.english.clear(); // the source's words, whatever their language
    for (const Coding& coding : out.codings)
        if (out.original.isEmpty())
            out.original = codeInWords(coding);
    out.originalLanguage = guessLanguage(out.original);
    if (out.originalLanguage == u"fr")
        out.french = out.original; // what a clinician wrote in French says more than our label
}

Concept readConcept(Node node) {
    Concept out;
    if (node.isString()) {
        out.text = node.text();
    } else {
        out.text = node["text"].text();
        if (node["coding"])
            for (const Node coding : node["coding"].each())
                addCoding(out, coding);
        else
            addCoding(out, node);
    }
    chooseOriginal(out);
    return out;
}

} // namespace

QString Concept::foreignLanguage(Language language) const {
    const QString want = language == Language::French ? QStringLiteral("fr") : QStringLiteral("en");
    const bool translated = !(language == Language::French ? french : english).isEmpty();
    return translated || originalLanguage.isEmpty() || originalLanguage.startsWith(want)
               ? QString()
               : originalLanguage;
}

Coding Concept::primary() const {
    if (codings.isEmpty())
        return {};
    if (!french.isEmpty() && primaryIndex < codings.size())
        return codings[primaryIndex];
    for (const Coding& coding : codings)
        if (!coding.system.isEmpty())
            return coding;
    return codings.first();
}

bool Concept::has(QStringView system, QStringView code) const {
    return std::any_of(codings.begin(), codings.end(),
                       [&](const Coding& c) { return c.code == code && c.system == system; });
}

Concept Reader::conceptOf(Node node) const {
    if (node.isArray())
        node = node.first();
    if (!node)
        return {};
    const std::string_view key = node.source();
    if (const auto found = m_concepts.find(key); found != m_concepts.end())
        return found->second;
    Concept read = readConcept(node["concept"] ? node["concept"] : node);
    m_concepts.emplace(key, read);
    return read;
}

QStringList Reader::conceptLabels(Node list) const {
    QStringList labels;
    for (const Node node : list.each())
        if (const QString label = conceptOf(node).label();
            !label.isEmpty() && !labels.contains(label))
            labels += label;
    return labels;
}

PartialDate Reader::dateChoice(Node root, std::string_view prefix) {
    const std::string name(prefix);
    for (const char* form : {"DateTime", "Date", "Instant", "Time", ""})
        if (const Node node = root[name + form]; node.isString())
            return date(node);
    const Node period = root[name + "Period"] ? root[name + "Period"] : root[name];
    if (period["start"])
        return date(period["start"]);
    if (period["end"])
        return date(period["end"]);
    return date(root[name + "Timing"]["event"].first());
}

QStringList Reader::annotations(Node notes) {
    QStringList out;
    for (const Node note : notes.each()) {
        const QString text = (note.isString() ? note : note["text"]).text().trimmed();
        if (!text.isEmpty())
            out += text.left(longestWords);
    }
    return out;
}

AttachmentRef Reader::attachment(Node node, const Parsed& within, const QByteArray& pointer) const {
    AttachmentRef out;
    out.title = node["title"].text();
    const QString type = node["contentType"].text().toLower();
    out.contentType = type.section(u';', 0, 0).trimmed();
    if (const qsizetype at = type.indexOf(QLatin1String("charset=")); at >= 0)
        out.charset = type.mid(at + 8).section(u';', 0, 0).remove(u'"').trimmed();
    out.language = node["language"].text();
    out.url = node["url"].text();
    out.creation = date(node["creation"]);
    out.pointer = QString::fromUtf8(pointer);
    if (const QString size = node["size"].text(); !size.isEmpty())
        out.size = size.toLongLong();
    for (const StoredAttachment& stored : within.stored->attachments)
        if (stored.pointer == pointer) {
            out.blobId = QString::fromUtf8(stored.blobId);
            out.size = stored.size;
        }
    return out;
}

QList<AttachmentRef> Reader::attachments(Node list, const Parsed& within,
                                         const QByteArray& path) const {
    QList<AttachmentRef> out;
    int i = 0;
    for (const Node element : list.each()) {
        const bool wrapped = element["attachment"].exists();
        const QByteArray at = path + (list.isArray() ? "/" + QByteArray::number(i) : QByteArray()) +
                              (wrapped ? "/attachment" : "");
        ++i;
        out += attachment(wrapped ? element["attachment"] : element, within, at + "/data");
    }
    return out;
}

Node Reader::extension(Node node, std::string_view urlEnd) {
    for (const std::string_view list : {"extension", "modifierExtension"})
        for (const Node extension : node[list].each())
            if (extension["url"].raw().ends_with(urlEnd))
                return extension;
    return {};
}

QString Reader::absentReason(Node element) const {
    const Node reason = extension(element, "data-absent-reason");
    return reason ? enumWords(u"absent", reason["valueCode"].text()) : QString();
}

void Reader::fill(Item& item, const Parsed& parsed, std::string_view codeField) const {
    const Node root = parsed.root;
    item.reference = parsed.reference;
    if (!codeField.empty())
        item.code = conceptOf(root[codeField]);
    item.status = root["status"].text();
    item.statusWords = enumWords(u"status", item.status);
    item.enteredInError = item.status == u"entered-in-error";
    item.notes = annotations(root["note"]);
    item.encounter = inChart(root["encounter"] ? root["encounter"] : root["context"]);
    item.category = root["category"].first()["coding"].first()["code"].text();
}

} // namespace chevet::record
