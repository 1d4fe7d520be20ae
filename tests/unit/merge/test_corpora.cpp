// The laws on real resources: sides are random edits of what the corpora hold.

#include "law_checks.h"
#include "merge/differences.h"
#include "random_versions.h"

#include <QDirIterator>
#include <QtTest>

using namespace chevet;
using namespace chevet::tests;
using merge::Outcome;
using merge::Side;

namespace {

QString corpora() {
    const QString set = qEnvironmentVariable("CHEVET_SHARED");
    const QString shared = set.isEmpty() ? QStringLiteral(CHEVET_SOURCE_DIR "/../shared") : set;
    const QString path = QString(shared + QLatin1String("/corpora"));
    return QDir(path).exists() ? path : QString();
}

// Edits the text itself, so that every digit stays: members taken away, put in, or swapped for what
// another resource of the type has there.
class TextEdits {
public:
    explicit TextEdits(const record::Node& root) {
        for (const auto& [key, value] : root.members())
            m_members.emplace_back(
                QByteArray(key.data(), qsizetype(key.size())),
                QByteArray(value.source().data(), qsizetype(value.source().size())));
    }
    // Most of them add an item to a list that is free in the type, where it has one.
    void edit(RandomVersions& random, const QByteArray& type, const TextEdits& donor) {
        QByteArrayList free;
        for (const char* const name :
             {"note", "telecom", "reasonReference", "performer", "location", "supportingInfo",
              "basedOn", "photo", "addresses"})
            if (!merge::isGuarded(type, {false, merge::stem(name)}))
                free += name;
        const QByteArray n = QByteArray::number(random.below(9));
        if (!free.isEmpty() && random.below(8) > 0)
            append(free[random.below(int(free.size()))],
                   QByteArray(R"({"id":"added-)" + n + R"(","text":"1.50"})"));
        else
            borrow(random, donor);
    }
    [[nodiscard]] QByteArray text() const {
        QByteArrayList parts;
        for (const auto& [key, value] : m_members)
            parts += QByteArray('"' + key + "\":" + value);
        return QByteArray('{' + parts.join(',') + '}');
    }

private:
    [[nodiscard]] auto find(const QByteArray& key) {
        return std::ranges::find(m_members, key, [](const auto& one) { return one.first; });
    }
    void append(const QByteArray& key, const QByteArray& item) {
        const auto mine = find(key);
        if (mine == m_members.end())
            m_members.emplace_back(key, QByteArray('[' + item + ']'));
        else if (mine->second.endsWith(']') && mine->second.size() > 2)
            mine->second = QByteArray(mine->second.chopped(1) + ',' + item + ']');
    }
    void borrow(RandomVersions& random, const TextEdits& donor) {
        const auto& [key, value] = donor.m_members[random.below(int(donor.m_members.size()))];
        const auto mine = find(key);
        if (key == "resourceType" || key == "meta")
            return;
        if (mine == m_members.end())
            m_members.emplace_back(key, value);
        else if (random.below(4) == 0)
            m_members.erase(mine);
        else
            mine->second = value;
    }

    std::vector<std::pair<QByteArray, QByteArray>> m_members;
};

} // namespace

class TestMergeCorpora : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void lawsHold_data();
    void lawsHold();

private:
    void check(const QByteArray& base, const std::vector<Side>& sides);
    int m_merged = 0, m_conflicts = 0;
};

void TestMergeCorpora::lawsHold_data() {
    QTest::addColumn<QString>("folder");
    QTest::addColumn<int>("resources");
    for (const char* const folder : {"fhir-r4-examples", "ips", "psca-2.1.1", "synthea-r4"})
        QTest::newRow(folder) << QString::fromUtf8(folder) << 1500;
}

void TestMergeCorpora::check(const QByteArray& base, const std::vector<Side>& sides) {
    const Outcome outcome = merge::merge(base, sides);
    const std::vector<Side> reversed(sides.rbegin(), sides.rend());
    const Outcome again = merge::merge(base, reversed);
    QCOMPARE(again.json, outcome.json);
    QCOMPARE(again.clashes, outcome.clashes);
    const QString wrong = whatIsLost(base, sides, outcome);
    QVERIFY2(wrong.isEmpty(), qPrintable(QString(wrong + u'\n' + QString::fromUtf8(base))));
    for (const Side& side : sides) {
        const bool same =
            merge::Document::read(base)->sameContent(*merge::Document::read(side.json));
        QVERIFY2(same || !merge::differences(base, side.json).isEmpty(), side.json.constData());
    }
    if (outcome.kind == Outcome::Kind::Conflict) {
        ++m_conflicts;
        return;
    }
    m_merged += outcome.kind == Outcome::Kind::Merged;
    QCOMPARE(merge::merge(base, std::vector{sides[0], sides[1], Side{outcome.json, false}}).json,
             outcome.json);
}

void TestMergeCorpora::lawsHold() {
    QFETCH(QString, folder);
    QFETCH(int, resources);
    if (corpora().isEmpty())
        QSKIP("../shared/corpora is absent: set CHEVET_SHARED to run these");
    RandomVersions random(11);
    std::map<QByteArray, TextEdits> donors; // the last resource of each type
    int seen = 0;
    m_merged = m_conflicts = 0;
    QStringList paths;
    QDirIterator files(QString(corpora() + u'/' + folder), {QStringLiteral("*.json")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext())
        paths += files.next();
    paths.sort();
    for (const QString& path : paths) {
        QFile file(path);
        if (seen >= resources || file.size() > (8 << 20) || !file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray text = file.readAll();
        record::JsonArena arena;
        const record::Node root = arena.parse(text);
        std::vector<record::Node> all;
        if (root["resourceType"] == "Bundle")
            for (const record::Node entry : root["entry"].each())
                all.push_back(entry["resource"]);
        else
            all.push_back(root);
        for (const record::Node resource : all) {
            const QByteArray source(resource.source().data(), qsizetype(resource.source().size()));
            const std::optional<merge::Document> document = merge::Document::read(source);
            if (!document || ++seen > resources)
                continue;
            const TextEdits mine(resource);
            const auto donor = donors.find(document->type());
            std::vector<Side> sides;
            for (int n = 2; n > 0; --n) {
                TextEdits side = mine;
                for (int edits = 1 + random.below(2); edits > 0; --edits)
                    side.edit(random, document->type(),
                              donor == donors.end() ? mine : donor->second);
                sides.push_back({side.text(), false});
            }
            check(source, sides);
            if (QTest::currentTestFailed())
                return;
            donors.insert_or_assign(document->type(), mine);
        }
    }
    if (seen == 0)
        QSKIP("this corpus holds no FHIR resources as JSON");
    QVERIFY2(m_conflicts > 0, "no conflict in a whole corpus");
    QVERIFY2(m_merged > 0, "nothing merged in a whole corpus");
    qInfo("%d resources, %d merged, %d conflicts", std::min(seen, resources), m_merged,
          m_conflicts);
}

QTEST_APPLESS_MAIN(TestMergeCorpora)
#include "test_corpora.moc"
