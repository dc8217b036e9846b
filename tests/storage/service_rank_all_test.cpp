// Rankings of a whole side as lines: the same bytes as one by one, and on any number of threads.

#include <tbb/task_arena.h>

#include "tests/storage/service_support.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

void put_crowd(Service& service, int graduates, int postings) {
  put_actors(service);
  std::string lines;
  for (int i = 0; i < graduates; ++i) {
    lines += graduate("G" + std::to_string(i), i % 3 == 0   ? R"(,"wishes":["410100"])"
                                               : i % 3 == 1 ? R"(,"home":"440300")"
                                                            : R"(,"status":"placed")") +
             "\n";
  }
  REQUIRE(import_text(service, Collection::graduates, lines).totals->rejected == 0);
  lines.clear();
  for (int i = 0; i < postings; ++i) {
    lines += posting("P" + std::to_string(i), R"(,"pay_min":)" + std::to_string(3000 + i % 7)) + "\n";
  }
  REQUIRE(import_text(service, Collection::postings, lines).totals->rejected == 0);
}

RankRequest best(std::size_t k) {
  RankRequest request;
  request.options.k = k;
  return request;
}

std::string all_lines(const Service& service, Side side, const RankRequest& request, int threads) {
  std::string out;
  tbb::task_arena(threads).execute([&] {
    const auto count = service.rank_all(side, request, [&](std::string_view bytes) {
      out += bytes;
      return true;
    });
    REQUIRE(count);
    CHECK(*count == static_cast<std::uint64_t>(std::ranges::count(out, '\n')));
  });
  return out;
}

}  // namespace

TEST_CASE("a line for every graduate, by id, is what the graduate gets alone") {
  const TemporaryDirectory directory;
  auto service = open_service(directory.path());
  put_crowd(*service, 500, 60);
  const auto request = best(5);
  const auto out = all_lines(*service, Side::postings, request, 2);
  std::vector<std::string> ids;
  for (int i = 0; i < 500; ++i) ids.push_back("G" + std::to_string(i));
  std::ranges::sort(ids);
  std::string expected;
  for (const auto& id : ids) {
    std::string alone;
    REQUIRE(service->recommend(id, request, alone));
    expected += R"({"graduate":")" + id + R"(",)" + alone.substr(1) + "\n";
  }
  CHECK(out == expected);
}

TEST_CASE("all candidates and all recommendations are the same bytes on 1, 2 and 4 threads") {
  const TemporaryDirectory directory;
  auto service = open_service(directory.path());
  put_crowd(*service, 700, 300);
  for (const auto side : {Side::postings, Side::graduates}) {
    for (const std::size_t k : {1U, 20U, 1000U}) {
      const auto one = all_lines(*service, side, best(k), 1);
      CHECK(all_lines(*service, side, best(k), 2) == one);
      CHECK(all_lines(*service, side, best(k), 4) == one);
    }
  }
  const std::string body = R"({"items":[{"graduate":"G1"},{"graduate":"G2"},{"graduate":"G3"}]})";
  const auto batch = [&](int threads) {
    std::string out;
    tbb::task_arena(threads).execute([&] { REQUIRE(service->batch(Side::postings, body, {}, out)); });
    return out;
  };
  CHECK(batch(1) == batch(2));
  CHECK(batch(1) == batch(4));
}

TEST_CASE("all at once tells its progress, stops when the receiver is gone and takes no cursor") {
  const TemporaryDirectory directory;
  auto service = open_service(directory.path());
  put_crowd(*service, 300, 10);
  std::uint64_t told = 0;
  const auto progress = [&](std::uint64_t done, std::uint64_t all) {
    CHECK(all == 300);
    CHECK(done > told);
    told = done;
  };
  const auto request = best(1000);
  REQUIRE(service->rank_all(Side::postings, request, [](std::string_view) { return true; }, progress));
  CHECK(told == 300);
  const auto gone = service->rank_all(Side::postings, request, [](std::string_view) { return false; });
  REQUIRE_FALSE(gone);
  CHECK(gone.error().code == ErrorCode::stopping);
  auto paged = request;
  paged.options.after = PageKey{};
  CHECK(service->rank_all(Side::postings, paged, [](std::string_view) { return true; }).error().field ==
        "cursor");
}
