// What is typed into the search field, and the names it is compared with: any text, no crash, spans
// inside the name, a bounded query.

#include "record/search_text.h"
#include "ui/viewmodels/patient_list.h"

#include <cstdint>
#include <cstdlib>

using namespace chevet;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QString text = QString::fromUtf8(reinterpret_cast<const char*>(data),
                                           qsizetype(std::min<std::size_t>(size, 4096)));
    const QString name = text.section(u'\n', 0, 0), query = text.section(u'\n', 1);
    int end = 0;
    const auto spans = viewmodels::matchSpans(name, query);
    for (const auto& [at, length] : spans) {
        if (at < end || length <= 0 || at + length > name.size())
            std::abort();
        end = at + length;
    }
    const record::SearchQuery parsed = record::parseQuery(query);
    if (parsed.names.size() > 200)
        std::abort();
    static_cast<void>(record::indexTokens(name, query));
    static_cast<void>(record::phoneticKeys(name, query));
    return 0;
}
