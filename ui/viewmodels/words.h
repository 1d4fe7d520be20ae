#pragma once
// How values are written for a person, in one place: dates, times, ages, NAM, counts, names, with
// the no-break spaces of DESIGN.md §7. French; another language through QTranslator.

#include "record/language.h"
#include "session/types.h"

#include <QDateTime>
#include <QString>

namespace chevet::viewmodels {

record::Language pageLanguage();          // of the window: what shell::Language chose
QString clockTime(const QDateTime& when); // local, "14 h 02"
QString dayTime(const QDateTime& when);   // "aujourd'hui, 07 h 41", or "2025-10-10"
QString count(qint64 number);             // "1 284"
QString duration(double seconds);         // "21 min", "45 s", "2 h 05"
QString bytesWords(qint64 bytes);         // "12,4 Mo"
QString namWords(const QString& nam);     // "TREE 0462 1918"
QString listName(const QString& family, const QString& given); // "TREMBLAY, Émilie"
// As received (YYYY, YYYY-MM, YYYY-MM-DD); a year alone gives an age with "environ".
QString ageWords(const QString& birthDate, const QDate& today);
QString sexLetter(const QString& gender); // "F", "M", "X", "" unknown
QString sexWords(const QString& gender);  // "Féminin" …
QString phoneWords(const QString& phone);
QString roleWords(session::Role role); // "Médecin"

} // namespace chevet::viewmodels
