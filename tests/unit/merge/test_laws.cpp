// The laws of MERGE.md §3.3 on random resources with random edits, from fixed seeds.

#include "law_checks.h"
#include "random_versions.h"

#include <QtTest>

using namespace chevet;
using namespace chevet::tests;
using merge::Outcome;
using merge::Side;

namespace {

constexpr int cases = 3000;

struct Case {
    QByteArray base{};
    std::vector<Side> sides{};
};

Case makeCase(RandomVersions& random) {
    const QJsonObject base = random.resource();
    Case made{bytesOf(base), {}};
    for (int n = 2 + random.below(3); n > 0; --n)
        made.sides.push_back(
            {bytesOf(random.edited(base, random.below(4))), random.below(60) == 0});
    return made;
}

bool same(const Outcome& left, const Outcome& right) {
    return left.kind == right.kind && left.reason == right.reason && left.json == right.json &&
           left.deleted == right.deleted && left.clashes == right.clashes;
}

Side sideOf(const Outcome& outcome) {
    return {outcome.json, outcome.deleted};
}

// Merges two by two in the order given; nullopt at the first conflict.
std::optional<Side> fold(const Case& one, const std::vector<std::size_t>& order) {
    Side all = one.sides[order.front()];
    for (const std::size_t i : order) {
        const Outcome next = merge::merge(one.base, std::vector{all, one.sides[i]});
        if (next.kind == Outcome::Kind::Conflict)
            return std::nullopt;
        all = sideOf(next);
    }
    return all;
}

} // namespace

class TestLaws : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void orderChangesNoByte();
    void oneSideStands();
    void mergingAgainChangesNothing();
    void pairwiseIsTheSame();
    void nothingIsLost();
    void spellingDoesNotCount();
    void withoutBaseNothingIsMerged();
    void casesAreOfEveryKind();
};

void TestLaws::orderChangesNoByte() {
    RandomVersions random(1);
    for (int i = 0; i < cases; ++i) {
        Case one = makeCase(random);
        const Outcome expected = merge::merge(one.base, one.sides);
        std::vector<std::size_t> order(one.sides.size());
        std::iota(order.begin(), order.end(), 0);
        while (std::ranges::next_permutation(order).found) {
            std::vector<Side> sides;
            for (const std::size_t at : order)
                sides.push_back(one.sides[at]);
            QVERIFY2(same(merge::merge(one.base, sides), expected), one.base.constData());
        }
        one.sides.push_back(one.sides.front());
        QVERIFY2(same(merge::merge(one.base, one.sides), expected), one.base.constData());
    }
}

void TestLaws::oneSideStands() {
    RandomVersions random(2);
    for (int i = 0; i < cases; ++i) {
        const Case one = makeCase(random);
        const Side& side = one.sides.front();
        for (const auto& sides : {std::vector{side}, std::vector{side, side},
                                  std::vector{Side{one.base, false}, side}}) {
            const Outcome outcome = merge::merge(one.base, sides);
            QCOMPARE(outcome.kind, Outcome::Kind::Same);
            QCOMPARE(outcome.deleted, side.deleted);
            QCOMPARE(outcome.json, side.deleted ? QByteArray() : side.json);
        }
        QCOMPARE(merge::merge(std::nullopt, std::vector{side, side}).kind, Outcome::Kind::Same);
    }
}

void TestLaws::mergingAgainChangesNothing() {
    RandomVersions random(3);
    for (int i = 0; i < cases; ++i) {
        Case one = makeCase(random);
        const Outcome outcome = merge::merge(one.base, one.sides);
        if (outcome.kind == Outcome::Kind::Conflict)
            continue;
        QCOMPARE(merge::merge(one.base, std::vector{sideOf(outcome)}).json, outcome.json);
        one.sides.push_back(sideOf(outcome));
        const Outcome again = merge::merge(one.base, one.sides);
        QVERIFY2(again.kind != Outcome::Kind::Conflict, outcome.json.constData());
        QCOMPARE(again.json, outcome.json);
    }
}

void TestLaws::pairwiseIsTheSame() {
    RandomVersions random(4);
    for (int i = 0; i < cases; ++i) {
        const Case one = makeCase(random);
        const Outcome expected = merge::merge(one.base, one.sides);
        std::vector<std::size_t> order(one.sides.size());
        std::iota(order.begin(), order.end(), 0);
        do {
            const std::optional<Side> folded = fold(one, order);
            QCOMPARE(folded.has_value(), expected.kind != Outcome::Kind::Conflict);
            if (folded)
                QCOMPARE(folded->json, expected.json);
        } while (std::ranges::next_permutation(order).found);
    }
}

void TestLaws::nothingIsLost() {
    RandomVersions random(5);
    for (int i = 0; i < cases; ++i) {
        const Case one = makeCase(random);
        const Outcome outcome = merge::merge(one.base, one.sides);
        const QString wrong = whatIsLost(one.base, one.sides, outcome);
        QVERIFY2(wrong.isEmpty(), qPrintable(QString(wrong + u'\n' + QString::fromUtf8(one.base))));
    }
}

// Blanks and another order of members in a side give the same elements.
void TestLaws::spellingDoesNotCount() {
    RandomVersions random(6);
    for (int i = 0; i < cases; ++i) {
        Case one = makeCase(random);
        const Outcome before = merge::merge(one.base, one.sides);
        for (Side& side : one.sides)
            if (!side.deleted)
                side.json = QJsonDocument(objectOf(side.json)).toJson(QJsonDocument::Indented);
        const Outcome after = merge::merge(one.base, one.sides);
        QCOMPARE(after.reason, before.reason);
        QCOMPARE(after.clashes, before.clashes);
        QCOMPARE(objectOf(after.json), objectOf(before.json));
        if (before.kind == Outcome::Kind::Merged)
            QCOMPARE(after.json, before.json);
    }
}

void TestLaws::withoutBaseNothingIsMerged() {
    RandomVersions random(7);
    for (int i = 0; i < cases; ++i) {
        const Case one = makeCase(random);
        QVERIFY(merge::merge(std::nullopt, one.sides).kind != Outcome::Kind::Merged);
    }
}

// The generator makes what the laws are about; else they would hold of nothing.
void TestLaws::casesAreOfEveryKind() {
    RandomVersions random(5);
    QMap<QString, int> seen;
    for (int i = 0; i < cases; ++i) {
        const Case one = makeCase(random);
        const Outcome outcome = merge::merge(one.base, one.sides);
        ++seen[QStringLiteral("%1 %2").arg(int(outcome.kind)).arg(int(outcome.reason))];
        for (const merge::Clash& clash : outcome.clashes)
            ++seen[clash.path.contains(u'[') ? QStringLiteral("item") : QStringLiteral("element")];
        if (outcome.kind == Outcome::Kind::Merged && outcome.json.count("\"id\"") > 3)
            ++seen[QStringLiteral("merged lists")];
    }
    for (const char* const kind : {"0 0", "1 0", "2 1", "2 3", "item", "element", "merged lists"})
        QVERIFY2(seen.value(QLatin1String(kind)) > 50, kind);
}

QTEST_APPLESS_MAIN(TestLaws)
#include "test_laws.moc"
