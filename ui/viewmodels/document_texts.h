#pragma once
// DocumentTexts: the text of a chart's PDF files, for searching them. Read by the isolated reader,
// one file after the other, once somebody searches; kept in memory with the page, gone when it is.
// GUI thread.

#include "ui/viewmodels/chart_model.h"

#include <QHash>

namespace chevet::session {
class ReaderClient;
}

namespace chevet::viewmodels {

class DocumentTexts : public QObject {
    Q_OBJECT
public:
    // `program` empty: chevet-reader beside the running program.
    explicit DocumentTexts(ChartModel& model, const QString& program = {},
                           QObject* parent = nullptr);
    ~DocumentTexts() override;

    // Files among these that were not read yet are read; changed() after each.
    void want(const QList<DocumentView>& documents);
    [[nodiscard]] QString textOf(const QString& reference) const {
        return m_texts.value(reference);
    }
    [[nodiscard]] bool isReading() const { return m_current >= 0; }
    // « …la biopsie de 2023 montrait… »: the words with what stands around them; "" if not there.
    [[nodiscard]] static QString passage(const QString& text, const QString& words);

Q_SIGNALS:
    void changed();

private:
    struct File {
        QString reference;
        Attachment attachment;
    };
    void next();
    void finish();

    ChartModel& m_model;
    std::unique_ptr<session::ReaderClient> m_client;
    QHash<QString, QString> m_texts;
    QList<File> m_files;
    qsizetype m_current = -1, m_next = 0;
    int m_page = 0, m_pages = 0;
};

} // namespace chevet::viewmodels
