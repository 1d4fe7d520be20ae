#pragma once
// How a page test finds a control: by the words a person sees or hears.

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QWidget>

namespace chevet::test {

inline QAbstractButton* button(const QWidget& page, const QString& words) {
    const auto buttons = page.findChildren<QAbstractButton*>();
    for (QAbstractButton* candidate : buttons) {
        if (candidate->text() == words || candidate->accessibleName() == words)
            return candidate;
    }
    return nullptr;
}

inline QLineEdit* field(const QWidget& page, const QString& name) {
    const auto edits = page.findChildren<QLineEdit*>();
    for (QLineEdit* candidate : edits) {
        if (candidate->accessibleName() == name)
            return candidate;
    }
    return nullptr;
}

// A visible label that contains the words.
inline bool says(const QWidget& page, const QString& words) {
    const auto labels = page.findChildren<QLabel*>();
    for (const QLabel* label : labels) {
        if (label->isVisibleTo(&page) &&
            (label->text().contains(words) || label->accessibleName().contains(words)))
            return true;
    }
    return false;
}

} // namespace chevet::test
