#include "app/cli/terminal.h"

#include "session/messages.h"
#include "session/passphrase.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QLocale>
#include <QTextStream>

#include <csignal>
#include <cstdio>
#include <termios.h>
#include <unistd.h>

namespace chevet::cli {

namespace {

constexpr qint64 passphraseLimit = 4096; // bytes

void write(FILE* stream, const QByteArray& bytes) {
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}

// Echo is off while this object lives.
class QuietTerminal {
public:
    QuietTerminal() {
        m_valid = ::tcgetattr(STDIN_FILENO, &m_before) == 0;
        termios quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        if (m_valid)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    ~QuietTerminal() {
        if (m_valid)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    QuietTerminal(const QuietTerminal&) = delete;
    QuietTerminal& operator=(const QuietTerminal&) = delete;

private:
    termios m_before{};
    bool m_valid = false;
};

QByteArray readLine() {
    QFile in;
    QByteArray line;
    if (in.open(STDIN_FILENO, QIODevice::ReadOnly | QIODevice::Unbuffered))
        line = in.readLine(passphraseLimit);
    return line;
}

} // namespace

void printJson(const QJsonObject& object) {
    write(stdout, QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}
void printLine(const QString& text) {
    write(stdout, text.toUtf8() + '\n');
}
void tell(const QString& text) {
    write(stderr, text.toUtf8() + '\n');
}

int tellError(const base::Error& error) {
    tell(session::describe(error).toText());
    switch (error.code) {
    case base::ErrorCode::InvalidArgument:
        return WrongUsage;
    case base::ErrorCode::RootMismatch:
    case base::ErrorCode::LogDamaged:
    case base::ErrorCode::LogGap:
    case base::ErrorCode::BadSignature:
    case base::ErrorCode::BadHash:
    case base::ErrorCode::BlobDamaged:
    case base::ErrorCode::SharesDisagree:
    case base::ErrorCode::BackupDamaged:
        return IntegrityAlarm;
    default:
        return CannotOpen;
    }
}

base::Result<crypto::Secret> readPassphrase(const QString& file, const QString& prompt) {
    QByteArray bytes;
    if (!file.isEmpty()) {
        QFile source(file);
        if (!source.open(QIODevice::ReadOnly))
            return base::fail(base::ErrorCode::NotFound, file);
        bytes = source.readLine(passphraseLimit);
    } else if (::isatty(STDIN_FILENO) == 0) {
        bytes = readLine();
    } else {
        const QuietTerminal quiet;
        write(stderr, prompt.toUtf8());
        bytes = readLine();
        write(stderr, "\n");
    }
    return session::takePassphrase(bytes);
}

base::Result<crypto::Secret> readLines(const QString& file, const QString& prompt, int lines) {
    QByteArray bytes;
    if (!file.isEmpty()) {
        QFile source(file);
        if (!source.open(QIODevice::ReadOnly))
            return base::fail(base::ErrorCode::NotFound, file);
        bytes = source.read(passphraseLimit);
    } else if (::isatty(STDIN_FILENO) == 0) {
        QFile in;
        if (in.open(STDIN_FILENO, QIODevice::ReadOnly | QIODevice::Unbuffered))
            bytes = in.read(passphraseLimit);
        while (in.isOpen() && bytes.size() < passphraseLimit) {
            const QByteArray more = in.read(passphraseLimit - bytes.size());
            if (more.isEmpty())
                break;
            bytes += more;
        }
    } else {
        const QuietTerminal quiet;
        write(stderr, QByteArray(prompt.toUtf8() + '\n'));
        for (int line = 1; line <= lines; ++line) {
            write(stderr, QByteArray(QByteArray::number(line) + ": "));
            bytes += readLine();
            write(stderr, "\n");
        }
    }
    return crypto::Secret::takeFrom(bytes);
}

namespace {
std::sig_atomic_t volatile interruptions = 0;
void onInterrupt(int /*signal*/) {
    interruptions = 1;
}
} // namespace

void watchInterrupt() {
    std::signal(SIGINT, onInterrupt);
}

bool interrupted() {
    return interruptions != 0;
}

ProgressLine::ProgressLine()
    : m_terminal(::isatty(STDERR_FILENO) != 0) {}

ProgressLine::~ProgressLine() {
    if (m_shown)
        write(stderr, "\r\033[K");
}

void ProgressLine::show(const QString& text) {
    if (!m_terminal)
        return;
    m_shown = true;
    write(stderr, "\r\033[K" + text.toUtf8());
}

QString humanBytes(double bytes) {
    const QLocale locale;
    const char* const units[] = {
        QT_TRANSLATE_NOOP("Terminal", "o"), QT_TRANSLATE_NOOP("Terminal", "ko"),
        QT_TRANSLATE_NOOP("Terminal", "Mo"), QT_TRANSLATE_NOOP("Terminal", "Go"),
        QT_TRANSLATE_NOOP("Terminal", "To")};
    int unit = 0;
    while (bytes >= 1000 && unit < 4) {
        bytes /= 1000;
        ++unit;
    }
    return locale.toString(bytes, 'f', unit == 0 ? 0 : 1) + QChar(QChar::Nbsp) +
           QCoreApplication::translate("Terminal", units[unit]);
}

QString humanSeconds(double seconds) {
    const auto total = static_cast<qint64>(seconds + 0.5);
    if (total < 60)
        return QCoreApplication::translate("Terminal", "%1 s").arg(total);
    if (total < 3600)
        return QCoreApplication::translate("Terminal", "%1 min %2 s")
            .arg(total / 60)
            .arg(total % 60);
    return QCoreApplication::translate("Terminal", "%1 h %2 min")
        .arg(total / 3600)
        .arg(total / 60 % 60);
}

QString rateText(double bytesPerSecond, double secondsLeft) {
    QString text;
    if (bytesPerSecond > 0)
        text += QCoreApplication::translate("Terminal", " · %1/s").arg(humanBytes(bytesPerSecond));
    if (secondsLeft >= 0)
        text +=
            QCoreApplication::translate("Terminal", " · reste %1").arg(humanSeconds(secondsLeft));
    return text;
}

QString importProgressText(const session::ImportProgress& progress) {
    const QString text = QCoreApplication::translate("Terminal", "%1 fichiers, %2 ressources, %3")
                             .arg(progress.filesDone)
                             .arg(progress.resources)
                             .arg(humanBytes(static_cast<double>(progress.bytesDone)));
    return text + rateText(progress.bytesPerSecond, progress.secondsLeft);
}

} // namespace chevet::cli
