#include "record/written.h"

#include "record/dates.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace chevet::record {

QJsonObject professional(const QString& id, const QString& name) {
    return {{QStringLiteral("type"), QStringLiteral("Practitioner")},
            {QStringLiteral("identifier"),
             QJsonObject{{QStringLiteral("system"), QStringLiteral("urn:ietf:rfc:3986")},
                         {QStringLiteral("value"), QString(u"urn:uuid:" + id)}}},
            {QStringLiteral("display"), name}};
}

QJsonObject patientReference(const QString& id) {
    return {{QStringLiteral("reference"), QString(u"Patient/" + id)}};
}

QString instantText(const QDateTime& at) {
    return at.toOffsetFromUtc(at.offsetFromUtc()).toString(Qt::ISODate);
}

QString dayText(const QDateTime& at) {
    return at.date().toString(Qt::ISODate);
}

QString typedText(const QString& text) {
    QString kept;
    kept.reserve(text.size());
    for (const QChar c : text)
        if ((c.unicode() >= 0x20 && c.unicode() != 0x7F) || c == u'\n' || c == u'\t')
            kept += c;
    return kept.trimmed();
}

QJsonObject inWords(const QString& text) {
    return {{QStringLiteral("text"), typedText(text)}};
}

QJsonObject coded(const QString& system, const QString& code, const QString& text) {
    QJsonObject out{
        {QStringLiteral("coding"), QJsonArray{QJsonObject{{QStringLiteral("system"), system},
                                                          {QStringLiteral("code"), code}}}}};
    if (!text.isEmpty())
        out.insert(QStringLiteral("text"), typedText(text));
    return out;
}

QJsonObject annotation(const QString& text, const Writing& writing) {
    return {{QStringLiteral("authorReference"), professional(writing)},
            {QStringLiteral("time"), instantText(writing.at)},
            {QStringLiteral("text"), typedText(text)}};
}

QJsonObject newResource(const QString& type, const Writing& writing, const QString& note) {
    QJsonObject out{{QStringLiteral("resourceType"), type}, {QStringLiteral("id"), writing.id}};
    if (!typedText(note).isEmpty())
        out.insert(QStringLiteral("note"), QJsonArray{annotation(note, writing)});
    return out;
}

QByteArray bytesOf(const QJsonObject& resource) {
    return QJsonDocument(resource).toJson(QJsonDocument::Compact);
}

JsonEdit correctionOf(const QByteArray& json, const QString& reference) {
    JsonEdit edit(json);
    const QString id = reference.section(u'/', 1);
    if (edit.text("id") != id)
        edit.set("id", id);
    edit.remove("text");
    return edit;
}

bool isPartialDay(const QString& text) {
    static const QRegularExpression form(QStringLiteral("^\\d{4}(-\\d{2}(-\\d{2})?)?$"));
    if (!form.match(text).hasMatch())
        return false;
    const PartialDate date = PartialDate::parse(text);
    return date.isKnown() && date.precision != PartialDate::Precision::Time;
}

bool readAmount(const QString& text, Amount* amount) {
    static const QRegularExpression form(
        QStringLiteral("^(\\d+(?:[\\s\\x{A0}\\x{202F}]\\d{3})*)(?:[.,](\\d+))?[\\s\\x{A0}]*([^\\d/"
                       "][^\\d/]*(?:/.*)?)?$"));
    const QRegularExpressionMatch match = form.match(text.trimmed());
    if (!match.hasMatch())
        return false;
    QString whole = match.captured(1);
    whole.removeIf([](QChar c) { return !c.isDigit(); });
    while (whole.size() > 1 && whole.startsWith(u'0')) // JSON knows no leading zero
        whole.remove(0, 1);
    amount->number =
        match.captured(2).isEmpty() ? whole : QString(whole + u'.' + match.captured(2));
    amount->unit = match.captured(3).trimmed();
    return true;
}

QByteArray quantityJson(const Amount& amount) {
    return QByteArray(
        "{\"value\":" + amount.number.toLatin1() +
        (amount.unit.isEmpty() ? QByteArray() : ",\"unit\":" + jsonOf(typedText(amount.unit))) +
        '}');
}

} // namespace chevet::record
