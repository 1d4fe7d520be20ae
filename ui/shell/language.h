#pragma once
// The language of the window. The words in the sources are French; English is laid over them.

#include <QString>
#include <QTranslator>

namespace chevet::shell {

class Language {
public:
    // "fr", "en"; empty: the system's, French unless it is another language. Tells every window.
    void use(const QString& name);

private:
    QTranslator m_english;
    QTranslator m_qt; // Qt's own dialogs
    bool m_installed = false;
};

} // namespace chevet::shell
