#pragma once
// The register of accesses: who read, printed or exported which file, when and why. An access is an
// operation of the signed log like any other, so it cannot be taken back or altered unnoticed; the
// register is read from the view.

#include "vault/vault.h"

namespace chevet::audit {

enum class Act { Opened, Printed, Exported };

// Stable English code: "opened", "printed", "exported". It is the operation's resource id.
[[nodiscard]] const char* actName(Act act) noexcept;

struct Access {
    base::Uuid patient;
    Act act = Act::Opened;
    QString reason;    // free words of the professional, may be empty; at most 1,000 characters
    QString recipient; // of an export, may be empty; the same
};

// The operation to put into an entry whose author is the professional. LimitExceeded.
[[nodiscard]] base::Result<log::Op> accessOp(const Access& access);

struct AccessLine {
    base::Uuid patient;
    std::optional<base::Uuid> author; // none: the workstation itself
    base::Uuid stream;                // of the workstation
    quint64 seq = 0;                  // entry in it: its signature is the proof
    int op = 0;                       // index in the entry
    qint64 timeMs = 0;                // UTC milliseconds, as the workstation believed (I10)
    std::optional<Act> act{};         // none: not understood, `reason` is what the line says
    QString reason{}, recipient{};
    QByteArray body{}; // the words the others were read from, to be compared with the signed entry
};

// Newest first; `patient` none: everyone's. A line that is not understood, or not even readable, is
// not left out. These are the view's words: who shows them checks the entry (session does).
[[nodiscard]] base::Result<QList<AccessLine>>
accesses(vault::Vault& vault, const std::optional<base::Uuid>& patient, int limit);

} // namespace chevet::audit
