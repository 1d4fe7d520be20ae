#pragma once
// `chevet-cli clinic`: a whole vault of fictional patients, for trying and measuring.

#include "session/environment.h"
#include "session/types.h"

namespace chevet::session {

// Makes the vault `folder` with `patients` fictional patients (1 … ClinicGenerator::maxPatients)
// and writes its generated passphrase to the file `folder`.passphrase. AlreadyExists if the folder
// holds anything.
[[nodiscard]] base::Result<ImportSummary>
makeSyntheticClinic(const Environment& environment, const QString& folder, int patients,
                    const Progress<ImportProgress>& progress = {});

} // namespace chevet::session
