// The generated world against the figures that it was made from, within what chance allows at this size.

#include <algorithm>
#include <map>
#include <numeric>

#include <catch2/catch.hpp>

#include "tests/support/shipped_catalog.hpp"
#include "tests/tools/world_records.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

WorldOptions medium_world() {
  return {.seed = 3, .schools = 1'567, .graduates = 60'000, .employers = 3'027, .postings = 60'000};
}

template <class Records, class Test>
double share(const Records& records, Test test) {
  return static_cast<double>(std::ranges::count_if(records, test)) / static_cast<double>(records.size());
}

std::vector<Posting> postings_of(const Catalog& catalog, const WorldOptions& options) {
  return all_of<Posting>(make_world(catalog, options), Collection::postings);
}

double any_major(const std::vector<Posting>& postings) {
  return share(postings, [](const Posting& posting) { return posting.majors.empty(); });
}

std::int64_t median(std::vector<std::int64_t> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

}  // namespace

TEST_CASE("graduates: levels and majors are spread as measured") {
  const auto catalog = shipped_catalog().catalog;
  const auto graduates = all_of<Graduate>(make_world(*catalog, medium_world()), Collection::graduates);
  const auto of_level = [&](Level level) {
    return share(graduates, [=](const Graduate& graduate) { return graduate.level == level; });
  };
  CHECK(of_level(Level::secondary) == Approx(0.378).margin(0.01));
  CHECK(of_level(Level::junior_college) == Approx(0.294).margin(0.01));
  CHECK(of_level(Level::bachelor) == Approx(0.316).margin(0.01));

  std::map<MajorId, std::uint32_t> of_major;
  std::uint32_t all = 0;
  for (const auto& graduate : graduates) {
    if (graduate.level != Level::junior_college) continue;
    ++of_major[graduate.major];
    ++all;
  }
  std::vector<std::uint32_t> largest;
  for (const auto& [major, count] : of_major) largest.push_back(count);
  std::ranges::sort(largest, std::greater());
  const auto top = [&](std::ptrdiff_t count) {
    return static_cast<double>(std::accumulate(largest.begin(), largest.begin() + count, 0U)) / all;
  };
  CHECK(top(10) == Approx(0.27).margin(0.03));
  CHECK(top(100) == Approx(0.80).margin(0.06));
}

TEST_CASE("postings: levels, headcounts, pay and majors are spread as measured") {
  const auto catalog = shipped_catalog().catalog;
  const auto postings = postings_of(*catalog, medium_world());
  const auto asks = [&](Level level) {
    return share(postings, [=](const Posting& posting) { return posting.min_level == level; });
  };
  CHECK(asks(Level::junior_college) == Approx(0.324).margin(0.01));
  CHECK(asks(Level::bachelor) == Approx(0.388).margin(0.01));
  CHECK(share(postings, [](const Posting& p) { return !p.min_level; }) == Approx(0.224).margin(0.01));
  CHECK(share(postings, [](const Posting& p) { return !p.headcount; }) == Approx(0.21).margin(0.01));
  CHECK(share(postings, [](const Posting& p) { return p.headcount == 1; }) ==
        Approx(0.503 * 0.79).margin(0.01));
  CHECK(any_major(postings) == Approx(0.491).margin(0.01));

  std::vector<std::int64_t> pay;
  for (const auto& posting : postings) {
    if (posting.min_level != Level::junior_college || !posting.pay_min || !posting.pay_max) continue;
    CHECK(*posting.pay_min <= *posting.pay_max);
    pay.push_back((*posting.pay_min + *posting.pay_max) / 2);
  }
  CHECK(median(pay) == Approx(9'000).epsilon(0.03));
}

TEST_CASE("employers: a tenth of them holds two fifths of the postings") {
  const auto catalog = shipped_catalog().catalog;
  const auto postings = postings_of(*catalog, medium_world());
  std::map<std::string, std::uint32_t> of_employer;
  for (const auto& posting : postings) ++of_employer[posting.employer];
  std::vector<std::uint32_t> largest;
  for (const auto& [employer, count] : of_employer) largest.push_back(count);
  std::ranges::sort(largest, std::greater());
  const double tenth = std::accumulate(largest.begin(), largest.begin() + 303, 0U);
  CHECK(tenth / static_cast<double>(postings.size()) == Approx(0.40).margin(0.02));
}

TEST_CASE("jobs are where they were measured to be") {
  const auto catalog = shipped_catalog().catalog;
  const auto postings = postings_of(*catalog, medium_world());
  const auto in = [&](const char* code) {
    const auto region = catalog->resolve_region(code);
    REQUIRE(region);
    return share(postings,
                 [&](const Posting& posting) { return catalog->contains(region->id, posting.region); });
  };
  CHECK(in("310000") == Approx(0.128).margin(0.025));
  CHECK(in("440000") == Approx(0.279).margin(0.035));
  CHECK(in("410000") == Approx(0.017).margin(0.01));
}

TEST_CASE("the share of postings open to any major can be set") {
  const auto catalog = shipped_catalog().catalog;
  auto options = medium_world();
  options.any_major = 0.1;
  CHECK(any_major(postings_of(*catalog, options)) == Approx(0.1).margin(0.01));
  options.any_major = 0.0;
  CHECK(any_major(postings_of(*catalog, options)) == 0.0);
}

TEST_CASE("a hot major takes a fifth of graduates and of the postings that name majors") {
  const auto catalog = shipped_catalog().catalog;
  auto options = medium_world();
  options.hot_major = "510201";
  const auto hot = catalog->resolve_major("510201")->id;
  const auto world = make_world(*catalog, options);
  CHECK(share(all_of<Graduate>(world, Collection::graduates),
              [&](const Graduate& g) { return g.major == hot; }) == Approx(0.2).margin(0.02));
  auto postings = all_of<Posting>(world, Collection::postings);
  std::erase_if(postings, [](const Posting& posting) { return posting.majors.empty(); });
  CHECK(share(postings, [&](const Posting& p) { return p.majors.front() == Catalog::entry_of(hot); }) ==
        Approx(0.2).margin(0.02));
}

TEST_CASE("government posts name more majors, ask for a bachelor and state no pay") {
  const auto catalog = shipped_catalog().catalog;
  auto options = medium_world();
  options.government = true;
  const auto postings = postings_of(*catalog, options);
  CHECK(any_major(postings) == Approx(0.057).margin(0.01));
  std::size_t entries = 0;
  for (const auto& posting : postings) entries += posting.majors.size();
  const auto naming = static_cast<double>(postings.size()) * (1 - any_major(postings));
  CHECK(static_cast<double>(entries) / naming == Approx(4.6).margin(0.2));
  CHECK(share(postings, [](const Posting& p) { return p.min_level == Level::bachelor; }) ==
        Approx(0.797).margin(0.01));
  CHECK(std::ranges::none_of(postings, [](const Posting& p) { return p.pay_min || p.kind; }));
}
