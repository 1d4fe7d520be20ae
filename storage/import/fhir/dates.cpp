#include "import/fhir/dates.h"

#include <algorithm>

namespace chevet::import::fhir {

namespace {

constexpr int firstYear = 1850;
constexpr int lastYear = 2150;

int digits(std::string_view text) {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

bool isDateElement(std::string_view key) {
    constexpr std::string_view ends[] = {"Date",    "date",     "DateTime",  "Time",     "time",
                                         "start",   "end",      "issued",    "recorded", "Instant",
                                         "created", "authored", "authoredOn"};
    return std::any_of(std::begin(ends), std::end(ends),
                       [&](std::string_view end) { return key.ends_with(end); });
}

} // namespace

bool isAbsurdDate(std::string_view key, std::string_view text) {
    if (text.size() < 4 || text[0] < '0' || text[0] > '9' || text.size() > 40)
        return false;
    const bool yearOnly = text.size() == 4;
    if (!yearOnly && (text.size() < 7 || text[4] != '-'))
        return false;
    const int year = digits(text.substr(0, 4));
    const int month = yearOnly ? 1 : digits(text.substr(5, 2));
    const int day = text.size() >= 10 && text[7] == '-' ? digits(text.substr(8, 2)) : 1;
    const bool fine =
        year >= firstYear && year <= lastYear && month >= 1 && month <= 12 && day >= 1 && day <= 31;
    return !fine && year >= 0 && month >= 0 && day >= 0 && isDateElement(key);
}

} // namespace chevet::import::fhir
