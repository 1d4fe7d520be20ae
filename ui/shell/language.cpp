#include "ui/shell/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace chevet::shell {

void Language::use(const QString& name) {
    const QLocale::Language system = QLocale::system().language();
    const bool french = name.isEmpty() ? system == QLocale::French || system == QLocale::C
                                       : name == QLatin1String("fr");
    // Dates, numbers and the words of the chart follow; before the translators, which tell windows.
    QLocale::setDefault(QLocale(french ? QLocale::French : QLocale::English, QLocale::Canada));
    if (french) {
        QCoreApplication::removeTranslator(&m_english);
        if (m_qt.load(QStringLiteral("qtbase_fr"),
                      QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
            QCoreApplication::installTranslator(&m_qt);
        m_installed = false;
        return;
    }
    QCoreApplication::removeTranslator(&m_qt);
    if (!m_installed && m_english.load(QStringLiteral(":/i18n/chevet_en.qm")))
        m_installed = QCoreApplication::installTranslator(&m_english);
}

} // namespace chevet::shell
