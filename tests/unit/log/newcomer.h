#pragma once
// A workstation and its professional, who ask to join the clinic of the fixture.

#include "clinic_fixture.h"

namespace chevet::tests {

struct Newcomer {
    log::DeviceKeys keys;
    crypto::SigningKey person;
    log::JoinRequest request;

    explicit Newcomer(const char* name)
        : keys(log::DeviceKeys::fromSeed(seedFor(name)))
        , person(*crypto::SigningKey::fromSeed(
              seedFor(QByteArray(QByteArray(name) + "-key").constData())))
        , request(
              log::makeJoinRequest(uuidFor(name), keys, QString::fromLatin1(name),
                                   uuidFor(QByteArray(QByteArray(name) + "-person").constData()),
                                   person, QStringLiteral("Dr ") + QString::fromLatin1(name))) {}
};

} // namespace chevet::tests
