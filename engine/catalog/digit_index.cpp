#include "engine/catalog/digit_index.hpp"

#include <limits>

namespace talentmatch {
namespace {

constexpr std::uint16_t kNone = std::numeric_limits<std::uint16_t>::max();

std::size_t numbers_of(std::size_t digits) {
  std::size_t count = 1;
  for (std::size_t i = 0; i < digits; ++i) count *= 10;
  return count;
}

std::optional<std::size_t> number(std::string_view code) {
  std::size_t value = 0;
  for (const char c : code) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<std::size_t>(c - '0');
  }
  return value;
}

}  // namespace

DigitIndex::DigitIndex(std::size_t digits, std::span<const std::string> codes, std::uint16_t first)
    : digits_(digits), positions_(numbers_of(digits), kNone) {
  std::uint16_t position = first;
  for (const auto& code : codes) positions_[*number(code)] = position++;
}

std::optional<std::uint16_t> DigitIndex::find(std::string_view code) const {
  if (code.size() != digits_) return std::nullopt;
  const auto value = number(code);
  if (!value || positions_.empty() || positions_[*value] == kNone) return std::nullopt;
  return positions_[*value];
}

}  // namespace talentmatch
