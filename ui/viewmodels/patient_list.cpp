#include "ui/viewmodels/patient_list.h"

#include "ui/viewmodels/words.h"

namespace chevet::viewmodels {

namespace {

// One letter as the search sees it: without accent, lower case.
QChar foldLetter(QChar letter) {
    const QString parts = QString(letter).normalized(QString::NormalizationForm_D);
    return parts.isEmpty() ? letter : parts.at(0).toLower();
}

QString foldKeepingLength(const QString& text) {
    QString folded = text;
    for (QChar& letter : folded)
        letter = foldLetter(letter);
    return folded;
}

} // namespace

QList<QPair<int, int>> matchSpans(const QString& name, const QString& query) {
    const QString folded = foldKeepingLength(name);
    QList<QPair<int, int>> spans;
    QStringList words;
    QString word;
    const QString sought = foldKeepingLength(query.left(200)) + QChar(u' ');
    for (const QChar letter : sought) {
        if (letter.isLetterOrNumber()) {
            word += letter;
        } else if (!word.isEmpty()) {
            words << word;
            word.clear();
        }
    }
    for (const QString& part : words) {
        for (qsizetype at = 0; (at = folded.indexOf(part, at)) >= 0; at += part.size()) {
            const bool begins = at == 0 || !folded.at(at - 1).isLetterOrNumber();
            if (begins) {
                spans << qMakePair(int(at), int(part.size()));
                break;
            }
        }
    }
    std::sort(spans.begin(), spans.end());
    // Of overlapping matches ("e" and "emilie") the longest stays.
    for (qsizetype i = 1; i < spans.size();) {
        if (spans[i].first < spans[i - 1].first + spans[i - 1].second) {
            spans[i - 1].second = std::max(spans[i - 1].second,
                                           spans[i].first + spans[i].second - spans[i - 1].first);
            spans.removeAt(i);
        } else {
            ++i;
        }
    }
    return spans;
}

QString resultsWords(qint64 number) {
    return number < 2 ? PatientListModel::tr("%1 résultat").arg(number)
                      : PatientListModel::tr("%1 résultats").arg(count(number));
}

void PatientListModel::showFound(const session::PatientPage& page, const QString& text) {
    beginResetModel();
    m_text = text;
    m_entries.clear();
    qsizetype near = 0;
    for (const session::PatientRow& row : page.rows)
        near += row.match >= session::PatientRow::Match::Phonetic ? 1 : 0;
    bool headed = false;
    for (const session::PatientRow& row : page.rows) {
        if (row.match >= session::PatientRow::Match::Phonetic && !headed) {
            headed = true;
            m_entries << Entry{Kind::Heading,
                               {},
                               row.match == session::PatientRow::Match::Phonetic
                                   ? tr("Prononciation proche")
                                   : tr("Noms les plus proches"),
                               resultsWords(near),
                               {}};
        }
        m_entries << Entry{Kind::Patient, row, {}, {}, {}};
    }
    m_patients = page.rows.size();
    m_more = text.isEmpty() && m_patients < page.total;
    endResetModel();
}

void PatientListModel::append(const session::PatientPage& page) {
    if (page.rows.isEmpty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + int(page.rows.size()) - 1);
    for (const session::PatientRow& row : page.rows)
        m_entries << Entry{Kind::Patient, row, {}, {}, {}};
    m_patients += page.rows.size();
    m_more = m_patients < page.total;
    endInsertRows();
}

bool PatientListModel::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && m_more;
}

void PatientListModel::fetchMore(const QModelIndex& parent) {
    if (parent.isValid() || !std::exchange(m_more, false))
        return;
    Q_EMIT moreWanted(m_patients);
}

void PatientListModel::showDay(const QList<session::Appointment>& appointments,
                               const QList<session::PatientRow>& patients,
                               const QList<session::PatientRow>& recent) {
    beginResetModel();
    m_text.clear();
    m_more = false;
    m_entries.clear();
    for (const session::Appointment& visit : appointments) {
        const auto row = std::find_if(patients.begin(), patients.end(), [&](const auto& candidate) {
            return candidate.key == visit.patient;
        });
        if (row == patients.end())
            continue;
        QString what = visit.words;
        if (!visit.with.isEmpty())
            what += (what.isEmpty() ? QString() : QStringLiteral(", ")) + visit.with;
        m_entries << Entry{Kind::Patient, *row, {}, what, clockTime(visit.start)};
    }
    QList<Entry> others;
    for (const session::PatientRow& row : recent) {
        const bool listed = std::any_of(m_entries.begin(), m_entries.end(), [&](const Entry& one) {
            return one.patient->key == row.key;
        });
        if (!listed)
            others << Entry{Kind::Patient, row, {}, {}, {}};
    }
    if (!others.isEmpty())
        m_entries << Entry{Kind::Heading, {}, tr("Contacts récents"), count(others.size()), {}};
    m_entries << others;
    endResetModel();
}

void PatientListModel::showRecent(const QList<session::PatientRow>& rows) {
    beginResetModel();
    m_text.clear();
    m_more = false;
    m_entries.clear();
    for (const session::PatientRow& row : rows)
        m_entries << Entry{Kind::Patient, row, {}, {}, {}};
    endResetModel();
}

void PatientListModel::clear() {
    beginResetModel();
    m_more = false;
    m_entries.clear();
    m_text.clear();
    endResetModel();
}

const PatientListModel::Entry* PatientListModel::entry(const QModelIndex& index) const {
    const bool inside = index.isValid() && index.row() < m_entries.size();
    return inside ? &m_entries[index.row()] : nullptr;
}

QModelIndex PatientListModel::firstPatient() const {
    for (int i = 0; i < m_entries.size(); ++i) {
        if (m_entries[i].kind == Kind::Patient)
            return index(i);
    }
    return {};
}

int PatientListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant PatientListModel::data(const QModelIndex& index, int role) const {
    const Entry* found = entry(index);
    if (!found)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return found->kind == Kind::Heading
                   ? found->heading
                   : listName(found->patient->family, found->patient->given);
    case Qt::AccessibleTextRole:
        return spoken(*found);
    case KindRole:
        return int(found->kind);
    default:
        return {};
    }
}

Qt::ItemFlags PatientListModel::flags(const QModelIndex& index) const {
    const Entry* found = entry(index);
    if (!found || found->kind == Kind::Heading)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

QString PatientListModel::spoken(const Entry& entry) const {
    if (entry.kind == Kind::Heading)
        return entry.heading + QLatin1String(", ") + entry.detail;
    const session::PatientRow& row = *entry.patient;
    QStringList parts{listName(row.family, row.given)};
    if (row.namesake)
        parts << tr("homonyme au registre");
    parts << ageWords(row.birthDate, QDate::currentDate()) << sexWords(row.sex);
    parts << (row.nam.isEmpty() ? tr("sans NAM") : tr("NAM %1").arg(namWords(row.nam)));
    parts << tr("né ou née le %1").arg(row.birthDate);
    if (!entry.when.isEmpty())
        parts << tr("rendez-vous à %1").arg(entry.when) << entry.detail;
    parts.removeAll(QString());
    return parts.join(QLatin1String(", "));
}

} // namespace chevet::viewmodels
