#pragma once
// FHIR Dosage in words. Internal to record.

#include "record/reader.h"

namespace chevet::record {

// "Simvastatin 20 MG Oral Tablet" → name, "20 mg", "Oral Tablet". Without a strength: the text
// alone.
struct ProductWords {
    QString name, dose, form;
};
[[nodiscard]] ProductWords splitProduct(const QString& text);

struct DosageWords {
    QString dose;       // "5 mg", "2 comprimés"
    QString schedule;   // "1 fois par jour, le soir"
    QStringList extras; // "à jeun", "max. 3 g/jour"
    QString text;       // as the source wrote it
    QString route;
    bool asNeeded = false;
    // The source's own words hold something the structure does not: they are then shown first.
    bool textSaysMore = false;
    [[nodiscard]] QString posology() const; // without the dose
    [[nodiscard]] QString full() const;     // with it

private:
    [[nodiscard]] QString shown(const QStringList& structured) const;
};

// `product`: what is taken, whose name and strength the text may repeat.
[[nodiscard]] DosageWords readDosage(Node dosage, const Reader& reader,
                                     const ProductWords& product);

} // namespace chevet::record
