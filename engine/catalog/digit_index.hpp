#pragma once
// From a code of a fixed number of digits to its position: one load. Codes are looked up several times per
// imported line, so this is a table over all numbers of that many digits (two bytes each, 2 MB for six).

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace talentmatch {

class DigitIndex {
 public:
  DigitIndex() = default;
  // `codes` are valid and unique; the i-th gets position first + i, which must stay below 65535.
  DigitIndex(std::size_t digits, std::span<const std::string> codes, std::uint16_t first = 0);

  // None for anything that is not a listed code, whatever its form.
  std::optional<std::uint16_t> find(std::string_view code) const;

 private:
  std::size_t digits_ = 0;
  std::vector<std::uint16_t> positions_;
};

}  // namespace talentmatch
