#pragma once
// An entrance that keeps what the printer would have: the recovery sheet, to retype its groups.

#include "ui/pages/firstrun/kit_step.h"
#include "ui/viewmodels/door.h"

#include <QLineEdit>
#include <QRegularExpression>

namespace chevet::test {

class KitWatch : public viewmodels::VaultEntrance {
public:
    explicit KitWatch(std::unique_ptr<viewmodels::VaultEntrance> behind)
        : m_behind(std::move(behind)) {}

    base::Result<session::VaultFacts> facts() const override { return m_behind->facts(); }
    Opened open(const QString& user, const crypto::Secret& passphrase) override {
        return m_behind->open(user, passphrase);
    }
    Opened openWithKeychain(const base::Uuid& user) override {
        return m_behind->openWithKeychain(user);
    }
    Opened openWithRecoveryCode(const base::Uuid& user, const crypto::Secret& code,
                                const crypto::Secret& fresh) override {
        return m_behind->openWithRecoveryCode(user, code, fresh);
    }
    base::Result<crypto::KdfCost> measureKdf() override { return m_behind->measureKdf(); }
    base::Result<std::shared_ptr<viewmodels::RecoverySheet>>
    prepare(session::NewClinic clinic) override {
        auto sheet = m_behind->prepare(std::move(clinic));
        if (sheet)
            m_sheet = *sheet;
        return sheet;
    }
    Opened commit() override { return m_behind->commit(); }
    void abandon() override { m_behind->abandon(); }

    [[nodiscard]] std::shared_ptr<viewmodels::RecoverySheet> sheet() const { return m_sheet; }
    // The two fields that ask for a group, named "Ligne 2, groupe 3", and what they ask for.
    QList<QLineEdit*> retype(const pages::KitStep& step) {
        QList<QLineEdit*> asked;
        m_answers.clear();
        static const QRegularExpression place(QStringLiteral("(\\d).*(\\d)"));
        const auto fields = step.findChildren<QLineEdit*>();
        for (QLineEdit* field : fields) {
            const auto match = place.match(field->accessibleName());
            if (!match.hasMatch())
                continue;
            asked << field;
            m_answers << m_sheet->group(match.captured(1).toInt() - 1,
                                        match.captured(2).toInt() - 1);
        }
        return asked;
    }
    [[nodiscard]] const QStringList& answers() const { return m_answers; }

private:
    std::unique_ptr<viewmodels::VaultEntrance> m_behind;
    std::shared_ptr<viewmodels::RecoverySheet> m_sheet;
    QStringList m_answers;
};

} // namespace chevet::test
