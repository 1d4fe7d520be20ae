#include "keychain/passphrase.h"

#include <QRegularExpression>

#include <sodium.h>

namespace chevet::keychain {

using base::ErrorCode;
using crypto::Secret;

namespace {

// A passphrase as folded characters (small letters without accents), in locked memory.
class Folded {
public:
    explicit Folded(std::size_t bytes)
        : m_memory(std::max<std::size_t>(1, bytes) * sizeof(char32_t)) {}
    void append(char32_t c) { data()[m_size++] = fold(c); }
    [[nodiscard]] std::u32string_view view() const { return {data(), m_size}; }
    void resize(std::size_t size) { m_size = size; }
    [[nodiscard]] char32_t* data() { return reinterpret_cast<char32_t*>(m_memory.bytes().data()); }
    [[nodiscard]] const char32_t* data() const {
        return reinterpret_cast<const char32_t*>(m_memory.bytes().data());
    }

    // The table is made once for every letter, so that no single character of a passphrase passes
    // through a QString.
    static char32_t fold(char32_t c) {
        static const std::vector<char32_t> table = [] {
            std::vector<char32_t> letters(0x250);
            for (char32_t i = 0; i < letters.size(); ++i) {
                const QString parts = QChar::decomposition(i);
                letters[i] =
                    QChar::toCaseFolded(parts.isEmpty() ? i : char32_t{parts.at(0).unicode()});
            }
            return letters;
        }();
        return c < table.size() ? table[c] : QChar::toCaseFolded(c);
    }

private:
    Secret m_memory;
    std::size_t m_size = 0;
};

std::size_t sequenceLength(std::uint8_t first) {
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first < 0xE0)
        return 2;
    if (first >= 0xE0 && first < 0xF0)
        return 3;
    return first >= 0xF0 && first < 0xF5 ? 4 : 0;
}

bool decode(const Secret& passphrase, Folded& out) {
    const auto bytes = passphrase.bytes();
    for (std::size_t i = 0; i < bytes.size();) {
        const std::size_t length = sequenceLength(bytes[i]);
        if (length == 0 || i + length > bytes.size())
            return false;
        char32_t c = length == 1 ? bytes[i] : bytes[i] & (0xFFU >> (length + 1));
        for (std::size_t j = 1; j < length; ++j) {
            if ((bytes[i + j] & 0xC0U) != 0x80)
                return false;
            c = c << 6U | (bytes[i + j] & 0x3FU);
        }
        out.append(c);
        i += length;
    }
    return true;
}

// Words people choose first, French, English and keyboard rows; folded.
constexpr std::u32string_view commonWords[] = {
    U"motdepasse", U"mot de passe", U"phrasedepasse",  U"phrase de passe",
    U"password",   U"passphrase",   U"passe",          U"bonjour",
    U"bienvenue",  U"welcome",      U"letmein",        U"secret",
    U"chevet",     U"clinique",     U"clinic",         U"medecin",
    U"docteur",    U"doctor",       U"sante",          U"quebec",
    U"canada",     U"montreal",     U"administrateur", U"administrator",
    U"admin",      U"qwerty",       U"azerty",         U"qwertyuiop",
    U"azertyuiop", U"asdfghjkl",    U"zxcvbnm",        U"abcdefgh",
    U"iloveyou",   U"jetaime",      U"princesse",      U"soleil",
    U"changeme",   U"test"};

// Blanks out every occurrence of `word` by U+0000.
void strike(Folded& text, std::u32string_view word) {
    if (word.size() < 3)
        return;
    for (auto at = text.view().find(word); at != std::u32string_view::npos;
         at = text.view().find(word, at + word.size()))
        std::fill_n(text.data() + at, word.size(), U'\0');
}

// Characters that remain and are worth guessing: digits and signs after a struck word are not.
int lettersLeft(const Folded& text) {
    return static_cast<int>(std::ranges::count_if(
        text.view(), [](char32_t c) { return c != 0 && QChar::isLetter(c); }));
}

bool isRepetitive(std::u32string_view text) {
    std::u32string_view rest = text;
    int distinct = 0;
    for (std::size_t i = 0; i < rest.size(); ++i)
        if (rest.find(rest[i]) == i)
            ++distinct;
    if (distinct < 5)
        return true;
    for (std::size_t period = 1; period <= text.size() / 3; ++period) // "abcde abcde abcde"
        if (text.substr(period) == text.substr(0, text.size() - period))
            return true;
    std::size_t steps = 0; // 123456789012, abcdefghijkl
    for (std::size_t i = 1; i < text.size(); ++i)
        if (text[i] == text[i - 1] + 1 || text[i] + 1 == text[i - 1] || text[i] == text[i - 1])
            ++steps;
    return steps * 10 >= text.size() * 8;
}

std::vector<std::u32string> foldedWords(const QStringList& names) {
    std::vector<std::u32string> words;
    for (const QString& name : names)
        for (const QString& part : name.split(
                 QRegularExpression(QStringLiteral("[^\\p{L}\\p{N}]+")), Qt::SkipEmptyParts)) {
            std::u32string word = part.toStdU32String();
            std::ranges::transform(word, word.begin(), Folded::fold);
            words.push_back(std::move(word));
        }
    std::ranges::sort(words, std::greater{}, &std::u32string::size); // "lachance" before "lac"
    return words;
}

Folded copyOf(const Folded& text) {
    Folded copy(text.view().size());
    std::ranges::copy(text.view(), copy.data());
    copy.resize(text.view().size());
    return copy;
}

std::unexpected<base::Error> weak(const char* why) {
    return base::fail(ErrorCode::WeakPassphrase, {}, QLatin1String(why));
}

} // namespace

Secret takePassphrase(QString& typed) {
    QString normal = typed.normalized(QString::NormalizationForm_C);
    QByteArray bytes = normal.toUtf8();
    for (QString* text : {&normal, &typed}) {
        // In place, even where Qt shares the buffer: a detached copy would be wiped instead of it.
        sodium_memzero(const_cast<QChar*>(text->constData()),
                       static_cast<std::size_t>(text->size()) * sizeof(QChar));
        text->clear();
    }
    return Secret::takeFrom(bytes);
}

base::Result<> checkPassphrase(const Secret& passphrase, const QStringList& names) {
    Folded text(passphrase.size());
    if (!decode(passphrase, text))
        return base::fail(ErrorCode::InvalidArgument, QStringLiteral("passphrase"));
    const auto length = static_cast<int>(text.view().size());
    if (length < shortestPassphrase)
        return weak("too-short");
    if (length > longestPassphrase)
        return weak("too-long");
    if (isRepetitive(text.view()))
        return weak("repetitive");
    constexpr int ownLetters = 5; // beyond the words anyone would try first
    Folded withoutNames = copyOf(text);
    const int before = lettersLeft(text);
    for (const std::u32string& word : foldedWords(names))
        strike(withoutNames, word);
    const int afterNames = lettersLeft(withoutNames);
    if (afterNames < before && afterNames < ownLetters)
        return weak("names");
    for (const std::u32string_view word : commonWords)
        strike(withoutNames, word);
    const int left = lettersLeft(withoutNames);
    if (left < afterNames && left < ownLetters)
        return weak("common");
    return {};
}

} // namespace chevet::keychain
