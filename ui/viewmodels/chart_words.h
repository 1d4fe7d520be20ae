#pragma once
// Small words shared by the chart's builders: dates, language marks, fields, why a section is
// empty.

#include "record/chart.h"
#include "ui/viewmodels/chart_build.h"

#include <QCoreApplication>
#include <QSet>

namespace chevet::viewmodels::words {

struct Context {
    record::Language language = record::Language::French;
    bool english = false;
    QDate today;

    [[nodiscard]] QString label(const record::Concept& code) const { return code.label(language); }
    [[nodiscard]] QString foreign(const record::Concept& code) const {
        return code.foreignLanguage(language);
    }
};

// ChartWords::tr(): one context of the translations.
struct ChartWords {
    Q_DECLARE_TR_FUNCTIONS(ChartWords)
};

void add(QList<Field>& fields, const QString& label, const QString& value,
         const QString& foreign = {});
void add(QList<Field>& fields, const QString& label, const QStringList& values);

// Fields every fact has: status, authors, encounter, notes, remarks.
void addCommon(QList<Field>& fields, const record::Item& item);

// Reference, title, date, status of any fact. The title is never empty and never a bare code.
void fill(ItemView& view, const record::Item& item, const Context& context);

// `listed`: how many facts contradict a statement of none.
[[nodiscard]] Lacking lacking(const record::SectionFacts& facts, const QString& noneKnown,
                              qsizetype listed);
[[nodiscard]] QString mimeWords(const QString& contentType);
[[nodiscard]] QString sizeWords(qint64 bytes);
// What a file writes for « some time that day »: no hour is shown.
[[nodiscard]] bool isMidnight(const QString& time);
// Known to the year or month only.
[[nodiscard]] bool isPartial(const record::PartialDate& date);
[[nodiscard]] Mark markOf(record::Flag flag);
// « Dr M. Lachance » from « Dr. Maude Lachance »: for rows. Names without a title stay as they are,
// digits that a simulator adds to names are dropped.
[[nodiscard]] QString shortName(const QString& name);
[[nodiscard]] QString cleanName(const QString& name);
// The encounters a note was written at.
[[nodiscard]] QSet<QString> visitsWithNotes(const record::Chart& chart);
// « 6 → 5 mg »: the unit once, where it is the same.
[[nodiscard]] QString doseStep(const QString& before, const QString& now);

} // namespace chevet::viewmodels::words
