#pragma once
// Calendar dates as days since 1970-01-01 (proleptic Gregorian). The engine has no clock: callers pass dates
// in.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace talentmatch {

struct Date {
  std::int32_t days = 0;

  friend constexpr auto operator<=>(Date, Date) = default;
};

// Accepts exactly YYYY-MM-DD of an existing day, years 0001–9999.
std::optional<Date> parse_date(std::string_view text);
std::string format_date(Date date);
int year_of(Date date);

}  // namespace talentmatch
