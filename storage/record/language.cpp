#include "record/language.h"

namespace chevet::record {

namespace {

thread_local Language current = Language::French;

} // namespace

Language spoken() noexcept {
    return current;
}

Speaking::Speaking(Language language) noexcept
    : m_before(current) {
    current = language;
}

Speaking::~Speaking() {
    current = m_before;
}

QString say(QStringView french, QStringView english) {
    return (current == Language::French ? french : english).toString();
}

} // namespace chevet::record
