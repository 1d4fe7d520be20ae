#pragma once
// Standard streams of chevet-cli: JSON alone on standard output, words and progress on standard
// error.

#include "base/result.h"
#include "crypto/secret.h"
#include "session/types.h"

#include <QJsonObject>
#include <QString>

namespace chevet::cli {

// Exit codes, a contract (architecture §5).
enum Exit { Done = 0, WrongUsage = 1, CannotOpen = 2, SomeRefused = 3, IntegrityAlarm = 4 };

void printJson(const QJsonObject& object); // one compact object and a line end, on standard output
void printLine(const QString& text);       // a result for a person, on standard output
void tell(const QString& text);            // words, on standard error
int tellError(const base::Error& error);   // words for the error; returns the exit code that fits

// From the file, else from standard input when it is not a terminal, else asked without echo.
[[nodiscard]] base::Result<crypto::Secret> readPassphrase(const QString& file,
                                                          const QString& prompt);

// Several lines, the same ways; on a terminal `lines` of them are asked for.
[[nodiscard]] base::Result<crypto::Secret> readLines(const QString& file, const QString& prompt,
                                                     int lines);

// Ctrl+C asks long work to end at its next safe point, from the first call on.
void watchInterrupt();
[[nodiscard]] bool interrupted();

// One line that rewrites itself on a terminal; silent elsewhere.
class ProgressLine {
public:
    ProgressLine();
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;
    void show(const QString& text);

private:
    bool m_terminal;
    bool m_shown = false;
};

[[nodiscard]] QString humanBytes(double bytes); // « 12,4 Mo »
[[nodiscard]] QString humanSeconds(double seconds);
[[nodiscard]] QString rateText(double bytesPerSecond, double secondsLeft); // each if it is known
[[nodiscard]] QString importProgressText(const session::ImportProgress& progress);

} // namespace chevet::cli
