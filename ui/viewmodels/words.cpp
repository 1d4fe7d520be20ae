#include "ui/viewmodels/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace chevet::viewmodels {

namespace {

constexpr char16_t noBreak = u'\u00a0';
constexpr char16_t narrow = u'\u202f';

QString words(const char* text, int n = -1) {
    return QCoreApplication::translate("Words", text, nullptr, n);
}

} // namespace

record::Language pageLanguage() {
    return QLocale().language() == QLocale::English ? record::Language::English
                                                    : record::Language::French;
}

QString clockTime(const QDateTime& when) {
    const QTime time = when.toLocalTime().time();
    return words(QT_TRANSLATE_NOOP("Words", "%1\u00a0h\u00a0%2"))
        .arg(time.hour(), 2, 10, QLatin1Char('0'))
        .arg(time.minute(), 2, 10, QLatin1Char('0'));
}

QString dayTime(const QDateTime& when) {
    if (!when.isValid())
        return {};
    const QDateTime local = when.toLocalTime();
    if (local.date() == QDate::currentDate())
        return words(QT_TRANSLATE_NOOP("Words", "aujourd’hui, %1")).arg(clockTime(when));
    return local.date().toString(Qt::ISODate);
}

QString count(qint64 number) {
    QString digits = QString::number(std::abs(number));
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3)
        digits.insert(at, pageLanguage() == record::Language::English ? u',' : QChar(narrow));
    return number < 0 ? QString(QChar(u'\u2212') + digits) : digits;
}

QString duration(double seconds) {
    const qint64 whole = std::max<qint64>(0, std::llround(seconds));
    if (whole < 60)
        return QString::number(whole) + QChar(noBreak) + u's';
    if (whole < 3600)
        return QString::number((whole + 30) / 60) + QChar(noBreak) + QLatin1String("min");
    return QCoreApplication::translate("Words", "%1\u00a0h\u00a0%2",
                                       "a duration, not a time of day")
        .arg(whole / 3600)
        .arg(whole % 3600 / 60, 2, 10, QLatin1Char('0'));
}

QString bytesWords(qint64 bytes) {
    const double size = double(bytes);
    const auto put = [](double value, const char* unit) {
        QString number = QLocale::c().toString(value, 'f', value < 10 ? 1 : 0);
        number.replace(u'.', words(QT_TRANSLATE_NOOP("Words", ",")));
        return QString(number + QChar(noBreak) + words(unit));
    };
    if (size >= 1e9)
        return put(size / 1e9, QT_TRANSLATE_NOOP("Words", "Go"));
    if (size >= 1e6)
        return put(size / 1e6, QT_TRANSLATE_NOOP("Words", "Mo"));
    return put(size / 1e3, QT_TRANSLATE_NOOP("Words", "Ko"));
}

QString namWords(const QString& nam) {
    if (nam.size() != 12)
        return nam;
    return QString(nam.left(4) + QChar(noBreak) + nam.mid(4, 4) + QChar(noBreak) + nam.mid(8));
}

QString listName(const QString& family, const QString& given) {
    if (family.isEmpty() && given.isEmpty())
        return words(QT_TRANSLATE_NOOP("Words", "Sans nom"));
    if (family.isEmpty())
        return given;
    return given.isEmpty() ? family.toUpper()
                           : QString(family.toUpper() + QLatin1String(", ") + given);
}

QString ageWords(const QString& birthDate, const QDate& today) {
    const QStringList parts = birthDate.split(u'-');
    const int year = parts.value(0).toInt();
    if (year <= 0 || year > today.year())
        return {};
    const int month = parts.value(1).toInt(), day = parts.value(2).toInt();
    int years = today.year() - year;
    if (month == 0)
        return words(QT_TRANSLATE_NOOP("Words", "environ %1\u00a0"
                                                "ans"))
            .arg(years);
    const bool before = today.month() < month || (today.month() == month && today.day() < day);
    years -= before ? 1 : 0;
    if (years >= 2)
        return words(QT_TRANSLATE_NOOP("Words", "%1\u00a0"
                                                "ans"))
            .arg(years);
    int months = (today.year() - year) * 12 + today.month() - month - (today.day() < day ? 1 : 0);
    if (months >= 12)
        return words(QT_TRANSLATE_NOOP("Words", "%1\u00a0mois")).arg(months);
    if (months >= 1)
        return words(QT_TRANSLATE_NOOP("Words", "%1\u00a0mois")).arg(months);
    const qint64 days = QDate(year, month, std::max(1, day)).daysTo(today);
    return words(QT_TRANSLATE_NOOP("Words", "%1\u00a0j")).arg(std::max<qint64>(0, days));
}

QString sexLetter(const QString& gender) {
    if (gender == QLatin1String("female"))
        return QStringLiteral("F");
    if (gender == QLatin1String("male"))
        return QStringLiteral("M");
    return gender == QLatin1String("other") ? QStringLiteral("X") : QString();
}

QString sexWords(const QString& gender) {
    if (gender == QLatin1String("female"))
        return words(QT_TRANSLATE_NOOP("Words", "Féminin"));
    if (gender == QLatin1String("male"))
        return words(QT_TRANSLATE_NOOP("Words", "Masculin"));
    if (gender == QLatin1String("other"))
        return words(QT_TRANSLATE_NOOP("Words", "Autre"));
    return words(QT_TRANSLATE_NOOP("Words", "Non documenté"));
}

QString phoneWords(const QString& phone) {
    QString digits;
    for (const QChar sign : phone) {
        if (sign >= u'0' && sign <= u'9')
            digits += sign;
    }
    if (digits.size() == 11 && digits.startsWith(u'1'))
        digits.remove(0, 1);
    if (digits.size() != 10)
        return phone;
    return QString(digits.left(3) + QChar(noBreak) + digits.mid(3, 3) + u'-' + digits.mid(6));
}

QString roleWords(session::Role role) {
    switch (role) {
    case session::Role::Physician:
        return words(QT_TRANSLATE_NOOP("Words", "Médecin"));
    case session::Role::Nurse:
        return words(QT_TRANSLATE_NOOP("Words", "Infirmière ou infirmier"));
    case session::Role::Pharmacist:
        return words(QT_TRANSLATE_NOOP("Words", "Pharmacienne ou pharmacien"));
    case session::Role::Clerk:
        return words(QT_TRANSLATE_NOOP("Words", "Soutien administratif"));
    case session::Role::Administrator:
        return words(QT_TRANSLATE_NOOP("Words", "Administration"));
    }
    return {};
}

} // namespace chevet::viewmodels
