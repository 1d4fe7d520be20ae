#include "log/key_ring.h"

#include "crypto/aead.h"
#include "crypto/kdf.h"

#include <QtEndian>

namespace chevet::log {

using base::ErrorCode;
using base::fail;

namespace {

QByteArray number32(std::uint32_t value) {
    const std::uint32_t little = qToLittleEndian(value);
    return {reinterpret_cast<const char*>(&little), sizeof little};
}

QByteArray wrapContext(const ClinicId& clinic, const base::Uuid& patient, std::uint32_t keybox) {
    QByteArray context("qs/patient-key/1");
    context += clinic.view();
    context += patient.toByteArray();
    context += number32(keybox);
    return context;
}

} // namespace

void KeyRing::addEpoch(std::uint32_t number, crypto::EpochKey key) {
    const crypto::Hash commitment = epochCommitment(key, m_clinic, number);
    m_epochs.insert_or_assign(std::pair(number, commitment), std::move(key));
}

void KeyRing::addKeybox(std::uint32_t number, crypto::KeyboxKey key) {
    m_keyboxes.insert_or_assign(number, std::move(key));
}

std::uint32_t KeyRing::currentEpoch() const noexcept {
    return m_epochs.empty() ? 0 : m_epochs.rbegin()->first.first;
}

const crypto::EpochKey* KeyRing::epoch(std::uint32_t number) const noexcept {
    const auto found = m_epochs.lower_bound(std::pair(number, crypto::Hash{}));
    return found == m_epochs.end() || found->first.first != number ? nullptr : &found->second;
}

const crypto::EpochKey* KeyRing::epoch(std::uint32_t number,
                                       const crypto::Hash& commitment) const noexcept {
    const auto found = m_epochs.find(std::pair(number, commitment));
    return found == m_epochs.end() ? nullptr : &found->second;
}

std::vector<const crypto::EpochKey*> KeyRing::epochs(std::uint32_t number) const {
    std::vector<const crypto::EpochKey*> all;
    for (auto at = m_epochs.lower_bound(std::pair(number, crypto::Hash{}));
         at != m_epochs.end() && at->first.first == number; ++at)
        all.push_back(&at->second);
    return all;
}

crypto::Hash KeyRing::commitment(std::uint32_t number) const {
    const crypto::EpochKey* key = epoch(number);
    return key ? epochCommitment(*key, m_clinic, number) : crypto::Hash{};
}

const crypto::Secret* KeyRing::held(bool keybox, std::uint32_t number,
                                    const crypto::Hash& commitment) const noexcept {
    if (!keybox) {
        const crypto::EpochKey* key = epoch(number, commitment);
        return key ? &key->secret() : nullptr;
    }
    const auto found = m_keyboxes.find(number);
    return found != m_keyboxes.end() &&
                   keyboxCommitment(found->second, m_clinic, number) == commitment
               ? &found->second.secret()
               : nullptr;
}

base::Result<WrappedPatientKey> KeyRing::newPatientKey(const base::Uuid& patient,
                                                       base::Random& random) const {
    if (m_keyboxes.empty())
        return fail(ErrorCode::UnknownKey, QStringLiteral("keybox"));
    const auto& [number, keybox] = *m_keyboxes.rbegin();
    crypto::Secret key(crypto::PatientKey::size);
    random.fill(key.bytes());
    const crypto::Nonce nonce = crypto::randomNonce(random);
    WrappedPatientKey wrapped{.patient = patient, .keybox = number, .sealed = nonce.toByteArray()};
    wrapped.sealed +=
        crypto::sealSecret(keybox.secret(), nonce, key, wrapContext(m_clinic, patient, number));
    return wrapped;
}

base::Result<crypto::PatientKey> KeyRing::unwrap(const WrappedPatientKey& wrapped) const {
    const auto keybox = m_keyboxes.find(wrapped.keybox);
    if (keybox == m_keyboxes.end())
        return fail(ErrorCode::UnknownKey, QStringLiteral("keybox %1").arg(wrapped.keybox));
    if (wrapped.sealed.size() != WrappedPatientKey::sealedSize)
        return fail(ErrorCode::DecryptFailed, QStringLiteral("patient key"));
    const auto nonce =
        crypto::Nonce::fromBytes(QByteArrayView(wrapped.sealed).first(crypto::Nonce::size));
    CHEVET_TRY_ASSIGN(crypto::Secret key,
                      crypto::openSecret(keybox->second.secret(), *nonce,
                                         QByteArrayView(wrapped.sealed).sliced(crypto::Nonce::size),
                                         wrapContext(m_clinic, wrapped.patient, wrapped.keybox)));
    return crypto::PatientKey::from(std::move(key));
}

base::Result<crypto::PatientKey> KeyRing::patientKey(const base::Uuid& patient) const {
    const std::optional<WrappedPatientKey> wrapped = m_lookup ? m_lookup(patient) : std::nullopt;
    if (!wrapped || wrapped->patient != patient)
        return fail(ErrorCode::UnknownKey, QStringLiteral("patient key"));
    return unwrap(*wrapped);
}

base::Result<crypto::Secret> KeyRing::blobParent(const std::optional<base::Uuid>& patient,
                                                 std::uint32_t number) const {
    if (patient) {
        CHEVET_TRY_ASSIGN(const crypto::PatientKey key, patientKey(*patient));
        return key.secret().clone();
    }
    const crypto::EpochKey* key = epoch(number);
    if (!key)
        return fail(ErrorCode::UnknownKey, QStringLiteral("epoch %1").arg(number));
    return key->secret().clone();
}

crypto::Hash keyboxCommitment(const crypto::KeyboxKey& key, const ClinicId& clinic,
                              std::uint32_t number) {
    const QByteArray message = clinic.toByteArray() + number32(number);
    return crypto::keyedHash(key.secret(), "keybox-commit/1", message);
}

crypto::Hash epochCommitment(const crypto::EpochKey& key, const ClinicId& clinic,
                             std::uint32_t number) {
    const QByteArray message = clinic.toByteArray() + number32(number);
    return crypto::keyedHash(key.secret(), "epoch-commit/1", message);
}

} // namespace chevet::log
