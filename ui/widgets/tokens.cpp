#include "ui/widgets/tokens.h"

#include <array>

namespace chevet::widgets::detail {

namespace {

constexpr std::array<TokenRow, static_cast<std::size_t>(Tone::Count)> table = {{
    {Tone::Bg, 0xFFE9EDF0, 0xFF0D1216},
    {Tone::Surface, 0xFFFFFFFF, 0xFF161D22},
    {Tone::Sunken, 0xFFF4F6F8, 0xFF1B242A},
    {Tone::Hover, 0xFFEEF2F4, 0xFF202A31},
    {Tone::Line, 0xFFDCE2E6, 0xFF29343C},
    {Tone::Line2, 0xFFC2CBD2, 0xFF3B4953},
    {Tone::Ctl, 0xFF76838F, 0xFF788793},
    {Tone::Ink, 0xFF14202A, 0xFFE7ECEF},
    {Tone::Ink2, 0xFF42505C, 0xFFB8C3CB},
    {Tone::Ink3, 0xFF56636F, 0xFF98A6B1},
    {Tone::Accent, 0xFF0B5870, 0xFF7CC7DD},
    {Tone::AccentSoft, 0xFFE2EEF2, 0xFF17323C},
    {Tone::AccentLine, 0xFF9DBCC6, 0xFF3F6470}, // accent at 40 % on the surface
    {Tone::Sel, 0xFFD5E7ED, 0xFF1C3C48},
    {Tone::OnAccent, 0xFFFFFFFF, 0xFF06222C},
    {Tone::Crit, 0xFFA61B1B, 0xFFFF9F95},
    {Tone::CritSoft, 0xFFFCECEA, 0xFF331A1A},
    {Tone::CritLine, 0xFFDE9C96, 0xFF7E3B37},
    {Tone::CritSolid, 0xFFAE1F1F, 0xFFBC332B},
    {Tone::OnCrit, 0xFFFFFFFF, 0xFFFFFFFF},
    {Tone::Warn, 0xFF7A4400, 0xFFF0C075},
    {Tone::WarnSoft, 0xFFFDF3E1, 0xFF2E2411},
    {Tone::WarnLine, 0xFFDFBC80, 0xFF6F5623},
    {Tone::Ok, 0xFF1A6340, 0xFF7FD0A5},
    {Tone::OkSoft, 0xFFE6F3EB, 0xFF142A1F},
    {Tone::OkLine, 0xFFA3CDB5, 0xFF2F5F47},
    {Tone::Low, 0xFF36469A, 0xFFB3BEFF},
    {Tone::LowSoft, 0xFFECEFFB, 0xFF1E2443},
    {Tone::LowLine, 0xFFB4BDE6, 0xFF47528F},
    {Tone::Mark, 0xFFFFE59A, 0xFF6B5312},
    {Tone::MarkLine, 0xFFB07A00, 0xFFE2B64A},
    {Tone::MarkInk, 0xFF14202A, 0xFFFFF6DC},
    {Tone::Banner, 0xFF113A4A, 0xFF12303C},
    {Tone::BannerInk, 0xFFFFFFFF, 0xFFF4F8FA},
    {Tone::BannerInk2, 0xFFBCD2DB, 0xFFAEC6D0},
    {Tone::BannerLine, 0xFF2F5767, 0xFF2C4C59},
    {Tone::BannerIcon, 0xFFCFE2EA, 0xFFCFE2EA},
    {Tone::BannerCtl, 0xFF7E9EAB, 0xFF7E9EAB},
    {Tone::AllergyChip, 0xFFFFF1EF, 0xFF4A1E1C},
    {Tone::AllergyChipInk, 0xFF8E1414, 0xFFFFC9C3},
    {Tone::AllergyChipLine, 0xFFFFF1EF, 0xFF8E4842},
    {Tone::NamesakeInk, 0xFFF7DDAE, 0xFFF7DDAE},
    {Tone::NamesakeLine, 0xFFE5C58C, 0xFFE5C58C},
    {Tone::Band, 0xFFDDEFE4, 0xFF17332A},
    {Tone::Hatch, 0xFFC9D1D8, 0xFF33404A},
}};

} // namespace

const TokenRow* tokenTable() {
    return table.data();
}

} // namespace chevet::widgets::detail
