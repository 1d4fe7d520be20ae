// Three workstations of one clinic, never connected: they exchange a folder, and agree.

#include "support/several_workstations.h"

#include <QDirIterator>
#include <QTest>

using namespace chevet;
using namespace chevet::tests;
using base::ErrorCode;

namespace {

QByteArray medication(const QByteArray& dose) {
    return medicationJson("m1", "p1", "Warfarine " + dose);
}

void importPatients(SeveralWorkstations& clinic) {
    const QString path = clinic.folder.filePath(QStringLiteral("a.json"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no file");
    file.write(
        bundleJson({patientJson("p1", "Roy", "Anne", "1980-01-01", "1"),
                    patientJson("p2", "Roy", "Luc", "1975-05-05", "2"), medication("6 mg")}));
    file.close();
    if (!clinic.first().session->import({path}))
        qFatal("no import");
}

QStringList filesUnder(const QString& folder, const QString& pattern) {
    QStringList files;
    QDirIterator all(folder, {pattern}, QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext())
        files += all.next();
    files.sort();
    return files;
}

void copyFolder(const QString& from, const QString& to) {
    QDirIterator all(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString source = all.next();
        const QString target = to + source.mid(from.size());
        QDir().mkpath(QFileInfo(target).path());
        QFile::remove(target);
        if (!QFile::copy(source, target))
            qFatal("cannot copy %s", qPrintable(source));
    }
}

} // namespace

class ExchangeStory : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void threeWorkstationsAgree() {
        SeveralWorkstations clinic(3);
        importPatients(clinic);
        clinic.exchangeAll();
        QCOMPARE(clinic.disagreement(), QString());
        clinic.at(1).write("p1", medication("5 mg"));
        const auto note = clinic.at(2).session->writeNote(
            clinic.at(2).patient("p2"),
            {.sections = record::sectionsOf(QStringLiteral("Va bien.")), .appendsTo = {}});
        QVERIFY(note.has_value());
        QVERIFY(clinic.at(1).session->noteAccess(clinic.at(1).patient("p1"),
                                                 session::Session::Access::Opened));
        clinic.exchangeAll();
        QCOMPARE(clinic.disagreement(), QString());
        for (const auto& one : clinic.all) {
            QVERIFY(one->get("p1", "MedicationRequest/m1").contains("5 mg"));
            const auto from = one->session->provenance(one->patient("p1"),
                                                       QStringLiteral("MedicationRequest/m1"));
            QCOMPARE(from->author, QStringLiteral("Dre salle-2"));
            QCOMPARE(from->device, QStringLiteral("salle-2"));
            QVERIFY(from->signature == session::SignatureState::Verified);
            QVERIFY(one->session->accesses(one->patient("p1"), 10)->size() == 1);
            const auto report = one->session->verify(true);
            QVERIFY(report && report->ok);
        }
    }

    void aDoseChangedInTwoPlacesIsShownAndDecided() {
        SeveralWorkstations clinic(3);
        importPatients(clinic);
        clinic.exchangeAll();
        clinic.at(0).write("p1", medication("5 mg"));
        clinic.at(1).write("p1", medication("4 mg"));
        clinic.exchangeAll();
        QCOMPARE(clinic.disagreement(), QString());
        for (const auto& one : clinic.all) {
            const auto conflicts = one->session->conflicts();
            QCOMPARE(conflicts->size(), 1);
            QCOMPARE(conflicts->front().resource, QStringLiteral("MedicationRequest/m1"));
            QCOMPARE(conflicts->front().leaves.size(), 2);
            for (const auto& leaf : conflicts->front().leaves)
                QVERIFY(leaf.provenance.signature == session::SignatureState::Verified);
            // Which is shown meanwhile is the same everywhere.
            QCOMPARE(conflicts->front().leaves.front().json,
                     clinic.first().session->conflicts()->front().leaves.front().json);
        }
        const auto conflict = clinic.at(2).session->conflicts()->front();
        const auto kept = std::find_if(conflict.leaves.begin(), conflict.leaves.end(),
                                       [](const auto& leaf) { return leaf.json.contains("4 mg"); });
        const auto decided =
            clinic.at(2).session->resolve(conflict.patient, conflict.resource, kept->version);
        QVERIFY2(decided, qPrintable(decided ? QString() : decided.error().toString()));
        clinic.exchangeAll();
        QCOMPARE(clinic.disagreement(), QString());
        for (const auto& one : clinic.all) {
            QVERIFY(one->session->conflicts()->isEmpty());
            QVERIFY(one->get("p1", "MedicationRequest/m1").contains("4 mg"));
            const auto history =
                one->session->history(one->patient("p1"), QStringLiteral("MedicationRequest/m1"));
            QCOMPARE(history->size(), 4); // nothing is lost
        }
    }

    void whatTouchesDifferentElementsIsJoined() {
        SeveralWorkstations clinic(2);
        importPatients(clinic);
        clinic.exchangeAll();
        QByteArray person = clinic.first().get("p1", "Patient/p1");
        QVERIFY(!person.isEmpty());
        QByteArray mine = person, theirs = person;
        mine.chop(1);
        mine += ",\"telecom\":[{\"system\":\"phone\",\"value\":\"418 555-0111\"}]}";
        theirs.chop(1);
        theirs += ",\"address\":[{\"city\":\"Rimouski\"}]}";
        clinic.at(0).write("p1", mine);
        clinic.at(1).write("p1", theirs);
        clinic.exchangeAll();
        QCOMPARE(clinic.disagreement(), QString());
        for (const auto& one : clinic.all) {
            QVERIFY(one->session->conflicts()->isEmpty());
            const QByteArray joined = one->get("p1", "Patient/p1");
            QVERIFY(joined.contains("0111") && joined.contains("Rimouski"));
        }
    }

    void attachmentsTravel() {
        SeveralWorkstations clinic(2);
        importPatients(clinic);
        const QByteArray data = QByteArray(30'000, 'x').toBase64();
        clinic.first().write("p1", documentJson("d1", "p1", data));
        clinic.exchangeAll();
        QVERIFY(clinic.at(1).get("p1", "DocumentReference/d1").contains(data));
        QVERIFY(clinic.at(1).session->verify(true)->ok);
    }

    void anEvictedWorkstationIsHeardNoMore() {
        SeveralWorkstations clinic(3);
        importPatients(clinic);
        clinic.exchangeAll();
        clinic.at(2).write("p1", medication("5 mg"));
        clinic.exchangeAll();
        const auto known = clinic.first().session->workstations();
        base::Uuid evicted = known->front().id;
        for (const auto& one : *known)
            if (one.label == u"salle-3")
                evicted = one.id;
        // The second has taken in a later act before it knows of the eviction.
        clinic.at(2).write("p1", medication("1 mg"));
        clinic.at(2).exchange(clinic.stick);
        clinic.at(1).exchange(clinic.stick);
        QVERIFY(clinic.at(1).get("p1", "MedicationRequest/m1").contains("1 mg"));
        QCOMPARE(clinic.at(1).session->revokeWorkstation(evicted).error().code,
                 ErrorCode::PermissionDenied);
        QVERIFY(clinic.first().session->revokeWorkstation(evicted));
        const auto outcome = clinic.first().exchange(clinic.stick);
        QCOMPARE(outcome.quarantined.size(), 1);
        QCOMPARE(outcome.quarantined.front().why, QStringLiteral("revoked"));
        QVERIFY(!outcome.quarantined.front().alarm);
        const auto theirs = clinic.at(2).exchange(clinic.stick);
        QVERIFY(theirs.evicted);
        clinic.at(2).session.reset();
        clinic.exchangeAll();
        QCOMPARE(clinic.disagreement(), QString());
        for (int i : {0, 1}) {
            QVERIFY(clinic.at(i).get("p1", "MedicationRequest/m1").contains("5 mg"));
            QVERIFY(clinic.at(i).session->verify(true)->ok);
            // Kept aside, visible, never deleted.
            QVERIFY(!filesUnder(clinic.at(i).folder + QStringLiteral("/quarantine"),
                                QStringLiteral("*"))
                         .isEmpty() ||
                    i == 1);
        }
        // What is written from now on it cannot read.
        clinic.first().write("p1", medication("3 mg"));
        clinic.first().exchange(clinic.stick);
        clinic.at(2).open();
        const auto late = clinic.at(2).exchange(clinic.stick);
        QVERIFY(late.evicted);
        QVERIFY(!clinic.at(2).get("p1", "MedicationRequest/m1").contains("3 mg"));
    }

    // The evicted one had begun a file in which another wrote before they knew: its key came with
    // entries that do not count, the other's words do.
    void whatOthersWroteInAnEvictedOnesFileStays() {
        SeveralWorkstations clinic(3);
        importPatients(clinic);
        clinic.exchangeAll();
        const QString path = clinic.folder.filePath(QStringLiteral("c.json"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bundleJson({patientJson("p9", "Gagnon", "Zoé", "1990-01-01", "9"),
                               medicationJson("m8", "p9", "Aspirine")}));
        file.close();
        QVERIFY(clinic.at(2).session->import({path}));
        const QString apart = clinic.folder.filePath(QStringLiteral("autre-cle"));
        QDir().mkpath(apart);
        clinic.at(2).exchange(apart);
        clinic.at(1).exchange(apart);
        const session::PatientKey zoe = clinic.at(1).patient("p9");
        clinic.at(1).write("p9", medicationJson("m9", "p9", "Ramipril"));
        const auto known = clinic.first().session->workstations();
        for (const auto& one : *known)
            if (one.label == u"salle-3")
                QVERIFY(clinic.first().session->revokeWorkstation(one.id));
        clinic.at(2).session.reset();
        clinic.exchangeAll(); // the first never sees the entries of the third
        QCOMPARE(clinic.disagreement(), QString());
        for (int round = 0; round < 2; ++round) {
            for (int i : {0, 1}) {
                const auto words =
                    clinic.at(i).session->resource(zoe, QStringLiteral("MedicationRequest/m9"));
                QVERIFY(words && words->contains("Ramipril"));
                QVERIFY(
                    !clinic.at(i).session->resource(zoe, QStringLiteral("MedicationRequest/m8")));
                QVERIFY(clinic.at(i).session->verify(true)->ok);
                QVERIFY(clinic.at(i).session->rebuild().has_value()); // and once more
            }
        }
        QCOMPARE(clinic.disagreement(), QString());
    }

    void aRestoredImageGetsItsOwnBack() {
        SeveralWorkstations clinic(2);
        importPatients(clinic);
        clinic.exchangeAll();
        Workstation& second = clinic.at(1);
        second.session.reset();
        const QString image = clinic.folder.filePath(QStringLiteral("image"));
        copyFolder(second.folder, image);
        second.open();
        second.write("p1", medication("5 mg"));
        clinic.exchangeAll();
        second.session.reset();
        QDir(second.folder).removeRecursively();
        copyFolder(image, second.folder); // whole: nothing here can tell
        second.open();
        const auto outcome = second.exchange(clinic.stick);
        QVERIFY(outcome.restored);
        QVERIFY(!outcome.copied);
        clinic.exchangeAll();
        QCOMPARE(clinic.disagreement(), QString());
        second.write("p1", medication("4 mg"));
        clinic.exchangeAll();
        QCOMPARE(clinic.disagreement(), QString());
        QVERIFY(clinic.first().get("p1", "MedicationRequest/m1").contains("4 mg"));
        QVERIFY(second.session->verify(true)->ok);
    }

    void twoCopiesOfAMachineLoseNothing() {
        SeveralWorkstations clinic(2);
        importPatients(clinic);
        clinic.exchangeAll();
        Workstation& second = clinic.at(1);
        second.session.reset();
        const QString image = clinic.folder.filePath(QStringLiteral("copie"));
        copyFolder(second.folder, image);
        clinic.all.push_back(std::make_unique<Workstation>("copie", image));
        second.open();
        clinic.at(2).open();
        second.write("p1", medication("5 mg"));
        clinic.at(2).write("p2", medicationJson("m2", "p2", "Metformine"));
        clinic.at(2).write("p1", medication("4 mg"));
        second.exchange(clinic.stick);
        const auto met = clinic.at(2).exchange(clinic.stick);
        QVERIFY(met.copied);
        clinic.exchangeAll();
        QCOMPARE(clinic.disagreement(), QString());
        for (const auto& one : clinic.all) {
            QVERIFY(one->get("p2", "MedicationRequest/m2").contains("Metformine"));
            QCOMPARE(one->session->conflicts()->size(), 1);
            QVERIFY(one->session->verify(true)->ok);
        }
        second.write("p2", medicationJson("m3", "p2", "Ramipril"));
        clinic.at(2).write("p2", medicationJson("m4", "p2", "Bisoprolol"));
        clinic.exchangeAll();
        QCOMPARE(clinic.disagreement(), QString());
        QVERIFY(clinic.first().get("p2", "MedicationRequest/m3").contains("Ramipril"));
        QVERIFY(clinic.first().get("p2", "MedicationRequest/m4").contains("Bisoprolol"));
        // And a rebuilt view says the same.
        QVERIFY(clinic.first().session->rebuild().has_value());
        QCOMPARE(clinic.disagreement(), QString());
    }

    void clocksWrongByTenYears() {
        SeveralWorkstations clinic(3);
        clinic.at(1).clock.offset = 10LL * 365 * 86'400;
        clinic.at(2).clock.offset = -10LL * 365 * 86'400;
        importPatients(clinic);
        clinic.exchangeAll();
        clinic.at(1).write("p1", medication("5 mg"));
        clinic.exchangeAll();
        clinic.at(2).write("p1", medication("4 mg")); // later in fact, earlier by its clock
        clinic.exchangeAll();
        QCOMPARE(clinic.disagreement(), QString());
        for (const auto& one : clinic.all) {
            QVERIFY(one->session->conflicts()->isEmpty());
            QVERIFY(one->get("p1", "MedicationRequest/m1").contains("4 mg"));
        }
    }

    void aHalfCopiedStickSaysSoAndHeals() {
        SeveralWorkstations clinic(2);
        importPatients(clinic);
        clinic.first().exchange(clinic.stick);
        for (const QString& path : filesUnder(clinic.stick, QStringLiteral("*.qse"))) {
            QFile file(path);
            QVERIFY(file.resize(file.size() / 2));
        }
        auto outcome = clinic.at(1).exchange(clinic.stick);
        QVERIFY(!outcome.incomplete.isEmpty());
        QCOMPARE(outcome.received, 0);
        clinic.exchangeAll(); // the first writes them again
        QCOMPARE(clinic.disagreement(), QString());
    }

    void damageIsNamedAndTheRestGoesOn() {
        SeveralWorkstations clinic(3);
        importPatients(clinic);
        clinic.exchangeAll();
        clinic.at(1).write("p1", medication("5 mg"));
        clinic.at(2).write("p2", medicationJson("m2", "p2", "Metformine"));
        const QStringList before = filesUnder(clinic.stick, QStringLiteral("*.qse"));
        clinic.at(1).exchange(clinic.stick);
        QString bad;
        for (const QString& path : filesUnder(clinic.stick, QStringLiteral("*.qse")))
            if (!before.contains(path))
                bad = path;
        QFile file(bad);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
        file.seek(0);
        file.write(bytes);
        file.close();
        clinic.at(2).exchange(clinic.stick);
        const auto outcome = clinic.first().exchange(clinic.stick);
        QVERIFY(!outcome.quarantined.isEmpty());
        QVERIFY(outcome.quarantined.front().alarm);
        QVERIFY(clinic.first().get("p2", "MedicationRequest/m2").contains("Metformine"));
        QVERIFY(clinic.first().get("p1", "MedicationRequest/m1").contains("6 mg"));
        QVERIFY(clinic.first().session->verify(true)->ok);
        QFile::remove(bad); // what a person does with a damaged file
        clinic.exchangeAll();
        QCOMPARE(clinic.disagreement(), QString());
        QVERIFY(clinic.first().get("p1", "MedicationRequest/m1").contains("5 mg"));
    }

    void anotherClinicsStickIsLeftAlone() {
        SeveralWorkstations clinic(2), other(2);
        importPatients(clinic);
        importPatients(other);
        other.first().exchange(clinic.stick);
        const auto outcome = clinic.first().exchange(clinic.stick);
        QCOMPARE(outcome.foreign.size(), 1);
        QCOMPARE(outcome.received, 0);
        // Its files copied into ours are refused one by one.
        const QString theirs = filesUnder(other.first().folder, QStringLiteral("*.seg")).front();
        Q_UNUSED(theirs)
        const QString from = clinic.stick + QLatin1Char('/') + outcome.foreign.front();
        QString ours;
        for (const QString& name : QDir(clinic.stick).entryList({QStringLiteral("chevet-*")}))
            if (name != outcome.foreign.front() && name != u"chevet-requests")
                ours = clinic.stick + QLatin1Char('/') + name;
        copyFolder(from + QStringLiteral("/streams"), ours + QStringLiteral("/streams"));
        copyFolder(from + QStringLiteral("/membership"), ours + QStringLiteral("/membership"));
        const auto mixed = clinic.first().exchange(clinic.stick);
        QVERIFY(!mixed.quarantined.isEmpty());
        QCOMPARE(mixed.received, 0);
        clinic.exchangeAll();
        QCOMPARE(clinic.disagreement(), QString());
        QVERIFY(clinic.first().session->verify(true)->ok);
    }

    void theWrongCodesAdmitNobody() {
        SeveralWorkstations clinic(1);
        Workstation fresh("salle-9", clinic.folder.filePath(QStringLiteral("salle-9")));
        const auto code = session::Session::requestToJoin(fresh.environment, fresh.folder,
                                                          clinic.stick, fresh.wish());
        QVERIFY(code.has_value());
        const auto join = [&](const QString& typed) {
            return session::Session::join(fresh.environment, fresh.folder, clinic.stick, typed,
                                          fresh.wish());
        };
        QCOMPARE(join(*code).error().code, ErrorCode::NotFound); // nobody admitted it yet
        QString wrong = *code;
        wrong[0] = wrong[0] == u'A' ? u'B' : u'A';
        QCOMPARE(
            clinic.first().session->admit(clinic.stick, wrong, session::Role::Nurse).error().code,
            ErrorCode::NotFound);
        QCOMPARE(clinic.first()
                     .session->admit(clinic.stick, QStringLiteral("UUUU"), session::Role::Nurse)
                     .error()
                     .code,
                 ErrorCode::JoinCodeMistyped);
        const auto admitted =
            clinic.first().session->admit(clinic.stick, *code, session::Role::Nurse);
        QVERIFY(admitted.has_value());
        QCOMPARE(join(*code).error().code, ErrorCode::JoinCodeMistyped); // not the clinic's
        auto wish = fresh.wish();
        wish.passphrase = TestClinic::words("une tout autre phrase ici");
        QCOMPARE(session::Session::join(fresh.environment, fresh.folder, clinic.stick,
                                        admitted->clinicCode, wish)
                     .error()
                     .code,
                 ErrorCode::WrongPassphrase);
        QVERIFY(join(admitted->clinicCode).has_value());
        fresh.open();
        QVERIFY(fresh.session->currentUser().role == session::Role::Nurse);
        QVERIFY(!QFile::exists(fresh.folder + QStringLiteral("/joining")));
    }

    // The recovery kit of the clinic opens every workstation's vault.
    void theKitOpensTheNewcomerToo() {
        SeveralWorkstations clinic(2);
        importPatients(clinic);
        clinic.exchangeAll();
        Workstation& second = clinic.at(1);
        second.session.reset();
        auto opened =
            session::Session::openWithRecoveryKit(second.environment, second.folder, clinic.kit);
        QVERIFY2(opened.has_value(), qPrintable(opened ? QString() : opened.error().toString()));
        QVERIFY((*opened)->findPatient(QStringLiteral("p1")).has_value());
    }

    void nothingOnTheStickIsReadable() {
        SeveralWorkstations clinic(2);
        importPatients(clinic);
        clinic.exchangeAll();
        for (const QString& path : filesUnder(clinic.stick, QStringLiteral("*"))) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            for (const char* word : {"Roy", "Warfarine", "salle-2", "Lachance", "Essais"})
                QVERIFY2(!bytes.contains(word), qPrintable(path));
        }
    }
};

QTEST_GUILESS_MAIN(ExchangeStory)
#include "exchange_story_test.moc"
