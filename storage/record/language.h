#pragma once
// The language clinical words are made in. Dozens of small functions put words together deep inside
// buildChart(); the language of one reading is set once, around them, on the thread that reads.

#include <QString>
#include <QStringView>

namespace chevet::record {

enum class Language : quint8 { French, English };

// What the functions of this folder use unless told otherwise: French outside of any Speaking.
[[nodiscard]] Language spoken() noexcept;

// While it lives, the words this thread makes are in that language. May be nested.
class Speaking {
public:
    explicit Speaking(Language language) noexcept;
    ~Speaking();
    Speaking(const Speaking&) = delete;
    Speaking& operator=(const Speaking&) = delete;

private:
    Language m_before;
};

// The one of the two that is spoken.
[[nodiscard]] QString say(QStringView french, QStringView english);

} // namespace chevet::record
