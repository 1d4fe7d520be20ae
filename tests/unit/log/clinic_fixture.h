#pragma once
// A small clinic for the log's tests: one workstation, one physician, keys from fixed seeds.

#include "crypto/primitives/hash.h"
#include "log/body_codec.h"
#include "log/log.h"
#include "support/memory_disk.h"
#include "support/seeded_random.h"

#include <QTest>

namespace chevet::tests {

using base::ErrorCode;

inline crypto::Secret seedFor(const char* label) {
    const crypto::Hash hash = crypto::hash(QByteArrayView(label));
    return crypto::Secret::copyOf(hash.bytes);
}

inline base::Uuid uuidFor(const char* label) {
    return *base::Uuid::fromBytes(crypto::hash(QByteArrayView(label)).view().first(16));
}

struct ClinicFixture {
    SeededRandom random{"clinic"};
    log::ClinicRoot root = log::ClinicRoot::fromSeed(seedFor("root"));
    log::DeviceKeys device = log::DeviceKeys::fromSeed(seedFor("device"));
    crypto::SigningKey physician = *crypto::SigningKey::fromSeed(seedFor("physician"));
    base::Uuid physicianId = uuidFor("physician");
    log::Membership membership = make(*this);
    log::KeyRing keys = *membership.openKeys(device);
    std::map<base::Uuid, log::WrappedPatientKey> patientKeys;

    ClinicFixture() {
        keys.setLookup([this](const base::Uuid& patient) -> std::optional<log::WrappedPatientKey> {
            const auto found = patientKeys.find(patient);
            return found == patientKeys.end() ? std::nullopt : std::optional(found->second);
        });
    }
    ClinicFixture(const ClinicFixture&) = delete;

    static log::Membership make(ClinicFixture& self) {
        log::Founding founding{.clinicName = QStringLiteral("Clinique des Érables"),
                               .deviceLabel = QStringLiteral("Accueil"),
                               .professionals = {}};
        founding.professionals.push_back({.id = self.physicianId,
                                          .name = QStringLiteral("Dre Maude Lachance"),
                                          .role = log::UserRole::Physician,
                                          .administrator = true,
                                          .key = &self.physician});
        return *log::Membership::found(founding, self.root, self.device, self.random);
    }

    // Gives the patient a key, known to the ring.
    log::WrappedPatientKey admit(const base::Uuid& patient) {
        const auto key = *keys.newPatientKey(patient, random);
        patientKeys.insert_or_assign(patient, key);
        return key;
    }

    static log::Op put(const std::optional<base::Uuid>& patient, const QByteArray& type,
                       const QByteArray& id, const QByteArray& json) {
        log::Op op{
            .kind = log::OpKind::Put, .patient = patient, .resourceType = type, .resourceId = id};
        op.body = *log::BodyCodec::instance().encode(json);
        return op;
    }

    // An entry about one patient, announcing the key when it is new.
    log::EntryDraft draft(const base::Uuid& patient, const QByteArray& id) {
        log::EntryDraft draft{.time = 1000};
        if (!patientKeys.contains(patient))
            draft.newKeys.push_back(admit(patient));
        draft.ops.push_back(
            put(patient, "Observation", id,
                R"({"resourceType":"Observation","status":"final","id":")" + id + "\"}"));
        return draft;
    }

    std::unique_ptr<log::Log> openLog(base::FileSystem& disk,
                                      std::uint64_t segmentBytes = 32 * 1024 * 1024) {
        auto opened =
            log::Log::open(disk, {.folder = QStringLiteral("/v/log"), .segmentBytes = segmentBytes},
                           membership, keys, device.sign);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().toString()));
        return std::move(*opened);
    }
};

} // namespace chevet::tests
