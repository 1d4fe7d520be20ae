#pragma once
// What every part of buildChart() reads with: the parsed resources, where references lead, names of
// people, concepts. Internal to record.

#include "record/chart.h"
#include "record/json_view.h"

#include <deque>
#include <string>
#include <unordered_map>

namespace chevet::record {

// One resource of the file, parsed.
struct Parsed {
    const StoredResource* stored = nullptr;
    Node root;
    QString reference; // "Observation/abc"
    std::string_view type;
};

// Whoever a reference names.
struct Party {
    QString name, phone, role;
    std::string type; // FHIR type, or ""
};

class Reader {
public:
    // `masked`: numbers that may not be shown, beside those the resources tell of.
    Reader(std::span<const StoredResource> resources, const ResolveOutside& outside, QDate today,
           QStringList masked);

    [[nodiscard]] const std::vector<Parsed>& all() const { return m_parsed; }
    [[nodiscard]] QDate today() const { return m_today; }
    // Whose chart it is, as far as reference ranges go: the first Patient, as everywhere.
    struct Subject {
        bool known = false;
        QString sex; // FHIR administrative-gender
        PartialDate birth;
    };
    [[nodiscard]] const Subject& subject() const { return m_subject; }
    [[nodiscard]] const QStringList& unresolved() const { return m_unresolved; }
    [[nodiscard]] const QStringList& masked() const { return m_masked; }

    // CodeableConcept, Coding, CodeableReference, a plain string; several are joined by the first.
    [[nodiscard]] Concept conceptOf(Node node) const;
    [[nodiscard]] QStringList conceptLabels(Node list) const;
    [[nodiscard]] static PartialDate date(Node node) { return PartialDate::parse(node.text()); }
    // First of dateTime, Period.start, instant, Timing.event under this prefix: "effective",
    // "performed" …
    [[nodiscard]] static PartialDate dateChoice(Node root, std::string_view prefix);

    // The resource a Reference leads to: in the file, contained in `within`, or outside.
    [[nodiscard]] Node follow(Node reference, const Parsed& within);
    // "Type/id" of a resource in this chart, or "".
    [[nodiscard]] QString inChart(Node reference) const;
    [[nodiscard]] int indexInChart(Node reference) const; // into all(), -1
    // In words: the display, the name of what it leads to, an identifier; "" if there is nothing.
    [[nodiscard]] Party party(Node reference, const Parsed& within);
    [[nodiscard]] QString nameOf(Node reference, const Parsed& within) {
        return party(reference, within).name;
    }
    [[nodiscard]] QStringList namesOf(Node references, const Parsed& within);
    // A reason, a finding: the concept's words or those of what the reference leads to.
    [[nodiscard]] QString words(Node conceptOrReference, const Parsed& within);
    [[nodiscard]] QStringList wordsOf(Node list, const Parsed& within);

    [[nodiscard]] static QStringList annotations(Node notes);
    [[nodiscard]] QList<AttachmentRef> attachments(Node list, const Parsed& within,
                                                   const QByteArray& path) const;
    [[nodiscard]] AttachmentRef attachment(Node node, const Parsed& within,
                                           const QByteArray& pointer) const;
    [[nodiscard]] static Node extension(Node node, std::string_view urlEnd);
    [[nodiscard]] QString
    absentReason(Node element) const; // data-absent-reason extension, in words
    // Reference, codes, dates and notes common to all; `codeField` may be empty.
    void fill(Item& item, const Parsed& parsed, std::string_view codeField = "code") const;

private:
    void mask();
    void index();
    [[nodiscard]] int find(std::string_view reference) const;
    [[nodiscard]] Node outside(const QString& reference);
    [[nodiscard]] static Party partyOf(Node resource);
    void noteUnresolved(const QString& reference);

    std::span<const StoredResource> m_resources;
    ResolveOutside m_outside;
    QDate m_today;
    Subject m_subject;
    QStringList m_masked;
    std::deque<QByteArray> m_maskedJson; // of the resources that held one
    JsonArena m_arena;
    std::vector<Parsed> m_parsed;
    std::unordered_map<std::string, int> m_index;
    mutable std::unordered_map<std::string_view, Concept> m_concepts;
    std::unordered_map<std::string, Party> m_parties;
    struct Fetched {
        QByteArray json;
        Node root;
    };
    std::unordered_map<std::string, Fetched> m_fetched;
    QStringList m_unresolved;
    int m_depth = 0; // of references to references
};

// Helpers shared by the readers.
[[nodiscard]] QString personNameOf(Node humanName);                   // "Émilie Tremblay"
[[nodiscard]] QString quantityText(Node quantity, bool dose = false); // "5 mg", "< 10 µmol/L"
[[nodiscard]] QString doseUnit(QStringView unit);                     // « mcg », « unités »
[[nodiscard]] QString comparatorSign(QStringView code);               // "≤" of "<="
// The unit of a Quantity: its code where that is one of UCUM, never the number of another list.
[[nodiscard]] QString unitOf(Node quantity);
[[nodiscard]] QString rangeText(Node range, bool dose = false);
[[nodiscard]] QString ratioText(Node ratio);
// Onset or end that is no date: an age, a range, words.
[[nodiscard]] QString timeWords(Node root, std::string_view prefix);
[[nodiscard]] QString shownPhone(QStringView value);
[[nodiscard]] QString joined(const QStringList& parts, QStringView separator);
[[nodiscard]] QString guessLanguage(QStringView text); // "fr", "en" or ""

} // namespace chevet::record
