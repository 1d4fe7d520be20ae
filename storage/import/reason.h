#pragma once
// Why something of an import was refused, or kept with a remark. Codes only: the words for a person
// are in session/messages_import.

#include <QtGlobal>

namespace chevet::import {

enum class Reason : quint8 {
    // The whole file (or one member of an archive) stays out.
    NotFound,
    Unreadable, // no permission, or the disk failed while reading
    NotAFile,   // device, FIFO, socket: never opened
    SymlinkLoop,
    BadFileName, // not text in the system's encoding: cannot be opened by its name
    Empty,
    Truncated, // ends in the middle of a value
    Utf16,     // UTF-16 or UTF-32: FHIR JSON is UTF-8
    Pdf,
    Picture,
    FhirXml, // ask for JSON
    Cda,
    Hl7v2,
    OtherXml,
    OtherJson,     // JSON, but no FHIR resource
    NotJson,       // none of the formats known here
    NotOnePerLine, // an NDJSON file whose resources are spread over several lines
    ArchiveDamaged,
    ArchiveEncrypted,
    ArchiveBomb,       // unpacks to too much, or to too many files
    ArchiveNested,     // an archive inside an archive
    ArchiveUnsafePath, // a member named with ".." or an absolute path, or a link
    // One resource (or the file, when it is all the file holds) stays out; the rest goes in.
    Malformed, // not JSON as RFC 8259 has it
    NotUtf8,   // Latin-1 or damaged bytes
    NulCharacter,
    ControlCharacter, // raw line end or other control character inside a string
    LoneSurrogate,    // half of a UTF-16 pair: cannot be written as UTF-8
    TooDeep,
    TooLarge,
    DuplicateKey,     // the same member twice: its meaning depends on who reads it
    NumberOutOfRange, // beyond what any reader represents (1e400)
    NoResourceType,
    BadResourceType, // a resourceType that cannot be the name of one
    Dstu2,
    Stu3,
    R5,
    // Remarks: the resource is kept.
    UnknownType,      // not a type of R4: kept as it is
    PatientUnknown,   // names a patient that is nowhere in the import: kept unattached
    PatientAmbiguous, // the patient it names could be two: kept unattached
    PatientAssumed,   // its reference does not resolve; taken for the only patient of the document
    SeveralPatients,  // one document with more than one Patient: each resource went to the one it
                      // names
    AbsurdDate,       // before 1850 or far in the future: kept, shown as written
    EntryWithoutResource, // a request or response alone; nothing to keep
    DeletionIgnored,      // a request to delete: an import never deletes
};

// Stable English identifier ("duplicate-key"), for JSON, logs and tests.
[[nodiscard]] const char* reasonName(Reason reason) noexcept;

// False for remarks: the resource they speak of is kept.
[[nodiscard]] bool isRefusal(Reason reason) noexcept;

} // namespace chevet::import
