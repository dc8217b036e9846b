#pragma once
// The year in which the generated world is set: its graduates leave school in the summer of 2026.

#include <chrono>

#include "engine/model/date.hpp"
#include "tools/generate/random.hpp"

namespace talentmatch::world {

inline constexpr std::int32_t kYear = 2026;

constexpr Date date_of(int year, unsigned month, unsigned day) {
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month},
                                         std::chrono::day{day}};
  return {static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count())};
}

inline constexpr Date kToday = date_of(2026, 6, 1);  // when the world is looked at
inline constexpr Date kFirstPosted = date_of(2026, 1, 1);
inline constexpr Date kLastPosted = date_of(2026, 5, 31);
inline constexpr Date kFirstTie = date_of(2023, 1, 1);
inline constexpr Date kLastTie = date_of(2025, 12, 31);
// What ends or closes later does so far enough away that a demonstration still works next season.
inline constexpr Date kFirstLater = date_of(2027, 7, 1);
inline constexpr Date kLastLater = date_of(2028, 12, 31);

inline Date draw_date(Date first, Date last, Random& random) {
  return {random.between(first.days, last.days)};
}

}  // namespace talentmatch::world
