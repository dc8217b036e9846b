#pragma once
// What a ranking request may ask (spec 2), already resolved against catalogue and market.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/market/facts.hpp"
#include "engine/model/error.hpp"

namespace talentmatch {

enum class Perspective : std::uint8_t { mutual, graduate, employer };
template <>
inline constexpr std::array<std::string_view, 3> words<Perspective>{"mutual", "graduate", "employer"};

enum class EmployerComponent : std::uint8_t { major, certificates, level, tie };
enum class GraduateComponent : std::uint8_t { region, major, pay, tie };
template <>
inline constexpr std::array<std::string_view, 4> words<EmployerComponent>{"major", "certificates", "level",
                                                                          "tie"};
template <>
inline constexpr std::array<std::string_view, 4> words<GraduateComponent>{"region", "major", "pay", "tie"};

// Points out of 1000 per component, in the order of the enumerations; each view sums to 1000.
struct Weights {
  std::array<std::int32_t, 4> employer{500, 300, 100, 100};
  std::array<std::int32_t, 4> graduate{450, 250, 200, 100};

  friend bool operator==(const Weights&, const Weights&) = default;
};

// invalid_weights unless every weight is >= 0 and both views sum to 1000.
Result<void> check(const Weights& weights);

// The last key of a page: the next one starts strictly after it in the total order.
struct PageKey {
  std::int32_t score = 0;
  Date posted = kNeverPosted;  // candidates: unused
  std::string id;
  std::string version;  // of the data that the page was computed from
};

struct RankOptions {
  std::size_t k = 20;
  Perspective perspective = Perspective::mutual;
  Weights weights;
  Date as_of;
  std::optional<KindSet> kinds;        // recommendations: the posting's kind
  std::vector<RegionId> regions;       // the posting, or the graduate's school, lies inside one
  std::vector<std::string> employers;  // recommendations; an unknown id matches nothing
  std::vector<std::string> schools;    // candidates
  std::vector<Level> levels;   // recommendations: min_level (none matches all); candidates: the graduate's
  std::int32_t min_score = 0;  // on the chosen perspective
  std::vector<std::string> exclude;  // ids of the ranked side
  std::optional<std::size_t> max_per_employer;
  bool personalized = true;
  std::optional<PageKey> after;
};

}  // namespace talentmatch
