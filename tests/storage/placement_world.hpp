#pragma once
// A random cohort that competes for few seats, by the service's own records.

#include <random>

#include <fmt/format.h>

#include "tests/storage/placement_support.hpp"

namespace talentmatch::testing {

inline constexpr int kGraduates = 24;
inline constexpr int kPostings = 8;

class Draw {
 public:
  explicit Draw(std::uint64_t seed) : random_(seed) {}
  int below(int n) { return static_cast<int>(random_() % static_cast<std::uint64_t>(n)); }
  std::string one_of(std::initializer_list<const char*> texts) {
    return *(texts.begin() + below(static_cast<int>(texts.size())));
  }

 private:
  std::mt19937_64 random_;
};

inline void put_world(Service& service, Draw& draw) {
  put_actors(service);
  REQUIRE(service.put(Collection::schools, "S2",
                      R"({"id":"S2","name":"学校","kind":"secondary","region":"440100"})"));
  for (int i = 0; i < kGraduates; ++i) {
    const auto id = fmt::format("G{}", i);
    const auto json = fmt::format(
        R"({{"id":"{}","school":"{}","major":"{}","level":"junior_college","year":2026,"expected_pay":{},"wishes":["{}"]}})",
        id, draw.one_of({"S1", "S2"}), draw.one_of({"510201", "510202", "530302"}),
        4000 + 1000 * draw.below(5), draw.one_of({"410100", "440100"}));
    const auto put = service.put(Collection::graduates, id, json);
    if (!put) FAIL(message(put.error(), Language::en));
  }
  for (int i = 0; i < kPostings; ++i) {
    const auto id = fmt::format("P{}", i);
    const auto json = fmt::format(
        R"({{"id":"{}","employer":"E1","title":"岗","majors":["{}"],"region":"{}","headcount":{},"pay_min":{}}})",
        id, draw.one_of({"510201", "510202", "530302"}), draw.one_of({"410100", "440100"}), 1 + draw.below(3),
        4000 + 1000 * draw.below(5));
    REQUIRE(service.put(Collection::postings, id, json));
  }
}

}  // namespace talentmatch::testing
