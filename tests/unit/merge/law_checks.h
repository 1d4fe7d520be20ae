#pragma once
// What must hold of any answer, checked without asking how it was made: by Qt's JSON values and the
// texts of elements. Each returns what is wrong, or "".

#include "merge/document.h"
#include "merge/items.h"
#include "merge/merge.h"
#include "merge/safety.h"

#include <QStringList>

#include <algorithm>
#include <set>

namespace chevet::tests {

using merge::Clash;
using merge::Document;
using merge::Element;
using merge::Outcome;
using merge::Place;
using merge::Side;

inline QByteArray textOf(const Document& document, const Place& place) {
    const Element* const element = document.find(place);
    return element == nullptr ? QByteArray() : element->text;
}

inline std::set<Place> placesOf(const std::vector<Document>& documents) {
    std::set<Place> places;
    for (const Document& document : documents)
        for (const auto& [place, element] : document.elements())
            places.insert(place);
    return places;
}

// Whether a path of the clashes is about the element: by one of its names or its choice.
inline bool isNamed(const QList<Clash>& clashes, const Place& place,
                    const std::vector<Document>& documents) {
    QStringList names = {QString(QString::fromUtf8(place.name) + QLatin1String("[x]"))};
    for (const Document& document : documents)
        if (const Element* const element = document.find(place))
            for (const auto& [key, value] : element->members)
                names += QString::fromUtf8(key.startsWith('_') ? key.sliced(1) : key);
    return std::ranges::any_of(clashes, [&](const Clash& clash) {
        QString path = clash.path;
        if (path.startsWith(u"meta.") != place.meta)
            return path.isEmpty();
        if (place.meta)
            path.remove(0, 5);
        return path.isEmpty() || names.contains(path) ||
               names.contains(path.left(path.indexOf(u'[')));
    });
}

// Items by their text, for lists that were merged one by one.
inline std::multiset<QByteArray> itemTexts(const Element* element) {
    std::multiset<QByteArray> texts;
    if (element != nullptr)
        for (const record::Node item : element->members.front().second.each())
            texts.insert(merge::itemOf({}, item).text);
    return texts;
}

// Each value a side gave an element is in the result: the whole, or each item it added or changed,
// while none that it took away is left unless another side put it there.
inline bool isKept(const Document& base, const Document& side, const Document& result,
                   const Place& place) {
    if (textOf(side, place) == textOf(result, place))
        return true;
    for (const Document* const document : {&base, &side, &result})
        if (const Element* const element = document->find(place))
            if (element->members.size() != 1 || !element->members.front().second.isArray())
                return false; // no list, so it should have been kept as it is
    const auto before = itemTexts(base.find(place));
    const auto mine = itemTexts(side.find(place));
    const auto now = itemTexts(result.find(place));
    for (const QByteArray& item : mine)
        if (!before.contains(item) && !now.contains(item))
            return false;
    for (const QByteArray& item : before)
        if (!mine.contains(item) && now.contains(item))
            return false;
    return true; // an empty list is none
}

// No value lost, and no guarded element merged silently.
inline QString whatIsLost(const QByteArray& baseJson, const std::vector<Side>& sides,
                          const Outcome& outcome) {
    std::vector<Document> documents;
    const std::optional<Document> base = Document::read(baseJson);
    std::vector<std::size_t> changed;
    for (const Side& side : sides) {
        if (side.deleted)
            return {};
        documents.push_back(*Document::read(side.json));
        if (!documents.back().sameContent(*base))
            changed.push_back(documents.size() - 1);
    }
    const bool conflict = outcome.kind == Outcome::Kind::Conflict;
    std::optional<Document> result;
    if (!conflict && !(result = Document::read(outcome.json)))
        return QStringLiteral("the result cannot be read");
    std::vector<Document> all;
    all.push_back(*Document::read(baseJson));
    for (const Side& side : sides)
        all.push_back(*Document::read(side.json));
    for (const Place& place : placesOf(all)) {
        const QString name = QString::fromUtf8(place.name);
        const bool named = isNamed(outcome.clashes, place, all);
        std::set<QByteArray> values;
        for (const std::size_t i : changed)
            values.insert(textOf(documents[i], place));
        const bool touched =
            values.size() > 1 || (values.size() == 1 && *values.begin() != textOf(*base, place));
        if (!conflict) {
            if (!touched && textOf(*result, place) != textOf(*base, place))
                return QString(name + QLatin1String(": nobody changed it"));
            if (merge::isGuarded(base->type(), place) && values.size() > 1)
                return QString(name + QLatin1String(": guarded, and merged"));
            for (const std::size_t i : changed)
                if (textOf(documents[i], place) != textOf(*base, place) &&
                    !isKept(*base, documents[i], *result, place))
                    return QString(name + QLatin1String(": lost"));
            continue;
        }
        if (merge::isGuarded(base->type(), place) && values.size() > 1 && !named)
            return QString(name + QLatin1String(": guarded, and not named"));
        if (named && !touched && outcome.reason == Outcome::Reason::Elements)
            return QString(name + QLatin1String(": named, and nobody changed it"));
    }
    return {};
}

} // namespace chevet::tests
