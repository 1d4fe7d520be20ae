#pragma once
// Resources and random edits of them as Qt's JSON values, for the laws: a second, independent idea
// of what an edit is. Numbers are integers, which Qt writes as it reads them.

#include "merge/document.h"
#include "merge/merge.h"
#include "merge/safety.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

namespace chevet::tests {

inline QByteArray bytesOf(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

inline QJsonObject objectOf(const QByteArray& json) {
    return QJsonDocument::fromJson(json).object();
}

class RandomVersions {
public:
    explicit RandomVersions(quint32 seed)
        : m_random(seed) {}

    int below(int bound) { return m_random.bounded(bound); }

    QJsonObject resource() {
        static const QStringList types = {
            QStringLiteral("Patient"),     QStringLiteral("MedicationRequest"),
            QStringLiteral("Condition"),   QStringLiteral("AllergyIntolerance"),
            QStringLiteral("Observation"), QStringLiteral("ServiceRequest"),
            QStringLiteral("Consent"),     QStringLiteral("Encounter")};
        QJsonObject all{{QStringLiteral("resourceType"), types[below(int(types.size()))]},
                        {QStringLiteral("id"), QStringLiteral("x")}};
        for (int n = below(7); n > 0; --n)
            edit(all);
        return all;
    }

    QJsonObject edited(QJsonObject resource, int edits) {
        for (; edits > 0; --edits)
            edit(resource);
        return resource;
    }

    // One change, mostly of a free element, for else nearly everything is a conflict.
    void edit(QJsonObject& resource) {
        static const QStringList names = {QStringLiteral("note"),
                                          QStringLiteral("telecom"),
                                          QStringLiteral("reasonCode"),
                                          QStringLiteral("performer"),
                                          QStringLiteral("encounter"),
                                          QStringLiteral("address"),
                                          QStringLiteral("location"),
                                          QStringLiteral("generalPractitioner"),
                                          QStringLiteral("insurance"),
                                          QStringLiteral("reasonReference"),
                                          QStringLiteral("status"),
                                          QStringLiteral("valueQuantity"),
                                          QStringLiteral("valueString"),
                                          QStringLiteral("_status"),
                                          QStringLiteral("dosageInstruction"),
                                          QStringLiteral("text"),
                                          QStringLiteral("meta"),
                                          QStringLiteral("name")};
        const QByteArray type = resource[QStringLiteral("resourceType")].toString().toUtf8();
        QStringList free;
        for (const QString& one : names)
            if (!merge::isGuarded(type, {false, merge::stem(one.toUtf8())}))
                free += one;
        const bool any = free.isEmpty() || below(20) == 0;
        const QString name = any              ? names[below(int(names.size()))]
                             : below(12) == 0 ? QStringLiteral("meta")
                                              : free[below(int(free.size()))];
        if (name == u"meta")
            return editMeta(resource);
        if (below(8) == 0 && resource.contains(name)) {
            resource.remove(name);
            return;
        }
        if (name == u"text")
            resource[name] =
                QJsonObject{{QStringLiteral("status"), below(3) > 0 ? QStringLiteral("generated")
                                                                    : QStringLiteral("additional")},
                            {QStringLiteral("div"), QString::number(below(3))}};
        else if (isList(name))
            resource[name] = editedList(resource[name].toArray(), name);
        else
            resource[name] = scalar();
    }

private:
    static bool isList(const QString& name) {
        return name != u"status" && name != u"_status" && name != u"encounter" &&
               !name.startsWith(u"value");
    }

    QJsonValue scalar() {
        switch (below(4)) {
        case 0:
            return below(4);
        case 1:
            return QJsonObject{{QStringLiteral("value"), below(3)},
                               {QStringLiteral("unit"), QStringLiteral("mg")}};
        case 2:
            return QJsonObject{{QStringLiteral("reference"),
                                QString(QStringLiteral("X/") + QString::number(below(3)))}};
        default:
            return QStringLiteral("é\n\"%1").arg(below(3));
        }
    }

    QJsonObject item(const QString& name) {
        const QString n = QString::number(below(6));
        const QString word = QString::number(below(4));
        QJsonObject made{{QStringLiteral("text"), word}};
        if (name == u"telecom") {
            made[QStringLiteral("system")] = QStringLiteral("phone");
            made[QStringLiteral("value")] = n;
        } else if (name == u"note") {
            made[QStringLiteral("authorString")] = QStringLiteral("Roy");
            made[QStringLiteral("time")] = n;
        } else if (name == u"performer" || name == u"reasonReference") {
            made[QStringLiteral("reference")] = n;
        } else if (name != u"address") { // addresses often have no id
            made[QStringLiteral("id")] = n;
        }
        if (name == u"address" && below(2) > 0)
            made[QStringLiteral("id")] = n;
        return made;
    }

    QJsonArray editedList(QJsonArray list, const QString& name) {
        const int kind = list.isEmpty() ? 0 : below(8);
        const int at = list.isEmpty() ? 0 : below(int(list.size()));
        if (kind < 4)
            list.append(item(name));
        else if (kind < 6)
            list[at] = item(name);
        else if (kind == 6)
            list.removeAt(at);
        else
            list.insert(0, list.takeAt(at));
        return list;
    }

    void editMeta(QJsonObject& resource) {
        QJsonObject meta = resource[QStringLiteral("meta")].toObject();
        static const QStringList marks = {QStringLiteral("lastUpdated"),
                                          QStringLiteral("versionId"), QStringLiteral("source"),
                                          QStringLiteral("security")};
        meta[marks[below(4)]] = QString::number(below(3));
        if (below(2) > 0) {
            QJsonArray tags = meta[QStringLiteral("tag")].toArray();
            tags.append(QJsonObject{{QStringLiteral("system"), QStringLiteral("s")},
                                    {QStringLiteral("code"), QString::number(below(5))}});
            meta[QStringLiteral("tag")] = tags;
        }
        resource[QStringLiteral("meta")] = meta;
    }

    QRandomGenerator m_random;
};

} // namespace chevet::tests
