// Loaded into a program with LD_PRELOAD by bench_start: tells on standard error when the window was
// painted, types the passphrase, tells when the patients are listed, and ends the program. So the
// measured programs themselves carry nothing for the benchmark.

#include <QAbstractItemView>
#include <QApplication>
#include <QFile>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTimer>

#include <cstdio>
#include <ctime>
#include <dlfcn.h>

namespace {

void tell(const char* what) {
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    std::fprintf(stderr, "PROBE %s %lld\n", what,
                 static_cast<long long>(now.tv_sec) * 1'000'000'000LL + now.tv_nsec);
}

bool isA(const QObject* object, const char* name) {
    return qstrcmp(object->metaObject()->className(), name) == 0;
}

bool isInside(const QObject* object, const char* page) {
    while (object != nullptr && !isA(object, page))
        object = object->parent();
    return object != nullptr;
}

// Rows of the list whose viewport this is; 0 for any other widget.
int rowsOf(const QObject* object) {
    const auto* view = qobject_cast<const QAbstractItemView*>(object->parent());
    return view != nullptr && view->viewport() == object && view->model() != nullptr
               ? view->model()->rowCount()
               : 0;
}

class Probe : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() != QEvent::Paint || !watched->isWidgetType())
            return false;
        const auto* widget = static_cast<const QWidget*>(watched);
        if (qEnvironmentVariableIsSet("CHEVET_PROBE_EMPTY")) {
            once(m_window, widget->isWindow(), "window", [] { QCoreApplication::quit(); });
            return false;
        }
        once(m_window, isA(widget, "chevet::pages::UnlockPage"), "window", [] {});
        once(m_ready, isInside(widget, "chevet::pages::ProfessionalList") && rowsOf(widget) > 0,
             "professionals", [] { type(); });
        once(m_listed, isInside(widget, "chevet::pages::PatientsPage") && rowsOf(widget) > 0,
             "patients", [] { QCoreApplication::quit(); });
        return false;
    }

private:
    // The filter sees a paint before it happens; a timer of zero comes after the whole frame.
    template <class Then>
    void once(bool& done, bool now, const char* what, Then then) {
        if (done || !now)
            return;
        done = true;
        QTimer::singleShot(0, this, [what, then] {
            tell(what);
            then();
        });
    }

    static void type() {
        QWidget* field = nullptr;
        for (QWidget* widget : QApplication::allWidgets())
            if (isA(widget, "chevet::widgets::PassphraseField") && widget->isVisible())
                field = widget;
        auto* edit = field != nullptr ? field->findChild<QLineEdit*>() : nullptr;
        QFile file(qEnvironmentVariable("CHEVET_PROBE_PASSPHRASE"));
        if (edit == nullptr || !file.open(QIODevice::ReadOnly)) {
            tell("nowhere-to-type");
            QCoreApplication::exit(1);
            return;
        }
        edit->setFocus();
        const QString words = QString::fromUtf8(file.readAll().trimmed());
        for (const QChar sign : words)
            press(edit, 0, QString(sign));
        tell("entered");
        press(edit, Qt::Key_Return, QStringLiteral("\r"));
    }

    static void press(QWidget* widget, int key, const QString& text) {
        QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier, text);
        QKeyEvent up(QEvent::KeyRelease, key, Qt::NoModifier, text);
        QCoreApplication::sendEvent(widget, &down);
        QCoreApplication::sendEvent(widget, &up);
    }

    bool m_window = false, m_ready = false, m_listed = false;
};

void install() {
    qApp->installEventFilter(new Probe(qApp));
}
Q_COREAPP_STARTUP_FUNCTION(install)

} // namespace

// The key derivation, which is slow on purpose and does not count.
extern "C" Q_DECL_EXPORT int crypto_pwhash(unsigned char* out, unsigned long long outSize,
                                           const char* words, unsigned long long wordsSize,
                                           const unsigned char* salt, unsigned long long passes,
                                           std::size_t memory, int algorithm) {
    using Function = int (*)(unsigned char*, unsigned long long, const char*, unsigned long long,
                             const unsigned char*, unsigned long long, std::size_t, int);
    static const auto real = reinterpret_cast<Function>(dlsym(RTLD_NEXT, "crypto_pwhash"));
    tell("derivation-begins");
    const int status = real(out, outSize, words, wordsSize, salt, passes, memory, algorithm);
    tell("derivation-ends");
    return status;
}
