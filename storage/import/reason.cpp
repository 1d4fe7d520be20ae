#include "import/reason.h"

#include <cstddef>
#include <iterator>

namespace chevet::import {

namespace {

// In the order of the enumeration.
constexpr const char* names[] = {
    "not-found",
    "unreadable",
    "not-a-file",
    "symlink-loop",
    "bad-file-name",
    "empty",
    "truncated",
    "utf16",
    "pdf",
    "picture",
    "fhir-xml",
    "cda",
    "hl7v2",
    "other-xml",
    "other-json",
    "not-json",
    "not-one-per-line",
    "archive-damaged",
    "archive-encrypted",
    "archive-bomb",
    "archive-nested",
    "archive-unsafe-path",
    "malformed",
    "not-utf8",
    "nul-character",
    "control-character",
    "lone-surrogate",
    "too-deep",
    "too-large",
    "duplicate-key",
    "number-out-of-range",
    "no-resource-type",
    "bad-resource-type",
    "dstu2",
    "stu3",
    "r5",
    "unknown-type",
    "patient-unknown",
    "patient-ambiguous",
    "patient-assumed",
    "several-patients",
    "absurd-date",
    "entry-without-resource",
    "deletion-ignored",
};
static_assert(std::size(names) == static_cast<std::size_t>(Reason::DeletionIgnored) + 1);

} // namespace

const char* reasonName(Reason reason) noexcept {
    return names[static_cast<std::size_t>(reason)];
}

bool isRefusal(Reason reason) noexcept {
    return reason < Reason::UnknownType;
}

} // namespace chevet::import
