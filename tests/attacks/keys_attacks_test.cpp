// Attacks on keys, identity and parameters, trust.md §2 A, by who holds the exchange folder; where
// said, by somebody who also holds a revoked workstation.

#include "besieged.h"
#include "log/membership_codec.h"

#include <QTest>

using namespace chevet;
using namespace chevet::tests;
using base::ErrorCode;

namespace {

// A statement with its number and signatures made anew.
QByteArray resigned(const QByteArray& statement, const std::vector<const crypto::SigningKey*>& by) {
    const auto read = log::statement::decode(statement);
    if (!read)
        qFatal("no statement");
    return log::statement::encodeSigned(read->body, by);
}

log::JoinRequest stranger(const char* name) {
    return log::makeJoinRequest(uuidFor(name), log::DeviceKeys::fromSeed(seedFor(name)),
                                QString::fromLatin1(name), uuidFor("somebody"),
                                *crypto::SigningKey::fromSeed(seedFor("somebody")),
                                QStringLiteral("Dr X"));
}

} // namespace

class KeysAttacks : public QObject {
    Q_OBJECT

    Besieged m_clinic;
    // A chain in which the salle was revoked: the statement brings epoch 2.
    log::Membership m_revoked = revoked();
    log::Membership revoked() {
        log::Membership chain = m_clinic.clinic.membership;
        if (!chain.revoke(uuidFor("salle"), {}, m_clinic.administrator()))
            qFatal("not revoked");
        return chain;
    }
    [[nodiscard]] QByteArray epochStatement() const { return m_revoked.statements().back(); }
    // None of what `make` gives is taken, and the chain stays as it was.
    template <class Make>
    void refusesAll(const log::Membership& before, const Make& make) {
        for (int variant = 0; variant < variants; ++variant) {
            std::mt19937 random(static_cast<unsigned>(variant));
            log::Membership chain = before;
            const auto taken = chain.accept(make(random));
            QVERIFY2(!taken || !*taken, qPrintable(QString::number(variant)));
            QVERIFY(chain.heads() == before.heads());
            QCOMPARE(chain.devices().size(), before.devices().size());
            QCOMPARE(chain.openKeys(m_clinic.clinic.device)->currentEpoch(),
                     before.openKeys(m_clinic.clinic.device)->currentEpoch());
        }
    }

private Q_SLOTS:
    void MS01_anotherKeyForTheNewcomer();
    void MS02_anotherClinicForTheNewcomer();
    void MS03_anOlderRequestAgain();
    void MS04_anEpochNobodySigned();
    void MS05_anOlderEpochAgain();
    void MS06_anotherEpochKeyForSomeone();
    void MS07_aGhostWorkstation();
    void MS08_aRevocationHidden();
    void MS09_anOlderChain();
    void MS10_twoChains();
    void MS11_anotherVersion();
    void MS16_signaturesInAnotherForm();
};

void KeysAttacks::MS01_anotherKeyForTheNewcomer() {
    const log::JoinRequest wanted = stranger("newcomer");
    const QString code = log::joinCode(wanted.bytes);
    const log::PostedRequest posted = log::postRequest(wanted);
    for (int variant = 0; variant < variants; ++variant) {
        std::mt19937 random(static_cast<unsigned>(variant));
        MemoryDisk disk;
        const log::PostedRequest evil = log::postRequest(
            stranger(QByteArray("evil" + QByteArray::number(variant)).constData()));
        QByteArray bytes = variant % 3 == 0 ? evil.sealed : flipped(posted.sealed, random);
        if (variant % 3 == 1)
            bytes = posted.sealed.first(below(random, posted.sealed.size()));
        Besieged::putFile(disk, QStringLiteral("/x/chevet-requests/") + posted.name, bytes);
        const auto found = sync::findRequest(disk, QStringLiteral("/x"), code);
        QVERIFY2(!found, qPrintable(QString::number(variant)));
        Besieged::putFile(disk, QStringLiteral("/x/chevet-requests/") + posted.name, posted.sealed);
        QVERIFY(sync::findRequest(disk, QStringLiteral("/x"), code)->sign == wanted.sign);
    }
}

// The code that the newcomer types names one clinic and one admission: every other clinic's, and
// every other newcomer's, is another code.
void KeysAttacks::MS02_anotherClinicForTheNewcomer() {
    const auto code = log::clinicCode(m_clinic.clinic.membership.clinic(),
                                      *m_clinic.clinic.membership.admission(uuidFor("salle")));
    std::set<QString> codes{code};
    for (int variant = 0; variant < variants; ++variant) {
        ClinicFixture evil;
        const auto root = log::ClinicRoot::fromSeed(
            seedFor(QByteArray("root" + QByteArray::number(variant)).constData()));
        log::Founding founding{.clinicName = QStringLiteral("Clinique des Érables"),
                               .deviceLabel = QStringLiteral("Accueil"),
                               .professionals = {}};
        founding.professionals.push_back({.id = m_clinic.clinic.physicianId,
                                          .name = QStringLiteral("Dre Maude Lachance"),
                                          .role = log::UserRole::Physician,
                                          .administrator = true,
                                          .key = &m_clinic.clinic.physician});
        auto chain = *log::Membership::found(founding, root, m_clinic.clinic.device);
        const auto keys = *chain.openKeys(m_clinic.clinic.device);
        QVERIFY(chain.admit(log::makeJoinRequest(uuidFor("salle"), m_clinic.salle,
                                                 QStringLiteral("Salle 2"), uuidFor("salle-person"),
                                                 m_clinic.person, QStringLiteral("Dr B")),
                            log::UserRole::Physician, m_clinic.administrator(), keys));
        QVERIFY(codes.insert(log::clinicCode(chain.clinic(), *chain.admission(uuidFor("salle"))))
                    .second);
        QCOMPARE(log::Membership::parse(chain.toBytes(), m_clinic.clinic.membership.clinic())
                     .error()
                     .code,
                 ErrorCode::WrongClinic);
    }
}

void KeysAttacks::MS03_anOlderRequestAgain() {
    const log::JoinRequest wanted = stranger("newcomer");
    const log::PostedRequest posted = log::postRequest(wanted);
    for (int variant = 0; variant < variants; ++variant) { // under another code's name
        MemoryDisk disk;
        const log::JoinRequest later =
            stranger(QByteArray("later" + QByteArray::number(variant)).constData());
        Besieged::putFile(disk,
                          QStringLiteral("/x/chevet-requests/") + log::postRequest(later).name,
                          posted.sealed);
        QVERIFY(!sync::findRequest(disk, QStringLiteral("/x"), log::joinCode(later.bytes)));
    }
    // And the very request of a workstation that was admitted and revoked.
    log::Membership chain = m_revoked;
    const auto ring = *chain.openKeys(m_clinic.clinic.device);
    const auto again = chain.admit(
        log::makeJoinRequest(uuidFor("salle"), m_clinic.salle, QStringLiteral("Salle 2"),
                             uuidFor("salle-person"), m_clinic.person, QStringLiteral("Dr B")),
        log::UserRole::Physician, m_clinic.administrator(), ring);
    QCOMPARE(again.error().code, ErrorCode::AlreadyExists);
    const auto admission = m_clinic.clinic.membership.statements().at(1);
    QVERIFY(!*chain.accept(admission)); // known; it admits nobody anew
    QVERIFY(chain.device(uuidFor("salle"))->revoked);
}

void KeysAttacks::MS04_anEpochNobodySigned() {
    refusesAll(m_clinic.clinic.membership, [&](std::mt19937& random) {
        const auto evil = crypto::SigningKey::generate();
        switch (random() % 5) {
        case 0:
            return resigned(epochStatement(), {});
        case 1:
            return resigned(epochStatement(), {&evil, &m_clinic.clinic.device.sign});
        case 2:
            return resigned(epochStatement(), {&m_clinic.clinic.physician});
        case 3:
            return resigned(epochStatement(), {&m_clinic.person, &m_clinic.salle.sign});
        default:
            return flipped(epochStatement(), random);
        }
    });
}

// Everything that was ever said, again and in any order: the newest epoch stays the newest.
void KeysAttacks::MS05_anOlderEpochAgain() {
    refusesAll(m_revoked, [&](std::mt19937& random) {
        const auto& all = m_revoked.statements();
        return all.at(static_cast<std::size_t>(below(random, static_cast<qsizetype>(all.size()))));
    });
    // The old revocation's envelope in a statement of the salle's own making.
    refusesAll(m_revoked, [&](std::mt19937& random) {
        const QByteArray envelope = epochStatement(); // `old` looks into it
        const auto old = log::statement::decode(envelope);
        const QByteArray body = log::statement::encodeBody(
            log::statement::Kind::RevokeDevice, m_revoked.clinic(),
            static_cast<std::uint64_t>(2 + below(random, 4)),
            random() % 2 == 0 ? m_revoked.head() : m_clinic.genesis->head(), old->fields);
        return log::statement::encodeSigned(
            body, random() % 2 == 0 ? std::vector<const crypto::SigningKey*>{&m_clinic.person,
                                                                             &m_clinic.salle.sign}
                                    : std::vector<const crypto::SigningKey*>{
                                          &m_clinic.salle.sign, &m_clinic.clinic.physician});
    });
}

// Even an administrator cannot give two keys of one epoch: the commitment tells.
void KeysAttacks::MS06_anotherEpochKeyForSomeone() {
    log::Membership three = m_clinic.clinic.membership;
    const auto third = log::DeviceKeys::fromSeed(seedFor("third"));
    const auto keys = *three.openKeys(m_clinic.clinic.device);
    QVERIFY(three.admit(stranger("third"), log::UserRole::Nurse, m_clinic.administrator(), keys));
    log::Membership after = three;
    QVERIFY(after.revoke(uuidFor("salle"), {}, m_clinic.administrator()));
    const auto honest = log::statement::decode(after.statements().back());
    // The envelope of the third ends the fields: 32 bytes of key, sealed.
    constexpr qsizetype envelope = 32 + 48;
    for (int variant = 0; variant < variants; ++variant) {
        std::mt19937 random(static_cast<unsigned>(variant));
        QByteArray fields = honest->fields.toByteArray();
        const crypto::Secret other =
            seedFor(QByteArray("other" + QByteArray::number(variant)).constData());
        const qsizetype at = fields.indexOf(third.box.publicKey.view().toByteArray());
        QVERIFY(at > 0);
        const QByteArray sealed = crypto::sealTo(third.box.publicKey, other);
        QCOMPARE(sealed.size(), envelope);
        fields.replace(at + 32 + 2, envelope, sealed);
        log::Membership chain = three;
        const auto taken = chain.accept(log::statement::encodeSigned(
            log::statement::encodeBody(log::statement::Kind::RevokeDevice, three.clinic(), 4,
                                       three.head(), fields),
            {&m_clinic.clinic.physician, &m_clinic.clinic.device.sign}));
        QVERIFY2(taken, qPrintable(taken ? QString() : taken.error().toString()));
        const auto there = chain.openKeys(third);
        QVERIFY(!there || there->currentEpoch() == 1); // never the other key
        QCOMPARE(chain.openKeys(m_clinic.clinic.device)->currentEpoch(), 2U);
    }
}

void KeysAttacks::MS07_aGhostWorkstation() {
    log::Membership with = m_clinic.clinic.membership;
    const auto keys = *with.openKeys(m_clinic.clinic.device);
    QVERIFY(
        with.admit(stranger("ghost"), log::UserRole::Physician, m_clinic.administrator(), keys));
    const QByteArray admission = with.statements().back();
    const auto ghost = log::DeviceKeys::fromSeed(seedFor("ghost"));
    const auto root = log::ClinicRoot::fromSeed(seedFor("not the root"));
    const auto& clinic = m_clinic.clinic;
    refusesAll(m_clinic.clinic.membership, [&](std::mt19937& random) {
        const std::vector<const crypto::SigningKey*> some{
            &ghost.sign, &m_clinic.person, &m_clinic.salle.sign, &root.sign, &clinic.device.auth};
        std::vector<const crypto::SigningKey*> by;
        for (int count = below(random, 4); count > 0; --count)
            by.push_back(some[random() % some.size()]);
        return resigned(admission, by);
    });
    // The salle, revoked, as the workstation at which an administrator is said to sit.
    const auto read = log::statement::decode(admission);
    refusesAll(m_revoked, [&](std::mt19937& random) {
        const QByteArray body = log::statement::encodeBody(
            log::statement::Kind::AdmitDevice, m_revoked.clinic(),
            m_revoked.numbered().back().number + 1, m_revoked.head(), read->fields);
        return log::statement::encodeSigned(
            body,
            random() % 2 == 0
                ? std::vector<const crypto::SigningKey*>{&clinic.physician, &m_clinic.salle.sign}
                : std::vector<const crypto::SigningKey*>{&m_clinic.person, &m_clinic.salle.sign});
    });
}

// Without the statement, what was written after it is not taken: hiding it hides everything.
void KeysAttacks::MS08_aRevocationHidden() {
    Besieged clinic;
    log::Membership later = clinic.clinic.membership;
    QVERIFY(later.admit(stranger("third"), log::UserRole::Nurse, clinic.administrator(),
                        clinic.clinic.keys));
    const auto third = log::DeviceKeys::fromSeed(seedFor("third"));
    QVERIFY(later.revoke(uuidFor("salle"), {{clinic.place.stream, 6, clinic.entries.back().hash}},
                         clinic.administrator()));
    clinic.clinic.membership = later;
    QVERIFY(clinic.clinic.membership.refresh(clinic.clinic.keys, clinic.clinic.device));
    log::ChainPlace place{.stream = log::streamOfDevice(third.sign.publicKey(), 0),
                          .membershipHead = later.head()};
    std::vector<log::SealedEntry> theirs;
    for (int i = 0; i < 4; ++i) {
        theirs.push_back(clinic.sealed(QByteArray::number(50 + i), place, third.sign));
        clinic.genuine.insert(theirs.back().hash);
        place.prev = theirs.back().hash;
        ++place.seq;
    }
    clinic.publish();
    clinic.put(clinic.disk, place.stream, 1, theirs);
    const QString last = clinic.files(clinic.disk, clinic.membershipFolder()).back();
    clinic.siege(
        [&](MemoryDisk& disk, std::mt19937& random) {
            (void)disk.remove(last);
            const QStringList files = clinic.files(disk, clinic.streamFolder(clinic.place.stream));
            (void)disk.remove(files.at(below(random, files.size())));
        },
        "unknown-workstation");
}

void KeysAttacks::MS09_anOlderChain() {
    for (int variant = 0; variant < variants; ++variant) {
        std::mt19937 random(static_cast<unsigned>(variant));
        const auto disk = m_clinic.disk.copy(); // serves the chain from before the revocation
        for (const QString& path : m_clinic.files(*disk, m_clinic.membershipFolder()))
            if (random() % 2 == 0)
                (void)disk->remove(path);
        const Outcome out = m_clinic.exchange(*disk, m_revoked, true);
        QVERIFY(!out.error);
        QVERIFY(out.chain->head() == m_revoked.head());
        QVERIFY(out.chain->device(uuidFor("salle"))->revoked);
        QVERIFY(out.entries.empty()); // nothing of it counted
        QVERIFY(out.says("revoked"));
        // And the folder has the revocation again for the next one.
        QCOMPARE(m_clinic.files(*disk, m_clinic.membershipFolder()).size(), 3);
    }
}

void KeysAttacks::MS10_twoChains() {
    for (int variant = 0; variant < variants; ++variant) {
        log::Membership odd = m_clinic.clinic.membership, even = odd;
        const auto keys = *odd.openKeys(m_clinic.clinic.device);
        QVERIFY(odd.admit(stranger(QByteArray("odd" + QByteArray::number(variant)).constData()),
                          log::UserRole::Nurse, m_clinic.administrator(), keys));
        if (variant % 2 == 0)
            QVERIFY(even.revoke(uuidFor("salle"), {}, m_clinic.administrator()));
        else
            QVERIFY(
                even.admit(stranger("even"), log::UserRole::Nurse, m_clinic.administrator(), keys));
        std::vector<QByteArray> all = odd.statements();
        all.push_back(even.statements().back());
        std::shuffle(all.begin() + 1, all.end(), std::mt19937(static_cast<unsigned>(variant)));
        log::Membership met = *log::Membership::begin(all.front());
        for (std::size_t round = 0; round < all.size(); ++round)
            for (const QByteArray& statement : all)
                (void)met.accept(statement);
        QVERIFY(met.forked());
        QVERIFY(met.knowsHead(odd.head()) && met.knowsHead(even.head()));
        QCOMPARE(met.device(uuidFor("salle"))->revoked, variant % 2 == 0);
        QCOMPARE(met.admit(stranger("next"), log::UserRole::Nurse, m_clinic.administrator(), keys)
                     .error()
                     .code,
                 ErrorCode::MembershipForked);
    }
}

void KeysAttacks::MS11_anotherVersion() {
    Besieged clinic;
    clinic.siege([&](MemoryDisk& disk, std::mt19937& random) {
        const auto at = static_cast<std::size_t>(below(random, 6));
        log::SealedEntry other = clinic.entries[at];
        const int where = std::array{0, 3, 4, 5, 6, 7}[random() % 6]; // magic, suite, type, flags
        other.bytes[where] = static_cast<char>(below(random, 256));
        if (where == 6) // a type that does not exist; which of the two it is, the seal covers
            other.bytes[6] = static_cast<char>(3 + below(random, 250));
        if (other.bytes == clinic.entries[at].bytes)
            other.bytes[4] = 2;
        // Signed by a workstation of the clinic itself: no negotiation even then.
        other.bytes.chop(64);
        other.bytes +=
            clinic.salle.sign.sign("qs/entry-sig/1", crypto::hash(other.bytes).view()).view();
        other.hash = log::entryHash(other.bytes);
        const QStringList files = clinic.files(disk, clinic.streamFolder(clinic.place.stream));
        for (const QString& path : files)
            (void)disk.remove(path);
        std::vector<log::SealedEntry> all = clinic.entries;
        all[at] = other;
        clinic.put(disk, clinic.place.stream, 1, all);
        const auto opened =
            log::openEntry(other.bytes, clinic.clinic.membership, clinic.clinic.keys);
        QVERIFY(!opened);
    });
}

void KeysAttacks::MS16_signaturesInAnotherForm() {
    Besieged clinic;
    // L, the order of the group (RFC 8032 §5.1), little-endian: S + L is the same number to a lax
    // reader, so the entry would have two hashes.
    const QByteArray order =
        QByteArray::fromHex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
    clinic.siege(
        [&](MemoryDisk& disk, std::mt19937& random) {
            const auto at = static_cast<std::size_t>(below(random, 6));
            log::SealedEntry other = clinic.entries[at];
            const qsizetype s = other.bytes.size() - 32;
            if (random() % 2 == 0) {
                unsigned carry = 0;
                for (int i = 0; i < 32; ++i) {
                    carry += static_cast<unsigned char>(other.bytes[s + i]) +
                             static_cast<unsigned char>(order[i]);
                    other.bytes[s + i] = static_cast<char>(carry & 0xFFU);
                    carry >>= 8U;
                }
            } else { // R of small order, and S = 0
                other.bytes.replace(s - 32, 64, QByteArray(64, '\0'));
                other.bytes[s - 32] = static_cast<char>(random() % 2);
            }
            other.hash = log::entryHash(other.bytes);
            clinic.put(disk, clinic.place.stream, at + 1, {other});
        },
        "forged");
}

QTEST_GUILESS_MAIN(KeysAttacks)
#include "keys_attacks_test.moc"
