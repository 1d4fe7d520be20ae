#include "merge/merge.h"

#include "merge/plan.h"

#include <algorithm>
#include <set>

namespace chevet::merge {

namespace {

using Kind = Outcome::Kind;
using Reason = Outcome::Reason;

constexpr qsizetype largestTogether = 3 * largestVersion;

Outcome wholeConflict(Reason reason) {
    return {Kind::Conflict, reason, {}, false, {Clash{QString(), true}}};
}

Outcome stands(const Side& side) {
    return {Kind::Same, Reason::None, side.deleted ? QByteArray() : side.json, side.deleted, {}};
}

// The question once read: the different bodies of the sides, in the order of their bytes, so that
// nothing after this can depend on the order of the sides.
class Question {
public:
    Question(const std::optional<QByteArray>& base, std::span<const Side> sides);

    // The answer where it takes no look at elements, else nothing.
    [[nodiscard]] const std::optional<Outcome>& early() const { return m_early; }
    // Versions to merge, all different from the base; of one content if `same`.
    [[nodiscard]] Sides changed() const { return m_changed; }
    [[nodiscard]] bool same() const { return m_same; }
    [[nodiscard]] const Document* base() const { return m_base ? &*m_base : nullptr; }
    // The version a side is, or the base that it equals.
    [[nodiscard]] const Document* document(const Side& side) const;

private:
    [[nodiscard]] std::optional<Outcome> read(const std::optional<QByteArray>& base);
    [[nodiscard]] std::optional<Outcome> compare(bool deleted);

    std::set<QByteArray> m_bodies;
    std::map<QByteArray, Document> m_documents;
    std::optional<Document> m_base;
    std::vector<const Document*> m_changed;
    std::optional<Outcome> m_early;
    bool m_same = false;
};

Question::Question(const std::optional<QByteArray>& base, std::span<const Side> sides) {
    if (sides.empty() || sides.size() > mostSides) {
        m_early = wholeConflict(Reason::TooMany);
        return;
    }
    bool deleted = false;
    for (const Side& side : sides) {
        deleted |= side.deleted;
        if (!side.deleted)
            m_bodies.insert(side.json);
    }
    if (base && m_bodies.size() + (deleted ? 1 : 0) > 1)
        m_bodies.erase(*base);
    if (m_bodies.empty())
        m_early = stands({{}, true});
    else if (m_bodies.size() == 1 && !deleted)
        m_early = stands({*m_bodies.begin(), false});
    else
        m_early = read(base);
    if (!m_early)
        m_early = compare(deleted);
}

std::optional<Outcome> Question::read(const std::optional<QByteArray>& base) {
    qsizetype together = base ? base->size() : 0;
    for (const QByteArray& body : m_bodies)
        together += body.size();
    if (together > largestTogether)
        return wholeConflict(Reason::TooLarge);
    if (base) {
        m_base = Document::read(*base);
        if (!m_base)
            return wholeConflict(Reason::Unreadable);
    }
    for (const QByteArray& body : m_bodies) {
        std::optional<Document> document = Document::read(body);
        if (!document)
            return wholeConflict(Reason::Unreadable);
        m_documents.emplace(body, std::move(*document));
    }
    return std::nullopt;
}

// Sets aside what changed nothing, and answers when little is left.
std::optional<Outcome> Question::compare(bool deleted) {
    std::vector<const Document*> equal;   // to the base
    std::vector<const Document*> renewed; // but for its date and number of version
    for (const auto& [body, document] : m_documents) {
        const bool unchanged = m_base && document.sameContent(*m_base);
        (!unchanged                    ? m_changed
         : document.sameMarks(*m_base) ? equal
                                       : renewed)
            .push_back(&document);
    }
    if (deleted)
        return m_changed.empty() ? stands({{}, true}) : wholeConflict(Reason::EditedAndDeleted);
    if (m_changed.empty())
        m_changed = renewed.empty() ? equal : renewed;
    m_same = std::ranges::all_of(m_changed, [this](const Document* document) {
        return document->sameContent(*m_changed.front());
    });
    if (m_changed.size() == 1)
        for (const auto& [body, document] : m_documents)
            if (&document == m_changed.front())
                return stands({body, false});
    if (m_same)
        return std::nullopt;
    if (!m_base)
        return wholeConflict(Reason::NoCommonAncestor);
    for (const Document* const document : m_changed)
        if (document->type() != m_base->type())
            return wholeConflict(Reason::OtherType);
    return std::nullopt;
}

const Document* Question::document(const Side& side) const {
    const auto at = m_documents.find(side.json);
    if (side.deleted || at == m_documents.end() ||
        std::ranges::find(m_changed, &at->second) == m_changed.end())
        return base();
    return &at->second;
}

// Each path of `clashes` once, and no other.
bool answers(const QList<Clash>& clashes, std::span<const Choice> choices, std::size_t sides) {
    std::set<QString> asked;
    std::set<QString> chosen;
    for (const Clash& clash : clashes)
        asked.insert(clash.path);
    for (const Choice& choice : choices)
        if (choice.side >= sides || !chosen.insert(choice.path).second)
            return false;
    return asked == chosen;
}

} // namespace

Outcome merge(const std::optional<QByteArray>& base, std::span<const Side> sides) {
    const Question question(base, sides);
    if (const std::optional<Outcome>& early = question.early(); early.has_value())
        return *early;
    const Plan plan(question.base(), question.changed());
    if (!plan.clashes().isEmpty())
        return {Kind::Conflict, Reason::Elements, {}, false, plan.clashes()};
    QByteArray json = plan.write({});
    if (json.size() > largestVersion)
        return wholeConflict(Reason::TooLarge);
    return {question.same() ? Kind::Same : Kind::Merged, Reason::None, std::move(json), false, {}};
}

std::optional<Side> decide(const std::optional<QByteArray>& base, std::span<const Side> sides,
                           std::span<const Choice> choices) {
    const Outcome outcome = merge(base, sides);
    if (outcome.kind != Kind::Conflict)
        return choices.empty() ? std::optional(Side{outcome.json, outcome.deleted}) : std::nullopt;
    if (choices.size() == 1 && choices.front().path.isEmpty() &&
        choices.front().side < sides.size()) {
        const Side& whole = sides[choices.front().side];
        return Side{whole.deleted ? QByteArray() : whole.json, whole.deleted};
    }
    if (outcome.reason != Reason::Elements || !answers(outcome.clashes, choices, sides.size()))
        return std::nullopt;
    const Question question(base, sides);
    const Plan plan(question.base(), question.changed());
    std::map<QString, const Document*> chosen;
    for (const Choice& choice : choices)
        chosen.emplace(choice.path, question.document(sides[choice.side]));
    QByteArray json = plan.write([&chosen](const QString& path) { return chosen.at(path); });
    if (json.size() > largestVersion)
        return std::nullopt;
    return Side{std::move(json), false};
}

} // namespace chevet::merge
