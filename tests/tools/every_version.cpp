// every_version VAULT PASSPHRASEFILE: for each "Type/id" on standard input one line of JSON, an
// array of every version that any patient's file, or nobody's, holds under that name. One opening
// for all: what lets a test compare whole corpora and not a sample.

#include "crypto/random.h"
#include "session/passphrase.h"
#include "session/session.h"

#include <QFile>
#include <QTextStream>

#include <cstdio>

using namespace chevet;

namespace {

std::unique_ptr<session::Session> opened(const QString& vault, const QString& passphraseFile) {
    QFile file(passphraseFile);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(passphraseFile));
    QByteArray typed = file.readAll();
    const crypto::Secret words = session::takePassphrase(typed);
    auto session = session::Session::open({.disk = base::realFileSystem(),
                                           .clock = base::systemClock(),
                                           .random = crypto::systemRandom(),
                                           .kdfLimits = crypto::shippedKdfLimits()},
                                          vault, {}, words);
    if (!session)
        qFatal("%s", qPrintable(session.error().toString()));
    return std::move(*session);
}

QList<session::Session::Owner> ownersOf(const session::Session& session) {
    QList<session::Session::Owner> owners{std::nullopt};
    for (int offset = 0;; offset += 500) {
        const auto page = session.search({}, 500, offset);
        if (!page)
            qFatal("%s", qPrintable(page.error().toString()));
        for (const session::PatientRow& row : page->rows)
            owners += row.key;
        if (page->rows.size() < 500)
            return owners;
    }
}

QByteArrayList versionsOf(const session::Session& session, const session::Session::Owner& owner,
                          const QString& name) {
    QByteArrayList found;
    const auto history = session.history(owner, name);
    if (!history)
        return found;
    for (const session::ResourceVersion& version : *history)
        found += version.json;
    if (const auto whole = session.resource(owner, name)) // with its attachments
        found += *whole;
    return found;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3)
        return 64;
    const auto session = opened(QFile::decodeName(argv[1]), QFile::decodeName(argv[2]));
    const auto owners = ownersOf(*session);
    QTextStream names(stdin);
    while (!names.atEnd()) {
        const QString name = names.readLine();
        QByteArrayList found;
        for (const auto& owner : owners)
            found += versionsOf(*session, owner, name);
        std::printf("[%s]\n", found.join(',').constData());
    }
    return 0;
}
