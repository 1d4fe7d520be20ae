#include "record/vitals_writer.h"

#include <QRegularExpression>

namespace chevet::record {

namespace {

// LOINC codes and UCUM units: FHIR R4, vital signs profile.
constexpr VitalSign known[] = {
    {u"systolic", u"8480-6", u"mm[Hg]", 50, 260}, {u"diastolic", u"8462-4", u"mm[Hg]", 20, 160},
    {u"pulse", u"8867-4", u"/min", 25, 250},      {u"breathing", u"9279-1", u"/min", 4, 80},
    {u"temperature", u"8310-5", u"Cel", 30, 43},  {u"saturation", u"2708-6", u"%", 50, 100},
    {u"weight", u"29463-7", u"kg", 0.3, 350},     {u"height", u"8302-2", u"cm", 25, 230},
    {u"head", u"9843-4", u"cm", 15, 70},          {u"pain", u"72514-3", u"{score}", 0, 10},
};

const QString loincSystem = QStringLiteral("http://loinc.org");
const QString ucum = QStringLiteral("http://unitsofmeasure.org");
const QString category =
    QStringLiteral("http://terminology.hl7.org/CodeSystem/observation-category");

// mm[Hg] is for machines; what people read stands in `unit`.
QString readUnit(const VitalSign& sign) {
    const QString code = QString::fromUtf16(sign.unit);
    return code == u"mm[Hg]"    ? QStringLiteral("mmHg")
           : code == u"Cel"     ? QStringLiteral("°C")
           : code == u"{score}" ? QStringLiteral("/10")
                                : code;
}

QByteArray valueJson(const VitalSign& sign, const QString& number) {
    JsonEdit quantity("{}");
    quantity.setRaw("value", number.toLatin1());
    quantity.set("unit", readUnit(sign));
    quantity.set("system", ucum);
    quantity.set("code", QString::fromUtf16(sign.unit));
    return quantity.json();
}

QJsonObject codeOf(const VitalSign& sign) {
    QJsonObject code = coded(loincSystem, QString::fromUtf16(sign.loinc));
    if (sign.loinc != QStringView(u"2708-6"))
        return code;
    // By pulse oximetry, beside the code the profile asks for.
    QJsonArray codings = code[u"coding"].toArray();
    codings.append(QJsonObject{{QStringLiteral("system"), loincSystem},
                               {QStringLiteral("code"), QStringLiteral("59408-5")}});
    code.insert(QStringLiteral("coding"), codings);
    return code;
}

JsonEdit observation(const QString& id, const QJsonObject& code, const VitalsValues& values,
                     const Writing& writing) {
    Writing own = writing;
    own.id = id;
    QJsonObject root = newResource(QStringLiteral("Observation"), own, values.note);
    root.insert(QStringLiteral("status"), QStringLiteral("final"));
    root.insert(QStringLiteral("category"),
                QJsonArray{coded(category, QStringLiteral("vital-signs"))});
    root.insert(QStringLiteral("code"), code);
    root.insert(QStringLiteral("subject"), patientReference(writing.patientId));
    root.insert(QStringLiteral("effectiveDateTime"), values.at);
    root.insert(QStringLiteral("issued"), instantText(writing.at));
    root.insert(QStringLiteral("performer"), QJsonArray{professional(writing)});
    return JsonEdit(bytesOf(root));
}

void addComponent(JsonEdit& edit, const VitalSign& sign, const QString& number) {
    const QByteArray place = "component/" + QByteArray::number(edit.count("component"));
    edit.set(place + "/code", codeOf(sign));
    edit.setRaw(place + "/valueQuantity", valueJson(sign, number));
}

} // namespace

std::span<const VitalSign> vitalSigns() {
    return known;
}

const VitalSign* vitalSign(QStringView key) {
    const auto* const found = std::find_if(std::begin(known), std::end(known),
                                           [&](const VitalSign& sign) { return key == sign.key; });
    return found == std::end(known) ? nullptr : found;
}

QList<QByteArray> composeVitals(const VitalsValues& values, const Writing& writing) {
    QList<QByteArray> out;
    std::optional<JsonEdit> pressure;
    for (const Measure& measure : values.measures) {
        const VitalSign* sign = vitalSign(measure.key);
        if (sign == nullptr || measure.number.isEmpty())
            continue;
        if (measure.key == u"systolic" || measure.key == u"diastolic") {
            if (!pressure)
                pressure = observation(measure.id, coded(loincSystem, QStringLiteral("85354-9")),
                                       values, writing);
            addComponent(*pressure, *sign, measure.number);
            continue;
        }
        JsonEdit edit = observation(measure.id, codeOf(*sign), values, writing);
        edit.setRaw("valueQuantity", valueJson(*sign, measure.number));
        out += edit.json();
    }
    if (pressure)
        out.prepend(pressure->json());
    return out;
}

QByteArray strikeOut(const QByteArray& json, const QString& reference, const QString& reason,
                     const Writing& writing) {
    JsonEdit edit = correctionOf(json, reference);
    edit.set("status", QStringLiteral("entered-in-error"));
    if (!typedText(reason).isEmpty())
        edit.set("note/" + QByteArray::number(edit.count("note")), annotation(reason, writing));
    return edit.json();
}

QString typedNumber(const QString& text) {
    static const QRegularExpression form(QStringLiteral("^(\\d{1,6})(?:[.,](\\d{1,4}))?$"));
    const QRegularExpressionMatch match = form.match(text.trimmed());
    if (!match.hasMatch())
        return {};
    QString whole = match.captured(1);
    while (whole.size() > 1 && whole.startsWith(u'0'))
        whole.remove(0, 1);
    return match.captured(2).isEmpty() ? whole : QString(whole + u'.' + match.captured(2));
}

} // namespace chevet::record
