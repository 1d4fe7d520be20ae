// The cases of tests/fixtures/merge, each with its sides in every order.

#include "merge/merge.h"

#include <QtTest>

using namespace chevet::merge;

namespace {

QString folder() {
    return QStringLiteral(CHEVET_SOURCE_DIR "/tests/fixtures/merge/");
}

std::optional<QByteArray> read(const QString& name) {
    QFile file(folder() + name);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    QByteArray text = file.readAll();
    if (text.endsWith('\n'))
        text.chop(1);
    return text;
}

QByteArray reasonName(Outcome::Reason reason) {
    switch (reason) {
    case Outcome::Reason::None:
        return "None";
    case Outcome::Reason::Elements:
        return "Elements";
    case Outcome::Reason::NoCommonAncestor:
        return "NoCommonAncestor";
    case Outcome::Reason::EditedAndDeleted:
        return "EditedAndDeleted";
    case Outcome::Reason::OtherType:
        return "OtherType";
    case Outcome::Reason::Unreadable:
        return "Unreadable";
    case Outcome::Reason::TooLarge:
        return "TooLarge";
    case Outcome::Reason::TooMany:
        return "TooMany";
    }
    return {};
}

// As the files say it.
QByteArray words(const Outcome& outcome) {
    if (outcome.kind != Outcome::Kind::Conflict)
        return QByteArray((outcome.kind == Outcome::Kind::Merged ? QByteArrayLiteral("merged\n")
                                                                 : QByteArrayLiteral("same\n")) +
                          outcome.json);
    QByteArray text = QByteArrayLiteral("conflict\n") + reasonName(outcome.reason);
    for (const Clash& clash : outcome.clashes)
        text += (clash.safety ? "\nguarded " : "\nfree ") + clash.path.toUtf8();
    return text;
}

} // namespace

class TestMergeCases : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sayWhatStands_data();
    void sayWhatStands();
};

void TestMergeCases::sayWhatStands_data() {
    QTest::addColumn<QString>("name");
    const QStringList files = QDir(folder()).entryList({QStringLiteral("*.lhs")});
    QVERIFY2(files.size() >= 40, "the fixtures are missing");
    for (const QString& file : files) {
        const QString name = file.chopped(4);
        QTest::newRow(qPrintable(name)) << name;
    }
}

void TestMergeCases::sayWhatStands() {
    QFETCH(QString, name);
    std::vector<Side> sides;
    for (const char* const part : {".lhs", ".rhs", ".third"})
        if (const auto text = read(name + QLatin1String(part)))
            sides.push_back({*text, text->isEmpty()});
    QByteArray expected;
    for (const char* const kind : {"merged", "same", "conflict"})
        if (const auto text = read(QString(name + u'.' + QLatin1String(kind))))
            expected = QByteArray(QByteArray(kind) + '\n' + *text);
    QVERIFY(sides.size() >= 2 && !expected.isEmpty());

    const auto base = read(name + QLatin1String(".base"));
    std::vector<std::size_t> order(sides.size());
    std::iota(order.begin(), order.end(), 0);
    do {
        std::vector<Side> permuted;
        for (const std::size_t i : order)
            permuted.push_back(sides[i]);
        QCOMPARE(words(merge(base, permuted)), expected);
        permuted.push_back(sides.front()); // said twice
        QCOMPARE(words(merge(base, permuted)), expected);
    } while (std::ranges::next_permutation(order).found);
}

QTEST_APPLESS_MAIN(TestMergeCases)
#include "test_cases.moc"
