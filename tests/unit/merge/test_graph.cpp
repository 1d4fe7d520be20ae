// Leaves and the base of a merge, honest graphs and hostile ones. A version is "c=ab": named c,
// with the parents a and b.

#include "merge/graph.h"

#include <QtTest>

using namespace chevet;
using merge::commonAncestor;
using merge::Version;

namespace {

std::vector<Version> graph(const QByteArray& words) {
    std::vector<Version> versions;
    for (const QByteArray& word : words.split(' ')) {
        if (word.isEmpty())
            continue;
        Version version{word.left(1), {}};
        for (const char parent : word.mid(2))
            version.parents += QByteArray(1, parent);
        versions.push_back(version);
    }
    return versions;
}

} // namespace

class TestGraph : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsLeavesAndBase_data();
    void findsLeavesAndBase();
    void boundsLeaves();
    void climbsLongHistories();
    void neverHidesAVersion();
};

void TestGraph::findsLeavesAndBase_data() {
    QTest::addColumn<QByteArray>("versions");
    QTest::addColumn<QByteArray>("leaves");
    QTest::addColumn<QByteArray>("base"); // empty: none
    const auto row = [](const char* name, const char* versions, const char* leaves,
                        const char* base) {
        QTest::newRow(name) << QByteArray(versions) << QByteArray(leaves) << QByteArray(base);
    };
    row("nothing", "", "", "");
    row("one", "a=", "a", "a");
    row("line", "a= b=a c=b", "c", "c");
    row("fork", "a= b=a c=a", "bc", "a");
    row("long fork", "a= b=a c=b d=a e=d", "ce", "a");
    row("fork after a line", "r= a=r b=a c=a", "bc", "a");
    row("three ways", "a= b=a c=a d=a", "bcd", "a");
    row("diamond", "a= b=a c=a d=bc", "d", "d");
    row("fork after a diamond", "a= b=a c=a d=bc e=d f=d", "ef", "d");
    row("diamond inside one line", "a= b=a c=a d=bc e=a", "de", "a");
    row("criss-cross", "a= b=a c=a d=bc e=bc", "de", "");
    row("criss-cross, one above the other", "a= b=a c=b d=bc e=cb", "de", "c");
    row("two roots", "a= b=", "ab", "");
    row("two roots joined", "a= b= c=ab d=ab", "cd", "");
    row("a nearer ancestor of two of three", "a= p=a b=p c=p d=a", "bcd", "");
    row("merged into one line", "a= b=a c=a d=ab e=c", "de", "a");
    row("missing parent of one", "b=a", "b", "b");
    row("missing parent of both", "b=a c=a", "bc", "");
    row("missing beside the base", "r= b=rm c=r", "bc", "");
    row("missing on both sides", "r= b=rm c=rm", "bc", "");
    row("missing above the base", "r=m b=r c=r", "bc", "r");
    row("missing above the base, again below it", "r=m b=rm c=r", "bc", "r");
    row("parent twice", "a= b=aa c=a", "bc", "a");
    row("version twice", "a= a= b=a c=a", "bc", "a");
    row("version twice, other parents", "a= x=a b=a b=x c=x", "bc", "x");
    row("names itself", "a= b=ab c=a", "bc", "");
    row("only itself", "a=a", "a", "a");
    row("circle", "a=b b=a", "ab", "");
    row("circle above leaves", "a=b b=a c=a d=b", "cd", "");
    row("circle without a leaf, beside a leaf", "r= a=rb b=a c=r", "abc", "");
    row("tail above a circle", "t= a=tb b=a", "abt", "");
    row("no digest", "=", "=", "=");
}

void TestGraph::findsLeavesAndBase() {
    QFETCH(QByteArray, versions);
    QFETCH(QByteArray, leaves);
    QFETCH(QByteArray, base);
    std::vector<Version> all = graph(versions);
    for (std::size_t turn = 0; turn <= all.size(); ++turn) {
        QCOMPARE(merge::leaves(all).join(), leaves);
        QCOMPARE(commonAncestor(all).value_or(QByteArray()), base);
        if (!all.empty())
            std::ranges::rotate(all, all.begin() + 1);
    }
    std::ranges::reverse(all);
    QCOMPARE(merge::leaves(all).join(), leaves);
    QCOMPARE(commonAncestor(all).value_or(QByteArray()), base);
}

void TestGraph::boundsLeaves() {
    std::vector<Version> versions = {{"r", {}}};
    for (int i = 0; i < 64; ++i)
        versions.push_back({QByteArray::number(i), {"r"}});
    QCOMPARE(commonAncestor(versions), QByteArray("r"));
    versions.push_back({"one more", {"r"}});
    QCOMPARE(merge::leaves(versions).size(), 65);
    QVERIFY(!commonAncestor(versions));
}

void TestGraph::climbsLongHistories() {
    constexpr int length = 50'000; // deeper than a stack of calls
    std::vector<Version> versions = {{"0", {}}};
    for (int i = 1; i < length; ++i)
        versions.push_back({QByteArray::number(i), {QByteArray::number(i - 1)}});
    versions.push_back({"a", {QByteArray::number(length - 1)}});
    versions.push_back({"b", {QByteArray::number(length - 1)}});
    QCOMPARE(commonAncestor(versions), QByteArray::number(length - 1));
    versions.front().parents = {"a"}; // and now all in one circle
    versions.pop_back();
    QCOMPARE(merge::leaves(versions).size(), length + 1);
}

// Random graphs, circles too: every version is a leaf or above one.
void TestGraph::neverHidesAVersion() {
    QRandomGenerator random(20261126);
    for (int round = 0; round < 2000; ++round) {
        const int size = random.bounded(1, 9);
        std::vector<Version> versions;
        QMap<QByteArray, QByteArrayList> parents;
        for (int i = 0; i < size; ++i) {
            Version version{QByteArray::number(i), {}};
            for (int n = random.bounded(3); n > 0; --n)
                version.parents += QByteArray::number(random.bounded(size + 1));
            parents[version.digest] = version.parents;
            versions.push_back(version);
        }
        const QByteArrayList found = merge::leaves(versions);
        QByteArrayList waiting = found;
        QSet<QByteArray> shown;
        while (!waiting.isEmpty()) {
            const QByteArray digest = waiting.takeLast();
            if (!shown.contains(digest))
                waiting += parents.value(digest);
            shown += digest;
        }
        for (const Version& version : versions)
            QVERIFY(shown.contains(version.digest));
        if (const auto base = commonAncestor(versions))
            QVERIFY(parents.contains(*base));
    }
}

QTEST_APPLESS_MAIN(TestGraph)
#include "test_graph.moc"
