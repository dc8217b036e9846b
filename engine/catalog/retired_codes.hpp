#pragma once
// Codes that were abolished, with the current codes that took their place. A code that is current again is
// current: callers look there first.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/catalog/digit_index.hpp"
#include "engine/catalog/tables.hpp"
#include "engine/model/error.hpp"

namespace talentmatch {

class RetiredCodes {
 public:
  RetiredCodes() = default;
  static Result<RetiredCodes> build(std::string_view table, std::span<const RetiredCodeRow> rows,
                                    bool (*is_code)(std::string_view), const DigitIndex& current);

  // Positions of the current successors, ascending; nothing if the code was never retired. O(log n).
  std::optional<std::span<const std::uint16_t>> find(std::string_view code) const;

 private:
  struct Retired {
    std::string code;
    std::vector<std::uint16_t> successors;
  };

  static Result<Retired> link(std::string_view table, const RetiredCodeRow& row, const DigitIndex& current);

  std::vector<Retired> rows_;  // ascending by code
};

}  // namespace talentmatch
