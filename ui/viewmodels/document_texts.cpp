#include "ui/viewmodels/document_texts.h"

#include "session/reader_client.h"

namespace chevet::viewmodels {

namespace {
constexpr int mostPages = 60;             // of one file
constexpr qsizetype longestText = 400000; // characters kept of one file
} // namespace

DocumentTexts::DocumentTexts(ChartModel& model, const QString& program, QObject* parent)
    : QObject(parent)
    , m_model(model)
    , m_client(std::make_unique<session::ReaderClient>(program)) {
    connect(m_client.get(), &session::ReaderClient::opened, this,
            [this](const session::DocumentFacts& facts) {
                m_page = 0;
                m_pages = std::min(mostPages, static_cast<int>(facts.pages.size()));
                if (m_pages == 0)
                    finish();
                else
                    m_client->requestText(0);
            });
    connect(m_client.get(), &session::ReaderClient::text, this,
            [this](int /*page*/, const QString& text) {
                if (m_current < 0)
                    return;
                QString& whole = m_texts[m_files.at(m_current).reference];
                whole += text.left(longestText - whole.size()) + u' ';
                if (++m_page < m_pages && whole.size() < longestText)
                    m_client->requestText(m_page);
                else
                    finish();
            });
    connect(m_client.get(), &session::ReaderClient::failed, this,
            [this](int, const base::Error&) { finish(); }); // its title is still found
}

DocumentTexts::~DocumentTexts() = default;

void DocumentTexts::want(const QList<DocumentView>& documents) {
    for (const DocumentView& document : documents) {
        if (m_texts.contains(document.reference))
            continue;
        for (const Attachment& attachment : document.attachments) {
            if (attachment.contentType != u"application/pdf")
                continue;
            m_texts.insert(document.reference, QString());
            m_files.append({document.reference, attachment});
        }
    }
    if (m_current < 0)
        next();
}

void DocumentTexts::next() {
    if (m_next >= m_files.size()) {
        m_current = -1;
        m_client->close();
        return;
    }
    m_current = m_next++;
    const File& file = m_files.at(m_current);
    m_model.readFile(this, file.reference, file.attachment,
                     [this, at = m_current](const base::Result<QByteArray>& bytes) {
                         if (at != m_current)
                             return;
                         if (bytes)
                             m_client->open(*bytes);
                         else
                             finish();
                     });
}

void DocumentTexts::finish() {
    if (m_current < 0)
        return;
    QString& text = m_texts[m_files.at(m_current).reference];
    text = text.simplified();
    next();
    Q_EMIT changed();
}

QString DocumentTexts::passage(const QString& text, const QString& words) {
    const qsizetype at = words.isEmpty() ? -1 : text.indexOf(words, 0, Qt::CaseInsensitive);
    if (at < 0)
        return {};
    constexpr qsizetype around = 28;
    qsizetype from = at <= around ? 0 : text.indexOf(u' ', at - around) + 1;
    if (from <= 0 || from > at)
        from = at;
    const qsizetype to = std::min(text.size(), at + words.size() + 2 * around);
    return (from > 0 ? QStringLiteral("…") : QString()) + text.mid(from, to - from) +
           (to < text.size() ? QStringLiteral("…") : QString());
}

} // namespace chevet::viewmodels
