#pragma once
// PatientListModel: the rows of the patients page. One list, in groups: what was found exactly,
// then names that sound alike; or the day's appointments, then recent charts. GUI thread.

#include "session/types.h"

#include <QAbstractListModel>

namespace chevet::viewmodels {

class PatientListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { KindRole = Qt::UserRole + 1, RowRole };
    enum class Kind { Patient, Heading };
    struct Entry {
        Kind kind = Kind::Patient;
        std::optional<session::PatientRow> patient; // of a Patient
        QString heading;                            // of a Heading
        QString detail;                             // of a Heading; why and with whom, of a visit
        QString when;                               // of a visit: "15 h 30"
    };

    using QAbstractListModel::QAbstractListModel;

    // The answer to `text`: near-sounding rows get a heading of their own.
    void showFound(const session::PatientPage& page, const QString& text);
    // The day's appointments, with the patients they name, then others by their last contact.
    void showDay(const QList<session::Appointment>& appointments,
                 const QList<session::PatientRow>& patients,
                 const QList<session::PatientRow>& recent);
    void showRecent(const QList<session::PatientRow>& rows);
    void clear();
    // Rows of the same answer that come after those shown; a view asks as it scrolls to the end.
    void append(const session::PatientPage& page);
    [[nodiscard]] qint64 patients() const noexcept { return m_patients; } // shown so far

    [[nodiscard]] const QString& searchText() const noexcept { return m_text; }
    [[nodiscard]] const Entry* entry(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex firstPatient() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void moreWanted(qint64 after); // answered by append() or not at all

private:
    [[nodiscard]] QString spoken(const Entry& entry) const;

    QList<Entry> m_entries;
    QString m_text;
    qint64 m_patients = 0;
    bool m_more = false; // the answer has rows that are not here, and nobody was asked for them
};

// "1 résultat", "1 284 résultats"
QString resultsWords(qint64 number);

// Where the words of `query` match at the beginning of a word of `name`: start and length pairs in
// `name`, in order. Accents and case do not matter; every letter of a match is highlighted.
QList<QPair<int, int>> matchSpans(const QString& name, const QString& query);

} // namespace chevet::viewmodels
