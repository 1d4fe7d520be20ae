#include "audit/access.h"

#include "log/body_codec.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace chevet::audit {

using base::Result;

namespace {

constexpr qsizetype maxWords = 1000;
constexpr char resourceType[] = "chevet-access";

std::optional<Act> actOf(const QString& name) {
    for (const Act act : {Act::Opened, Act::Printed, Act::Exported}) {
        if (name == QLatin1String(actName(act)))
            return act;
    }
    return std::nullopt;
}

} // namespace

const char* actName(Act act) noexcept {
    switch (act) {
    case Act::Opened:
        return "opened";
    case Act::Printed:
        return "printed";
    case Act::Exported:
        return "exported";
    }
    return "opened";
}

Result<log::Op> accessOp(const Access& access) {
    if (access.reason.size() > maxWords || access.recipient.size() > maxWords)
        return base::fail(base::ErrorCode::LimitExceeded, QStringLiteral("access"));
    QJsonObject body{{QStringLiteral("act"), QLatin1String(actName(access.act))}};
    if (!access.reason.isEmpty())
        body.insert(QStringLiteral("reason"), access.reason);
    if (!access.recipient.isEmpty())
        body.insert(QStringLiteral("recipient"), access.recipient);
    log::Op op{.kind = log::OpKind::Access, .patient = access.patient};
    op.resourceType = resourceType;
    op.resourceId = actName(access.act);
    CHEVET_TRY_ASSIGN(op.body, log::BodyCodec::instance().encode(
                                   QJsonDocument(body).toJson(QJsonDocument::Compact)));
    return op;
}

Result<QList<AccessLine>> accesses(vault::Vault& vault, const std::optional<base::Uuid>& patient,
                                   int limit) {
    CHEVET_TRY_ASSIGN(const auto rows, vault.accesses(patient, limit));
    QList<AccessLine> lines;
    for (const auto& row : rows) {
        if (!row.patient)
            continue; // not about a file
        const QJsonObject body = QJsonDocument::fromJson(row.body).object();
        const auto act = actOf(body.value(QLatin1String("act")).toString());
        AccessLine line{.patient = *row.patient,
                        .author = row.author,
                        .stream = row.stream,
                        .seq = row.seq,
                        .op = row.op,
                        .timeMs = row.timeMs,
                        .act = act};
        line.reason = act ? body.value(QLatin1String("reason")).toString()
                          : QString::fromUtf8(row.body.left(maxWords));
        line.recipient = body.value(QLatin1String("recipient")).toString();
        line.body = row.body;
        lines.append(line);
    }
    return lines;
}

} // namespace chevet::audit
