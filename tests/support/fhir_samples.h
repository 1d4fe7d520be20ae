#pragma once
// Small FHIR files for tests, as a producer would write them.

#include <QByteArray>
#include <QByteArrayList>

namespace chevet::tests {

inline QByteArray patientJson(const QByteArray& id, const QByteArray& family,
                              const QByteArray& given, const QByteArray& birth,
                              const QByteArray& identifierValue = {}) {
    QByteArray identifier;
    if (!identifierValue.isEmpty())
        identifier =
            QByteArray(R"("identifier":[{"system":"http://clinique.example/dossier","value":")") +
            identifierValue + R"("}],)";
    return QByteArray(R"({"resourceType":"Patient","id":")") + id + R"(",)" + identifier +
           R"("name":[{"family":")" + family + R"(","given":[")" + given +
           R"("]}],"gender":"female","birthDate":")" + birth + R"("})";
}

inline QByteArray medicationJson(const QByteArray& id, const QByteArray& patient,
                                 const QByteArray& words) {
    return QByteArray(R"({"resourceType":"MedicationRequest","id":")") + id +
           R"(","status":"active","intent":"order","subject":{"reference":"Patient/)" + patient +
           R"("},"medicationCodeableConcept":{"text":")" + words + R"("}})";
}

inline QByteArray documentJson(const QByteArray& id, const QByteArray& patient,
                               const QByteArray& base64) {
    return QByteArray(R"({"resourceType":"DocumentReference","id":")") + id +
           R"(","status":"current","subject":{"reference":"Patient/)" + patient +
           R"("},"content":[{"attachment":{"contentType":"text/plain","data":")" + base64 +
           R"("}}]})";
}

inline QByteArray bundleJson(const QByteArrayList& resources) {
    QByteArrayList entries;
    for (const QByteArray& resource : resources)
        entries += QByteArray(R"({"resource":)") + resource + '}';
    return QByteArray(R"({"resourceType":"Bundle","type":"collection","entry":[)") +
           entries.join(',') + "]}";
}

} // namespace chevet::tests
