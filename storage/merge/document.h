#pragma once
// A version of a resource cut into its elements (MERGE.md §2). Read once, compared by text. Its
// nodes point into the text it was read from, which must outlive it.

#include "record/json_view.h"

#include <QByteArray>
#include <QByteArrayView>

#include <compare>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace chevet::merge {

inline constexpr qsizetype largestVersion = 16LL << 20; // as the log's frames

// Where an element is: a member of the resource or of its meta. Choices go by their stem ("value"),
// siblings of primitives by the primitive's name.
struct Place {
    bool meta = false;
    QByteArray name{};

    std::strong_ordering operator<=>(const Place&) const = default;
    bool operator==(const Place&) const = default;
};

struct Element {
    std::vector<std::pair<QByteArray, record::Node>> members; // by name; one for most elements
    QByteArray text;                                          // equal texts: equal values

    [[nodiscard]] record::Node member(QByteArrayView key) const;
};

class Document {
public:
    // nullopt: unreadable (MERGE.md §5).
    [[nodiscard]] static std::optional<Document> read(QByteArrayView json);

    [[nodiscard]] const QByteArray& type() const { return m_type; }
    [[nodiscard]] const std::map<Place, Element>& elements() const { return m_elements; }
    // What is no element (MERGE.md §3.1): dates and numbers of versions, a generated narrative.
    [[nodiscard]] const std::map<Place, Element>& marks() const { return m_marks; }
    [[nodiscard]] const Element* find(const Place& place) const;
    // Names of the members in the order of the text.
    [[nodiscard]] const std::vector<QByteArray>& order(bool meta) const {
        return meta ? m_metaOrder : m_order;
    }
    [[nodiscard]] bool sameContent(const Document& other) const;
    [[nodiscard]] bool sameMarks(const Document& other) const;

private:
    Document() = default;
    void add(Place place, QByteArray key, record::Node value);
    void setMarksApart();

    std::unique_ptr<record::JsonArena> m_arena = std::make_unique<record::JsonArena>();
    QByteArray m_type;
    std::map<Place, Element> m_elements, m_marks;
    std::vector<QByteArray> m_order, m_metaOrder;
};

// "valueQuantity" and "_valueString" → "value"; "note" → "note".
[[nodiscard]] QByteArray stem(QByteArrayView key);

} // namespace chevet::merge
