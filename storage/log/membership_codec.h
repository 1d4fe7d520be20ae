#pragma once
// Statements of the membership chain as bytes (ENTRY.md §7). Internal to log.

#include "log/cbor.h"
#include "log/membership.h"

namespace chevet::log::statement {

enum class Kind : std::uint8_t {
    Genesis = 1,
    AddProfessional = 2,
    DisableProfessional = 3,
    EnableProfessional = 4,
    AdmitDevice = 5,
    RevokeDevice = 6,
    SetAdministrator = 7,
    ResolveFork = 8
};
enum class LabelOf : std::uint8_t { Clinic = 0, Device = 1, Member = 2 };

constexpr const char* domain = "qs/membership/1";

struct SignedBy {
    crypto::SigningPublicKey key;
    crypto::Signature signature;
};

// A statement taken apart; `fields` is the CBOR of its kind. Views point into the input.
struct Statement {
    Kind kind = Kind::Genesis;
    ClinicId clinic;
    std::uint64_t seq = 1;
    Hash prev;
    QByteArrayView fields;
    QByteArrayView body;
    std::vector<SignedBy> signatures;
};

[[nodiscard]] QByteArray encodeBody(Kind kind, const ClinicId& clinic, std::uint64_t seq,
                                    const Hash& prev, QByteArrayView fields);
[[nodiscard]] QByteArray encodeSigned(QByteArrayView body,
                                      const std::vector<const crypto::SigningKey*>& signers);
// Signatures are verified here; whether the signers may say it is Membership's to judge.
[[nodiscard]] base::Result<Statement> decode(QByteArrayView bytes);
// Of an AdmitDevice statement; nullopt if it is malformed.
[[nodiscard]] std::optional<base::Uuid> admittedDevice(const Statement& statement);
[[nodiscard]] bool isSignedBy(const Statement& statement,
                              const crypto::SigningPublicKey& key) noexcept;

// A label: epoch number, and the padded text sealed under that epoch's label key.
void writeLabel(CborWriter& out, LabelOf of, const base::Uuid& id, const QString& text,
                std::uint32_t epoch, const crypto::EpochKey& key, base::Random& random);
[[nodiscard]] base::Result<QString> openLabel(LabelOf of, const base::Uuid& id,
                                              QByteArrayView sealed, const crypto::EpochKey& key);

[[nodiscard]] ClinicId clinicIdOf(const crypto::SigningPublicKey& root,
                                  const crypto::BoxPublicKey& rootBox, QByteArrayView nonce);

} // namespace chevet::log::statement
