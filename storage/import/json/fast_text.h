#pragma once
// The inner loops of the scanner and the splitter. All may read, but never use, up to `padding`
// bytes past `end`.

#include <QtGlobal>

#include <bit>
#include <cstddef>
#include <cstring>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace chevet::import::json {

inline int hexDigit(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

inline bool isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

inline const char* skipJsonBlanks(const char* at, const char* end) {
    if (at<end&& static_cast<unsigned char>(*at)> ' ')
        return at;
#if defined(__SSE2__)
    // Pretty-printed files are half indentation.
    const __m128i space = _mm_set1_epi8(' ');
    while (end - at >= 16) {
        if (!isBlank(*at))
            return at;
        ++at;
        const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
        const auto spaces = static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(block, space)));
        at += std::countr_one(spaces);
        if (at<end&& static_cast<unsigned char>(*at)> ' ')
            return at;
    }
#endif
    while (at < end && isBlank(*at))
        ++at;
    return at;
}

// Copies bytes of a string up to the first quote, backslash or control character; returns how many.
// Never counts past `end`, though it may copy rubbish after.
inline std::size_t copyPlain(const char* in, const char* end, char* out) {
    const char* const from = in;
#if defined(__SSE2__)
    const __m128i quote = _mm_set1_epi8('"');
    const __m128i slash = _mm_set1_epi8('\\');
    const __m128i control = _mm_set1_epi8(0x1F);
    while (in < end) {
        const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(in));
        _mm_storeu_si128(reinterpret_cast<__m128i*>(out), block);
        const __m128i stop =
            _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(block, quote), _mm_cmpeq_epi8(block, slash)),
                         _mm_cmpeq_epi8(_mm_min_epu8(block, control), block));
        const auto mask = static_cast<unsigned>(_mm_movemask_epi8(stop));
        if (mask != 0) {
            in += std::countr_zero(mask);
            break;
        }
        in += 16;
        out += 16;
    }
    if (in > end)
        in = end;
#else
    while (in < end && *in != '"' && *in != '\\' && static_cast<unsigned char>(*in) >= 0x20)
        *out++ = *in++;
#endif
    return static_cast<std::size_t>(in - from);
}

// The first quote or backslash at or after `in`, or `end`.
inline const char* findQuoteOrSlash(const char* in, const char* end) {
#if defined(__SSE2__)
    const __m128i quote = _mm_set1_epi8('"');
    const __m128i slash = _mm_set1_epi8('\\');
    while (end - in >= 16) {
        const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(in));
        const auto mask = static_cast<unsigned>(_mm_movemask_epi8(
            _mm_or_si128(_mm_cmpeq_epi8(block, quote), _mm_cmpeq_epi8(block, slash))));
        if (mask != 0)
            return in + std::countr_zero(mask);
        in += 16;
    }
#endif
    while (in < end && *in != '"' && *in != '\\')
        ++in;
    return in;
}

// Of the first and last eight bytes and the length: different names of up to 16 bytes practically
// never share one.
inline quint64 hashKey(std::string_view key) {
    quint64 head = 0;
    quint64 tail = 0;
    if (key.size() >= 8) {
        std::memcpy(&head, key.data(), 8);
        std::memcpy(&tail, key.data() + key.size() - 8, 8);
    } else {
        for (const char c : key)
            head = head << 8 | static_cast<unsigned char>(c);
    }
    quint64 hash = (head ^ key.size()) * 0x9E3779B97F4A7C15ULL;
    hash ^= hash >> 29;
    hash = (hash ^ tail) * 0xBF58476D1CE4E5B9ULL;
    return hash ^ hash >> 32;
}

struct NumberText {
    qsizetype length = 0;
    int integerDigits = 0;
    qint64 exponent = 0;
    // Beyond a double's range or any reader's patience; leading zeros after the point do not count.
    [[nodiscard]] bool absurd() const {
        return length > 1000 || integerDigits + exponent > 309 || exponent < -400;
    }
};

// The end of the number at `in`, or null if there is none as RFC 8259 has it.
inline const char* numberEnd(const char* in, const char* end, NumberText& shape) {
    const auto digitAt = [end](const char* at) { return at < end && *at >= '0' && *at <= '9'; };
    const char* const from = in;
    if (in < end && *in == '-')
        ++in;
    if (!digitAt(in))
        return nullptr;
    const char* const integer = in;
    if (*in == '0')
        ++in;
    else
        while (digitAt(in))
            ++in;
    shape.integerDigits =
        *integer == '0' ? 0 : static_cast<int>(qMin<qsizetype>(in - integer, 100000));
    if (in < end && *in == '.') {
        if (!digitAt(++in))
            return nullptr;
        while (digitAt(in))
            ++in;
    }
    if (in < end && (*in == 'e' || *in == 'E')) {
        ++in;
        const bool negative = in < end && *in == '-';
        if (in < end && (*in == '-' || *in == '+'))
            ++in;
        if (!digitAt(in))
            return nullptr;
        for (; digitAt(in); ++in)
            shape.exponent = qMin<qint64>(shape.exponent * 10 + (*in - '0'), 1'000'000);
        if (negative)
            shape.exponent = -shape.exponent;
    }
    shape.length = in - from;
    return in;
}

} // namespace chevet::import::json
