#pragma once
// What a note shows in tabs, and the text of a note that lies in a blob.

#include "ui/viewmodels/chart_data.h"

#include <QByteArray>

namespace chevet::viewmodels {

// The plan first (it is what opens), then the other headings, then « Tout ». One section: no tabs.
[[nodiscard]] QList<NoteSection> tabSections(const DocumentView& note);

// A blob's text split at its headings; `opensAt` gets the plan's index or -1.
[[nodiscard]] QList<NoteSection> splitText(const QByteArray& bytes, const QString& charset,
                                           int* opensAt);

// A page of markup from a file, cut down to the safe subset.
[[nodiscard]] QString htmlOf(const QByteArray& bytes, const QString& charset);

// « PDF », « Image »: what a kind of file is called.
[[nodiscard]] QString formatWords(const QString& contentType);

// All sections one after the other, with their headings, as safe HTML.
[[nodiscard]] QString wholeHtml(const QList<NoteSection>& sections);

} // namespace chevet::viewmodels
