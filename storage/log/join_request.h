#pragma once
// A workstation's request to join a clinic, and the two codes people carry by voice or paper: the
// request's, typed at an enrolled workstation, pins the newcomer's keys; the clinic's, typed at the
// newcomer, pins the clinic. Nothing is trusted on first use (trust.md §3.4). ENTRY.md §11.

#include "log/clinic_keys.h"
#include "log/key_ring.h"

#include <QString>

namespace chevet::log {

struct JoinRequest {
    base::Uuid device;
    crypto::SigningPublicKey sign, auth;
    crypto::BoxPublicKey box;
    QString deviceLabel;
    base::Uuid professional;
    crypto::SigningPublicKey professionalKey;
    QString professionalName;
    QByteArray core{};  // keys and ids, signed by both keys: what the chain carries, without names
    QByteArray bytes{}; // the whole, what the code is of
};

constexpr int joinCodeSigns = 26; // 130 bits

// Signed by the workstation's and the professional's key: proof that both are held.
[[nodiscard]] JoinRequest
makeJoinRequest(const base::Uuid& device, const DeviceKeys& keys, const QString& deviceLabel,
                const base::Uuid& professional, const crypto::SigningKey& professionalKey,
                const QString& professionalName, base::Random& random = crypto::systemRandom());
// Malformed, BadSignature, NewerVersion.
[[nodiscard]] base::Result<JoinRequest> parseJoinRequest(QByteArrayView bytes);
// The core alone: names stay empty.
[[nodiscard]] base::Result<JoinRequest> parseJoinCore(QByteArrayView core);

// "K7QX-…", of the whole request.
[[nodiscard]] QString joinCode(QByteArrayView request);
// Of the clinic as the statement that admits the workstation made it.
[[nodiscard]] QString clinicCode(const ClinicId& clinic, const crypto::Hash& admission);

// The request as it lies in a folder or mailbox: readable with the code only, under a name that
// only who knows the code can tell. JoinCodeMistyped if `code` is no code.
struct PostedRequest {
    QString name; // 32 hexadecimal digits
    QByteArray sealed;
};
[[nodiscard]] PostedRequest postRequest(const JoinRequest& request);
[[nodiscard]] base::Result<QString> requestName(const QString& code);
// JoinCodeMistyped, DecryptFailed, BadHash if what was found there is not what the code is of.
[[nodiscard]] base::Result<JoinRequest> openPosted(const QString& code, QByteArrayView sealed);

} // namespace chevet::log
