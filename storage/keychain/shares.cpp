#include "keychain/shares.h"

#include "crypto/kdf.h"
#include "crypto/primitives/hash.h"
#include "crypto/shamir.h"
#include "keychain/bytes.h"
#include "keychain/clinic_root.h"
#include "keychain/recovery_code.h"
#include "keychain/sign_lines.h"

#include <algorithm>
#include <bit>

namespace chevet::keychain {

using base::ErrorCode;
using crypto::Secret;
namespace shamir = crypto::shamir;

namespace {

constexpr std::string_view qrPrefix = "CHEVET:PART:";
constexpr std::uint8_t shareVersion = 1;
constexpr std::size_t checkedSize = 64, checksumSize = 6, payloadSize = 70;
constexpr std::size_t yAt = 12, commitmentAt = 44;
static_assert(payloadSize == KitShare::lineCount * lineBytes);
static_assert(payloadSize == checkedSize + checksumSize);

Secret checksumOf(QByteArrayView checked) {
    const crypto::Hash sum =
        crypto::Hasher().update(QByteArrayView("share/1")).update(checked).finish();
    return Secret::copyOf(std::span(sum.bytes).first(checksumSize));
}

QString fourDigits(QByteArrayView bytes) {
    const QString digits = QString::fromLatin1(bytes.toByteArray().toHex().toUpper());
    return digits.left(4) + QLatin1Char(' ') + digits.mid(4);
}

// Without the lines that begin with #, and without blanks before the first sign.
Secret withoutRemarks(QByteArrayView text) {
    Secret kept(static_cast<std::size_t>(text.size()));
    std::size_t size = 0;
    if (text.startsWith("\xEF\xBB\xBF")) // an editor's byte order mark
        text = text.sliced(3);
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf('\n');
        const QByteArrayView line = end < 0 ? text : text.first(end + 1);
        text = text.sliced(line.size());
        const QByteArrayView bare = line.trimmed();
        if (bare.startsWith('#') || (bare.isEmpty() && size == 0))
            continue;
        const QByteArrayView taken = size == 0 ? line.sliced(bare.data() - line.data()) : line;
        std::ranges::copy(taken, kept.bytes().begin() + static_cast<std::ptrdiff_t>(size));
        size += static_cast<std::size_t>(taken.size());
    }
    return Secret::copyOf(kept.bytes().first(size));
}

std::unexpected<base::Error> notAShare(const QString& name, const char* detail = "") {
    return base::fail(ErrorCode::NotAShare, name, QLatin1String(detail));
}

std::unexpected<base::Error> mistyped(const QString& name, std::size_t line) {
    return base::fail(ErrorCode::ShareMistyped, name,
                      line < std::size_t{KitShare::lineCount} ? QString::number(line + 1)
                                                              : QString());
}

} // namespace

// Puts shares together from their bytes.
class ShareMaker {
public:
    static base::Result<std::vector<KitShare>> split(const Secret& kit,
                                                     const crypto::Hash& clinicId, int needed,
                                                     int total, base::Random& random) {
        KitShare::Four set;
        random.fill(set.bytes);
        CHEVET_TRY_ASSIGN(auto points, shamir::split(kit, needed, total, random));
        std::vector<KitShare> shares;
        for (shamir::Point& point : points) {
            KitShare share(point.x, std::move(point.y));
            share.m_needed = needed;
            share.m_total = total;
            share.m_set = set;
            share.m_clinic = *KitShare::Four::fromBytes(clinicId.view().first(4));
            share.m_commitment = commitment(kit, share.header());
            shares.push_back(std::move(share));
        }
        return shares;
    }

    // K(kit, "share/kit/1", header), first twenty bytes: one kit fits, and to find another that
    // does is as hard as to break the hash. It tells nothing of a kit of 256 random bits.
    static KitShare::Commitment commitment(const Secret& kit, QByteArrayView header) {
        const crypto::Hash hash = crypto::keyedHash(kit, "share/kit/1", header);
        return *KitShare::Commitment::fromBytes(hash.view().first(KitShare::Commitment::size));
    }

    static std::optional<KitShare> fromPayload(const Secret& payload) {
        ByteReader bytes(payload.view());
        bytes.take(1); // the version
        const int needed = bytes.integer<quint8>();
        const int total = bytes.integer<quint8>();
        const int number = bytes.integer<quint8>();
        const bool possible = needed >= fewestShares && needed <= total && total <= mostKitShares &&
                              number >= 1 && number <= total;
        if (!possible)
            return std::nullopt;
        const auto set = bytes.fixed<KitShare::Four>();
        const auto clinic = bytes.fixed<KitShare::Four>();
        KitShare share(number, bytes.secret(32));
        share.m_needed = needed;
        share.m_total = total;
        share.m_set = set;
        share.m_clinic = clinic;
        share.m_commitment = bytes.fixed<KitShare::Commitment>();
        return share;
    }
};

QString KitShare::set() const {
    return fourDigits(m_set.view());
}

QString KitShare::clinic() const {
    return fourDigits(m_clinic.view());
}

QByteArray KitShare::header() const {
    return ByteWriter()
        .integer(shareVersion)
        .integer(static_cast<quint8>(m_needed))
        .integer(static_cast<quint8>(m_total))
        .raw(m_set.view())
        .raw(m_clinic.view())
        .bytes();
}

Secret KitShare::payload() const {
    Secret payload(payloadSize);
    const auto put = [&](std::size_t at, std::span<const std::uint8_t> bytes) {
        std::ranges::copy(bytes, payload.bytes().begin() + static_cast<std::ptrdiff_t>(at));
    };
    payload.bytes()[0] = shareVersion;
    payload.bytes()[1] = static_cast<std::uint8_t>(m_needed);
    payload.bytes()[2] = static_cast<std::uint8_t>(m_total);
    payload.bytes()[3] = static_cast<std::uint8_t>(m_number);
    put(4, m_set.bytes);
    put(8, m_clinic.bytes);
    put(yAt, m_y.bytes());
    put(commitmentAt, m_commitment.bytes);
    put(checkedSize, checksumOf(payload.view().first(checkedSize)).bytes());
    return payload;
}

Secret KitShare::text() const {
    return printedLines(signLines(payload()));
}

Secret KitShare::qrPayload() const {
    return prefixedSigns(qrPrefix, signLines(payload()));
}

base::Result<std::vector<KitShare>> splitKit(const Secret& kit, const crypto::Hash& clinicId,
                                             int needed, int total, base::Random& random) {
    if (kit.size() != kitSize)
        return base::fail(ErrorCode::InvalidArgument, QStringLiteral("shares"));
    return ShareMaker::split(kit, clinicId, needed, total, random);
}

base::Result<KitShare> parseShare(const Secret& typed, const QString& name) {
    const Secret text = withoutRemarks(typed.view());
    const std::string_view signs = withoutPrefix({text.view().data(), text.size()}, qrPrefix);
    const TypedLines read(signs, std::size_t{KitShare::lineCount});
    if (const auto bad = read.firstBad()) {
        const std::size_t holding = read.holding();
        if (holding <= std::size_t{RecoveryCode::lineCount} && parseRecoveryCode(text))
            return notAShare(name, "kit");
        return holding == 0 ? notAShare(name) : mistyped(name, *bad);
    }
    const Secret payload = read.payload();
    if (payload.bytes()[0] > shareVersion)
        return base::fail(ErrorCode::NewerVersion, name, QStringLiteral("share"));
    if (!checksumOf(payload.view().first(checkedSize))
             .equals(Secret::copyOf(payload.bytes().last(checksumSize))))
        return mistyped(name, std::size_t{KitShare::lineCount});
    auto share = ShareMaker::fromPayload(payload);
    if (payload.bytes()[0] != shareVersion || !share)
        return notAShare(name);
    return std::move(*share);
}

class ShareJoiner {
public:
    explicit ShareJoiner(std::span<const NamedShare> shares)
        : m_shares(shares) {}

    base::Result<> checkClinic(const crypto::Hash& clinicId) const {
        const auto wanted = KitShare::Four::fromBytes(clinicId.view().first(4));
        const QStringList wrong =
            named([&](const KitShare& share) { return share.m_clinic != wanted; });
        return wrong.isEmpty() ? base::Result<>{}
                               : base::fail(ErrorCode::WrongClinic, joined(wrong));
    }

    // The set most of them belong to is meant; of two equally strong ones, that of the first share.
    base::Result<> checkOneSet() const {
        const auto fellows = [&](const KitShare& one) {
            return std::ranges::count_if(
                m_shares, [&](const NamedShare& other) { return sameSet(one, other.share); });
        };
        const KitShare& meant =
            std::ranges::max_element(m_shares, {}, [&](const NamedShare& named) {
                return fellows(named.share);
            })->share;
        const auto differing = [&](auto&& differs) {
            return named(
                [&](const KitShare& share) { return !sameSet(meant, share) && differs(share); });
        };
        const QStringList foreign =
            differing([&](const KitShare& share) { return share.m_clinic != meant.m_clinic; });
        if (!foreign.isEmpty())
            return base::fail(ErrorCode::WrongClinic, joined(foreign));
        for (const NamedShare& other : m_shares)
            if (other.share.m_set != meant.m_set)
                return base::fail(ErrorCode::ShareOfOtherSet,
                                  joined(differing([&](const KitShare& share) {
                                      return share.m_set != meant.m_set;
                                  })),
                                  other.share.set() + QLatin1String(" / ") + meant.set());
        const QStringList altered = differing([](const KitShare&) { return true; });
        return altered.isEmpty() ? base::Result<>{}
                                 : base::fail(ErrorCode::SharesDisagree, joined(altered));
    }

    base::Result<> checkNumbers() const {
        for (std::size_t i = 0; i < m_shares.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                if (m_shares[i].share.number() == m_shares[j].share.number())
                    return base::fail(ErrorCode::ShareRepeated, m_shares[i].name,
                                      QString::number(m_shares[i].share.number()) +
                                          QLatin1Char(' ') + m_shares[j].name);
        const int have = static_cast<int>(m_shares.size());
        const int needed = m_shares.front().share.needed();
        if (have >= needed)
            return {};
        return base::fail(ErrorCode::TooFewShares, QString::number(needed - have),
                          QStringLiteral("%1/%2").arg(have).arg(needed));
    }

    // More shares than needed are all compared: a kit is returned only if every one agrees.
    base::Result<Secret> join() const {
        const auto count = static_cast<unsigned>(m_shares.size());
        const int needed = m_shares.front().share.needed();
        for (unsigned mask = 1; mask < 1U << count; ++mask) {
            if (std::popcount(mask) != needed)
                continue;
            const auto points = pointsOf(mask);
            CHEVET_TRY_ASSIGN(Secret kit, at(points, shamir::secretAt));
            const KitShare& any = m_shares.front().share;
            if (ShareMaker::commitment(kit, any.header()) != any.m_commitment)
                continue;
            QStringList wrong;
            for (const NamedShare& named : m_shares) {
                CHEVET_TRY_ASSIGN(const Secret y,
                                  at(points, static_cast<std::uint8_t>(named.share.number())));
                if (!y.equals(named.share.m_y))
                    wrong += named.name;
            }
            if (wrong.isEmpty())
                return kit;
            return base::fail(ErrorCode::SharesDisagree, joined(wrong));
        }
        return base::fail(ErrorCode::SharesDisagree);
    }

private:
    static bool sameSet(const KitShare& one, const KitShare& other) {
        return one.header() == other.header() && one.m_commitment == other.m_commitment;
    }
    static QString joined(const QStringList& names) { return names.join(QLatin1String(", ")); }

    template <class Predicate>
    [[nodiscard]] QStringList named(Predicate&& predicate) const {
        QStringList names;
        for (const NamedShare& one : m_shares)
            if (predicate(one.share))
                names += one.name;
        return names;
    }
    [[nodiscard]] std::vector<shamir::Point> pointsOf(unsigned mask) const {
        std::vector<shamir::Point> points;
        for (std::size_t i = 0; i < m_shares.size(); ++i)
            if ((mask >> i & 1U) != 0)
                points.push_back({.x = static_cast<std::uint8_t>(m_shares[i].share.number()),
                                  .y = m_shares[i].share.m_y.clone()});
        return points;
    }
    static base::Result<Secret> at(const std::vector<shamir::Point>& points, std::uint8_t x) {
        std::vector<const shamir::Point*> pointers;
        for (const shamir::Point& point : points)
            pointers.push_back(&point);
        return shamir::interpolate(pointers, x);
    }

    std::span<const NamedShare> m_shares;
};

base::Result<Secret> joinShares(std::span<const NamedShare> shares,
                                const std::optional<crypto::Hash>& clinicId) {
    if (shares.empty())
        return base::fail(ErrorCode::InvalidArgument, QStringLiteral("shares"));
    const ShareJoiner joiner(shares);
    if (clinicId)
        CHEVET_TRY(joiner.checkClinic(*clinicId));
    CHEVET_TRY(joiner.checkOneSet());
    CHEVET_TRY(joiner.checkNumbers());
    return joiner.join();
}

} // namespace chevet::keychain
