#pragma once
// Test support: the resources of a FHIR file (Bundle, NDJSON or single), each as the slice of its
// source.

#include "record/chart.h"
#include "record/json_view.h"

#include <QByteArray>
#include <QDir>
#include <QFile>

#include <deque>

class BundleFile {
public:
    static QString sharedCorpora() {
        const QString shared =
            qEnvironmentVariable("CHEVET_SHARED", QStringLiteral(CHEVET_SOURCE_DIR "/../shared"));
        return QDir(shared + QStringLiteral("/corpora")).exists()
                   ? QString(shared + QStringLiteral("/corpora"))
                   : QString();
    }

    bool load(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) &&
               add(file.readAll(), path.endsWith(QLatin1String(".ndjson")));
    }

    bool add(const QByteArray& bytes, bool lines = false) {
        m_texts.push_back(bytes);
        const QByteArrayView all = m_texts.back();
        if (!lines)
            return addDocument(all);
        for (qsizetype at = 0; at < all.size();) {
            qsizetype end = QByteArrayView(all).indexOf('\n', at);
            end = end < 0 ? all.size() : end;
            addDocument(all.sliced(at, end - at));
            at = end + 1;
        }
        return true;
    }

    [[nodiscard]] const std::vector<chevet::record::StoredResource>& resources() const {
        return m_resources;
    }

    [[nodiscard]] chevet::record::Chart chart(QDate today = QDate(2025, 10, 9)) const {
        return chevet::record::buildChart(m_resources, {}, {today});
    }

private:
    static QByteArrayView bytesOf(std::string_view text) {
        return {text.data(), qsizetype(text.size())};
    }

    void addResource(chevet::record::Node resource, std::string_view fullUrl) {
        if (!resource["resourceType"].isString())
            return;
        chevet::record::StoredResource stored;
        stored.type = bytesOf(resource["resourceType"].raw());
        stored.id = bytesOf(resource["id"].raw());
        if (stored.id.isEmpty()) {
            m_texts.push_back("made-" + QByteArray::number(qsizetype(m_resources.size())));
            stored.id = m_texts.back();
        }
        stored.json = bytesOf(resource.source());
        stored.fullUrl = bytesOf(fullUrl);
        m_resources.push_back(stored);
    }

    bool addDocument(QByteArrayView text) {
        if (text.startsWith("\xEF\xBB\xBF"))
            text = text.sliced(3);
        m_arenas.emplace_back();
        const chevet::record::Node root = m_arenas.back().parse(text.trimmed());
        if (!root.isObject())
            return false;
        if (root["resourceType"] == "Bundle")
            for (const chevet::record::Node entry : root["entry"].each())
                addResource(entry["resource"], entry["fullUrl"].raw());
        else
            addResource(root, {});
        return true;
    }

    std::deque<QByteArray> m_texts;
    std::deque<chevet::record::JsonArena> m_arenas;
    std::vector<chevet::record::StoredResource> m_resources;
};
