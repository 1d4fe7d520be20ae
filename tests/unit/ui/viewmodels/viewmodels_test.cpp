// What pages show, without a window: matches, words for values, the delay after wrong passphrases.

#include "ui/viewmodels/patient_list.h"
#include "ui/viewmodels/unlock_state.h"
#include "ui/viewmodels/words.h"

#include <QSignalSpy>
#include <QTest>

using namespace chevet;
using namespace chevet::viewmodels;
using Spans = QList<QPair<int, int>>;

class TestViewmodels : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void matchesAreMarkedWithoutRegardToAccents() {
        const QString name = QStringLiteral("TREMBLAY, Émilie");
        QCOMPARE(matchSpans(name, QStringLiteral("tremb é")), (Spans{{0, 5}, {10, 1}}));
        QCOMPARE(matchSpans(name, QStringLiteral("emi")), (Spans{{10, 3}}));
        QCOMPARE(matchSpans(name, QStringLiteral("zzz")), Spans());
        QCOMPARE(matchSpans(name, QString()), Spans());
    }

    void aMatchBeginsAWord() {
        QCOMPARE(matchSpans(QStringLiteral("TREMBLAY, Marie-Élaine"), QStringLiteral("elaine")),
                 (Spans{{16, 6}}));
        QCOMPARE(matchSpans(QStringLiteral("TREMBLAY"), QStringLiteral("lay")), Spans());
    }

    void overlappingMatchesBecomeOne() {
        QCOMPARE(matchSpans(QStringLiteral("Émilie"), QStringLiteral("e emil")), (Spans{{0, 4}}));
    }

    void agesSayWhatIsKnown() {
        const QDate today(2025, 10, 14);
        QCOMPARE(ageWords(QStringLiteral("2004-12-19"), today), QStringLiteral("20\u00a0"
                                                                               "ans"));
        QCOMPARE(ageWords(QStringLiteral("2004-10-14"), today), QStringLiteral("21\u00a0"
                                                                               "ans"));
        QCOMPARE(ageWords(QStringLiteral("1958"), today), QStringLiteral("environ 67\u00a0"
                                                                         "ans"));
        QCOMPARE(ageWords(QStringLiteral("2025-07-15"), today), QStringLiteral("2\u00a0mois"));
        QCOMPARE(ageWords(QStringLiteral("2025-10-10"), today), QStringLiteral("4\u00a0j"));
        QVERIFY(ageWords(QStringLiteral("inconnue"), today).isEmpty());
        QVERIFY(ageWords({}, today).isEmpty());
    }

    void numbersAndNames() {
        QCOMPARE(count(4812), QStringLiteral("4\u202f812"));
        QCOMPARE(count(1284902), QStringLiteral("1\u202f284\u202f902"));
        QCOMPARE(namWords(QStringLiteral("TREE04621918")), QStringLiteral("TREE\u00a0"
                                                                          "0462\u00a0"
                                                                          "1918"));
        QCOMPARE(namWords(QStringLiteral("12345")), QStringLiteral("12345"));
        QCOMPARE(listName(QStringLiteral("Tremblay"), QStringLiteral("Émilie")),
                 QStringLiteral("TREMBLAY, Émilie"));
        QCOMPARE(listName({}, {}), QStringLiteral("Sans nom"));
    }

    void allPatientsComeAsTheListIsScrolled() {
        const auto page = [](int rows) {
            session::PatientPage answer{.total = 5, .rows = {}, .milliseconds = 0};
            for (int i = 0; i < rows; ++i)
                answer.rows += session::PatientRow(base::Uuid(std::array<std::uint8_t, 16>{}));
            return answer;
        };
        PatientListModel model;
        QSignalSpy wanted(&model, &PatientListModel::moreWanted);
        model.showFound(page(2), {});
        QVERIFY(model.canFetchMore({}));
        model.fetchMore({});
        QCOMPARE(wanted.value(0).value(0).toLongLong(), 2);
        QVERIFY2(!model.canFetchMore({}), "asked once, until the answer is there");
        model.append(page(2));
        QCOMPARE(model.rowCount(), 4);
        QVERIFY(model.canFetchMore({}));
        model.append(page(1));
        QCOMPARE(model.patients(), 5);
        QVERIFY(!model.canFetchMore({}));
        model.showFound(page(2), QStringLiteral("tremblay"));
        QVERIFY2(!model.canFetchMore({}), "a search is refined, not scrolled");
    }

    void fiveWrongPassphrasesMakeOneWait() {
        UnlockState state;
        for (int i = 0; i < UnlockState::freeAttempts - 1; ++i) {
            state.failed(1000);
            QCOMPARE(state.waitingTime(1000), 0);
        }
        state.failed(1000);
        QCOMPARE(state.waitingTime(1000), UnlockState::delayMilliseconds);
        QCOMPARE(state.waitingTime(1000 + UnlockState::delayMilliseconds), 0);
        state.succeeded();
        QCOMPARE(state.failures(), 0);
    }
};

QTEST_MAIN(TestViewmodels)
#include "viewmodels_test.moc"
