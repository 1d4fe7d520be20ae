#pragma once
// « Accès au dossier » in words: who looked at a file, printed it, handed it over or changed it,
// when, where, why, and whether the signed entry says the same. Pure; for the worker thread.

#include "session/types.h"
#include "ui/viewmodels/chart_data.h"

namespace chevet::viewmodels {

struct ActView {
    enum class Kind { Read, Change, HandedOver };
    Kind kind = Kind::Read;
    QString day, time;
    QString who, role, device;
    QString icon, what;   // « Lecture »
    QString scope;        // « 3 résultats, 1 médicament », or the reason
    QString number, hash; // in the workstation's chain; short fingerprint
    Sign sign = Sign::Unchecked;
    QList<Field> fields; // all of it, for the panel beside
    QString copyText;
};

struct ActsView {
    QList<ActView> lines;               // newest first
    QList<QPair<QString, int>> persons; // of the last twelve months, most often first
    int recent = 0;                     // lines of the last twelve months
    int verified = 0, refused = 0;
    QString since; // day of the oldest line
    QString checkedAt;
    QString failure; // in words; empty when it was read
};

[[nodiscard]] ActsView actsOf(const QList<session::ActLine>& lines, const QDateTime& now);

// « 3 résultats, 1 médicament »: resources by kind, in French or English, the most frequent first.
[[nodiscard]] QString resourceKinds(const QStringList& references);

} // namespace chevet::viewmodels
