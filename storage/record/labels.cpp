#include "record/labels.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <memory>

static void initialiseResources() {
    Q_INIT_RESOURCE(labels);
} // outside any namespace, as Qt asks

namespace chevet::record {

namespace {

using Table = QHash<QString, Label>;

struct Tables {
    QHash<QString, std::shared_ptr<Table>> bySystem; // by every alias, lower case
    QHash<QString, Table> enums;                     // by kind
    QHash<QString, Analyte> analytes;                // by "system|code"
    QHash<QString, Analyte> byKey;
};

QStringList lines(const QString& file) {
    QFile source(QStringLiteral(":/labels/") + file);
    if (!source.open(QIODevice::ReadOnly))
        qFatal("labels: %s is not compiled in", qUtf8Printable(file));
    return QString::fromUtf8(source.readAll()).split(u'\n', Qt::SkipEmptyParts);
}

// "# system<TAB>uri<TAB>alias" opens a table; "code<TAB>french<TAB>english<TAB>group<TAB>extra"
// fills it.
void readCodes(Tables& tables, const QString& file) {
    std::shared_ptr<Table> table;
    for (const QString& line : lines(file)) {
        const QStringList fields = line.split(u'\t');
        if (line.startsWith(QLatin1String("# system"))) {
            table = std::make_shared<Table>();
            for (const QString& alias : fields.mid(1))
                tables.bySystem.insert(alias.toLower(), table);
        } else if (!line.startsWith(u'#') && table && fields.size() >= 2)
            table->insert(fields[0],
                          {fields[1], fields.value(2), fields.value(3), fields.value(4)});
    }
}

// "kind<TAB>code<TAB>french<TAB>english"
void readEnums(Tables& tables) {
    for (const QString& line : lines(QStringLiteral("enums.tsv"))) {
        const QStringList fields = line.split(u'\t');
        if (!line.startsWith(u'#') && fields.size() >= 3)
            tables.enums[fields[0]].insert(fields[1], {fields[2], fields.value(3), {}, {}});
    }
}

void readAnalytes(Tables& tables) {
    const QJsonObject root =
        QJsonDocument::fromJson(lines(QStringLiteral("analytes.json")).join(u'\n').toUtf8())
            .object();
    int groupOrder = 0;
    int order = 0;
    for (const QJsonValue group : root.value(u"groups").toArray()) {
        const QString name = group[u"name"].toString();
        const QString english = group[u"en"].toString();
        for (const QJsonValue entry : group[u"analytes"].toArray()) {
            const Analyte analyte{entry[u"key"].toString(),
                                  entry[u"fr"].toString(),
                                  entry[u"en"].toString(),
                                  name,
                                  english,
                                  groupOrder,
                                  order++};
            tables.byKey.insert(analyte.key, analyte);
            for (const QJsonValue code : entry[u"loinc"].toArray())
                tables.analytes.insert(QStringLiteral("http://loinc.org|") + code.toString(),
                                       analyte);
            for (const QJsonValue code : entry[u"local"].toArray())
                tables.analytes.insert(code.toString(), analyte);
        }
        ++groupOrder;
    }
}

Tables load() {
    initialiseResources();
    Tables tables;
    for (const QString& file :
         {QStringLiteral("loinc.tsv"), QStringLiteral("snomed.tsv"), QStringLiteral("rxnorm.tsv"),
          QStringLiteral("cvx.tsv"), QStringLiteral("hl7.tsv")})
        readCodes(tables, file);
    readEnums(tables);
    readAnalytes(tables);
    return tables;
}

const Tables& tables() {
    static const Tables loaded = load(); // once, whichever thread comes first
    return loaded;
}

} // namespace

const Label* findLabel(QStringView system, QStringView code) {
    while (system.endsWith(u'/'))
        system.chop(1);
    const auto& all = tables().bySystem;
    auto table = all.constFind(system.toString());
    if (table == all.constEnd())
        table = all.constFind(system.toString().toLower());
    if (table == all.constEnd())
        return nullptr;
    const auto label = (*table)->constFind(code.toString());
    return label == (*table)->constEnd() ? nullptr : &*label;
}

QString enumWords(QStringView kind, QStringView code) {
    const auto table = tables().enums.constFind(kind.toString());
    const QString key = code.toString();
    if (table == tables().enums.constEnd())
        return key;
    const auto label = table->constFind(key);
    return label == table->constEnd() ? key : say(label->french, label->english);
}

const Analyte* findAnalyte(QStringView system, QStringView code) {
    const auto found = tables().analytes.constFind(system.toString() + u'|' + code.toString());
    return found == tables().analytes.constEnd() ? nullptr : &*found;
}

const Analyte* analyteNamed(const QString& key) {
    const auto found = tables().byKey.constFind(key);
    return found == tables().byKey.constEnd() ? nullptr : &*found;
}

} // namespace chevet::record
