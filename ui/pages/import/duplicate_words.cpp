// Words for the stable codes of LikelyDuplicate.

#include "ui/pages/import/import_page.h"

#include <QCoreApplication>

namespace chevet::pages {

namespace {

struct Row {
    const char* code;
    const char* words;
};

constexpr Row duplicates[] = {
    {"same-name-and-birth-date", QT_TRANSLATE_NOOP("Refusal", "Même nom et même naissance")},
    {"same-nam", QT_TRANSLATE_NOOP("Refusal", "Même NAM")},
    {"similar-name-and-birth-date", QT_TRANSLATE_NOOP("Refusal", "Noms proches, même naissance")},
    {"same-name", QT_TRANSLATE_NOOP("Refusal", "Même nom")},
};

template <std::size_t N>
QString find(const Row (&rows)[N], const QString& code) {
    for (const Row& row : rows) {
        if (code == QLatin1String(row.code))
            return QCoreApplication::translate("Refusal", row.words);
    }
    return code;
}

} // namespace

QString duplicateWords(const QString& reason) {
    return find(duplicates, reason);
}

} // namespace chevet::pages
