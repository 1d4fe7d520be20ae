#pragma once
// Bounds on what a file may ask of the machine. Injected so that tests can make them small.

#include <QtGlobal>

namespace chevet::import {

struct Limits {
    qint64 resourceBytes = 128LL << 20; // one resource, base64 included
    // One resource without the attachments that are cut out of it: what an operation of the log
    // holds.
    qint64 jsonBytes = 16LL << 20;
    int attachments = 1000;     // cut out of one resource; more stay in it, as do those whose JSON
    qint64 pointerBytes = 1024; // pointer is longer,
    qint64 pointersBytes = 65536;       // or that are beyond this together
    int depth = 128;                    // of nested JSON; real files stay below 30
    int bundleDepth = 4;                // Bundles inside Bundles
    qint64 wholeFileBytes = 16LL << 20; // larger files are read in pieces, in two passes
    qint64 pieceBytes = 4LL << 20;      // of NDJSON and of large bundles
    qint64 attachmentChars = 1024;      // shorter base64 stays in the resource
    // Archives: real JSON packs 10 to 60 times; deflate's own maximum is 1032.
    qint64 archiveRatio = 250; // counted once the first archiveFreeBytes are unpacked
    qint64 archiveFreeBytes = 64LL << 20;
    qint64 archiveTotalBytes = 256LL << 30;
    qint64 archiveMembers = 2'000'000;
    int lineFindings = 1000; // refusals named one by one per file; the rest are counted in one
};

} // namespace chevet::import
