// The order of versions is a function of the set of them, whatever came first.

#include "crypto/primitives/hash.h"
#include "vault/arrangement.h"

#include <QTest>

#include <random>

using namespace chevet;
using vault::Arrangement;
using vault::VersionNode;

namespace {

log::Hash digestOf(const char* name) {
    return crypto::hash(QByteArrayView(name));
}

VersionNode node(const char* name, std::initializer_list<const char*> parents,
                 log::OpKind kind = log::OpKind::Put, const char* says = nullptr,
                 const char* updated = "") {
    VersionNode made{.digest = digestOf(name),
                     .kind = kind,
                     .says = digestOf(says ? says : name),
                     .lastUpdated = QString::fromLatin1(updated)};
    for (const char* parent : parents)
        made.parents.push_back(digestOf(parent));
    return made;
}

// Digests in order, and the flags, as one text: equal texts, equal arrangements.
QByteArray told(const std::vector<VersionNode>& nodes) {
    const Arrangement made = vault::arrange(nodes);
    QByteArray text;
    for (const std::size_t index : made.order)
        text += nodes[index].digest.view().toByteArray().toHex().left(8) +
                (made.leaf[index] ? "*" : "") + ' ';
    return QByteArray(text + (made.beside ? "beside " : "") + (made.apart ? "apart" : ""));
}

} // namespace

class TestArrangement : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aLineIsInItsOrder() {
        const std::vector<VersionNode> nodes{node("c", {"b"}), node("a", {}), node("b", {"a"})};
        const Arrangement made = vault::arrange(nodes);
        QCOMPARE(made.order, (std::vector<std::size_t>{1, 2, 0}));
        QVERIFY(!made.beside && !made.apart);
    }
    void twoThatSayOtherThingsAreApart() {
        const std::vector<VersionNode> nodes{node("a", {}), node("b", {"a"}), node("c", {"a"})};
        QVERIFY(vault::arrange(nodes).apart);
        QCOMPARE(vault::arrange(nodes).order.front(), 0U);
    }
    void twoThatSayTheSameAreBeside() {
        const std::vector<VersionNode> nodes{node("a", {}), node("x", {}),
                                             node("b", {"a"}, log::OpKind::Put, "same"),
                                             node("c", {"x"}, log::OpKind::Put, "same")};
        const Arrangement made = vault::arrange(nodes);
        QVERIFY(made.beside && !made.apart);
    }
    void aDecisionEndsIt() {
        std::vector<VersionNode> nodes{node("a", {}), node("b", {"a"}), node("c", {"a"}),
                                       node("d", {"b", "c"}, log::OpKind::Resolve)};
        const Arrangement made = vault::arrange(nodes);
        QVERIFY(!made.beside);
        QCOMPARE(made.order.back(), 3U);
        nodes.push_back(node("e", {"b"})); // written without knowing of the decision
        QVERIFY(vault::arrange(nodes).apart);
    }
    void anEditStandsBeforeADeletion() {
        const std::vector<VersionNode> nodes{
            node("a", {}), node("gone", {"a"}, log::OpKind::Tombstone), node("b", {"a"})};
        const Arrangement made = vault::arrange(nodes);
        QVERIFY(made.apart);
        QCOMPARE(made.order.back(), 2U);
    }
    void deletedTwiceIsDeleted() {
        const std::vector<VersionNode> nodes{node("a", {}),
                                             node("x", {"a"}, log::OpKind::Tombstone),
                                             node("y", {"a"}, log::OpKind::Tombstone)};
        const Arrangement made = vault::arrange(nodes);
        QVERIFY(made.beside && !made.apart);
    }
    void whatItsSourceWroteEarlierIsHistory() {
        const std::vector<VersionNode> nodes{
            node("a", {}, log::OpKind::Put, "a", "2020-01-01T00:00:00Z"),
            node("b", {"a"}, log::OpKind::Put, "b", "2022-01-01T00:00:00Z"),
            node("e", {}, log::OpKind::Earlier, "e", "2021-01-01T00:00:00Z"),
            node("f", {}, log::OpKind::Earlier, "f", "2019-01-01T00:00:00Z")};
        const Arrangement made = vault::arrange(nodes);
        QCOMPARE(made.order, (std::vector<std::size_t>{3, 0, 2, 1}));
        QVERIFY(!made.beside);
    }
    void aloneItStands() {
        const std::vector<VersionNode> nodes{node("e", {}, log::OpKind::Earlier)};
        QVERIFY(vault::arrange(nodes).leaf[0]);
    }
    void aParentThatIsNotHereMatters() {
        const std::vector<VersionNode> nodes{node("b", {"never seen"}), node("a", {})};
        QVERIFY(vault::arrange(nodes).apart);
    }
    void aMadeUpCycleEnds() {
        const std::vector<VersionNode> nodes{node("a", {"b"}), node("b", {"a"})};
        QCOMPARE(vault::arrange(nodes).order.size(), 2U);
    }
    void everyOrderGivesTheSame() {
        std::mt19937 random(7);
        for (int round = 0; round < 500; ++round) {
            std::vector<VersionNode> nodes;
            const int count = 1 + static_cast<int>(random() % 9);
            for (int i = 0; i < count; ++i) {
                VersionNode one = node(qPrintable(QString::number(round * 100 + i)), {});
                for (int parent = 0; parent < i; ++parent)
                    if (random() % 3 == 0)
                        one.parents.push_back(nodes[static_cast<std::size_t>(parent)].digest);
                one.kind = std::array{log::OpKind::Put, log::OpKind::Put, log::OpKind::Tombstone,
                                      log::OpKind::Earlier, log::OpKind::Merge}[random() % 5];
                if (one.kind == log::OpKind::Earlier)
                    one.parents.clear();
                one.says = digestOf(random() % 2 == 0 ? "x" : "y");
                one.lastUpdated = QStringLiteral("20%1-01-01T00:00:00Z").arg(10 + random() % 9);
                nodes.push_back(one);
            }
            const QByteArray first = told(nodes);
            for (int shuffle = 0; shuffle < 6; ++shuffle) {
                std::shuffle(nodes.begin(), nodes.end(), random);
                QCOMPARE(told(nodes), first);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestArrangement)
#include "test_arrangement.moc"
