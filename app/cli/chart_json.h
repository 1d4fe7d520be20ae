#pragma once
// A chart as `show` prints it: the JSON contract of architecture §5, and the same for a person.

#include "record/chart.h"
#include "session/session.h"

#include <QJsonObject>
#include <QStringList>

namespace chevet::cli {

// Who signed, and whether it held; where it came from: "file, entry 3".
[[nodiscard]] QJsonObject signatureJson(const session::Provenance& provenance);
[[nodiscard]] QString sourceText(const session::Provenance& provenance);

// The object with one member more, which stands in it byte for byte: a parser would round a long
// decimal. Empty: null.
[[nodiscard]] QByteArray withRaw(const QJsonObject& object, const char* name,
                                 const QByteArray& json);

class ChartJson {
public:
    // `only`: one section's name, or empty for all. The references must outlive the object.
    ChartJson(const session::Session& session, const session::PatientRow& patient,
              const record::Chart& chart, QString only);

    [[nodiscard]] static QStringList names();
    [[nodiscard]] QJsonObject sections(); // empty if `only` names no section
    void print();                         // to standard output, in words
    [[nodiscard]] bool alarm() const noexcept { return m_alarm; } // a signature did not hold

private:
    using Visit = std::function<void(const QString& name, const QJsonValue& value)>;
    void visitAll(const Visit& visit);
    template <class Section>
    void visitSection(const char* name, const Section& section, const Visit& visit);
    [[nodiscard]] QJsonObject base(const record::Item& item);
    template <class T>
    [[nodiscard]] QJsonObject json(const T& item);

    const session::Session& m_session;
    const session::PatientRow& m_patient;
    const record::Chart& m_chart;
    QString m_only;
    bool m_alarm = false;
};

} // namespace chevet::cli
