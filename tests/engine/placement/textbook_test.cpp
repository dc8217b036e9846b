// Instances whose stable outcomes are printed in the literature.

#include <catch2/catch.hpp>

#include "engine/placement/cutoff_rounds.hpp"
#include "engine/placement/list_acceptance.hpp"
#include "tests/engine/placement/stable_outcomes.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

Matching placed_both_ways(const Instance& instance) {
  const InstanceContest c(instance);
  const auto accepted = accept_on_lists(c.contest());
  CHECK(accept_by_rounds(c.contest()) == accepted->granted);
  return c.matching(accepted->granted);
}

std::vector<SeatTerms> one_seat_each(std::size_t postings) {
  return std::vector<SeatTerms>(postings, {.seats = 1});
}

// Kojima, "School choice: impossibilities for affirmative action" (2012), the example of theorem 1: two
// students of the majority (0, 1), one of the minority (2), schools with two seats and with one.
Instance kojima() {
  return {.wishes = {{0}, {0, 1}, {1, 0}},
          .priorities = {{0, 1, 2}, {0, 1, 2}},
          .terms = {{.seats = 2}, {.seats = 1}},
          .members = {0, 0, 1}};
}

}  // namespace

TEST_CASE("Gale and Shapley 1962, example 1: each man gets his first choice") {
  const Instance instance{.wishes = {{0, 1, 2}, {1, 2, 0}, {2, 0, 1}},
                          .priorities = {{1, 2, 0}, {2, 0, 1}, {0, 1, 2}},
                          .terms = one_seat_each(3),
                          .members = {}};
  CHECK(placed_both_ways(instance) == Matching{0, 1, 2});
  CHECK(stable_outcomes(instance).size() == 3);
}

TEST_CASE("Gale and Shapley 1962, example 2: only one set of marriages is stable") {
  const Instance instance{.wishes = {{0, 1, 2, 3}, {0, 3, 2, 1}, {1, 0, 2, 3}, {3, 1, 2, 0}},
                          .priorities = {{3, 2, 0, 1}, {1, 3, 0, 2}, {3, 0, 1, 2}, {2, 1, 0, 3}},
                          .terms = one_seat_each(4),
                          .members = {}};
  CHECK(placed_both_ways(instance) == Matching{2, 3, 0, 1});
  CHECK(stable_outcomes(instance) == std::vector<Matching>{{2, 3, 0, 1}});
}

TEST_CASE("NRMP, \"How the matching algorithm works\": two seats each at Mercy, City and General") {
  enum { mercy, city, general };
  enum { arthur, sunny, joseph, latha, darrius };
  const Instance instance{.wishes = {{city},
                                     {city, mercy},
                                     {city, general, mercy},
                                     {mercy, city, general},
                                     {city, mercy, general}},
                          .priorities = {{darrius, joseph},
                                         {darrius, arthur, sunny, latha, joseph},
                                         {darrius, arthur, joseph, latha}},
                          .terms = std::vector<SeatTerms>(3, {.seats = 2}),
                          .members = {}};
  CHECK(placed_both_ways(instance) == Matching{city, kNobody, general, general, city});
}

TEST_CASE("Kojima 2012: a seat kept for the minority hurts it, Hafalir et al. 2013: a reserve does not") {
  Instance instance = kojima();
  CHECK(placed_both_ways(instance) == Matching{0, 0, 1});
  instance.terms[0].reserved = 1;
  CHECK(placed_both_ways(instance) == Matching{0, 0, 1});
  instance.hard = true;
  CHECK(placed_both_ways(instance) == Matching{0, 1, 0});
}
