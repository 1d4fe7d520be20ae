#pragma once
// MemoryDisk: a FileSystem in memory that forgets what was not synced. Contents become durable by
// File::sync(), names by syncFolder(); losePower() goes back to what is durable. One thread.

#include "base/file_system.h"

#include <QFileInfo>

#include <map>
#include <set>

namespace chevet::tests {

class MemoryDisk final : public base::FileSystem {
public:
    enum class Unsynced {
        Lost,   // nothing of it reached the disk
        Half,   // the first half of what was appended did
        Zeroed, // the length did, the bytes did not
        Kept,   // all of it did (a killed process, not a power cut)
    };

    void losePower(Unsynced unsynced) {
        if (unsynced == Unsynced::Kept)
            return;
        m_names = m_durableNames;
        for (auto& [path, node] : m_names)
            node->bytes = afterCut(*node, unsynced);
        for (auto& [path, node] : m_names)
            node->durable = node->bytes;
    }

    // The bytes as they are, to look at or to spoil.
    [[nodiscard]] QByteArray& bytes(const QString& path) { return m_names.at(path)->bytes; }
    [[nodiscard]] QStringList paths() const {
        QStringList all;
        for (const auto& [path, node] : m_names)
            all += path;
        return all;
    }
    // An independent copy, everything in it durable.
    [[nodiscard]] std::unique_ptr<MemoryDisk> copy() const {
        auto other = std::make_unique<MemoryDisk>();
        for (const auto& [path, node] : m_names)
            other->m_names[path] =
                std::make_shared<Node>(Node{.bytes = node->bytes, .durable = node->bytes});
        other->m_durableNames = other->m_names;
        other->m_folders = m_folders;
        return other;
    }

    base::Result<std::unique_ptr<base::File>> open(const QString& path,
                                                   base::OpenMode mode) override {
        const auto found = m_names.find(path);
        const bool mustExist = mode == base::OpenMode::Read || mode == base::OpenMode::ReadWrite;
        if (found == m_names.end() && mustExist)
            return base::fail(base::ErrorCode::NotFound, path);
        if (found != m_names.end() && mode == base::OpenMode::CreateNew)
            return base::fail(base::ErrorCode::AlreadyExists, path);
        if (found == m_names.end() && !m_folders.contains(QFileInfo(path).path()))
            return base::fail(base::ErrorCode::NotFound, path);
        auto& node = m_names[path];
        if (!node)
            node = std::make_shared<Node>();
        return std::make_unique<MemoryFile>(node);
    }
    [[nodiscard]] bool exists(const QString& path) const override {
        return m_names.contains(path) || m_folders.contains(path);
    }
    base::Result<QStringList> list(const QString& folder) const override {
        if (!m_folders.contains(folder))
            return base::fail(base::ErrorCode::NotFound, folder);
        std::set<QString> names;
        const auto add = [&](const QString& path) {
            if (path.startsWith(folder + QLatin1Char('/')))
                names.insert(path.mid(folder.size() + 1).section(QLatin1Char('/'), 0, 0));
        };
        for (const auto& [path, node] : m_names)
            add(path);
        for (const QString& path : m_folders)
            add(path);
        return QStringList(names.begin(), names.end());
    }
    base::Result<> makeFolder(const QString& path) override {
        for (QString at = path; at.size() > 1; at = QFileInfo(at).path())
            m_folders.insert(at);
        return {};
    }
    base::Result<> rename(const QString& from, const QString& to) override {
        const auto found = m_names.find(from);
        if (found == m_names.end())
            return base::fail(base::ErrorCode::NotFound, from);
        m_names[to] = found->second;
        m_names.erase(from);
        return {};
    }
    base::Result<> remove(const QString& path) override {
        return m_names.erase(path) == 1 ? base::Result<>{}
                                        : base::fail(base::ErrorCode::NotFound, path);
    }
    base::Result<> syncFolder(const QString& folder) override {
        const auto inFolder = [&](const QString& path) { return QFileInfo(path).path() == folder; };
        std::erase_if(m_durableNames, [&](const auto& name) { return inFolder(name.first); });
        for (const auto& [path, node] : m_names)
            if (inFolder(path))
                m_durableNames[path] = node;
        return {};
    }
    base::Result<std::unique_ptr<base::FileLock>> lock(const QString&) override {
        return std::make_unique<base::FileLock>();
    }
    base::Result<qint64> freeBytes(const QString&) const override { return qint64{1} << 40; }

private:
    struct Node {
        QByteArray bytes{};
        QByteArray durable{};
    };

    static QByteArray afterCut(const Node& node, Unsynced unsynced) {
        const qsizetype more = node.bytes.size() - node.durable.size();
        if (more <= 0 || unsynced == Unsynced::Lost || !node.bytes.startsWith(node.durable))
            return node.durable;
        if (unsynced == Unsynced::Half)
            return node.bytes.first(node.durable.size() + more / 2);
        return node.durable + QByteArray(more, '\0');
    }

    class MemoryFile final : public base::File {
    public:
        explicit MemoryFile(std::shared_ptr<Node> node)
            : m_node(std::move(node)) {}
        base::Result<qint64> size() const override { return m_node->bytes.size(); }
        base::Result<QByteArray> readAt(qint64 offset, qint64 length) const override {
            return m_node->bytes.mid(offset, length);
        }
        base::Result<> writeAt(qint64 offset, QByteArrayView bytes) override {
            if (m_node->bytes.size() < offset + bytes.size())
                m_node->bytes.append(offset + bytes.size() - m_node->bytes.size(), '\0');
            std::copy(bytes.begin(), bytes.end(), m_node->bytes.begin() + offset);
            return {};
        }
        base::Result<> truncate(qint64 length) override {
            m_node->bytes.resize(length);
            return {};
        }
        base::Result<> sync() override {
            m_node->durable = m_node->bytes;
            return {};
        }

    private:
        std::shared_ptr<Node> m_node;
    };

    std::map<QString, std::shared_ptr<Node>> m_names;
    std::map<QString, std::shared_ptr<Node>> m_durableNames;
    std::set<QString> m_folders;
};

} // namespace chevet::tests
