#include "ui/viewmodels/document_reader.h"

#include "session/reader_client.h"
#include "ui/viewmodels/chart_words.h"

namespace chevet::viewmodels {

using words::ChartWords;

namespace {

QString whyNot(base::ErrorCode code) {
    switch (code) {
    case base::ErrorCode::DecryptFailed:
        return ChartWords::tr("Le fichier demande un mot de passe.");
    case base::ErrorCode::ReaderTimeout:
        return ChartWords::tr("La page dépasse le temps permis au lecteur isolé. "
                              "Rien d’autre n’est touché.");
    case base::ErrorCode::Malformed:
        return ChartWords::tr(
            "Le fichier reçu est endommagé : le lecteur isolé ne peut pas le peindre.");
    case base::ErrorCode::LimitExceeded:
        return ChartWords::tr("Le fichier dépasse les limites du lecteur isolé.");
    case base::ErrorCode::Unsupported:
        return ChartWords::tr("Ce format ne se peint pas dans Chevet.");
    default:
        return ChartWords::tr("Le lecteur isolé s’est arrêté. Rien d’autre n’est touché.");
    }
}

constexpr qsizetype mostText = 40; // pages whose text is read at once

} // namespace

struct DocumentReader::State {
    explicit State(const QString& program)
        : client(program) {}
    session::ReaderClient client;
    QStringList texts; // of the pages read so far
    QList<QSizeF> pages;
    int width = 800;
    int next = 0, until = 0;
};

DocumentReader::DocumentReader(QObject* parent, const QString& program)
    : QObject(parent)
    , m_state(std::make_unique<State>(program)) {
    const auto ask = [this] {
        State& state = *m_state;
        if (state.next >= state.until)
            return;
        const double points = std::max(1.0, state.pages.at(state.next).width());
        state.client.render(state.next++, state.width / points);
    };
    connect(&m_state->client, &session::ReaderClient::opened, this,
            [this, ask](const session::DocumentFacts& facts) {
                m_state->pages = facts.pages;
                m_state->next = 0;
                m_state->until = std::min(mostPages, static_cast<int>(facts.pages.size()));
                Q_EMIT opened(static_cast<int>(facts.pages.size()));
                ask();
            });
    connect(&m_state->client, &session::ReaderClient::rendered, this,
            [this, ask](const session::DocumentPage& page) {
                const auto* bits = reinterpret_cast<const uchar*>(page.rgba.constData());
                const QImage image(bits, page.width, page.height, 4 * page.width,
                                   QImage::Format_RGBA8888);
                Q_EMIT pageReady(page.page, image.copy());
                ask();
            });
    connect(&m_state->client, &session::ReaderClient::text, this, [this](int, const QString& text) {
        m_state->texts << text;
        if (m_state->texts.size() == std::min(mostText, m_state->pages.size()))
            Q_EMIT textRead(m_state->texts.join(QStringLiteral("\n\n")));
    });
    connect(&m_state->client, &session::ReaderClient::failed, this,
            [this, ask](int page, const base::Error& error) {
                if (page < 0 || page == 0)
                    Q_EMIT failed(whyNot(error.code));
                else
                    ask();
            });
}

void DocumentReader::open(const QByteArray& bytes, int width) {
    m_state->width = width;
    m_state->client.open(bytes);
}

void DocumentReader::readText() {
    m_state->texts.clear();
    for (int page = 0; page < std::min(mostText, m_state->pages.size()); ++page)
        m_state->client.requestText(page);
}

void DocumentReader::close() {
    m_state->client.close();
}

void DocumentReader::more() {
    State& state = *m_state;
    const int total = static_cast<int>(state.pages.size());
    const bool idle = state.next >= state.until;
    state.until = std::min(state.until + mostPages, total);
    if (!idle || state.next >= state.until)
        return;
    const double points = std::max(1.0, state.pages.at(state.next).width());
    state.client.render(state.next++, state.width / points);
}

DocumentReader::~DocumentReader() = default;

} // namespace chevet::viewmodels
