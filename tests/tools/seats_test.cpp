#include "tools/generate/seats.hpp"

#include <algorithm>
#include <numeric>
#include <set>

#include <catch2/catch.hpp>

#include "tests/support/shipped_catalog.hpp"
#include "tests/tools/world_records.hpp"
#include "tools/generate/calendar.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;
using world::fit_seats;
using world::kAsDrawn;

namespace {

// Counted as a reader of the files would: open jobs of active employers on the day the world is looked at.
double seats_per_seeking(const World& world) {
  std::set<std::string> suspended;
  for (const auto& employer : all_of<Employer>(world, Collection::employers)) {
    if (employer.status == EmployerStatus::suspended) suspended.insert(employer.id);
  }
  std::int64_t seats = 0;
  for (const auto& posting : all_of<Posting>(world, Collection::postings)) {
    const bool open = posting.status != PostingStatus::closed && !suspended.contains(posting.employer) &&
                      (!posting.closes || *posting.closes >= world::kToday);
    const bool job = posting.kind.value_or(PostingKind::job) == PostingKind::job;
    if (open && job) seats += posting.headcount.value_or(1);
  }
  std::int64_t seeking = 0;
  for (const auto& graduate : all_of<Graduate>(world, Collection::graduates)) {
    const auto status = graduate.status.value_or(GraduateStatus::seeking);
    if (status == GraduateStatus::seeking && !graduate.opt_out.value_or(false)) ++seeking;
  }
  return static_cast<double>(seats) / static_cast<double>(seeking);
}

}  // namespace

TEST_CASE("headcounts are fitted to a number of seats") {
  const std::vector<std::int32_t> drawn{1, 4, kAsDrawn, 1, 2};
  CHECK(fit_seats(drawn, 8) == drawn);
  CHECK(fit_seats(drawn, 4) == std::vector<std::int32_t>{1, 1, kAsDrawn, 1, 1});
  CHECK(fit_seats(drawn, 12) == std::vector<std::int32_t>{1, 7, kAsDrawn, 1, 3});
  const auto scarce = fit_seats(drawn, 2);
  CHECK(scarce[2] == kAsDrawn);
  CHECK(std::accumulate(scarce.begin(), scarce.end(), 0) - kAsDrawn == 2);
  CHECK(*std::ranges::max_element(scarce) == 1);
  CHECK(fit_seats({}, 5).empty());
  CHECK(fit_seats(std::vector<std::int32_t>{1, 1}, 5) == std::vector<std::int32_t>{2, 3});
}

TEST_CASE("a market has as many seats for each seeking graduate as asked") {
  const auto catalog = shipped_catalog().catalog;
  const double wanted = GENERATE(0.3, 0.9, 2.5);
  const auto world = make_world(*catalog, {.seed = 5,
                                           .schools = 200,
                                           .graduates = 8'000,
                                           .employers = 300,
                                           .postings = 6'000,
                                           .seats_per_graduate = wanted});
  CHECK(seats_per_seeking(world) == Approx(wanted).margin(0.001));
}

TEST_CASE("positions can be counted as seats") {
  const auto catalog = shipped_catalog().catalog;
  const auto world = make_world(
      *catalog, {.schools = 20, .graduates = 10, .employers = 30, .postings = 500, .single_seats = true});
  for (const auto& posting : all_of<Posting>(world, Collection::postings)) CHECK(posting.headcount == 1);
}
