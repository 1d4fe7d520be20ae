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
        return QStringLiteral("non évalué");
    case Flag::Normal:
        return QStringLiteral("dans les valeurs de référence");
    case Flag::Low:
        return QStringLiteral("au-dessous");
    case Flag::High:
        return QStringLiteral("au-dessus");
    case Flag::CriticalLow:
        return QStringLiteral("critique, au-dessous");
    case Flag::CriticalHigh:
        return QStringLiteral("critique, au-dessus");
    case Flag::Abnormal:
        return QStringLiteral("anormal");
    case Flag::CriticalAbnormal:
        return QStringLiteral("critique");
    }
    return {};
}

} // namespace chevet::record
