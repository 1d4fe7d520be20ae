#include "record/language.h"
#include "record/observation.h"

namespace chevet::record {

QString flagName(Flag flag) {
    switch (flag) {
    case Flag::NotComputed:
        return {};
    case Flag::Normal:
        return QStringLiteral("normal");
    case Flag::Low:
        return QStringLiteral("low");
    case Flag::High:
        return QStringLiteral("high");
    case Flag::CriticalLow:
        return QStringLiteral("critical-low");
    case Flag::CriticalHigh:
        return QStringLiteral("critical-high");
    case Flag::Abnormal:
        return QStringLiteral("abnormal");
    case Flag::CriticalAbnormal:
        return QStringLiteral("critical");
    }
    return {};
}

QString flagWords(Flag flag) {
    switch (flag) {
    case Flag::NotComputed:
        return say(u"non évalué", u"not assessed");
    case Flag::Normal:
        return say(u"dans les valeurs de référence", u"within the reference range");
    case Flag::Low:
        return say(u"au-dessous", u"below");
    case Flag::High:
        return say(u"au-dessus", u"above");
    case Flag::CriticalLow:
        return say(u"critique, au-dessous", u"critical, below");
    case Flag::CriticalHigh:
        return say(u"critique, au-dessus", u"critical, above");
    case Flag::Abnormal:
        return say(u"anormal", u"abnormal");
    case Flag::CriticalAbnormal:
        return say(u"critique", u"critical");
    }
    return {};
}

} // namespace chevet::record
