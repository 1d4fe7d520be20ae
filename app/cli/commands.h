#pragma once
// The commands of chevet-cli (architecture §5). The shape of their JSON is a contract: fields are
// added, never renamed or removed. Each returns the exit code.

#include "session/environment.h"

#include <QString>
#include <QStringList>

namespace chevet::cli {

struct Options {
    QString vault;
    QString user;
    QString passphraseFile;
    bool json = false;
};

struct Commands {
    session::Environment environment;
    Options options;

    int init(const QString& clinic, const QString& user, const QString& role) const;
    int import(const QStringList& paths) const;
    int patients(const QString& text, int limit) const;
    // `patient` "-": what belongs to no patient; `section` is then a FHIR type, or empty.
    int show(const QString& patient, const QString& section) const;
    int get(const QString& patient, const QString& resource) const;
    // What a professional does, signed by them.
    int write(const QString& patient, const QString& file) const; // one FHIR resource
    int note(const QString& patient, const QString& textFile) const;
    int history(const QString& patient, const QString& resource) const; // oldest version first
    int access(const QString& patient) const; // the register; `patient` empty: everyone's
    // Several workstations, by files in the folder `exchange`.
    int joinRequest(const QString& exchange, const QString& name, const QString& label) const;
    int join(const QString& exchange, const QString& clinicCode) const;
    int acceptDevice(const QString& exchange, const QString& code, const QString& role) const;
    int devices() const;
    int revokeDevice(const QString& device) const;
    int resolveDevices() const; // ends a fork of the membership chain
    int exchange(const QString& folder) const;
    int state() const;
    int conflicts() const;
    int resolve(const QString& patient, const QString& resource, int keep) const;
    int verify(bool full) const;
    int rebuild() const;
    int stats() const;
    // The kit is read from `kitFile` or, if that is empty, from standard input.
    int makeShares(int needed, int total, const QString& folder, const QString& kitFile) const;
    int openShares(const QStringList& files) const; // options.vault may be empty
    int backup(const QString& folder) const;
    // With the kit of `kitFile`, or a passphrase if that is empty.
    int restore(const QString& folder, const QString& kitFile) const;
    int clinic(int patients) const; // makes the vault too; its passphrase goes to VAULT.passphrase
};

} // namespace chevet::cli
