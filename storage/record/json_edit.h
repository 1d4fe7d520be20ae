#pragma once
// JsonEdit: a correction of stored JSON. Only what is set or removed changes; every other element
// comes back byte for byte, with the digits, the order and the unknown members it came with.
//
// A path names members and places in arrays: "reaction/0/severity". What is missing on the way is
// made; the place after an array's last appends to it. A value that stands where an array should
// is its own place 0, as the readers take it.

#include <QByteArray>
#include <QJsonValue>
#include <QString>

namespace chevet::record {

class JsonEdit {
public:
    // What is no JSON object stays as it is: every edit of it does nothing.
    explicit JsonEdit(QByteArray json)
        : m_json(std::move(json)) {}

    void set(const QByteArray& path, const QJsonValue& value);
    // `json` as it is written: for a number that keeps its digits.
    void setRaw(const QByteArray& path, const QByteArray& json);
    // An empty text removes: FHIR knows no empty string.
    void setText(const QByteArray& path, const QString& text);
    // With its extensions ("_name"). An object or array left empty goes too, FHIR allows none.
    void remove(const QByteArray& path);

    [[nodiscard]] bool has(const QByteArray& path) const;
    [[nodiscard]] QString text(const QByteArray& path) const;   // as Node::text()
    [[nodiscard]] QByteArray raw(const QByteArray& path) const; // as it is written; "" if absent
    [[nodiscard]] int
    count(const QByteArray& path) const; // elements of an array; 1 for another value

    [[nodiscard]] const QByteArray& json() const noexcept { return m_json; }

private:
    void replace(const QByteArray& path, const QByteArray& json);
    void cut(const QByteArray& path);

    QByteArray m_json;
};

// A value alone, as JSON.
[[nodiscard]] QByteArray jsonOf(const QJsonValue& value);

} // namespace chevet::record
