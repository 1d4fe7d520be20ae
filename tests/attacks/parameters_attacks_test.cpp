// Attacks on parameters, on what a workstation signs, sends or betrays (trust.md §2 A and B): MS12
// to MS15, MS24, MS27.

#include "besieged.h"
#include "keychain/slot_codec.h"
#include "log/body_codec.h"
#include "log/membership_codec.h"
#include "unit/keychain/clinic.h"

#include <QTest>

using namespace chevet;
using namespace chevet::tests;
using base::ErrorCode;

namespace {

const QString slotsName = QStringLiteral("slots"), slotsCopy = QStringLiteral("slots.2");

// The slot file with another cost in the passphrase's slot.
QByteArray withCost(const QByteArray& bytes, const crypto::KdfCost& cost) {
    auto document = keychain::decode(bytes);
    if (!document)
        qFatal("%s", qPrintable(document.error().toString()));
    for (keychain::Slot& slot : document->slots)
        if (slot.type == keychain::SlotType::Passphrase)
            slot.cost = cost;
    return keychain::encode(*document);
}

QByteArray hexOf(std::mt19937& random, int length) {
    QByteArray text;
    for (int i = 0; i < length; ++i)
        text += "0123456789abcdef"[random() % 16];
    return text;
}

} // namespace

class ParametersAttacks : public QObject {
    Q_OBJECT
    Besieged m_clinic;

    // Opened under the limits of the shipped programs, with this cost in the file.
    static ErrorCode openedWith(test::Clinic& clinic, const QByteArray& slots_,
                                const crypto::KdfCost& cost) {
        for (const QString& name : {slotsName, slotsCopy})
            test::Clinic::write(clinic.folder.filePath(name), withCost(slots_, cost));
        const keychain::SlotFile shipped{
            {clinic.disk, clinic.clock, clinic.random, crypto::shippedKdfLimits()},
            clinic.folder.path()};
        const auto keys =
            shipped.unlockWithPassphrase(std::nullopt, test::secret(test::maudePassphrase));
        return keys ? ErrorCode::NotFound : keys.error().code;
    }

private Q_SLOTS:
    void MS12_weakerParameters();
    void MS13_enormousParameters();
    void MS14_signaturesMeantForSomethingElse();
    void MS15_whatARefusalBetrays();
    void MS24_filesNobodyAskedFor();
    void MS27_sizesAsAnOracle();
};

void ParametersAttacks::MS12_weakerParameters() {
    test::Clinic clinic;
    (void)clinic.create();
    const QByteArray good = test::Clinic::read(clinic.folder.filePath(slotsName));
    const crypto::KdfCost floor = crypto::shippedKdfLimits().floor;
    for (int variant = 0; variant < variants; ++variant) {
        std::mt19937 random(static_cast<unsigned>(variant));
        crypto::KdfCost cost = floor;
        if (variant % 2 == 0)
            cost.memoryKiB = random() % floor.memoryKiB;
        else
            cost.passes = random() % floor.passes;
        QCOMPARE(openedWith(clinic, good, cost), ErrorCode::KdfBelowFloor);
    }
}

void ParametersAttacks::MS13_enormousParameters() {
    test::Clinic clinic;
    (void)clinic.create();
    const QByteArray good = test::Clinic::read(clinic.folder.filePath(slotsName));
    const crypto::KdfCost ceiling = crypto::shippedKdfLimits().ceiling;
    for (int variant = 0; variant < variants; ++variant) {
        std::mt19937 random(static_cast<unsigned>(variant));
        crypto::KdfCost cost = ceiling;
        if (variant % 2 == 0)
            cost.memoryKiB += 1 + static_cast<std::uint32_t>(random() % 0x7FF00000U);
        else
            cost.passes += 1 + static_cast<std::uint32_t>(random() % 0x7FFFFFF0U);
        QCOMPARE(openedWith(clinic, good, cost), ErrorCode::KdfAboveCeiling);
    }
}

// The adversary has the salle sign what he likes where it logs in, and moves signatures between
// uses. None of them makes an entry or a statement.
void ParametersAttacks::MS14_signaturesMeantForSomethingElse() {
    static const char* const domains[] = {"qs/login/1", "qs/entry-sig/1", "qs/membership/1",
                                          "qs/author-sig/1"};
    m_clinic.siege(
        [&](MemoryDisk& disk, std::mt19937& random) {
            const log::ChainPlace place{.stream = m_clinic.place.stream,
                                        .seq = 7,
                                        .prev = m_clinic.entries.back().hash,
                                        .membershipHead = m_clinic.place.membershipHead};
            log::SealedEntry forged =
                m_clinic.sealed(QByteArray::number(below(random, 1000)), place, m_clinic.person);
            const QByteArrayView body =
                QByteArrayView(forged.bytes).chopped(crypto::Signature::size);
            const QByteArray challenge = crypto::hash(body).view().toByteArray();
            const auto which = random() % 7;
            // With the key for logging in under every domain; with the others under other domains.
            const crypto::Signature signature =
                which < 4    ? m_clinic.salle.auth.sign(domains[which], challenge)
                : which == 4 ? m_clinic.salle.sign.sign("qs/login/1", challenge)
                : which == 5 ? m_clinic.salle.sign.sign("qs/membership/1", challenge)
                             : m_clinic.person.sign("qs/author-sig/1", challenge);
            forged.bytes = body.toByteArray() + signature.view().toByteArray();
            forged.hash = log::entryHash(forged.bytes);
            m_clinic.put(disk, place.stream, place.seq, {forged});
        },
        "forged");
    // Nor does the signature over an entry make a statement.
    for (int variant = 0; variant < variants; ++variant) {
        std::mt19937 random(static_cast<unsigned>(variant));
        const QByteArray body = log::statement::encodeBody(
            log::statement::Kind(1 + below(random, 8)), m_clinic.clinic.membership.clinic(),
            m_clinic.clinic.membership.numbered().back().number + 1,
            m_clinic.clinic.membership.head(), hexOf(random, 40));
        log::Membership chain = m_clinic.clinic.membership;
        const QByteArray statement = log::statement::encodeSigned(
            body, {&m_clinic.salle.auth, &m_clinic.salle.sign, &m_clinic.person});
        QVERIFY(!chain.accept(statement));
        QVERIFY(chain.head() == m_clinic.clinic.membership.head());
    }
}

// Whatever was wrong with it, the folder afterwards shows the same: no answer says how far a
// reader came, nor which key it has.
void ParametersAttacks::MS15_whatARefusalBetrays() {
    const QStringList files =
        m_clinic.files(m_clinic.disk, m_clinic.streamFolder(m_clinic.place.stream));
    const QString victim = files.front();
    std::optional<QStringList> expected;
    for (int variant = 0; variant < variants; ++variant) {
        std::mt19937 random(static_cast<unsigned>(variant));
        const auto copy = m_clinic.disk.copy();
        QByteArray& bytes = copy->bytes(victim);
        // The first entry: header, ciphertext, tag, signature, or the hash around it.
        const int at = 4 + below(random, m_clinic.entries.front().bytes.size() + log::Hash::size);
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << (random() % 8)));
        const Outcome out = m_clinic.exchange(*copy, *m_clinic.genesis, true);
        QVERIFY(!out.error);
        QVERIFY(out.alarmed());
        QStringList seen;
        for (const QString& path : copy->paths())
            if (path.startsWith(QLatin1String("/x/")))
                seen +=
                    path + QLatin1Char(' ') +
                    (path == victim ? QString() : crypto::hash(copy->bytes(path)).toHex().left(16));
        if (!expected)
            expected = seen;
        QCOMPARE(seen, *expected);
    }
}

void ParametersAttacks::MS24_filesNobodyAskedFor() {
    const QByteArray canary = "never to leave this workstation";
    for (int variant = 0; variant < variants; ++variant) {
        std::mt19937 random(static_cast<unsigned>(variant));
        const auto copy = m_clinic.disk.copy();
        Besieged::putFile(*copy, QStringLiteral("/v/slots"), canary);
        Besieged::putFile(*copy, QStringLiteral("/v/view.db"), canary);
        const QString blob = uuidFor(QByteArray::number(variant).constData()).toHex();
        Besieged::putFile(*copy,
                          m_clinic.root() + QStringLiteral("/blobs/%1/%2").arg(blob.left(2), blob),
                          hexOf(random, 2000));
        static const char* const wishes[] = {"/wanted", "/want-/v/slots", "/request.json",
                                             "/blobs/wanted.txt", "/streams/../../v/view.db"};
        Besieged::putFile(*copy,
                          m_clinic.root() + QLatin1String(wishes[random() % std::size(wishes)]),
                          "/v/slots\n../v/view.db\n" + blob.toLatin1());
        const Outcome out = m_clinic.exchange(*copy, *m_clinic.genesis, true);
        QVERIFY(!out.error);
        QCOMPARE(out.entries, m_clinic.genuine);
        for (const QString& path : copy->paths()) {
            if (path.startsWith(QLatin1String("/x/")))
                QVERIFY2(!copy->bytes(path).contains(canary), qPrintable(path));
            // What no signed operation names is not taken in either.
            QVERIFY2(!path.startsWith(QLatin1String("/v/blobs/")), qPrintable(path));
        }
    }
}

// His text stands in the same entry as a secret: were they compressed together, the right guess
// would make the entry shorter.
void ParametersAttacks::MS27_sizesAsAnOracle() {
    Besieged clinic(0);
    const base::Uuid patient = uuidFor("patient");
    const auto resource = [](const QByteArray& id, const QByteArray& text) {
        return QByteArray(R"({"resourceType":"Observation","status":"final","id":")" + id +
                          R"(","valueString":")" + text + R"("})");
    };
    (void)clinic.write("first"); // brings the patient's key
    int compared = 0;
    for (int variant = 0; variant < variants; ++variant) {
        std::mt19937 random(static_cast<unsigned>(variant));
        const QByteArray secret = hexOf(random, 3000);
        const auto sizes = [&](const QByteArray& guess) {
            log::EntryDraft draft{.time = 1000};
            draft.ops.push_back(
                ClinicFixture::put(patient, "Observation", "s", resource("s", secret)));
            draft.ops.push_back(
                ClinicFixture::put(patient, "Observation", "g", resource("g", guess)));
            const auto prepared =
                log::prepareEntry(draft, clinic.clinic.keys, nullptr, clinic.clinic.random);
            return std::pair(draft.ops.back().body.size(), prepared ? prepared->padded.size() : 0);
        };
        const auto right = sizes(secret);
        const auto wrong = sizes(hexOf(random, 3000));
        QVERIFY(right.second > 0);
        if (right.first != wrong.first) // differ alone already
            continue;
        ++compared;
        QCOMPARE(right.second, wrong.second);
    }
    QVERIFY(compared > variants / 10);
}

QTEST_GUILESS_MAIN(ParametersAttacks)
#include "parameters_attacks_test.moc"
