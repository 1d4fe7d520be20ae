#pragma once
// DocumentReader: a PDF or a picture of a chart as page images, painted by the isolated
// chevet-reader (session/reader_client.h). Nothing of a stranger's file is decoded in this process.
// Pages come one by one; the next is asked for when the former has come, at most `mostPages` for
// one opening.

#include <QImage>
#include <QObject>
#include <QString>

#include <memory>

namespace chevet::viewmodels {

class DocumentReader : public QObject {
    Q_OBJECT
public:
    // `program` empty: chevet-reader beside the running program.
    explicit DocumentReader(QObject* parent = nullptr, const QString& program = {});
    ~DocumentReader() override;

    // `width`: pixels a page should have. Replaces the document before it.
    void open(const QByteArray& bytes, int width);
    void close();
    void more();     // another batch of pages
    void readText(); // answered by textRead()
    static constexpr int mostPages = 12;

Q_SIGNALS:
    void opened(int pages);
    void pageReady(int page, const QImage& image);
    void textRead(const QString& text); // of its first pages, one after the other
    void failed(const QString& why);    // the whole document, in words; the file is intact

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace chevet::viewmodels
