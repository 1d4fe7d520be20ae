#pragma once
// Versions of one resource in, what stands or a conflict out. MERGE.md has the rules and the laws.
// Pure functions, any thread; nothing is kept. JSON is minified FHIR as stored and untrusted all
// the same. Paths and JSON hold clinical content: for screens and the log, never for an error's
// words.

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <span>

namespace chevet::merge {

inline constexpr std::size_t mostSides = 64;

struct Side {
    QByteArray json{};    // not looked at when deleted
    bool deleted = false; // the version is a tombstone

    bool operator==(const Side&) const = default;
};

// Something to decide. "status", "medication[x]", "meta.security", "telecom[phone|514 555-0199]";
// "" is the whole resource.
struct Clash {
    QString path{};
    bool safety = false; // a guarded element

    bool operator==(const Clash&) const = default;
};

struct Outcome {
    enum class Kind {
        Same,     // the sides that changed something agree: that stands
        Merged,   // changes of several sides, side by side
        Conflict, // both stay until a clinician signs a decision (I10)
    };
    // Of a conflict. All but Elements are about the whole resource, path "".
    enum class Reason {
        None,
        Elements,         // see clashes
        NoCommonAncestor, // different versions, and nothing to compare them with
        EditedAndDeleted,
        OtherType,  // not versions of one resource
        Unreadable, // at least one version, or the base
        TooLarge,   // together, or merged
        TooMany,    // more than mostSides, or none
    };
    Kind kind = Kind::Conflict;
    Reason reason = Reason::None;
    QByteArray json{};      // empty in a conflict and when deleted
    bool deleted = false;   // what stands is the deletion
    QList<Clash> clashes{}; // by path; empty unless a conflict
};

// `base`: the nearest common ancestor, none when there is none or it was deleted. 1 to mostSides
// sides; order and repetition change no byte of the answer.
[[nodiscard]] Outcome merge(const std::optional<QByteArray>& base, std::span<const Side> sides);

// A clinician's choice: what `sides[side]` says about the clash at `path`. Path "" takes that whole
// version, and stands alone.
struct Choice {
    QString path{};
    std::size_t side = 0;
};

// What stands after the choices: a body to be signed with all sides as parents. nullopt unless each
// clash of merge(base, sides) has exactly one choice and nothing else has. Without a conflict and
// choices, what merge() says.
[[nodiscard]] std::optional<Side> decide(const std::optional<QByteArray>& base,
                                         std::span<const Side> sides,
                                         std::span<const Choice> choices);

} // namespace chevet::merge
