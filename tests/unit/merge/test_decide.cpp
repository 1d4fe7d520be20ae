// A clinician's choice, and answers that are about the whole resource.

#include "merge/merge.h"
#include "random_versions.h"

#include <QtTest>

using namespace chevet;
using namespace chevet::tests;
using merge::Choice;
using merge::Outcome;
using merge::Side;

namespace {

const QByteArray base = R"({"resourceType":"MedicationStatement","id":"m","status":"active",)"
                        R"("dosage":[{"text":"5 mg"}]})";
const Side nurse{QByteArray(base).replace("5 mg", "1 mg").chopped(1) +
                     R"(,"note":[{"authorString":"Roy","time":"1","text":"INR 2,4"}]})",
                 false};
const Side doctor{QByteArray(base).replace("5 mg", "2,5 mg"), false};
const Side deletion{{}, true};

QList<QString> pathsOf(const Outcome& outcome) {
    QList<QString> paths;
    for (const merge::Clash& clash : outcome.clashes)
        paths += clash.path;
    return paths;
}

Choice choice(const char* path, std::size_t side) {
    return {QString::fromUtf8(path), side};
}

} // namespace

class TestDecide : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takesEachElementFromItsSide();
    void takesAWholeVersion();
    void refusesHalfAnswers();
    void decidesItems();
    void neverForgetsAChosenValue();
    void boundsWhatItReads();
    void isCalmAboutRubbish();
};

void TestDecide::takesEachElementFromItsSide() {
    const std::vector<Side> sides = {nurse, doctor};
    const Outcome outcome = merge::merge(base, sides);
    QCOMPARE(pathsOf(outcome), (QList<QString>{QStringLiteral("dosage"), QStringLiteral("note")}));
    const auto decided =
        merge::decide(base, sides, std::vector{choice("dosage", 1), choice("note", 0)});
    QVERIFY(decided);
    QCOMPARE(decided->json,
             QByteArray(R"({"resourceType":"MedicationStatement","id":"m","status":"active",)"
                        R"("dosage":[{"text":"2,5 mg"}],)"
                        R"("note":[{"authorString":"Roy","text":"INR 2,4","time":"1"}]})"));
    // A side that left the dose as it was may be chosen for it.
    const std::vector<Side> three = {nurse, doctor, {base, false}};
    const auto kept =
        merge::decide(base, three, std::vector{choice("dosage", 2), choice("note", 2)});
    QVERIFY(kept);
    QCOMPARE(kept->json, base);
}

void TestDecide::takesAWholeVersion() {
    const std::vector<Side> sides = {nurse, doctor, deletion};
    QCOMPARE(merge::merge(base, sides).reason, Outcome::Reason::EditedAndDeleted);
    for (std::size_t i = 0; i < sides.size(); ++i)
        QCOMPARE(merge::decide(base, sides, std::vector{choice("", i)}), sides[i]);
    const std::vector<Side> two = {nurse, doctor};
    QCOMPARE(merge::decide(base, two, std::vector{choice("", 0)}), nurse);
    QCOMPARE(merge::decide(std::nullopt, two, std::vector{choice("", 1)}), doctor);
}

void TestDecide::refusesHalfAnswers() {
    const std::vector<Side> sides = {nurse, doctor};
    for (const std::vector<Choice>& wrong : std::vector<std::vector<Choice>>{
             {},
             {choice("dosage", 1)},
             {choice("dosage", 1), choice("note", 2)},
             {choice("dosage", 1), choice("dosage", 0)},
             {choice("dosage", 1), choice("note", 0), choice("status", 0)},
             {choice("dosage", 1), choice("note", 0), choice("", 0)},
             {choice("", 2)}})
        QVERIFY(!merge::decide(base, sides, wrong));
    QVERIFY(!merge::decide(base, std::vector{nurse, deletion}, std::vector{choice("dosage", 0)}));
    QCOMPARE(merge::decide(base, std::vector{nurse}, {}), nurse);
    QVERIFY(!merge::decide(base, std::vector{nurse}, std::vector{choice("dosage", 0)}));
}

void TestDecide::decidesItems() {
    const auto patient = [](const QByteArray& telecom) {
        return QByteArray(R"({"resourceType":"Patient","id":"p","telecom":[)" + telecom + "]}");
    };
    const QByteArray old = patient(R"({"id":"1","value":"a"},{"id":"2","value":"b"})");
    const std::vector<Side> sides = {
        {patient(R"({"id":"1","value":"x"},{"id":"2","value":"b"},{"id":"3","value":"c"})"), false},
        {patient(R"({"id":"2","value":"b"})"), false}};
    const Outcome outcome = merge::merge(old, sides);
    QCOMPARE(pathsOf(outcome), QList<QString>{QStringLiteral("telecom[1]")});
    QCOMPARE(merge::decide(old, sides, std::vector{choice("telecom[1]", 0)})->json, sides[0].json);
    QCOMPARE(merge::decide(old, sides, std::vector{choice("telecom[1]", 1)})->json,
             patient(R"({"id":"2","value":"b"},{"id":"3","value":"c"})"));
}

// Whatever is chosen, the result has the chosen side's value at each element that clashed, and
// choosing one side everywhere gives that side's elements wherever the sides clash.
void TestDecide::neverForgetsAChosenValue() {
    RandomVersions random(8);
    int decided = 0;
    for (int i = 0; i < 4000; ++i) {
        const QJsonObject before = random.resource();
        std::vector<Side> sides;
        for (int n = 2 + random.below(2); n > 0; --n)
            sides.push_back({bytesOf(random.edited(before, 1 + random.below(3))), false});
        const Outcome outcome = merge::merge(bytesOf(before), sides);
        if (outcome.reason != Outcome::Reason::Elements)
            continue;
        std::vector<Choice> choices;
        for (const merge::Clash& clash : outcome.clashes)
            choices.push_back({clash.path, std::size_t(random.below(int(sides.size())))});
        const auto result = merge::decide(bytesOf(before), sides, choices);
        QVERIFY(result && !result->deleted);
        const QJsonObject now = objectOf(result->json);
        for (const Choice& one : choices) {
            const QJsonObject side = objectOf(sides[one.side].json);
            const bool generated =
                one.path == u"text" &&
                side[one.path].toObject()[QStringLiteral("status")] == QStringLiteral("generated");
            if (generated) // says what the elements say: chosen, it means no text
                QVERIFY(!now.contains(one.path));
            else if (!one.path.contains(u'[') && !one.path.startsWith(u"meta."))
                QCOMPARE(now[one.path], side[one.path]);
        }
        ++decided;
    }
    QVERIFY(decided > 1000);
}

void TestDecide::boundsWhatItReads() {
    using Reason = Outcome::Reason;
    QCOMPARE(merge::merge(base, {}).reason, Reason::TooMany);
    std::vector<Side> many;
    for (int i = 0; i < 64; ++i)
        many.push_back({QByteArray(R"({"resourceType":"Patient","telecom":[{"id":")" +
                                   QByteArray::number(100 + i) + R"("}]})"),
                        false});
    const Outcome all = merge::merge(R"({"resourceType":"Patient"})", many);
    QCOMPARE(all.kind, Outcome::Kind::Merged);
    QCOMPARE(all.json.count("\"id\""), 64);
    many.push_back(many.front());
    QCOMPARE(merge::merge(base, many).reason, Reason::TooMany);

    const auto large = [](char c, qsizetype size) {
        return Side{QByteArray(R"({"resourceType":"Patient","photo":[{"id":")" + QByteArray(1, c) +
                               R"(","data":")" + QByteArray(size, c) + R"("}]})"),
                    false};
    };
    constexpr qsizetype mebibyte = 1 << 20;
    const QByteArray small = R"({"resourceType":"Patient"})";
    QCOMPARE(merge::merge(small, std::vector{large('a', 17 * mebibyte)}).kind, Outcome::Kind::Same);
    const std::vector tooLarge = {large('a', 17 * mebibyte), large('b', 10)};
    QCOMPARE(merge::merge(small, tooLarge).reason, Reason::Unreadable);
    const std::vector resultTooLarge = {large('a', 9 * mebibyte), large('b', 9 * mebibyte)};
    QCOMPARE(merge::merge(small, resultTooLarge).reason, Reason::TooLarge);
    std::vector<Side> together;
    for (const char c : {'a', 'b', 'c', 'd', 'e'})
        together.push_back(large(c, 10 * mebibyte));
    QCOMPARE(merge::merge(small, together).reason, Reason::TooLarge);
}

// Truncated and altered bytes beside an honest version: never merged into something unreadable.
void TestDecide::isCalmAboutRubbish() {
    RandomVersions random(9);
    for (int i = 0; i < 4000; ++i) {
        const QByteArray before = bytesOf(random.resource());
        QByteArray bad = bytesOf(random.edited(objectOf(before), 1));
        for (int n = random.below(3); n > 0; --n)
            bad[random.below(int(bad.size()))] = char(random.below(256));
        if (random.below(3) == 0)
            bad.truncate(random.below(int(bad.size())));
        const std::vector<Side> sides = {{bytesOf(random.edited(objectOf(before), 2)), false},
                                         {bad, false}};
        const Outcome outcome = merge::merge(before, sides);
        if (outcome.kind == Outcome::Kind::Merged)
            QVERIFY(merge::Document::read(outcome.json) && !objectOf(outcome.json).isEmpty());
        else if (!merge::Document::read(bad) && bad != sides[0].json && sides[0].json != before)
            QCOMPARE(outcome.reason, Outcome::Reason::Unreadable);
    }
}

QTEST_APPLESS_MAIN(TestDecide)
#include "test_decide.moc"
