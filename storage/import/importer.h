#pragma once
// Importer: files in, proposals out. Never writes, knows no vault.
//
//   Importer importer(disk);
//   auto plan = importer.plan(paths);               // walks the folders
//   importer.readAll(*plan, 2, [&](Proposal&& p) {  // parses on two threads, calls back on this
//   one
//       … match p.patients, store p.resources …     // in the plan's order, pieces of a file in
//       order return !cancelled;
//   });
//
// References to patients: a Bundle speaks for itself; NDJSON and single-resource files of one
// folder (or archive) are one export and share their Patients, whatever the order of the files. The
// plan puts files with Patients first, so a patient is always delivered before what belongs to it.

#include "base/file_system.h"
#include "base/result.h"
#include "import/limits.h"
#include "import/proposal.h"

#include <QStringList>

#include <memory>

namespace chevet::import {

class PatientIndex;

struct Source {
    QString path;
    qint64 bytes = 0; // on disk
    QString scope;    // folder whose Patients it shares
};

struct Plan {
    QList<Source> sources; // in the order they are to be read
    qint64 bytes = 0;
    QList<Finding> refused; // by the walk itself: unreadable folders, devices, loops, missing paths
    std::shared_ptr<const PatientIndex> patients;
};

class Importer {
public:
    explicit Importer(base::FileSystem& disk, Limits limits = {});

    // Lists the files below `paths` (files or folders) and indexes the Patients of bulk folders.
    // `progress`, if given, gets the number of files found; false cancels. Slow.
    [[nodiscard]] base::Result<Plan> plan(const QStringList& paths,
                                          const std::function<bool(qint64)>& progress = {}) const;

    // Reads one source and calls `sink` at least once, the last time with `last`. Thread-safe:
    // several sources may be read at once. An unreadable file is a refusal in the proposal, not an
    // error.
    [[nodiscard]] base::Result<> read(const Plan& plan, qsizetype source, const Sink& sink) const;

    // Reads every source on `threads` workers; `sink` is called on the calling thread, in order. At
    // most a few proposals wait at any time.
    [[nodiscard]] base::Result<> readAll(const Plan& plan, int threads, const Sink& sink) const;

private:
    base::FileSystem& m_disk;
    Limits m_limits;
};

} // namespace chevet::import
