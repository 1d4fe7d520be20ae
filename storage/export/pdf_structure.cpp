#include "export/pdf_structure.h"

#define POINTERHOLDER_TRANSITION 4 // qpdf asks which of its pointers we use: std::shared_ptr only
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

namespace chevet::exporting {

using base::ErrorCode;

namespace {

constexpr int deepest = 64; // elements within elements

class Completion {
public:
    explicit Completion(const QStringList& alternatives)
        : m_alternatives(alternatives) {}

    void visit(QPDFObjectHandle element, int depth) {
        if (depth > deepest)
            throw std::runtime_error("structure too deep");
        if (element.isArray()) {
            for (int i = 0; i < element.getArrayNItems(); ++i)
                visit(element.getArrayItem(i), depth + 1);
            return;
        }
        if (!element.isDictionary())
            return; // the number of a marked piece of a page
        QPDFObjectHandle role = element.getKey("/S");
        if (role.isNameAndEquals("/Figure"))
            describe(element);
        if (role.isNameAndEquals("/TH"))
            element.replaceKey("/A", QPDFObjectHandle::parse("<< /O /Table /Scope /Column >>"));
        if (element.hasKey("/K"))
            visit(element.getKey("/K"), depth + 1);
    }
    [[nodiscard]] bool complete() const { return m_figures == m_alternatives.size(); }

private:
    void describe(QPDFObjectHandle figure) {
        if (m_figures >= m_alternatives.size())
            throw std::runtime_error("a figure without alternative text");
        const std::string words = m_alternatives.at(m_figures++).toStdString();
        figure.replaceKey("/Alt", QPDFObjectHandle::newUnicodeString(words));
    }

    const QStringList& m_alternatives;
    qsizetype m_figures = 0;
};

QByteArray complete(const QByteArray& pdf, const QString& language,
                    const QStringList& alternatives) {
    QPDF document;
    document.setSuppressWarnings(true);
    document.processMemoryFile("document", pdf.constData(), static_cast<std::size_t>(pdf.size()));
    QPDFObjectHandle root = document.getRoot();
    if (!root.hasKey("/StructTreeRoot"))
        throw std::runtime_error("not tagged");
    root.replaceKey("/Lang", QPDFObjectHandle::newUnicodeString(language.toStdString()));
    root.replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
    Completion completion(alternatives);
    completion.visit(root.getKey("/StructTreeRoot").getKey("/K"), 0);
    if (!completion.complete())
        throw std::runtime_error("an alternative text without figure");
    QPDFWriter writer(document);
    writer.setOutputMemory();
    writer.setDeterministicID(true); // the same content is the same file
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()),
            static_cast<qsizetype>(buffer->getSize())};
}

} // namespace

base::Result<QByteArray> completeStructure(const QByteArray& pdf, const QString& language,
                                           const QStringList& alternatives) {
    try {
        return complete(pdf, language, alternatives);
    } catch (const std::exception& problem) { // qpdf's own exceptions end here
        return base::fail(ErrorCode::Internal, QStringLiteral("qpdf"),
                          QString::fromUtf8(problem.what()));
    }
}

} // namespace chevet::exporting
