#include "import/fhir/reference.h"

#include <QByteArray>

#include <algorithm>

namespace chevet::import::fhir {

namespace {

constexpr std::string_view history = "/_history/";

bool looksLikeType(std::string_view text) {
    const auto letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
    return text.size() > 2 && text[0] >= 'A' && text[0] <= 'Z' &&
           std::all_of(text.begin(), text.end(), letter);
}

void splitTail(ReferenceText& reference, std::string_view path) {
    const auto version = path.find(history);
    reference.versioned = version != std::string_view::npos;
    path = path.substr(0, version);
    const auto slash = path.rfind('/');
    if (slash == std::string_view::npos)
        return;
    const auto before = path.rfind('/', slash == 0 ? 0 : slash - 1);
    const std::size_t typeAt = before == std::string_view::npos || before == slash ? 0 : before + 1;
    const std::string_view type = path.substr(typeAt, slash - typeAt);
    if (!looksLikeType(type))
        return;
    reference.type = type;
    reference.id = path.substr(slash + 1);
    reference.base = path.substr(0, typeAt);
}

} // namespace

ReferenceText parseReference(std::string_view text) {
    ReferenceText reference;
    reference.text = text;
    using enum ReferenceText::Kind;
    if (text.empty())
        return reference;
    if (text.front() == '#') {
        reference.kind = Contained;
        reference.id = text.substr(1);
    } else if (text.starts_with("urn:")) {
        reference.kind = Urn;
        reference.id = text.substr(text.rfind(':') + 1);
    } else if (const auto mark = text.find('?');
               mark != std::string_view::npos && looksLikeType(text.substr(0, mark))) {
        reference.kind = Conditional;
        reference.type = text.substr(0, mark);
        reference.query = text.substr(mark + 1);
    } else {
        splitTail(reference, text);
        const bool absolute = text.find("://") != std::string_view::npos;
        reference.kind = reference.type.empty() ? Other : absolute ? Absolute : Relative;
    }
    return reference;
}

std::string urlKey(std::string_view url) {
    std::string key(url.substr(0, url.find(history)));
    if (key.starts_with("urn:"))
        std::transform(key.begin(), key.end(), key.begin(), [](char c) {
            return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
        });
    return key;
}

std::string identifierOfQuery(std::string_view query) {
    constexpr std::string_view name = "identifier=";
    if (!query.starts_with(name) || query.find('&') != std::string_view::npos)
        return {};
    query.remove_prefix(name.size());
    const QByteArray raw(query.data(), static_cast<qsizetype>(query.size()));
    const std::string token = QByteArray::fromPercentEncoding(raw).toStdString();
    return token.find(',') == std::string::npos ? token : std::string(); // a list names nobody
}

} // namespace chevet::import::fhir
