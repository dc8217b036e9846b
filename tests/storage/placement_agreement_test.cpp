// What is told of a kept run from the store and today's records is what the engine says of its result.

#include <random>

#include <fmt/format.h>

#include "engine/placement/explain.hpp"
#include "engine/placement/waiting_list.hpp"
#include "tests/storage/placement_support.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

constexpr int kGraduates = 24;
constexpr int kPostings = 8;

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

void put_world(Service& service, Draw& draw) {
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

std::string expected_waiting(const PlacementResult& result, std::uint32_t p) {
  std::string list;
  for (const auto& waiting : waiting_list(result, p, 1000)) {
    list += fmt::format(
        R"({}{{"graduate":"{}","employer_view":{},"lottery":"{:016x}","member":{},"changed":false}})",
        list.empty() ? "" : ",", result.field->graduate_id(waiting.graduate), waiting.employer_view,
        result.lottery[waiting.graduate], waiting.member);
  }
  return "\"waiting\":[" + list + "]}";
}

void check_agreement(Service& service, const std::string& id, const PlacementResult& result) {
  for (std::uint32_t p = 0; p < result.field->postings(); ++p) {
    const std::string posting(result.field->posting_id(p));
    const auto waiting = waiting_at(service, id, posting, 1000);
    INFO(waiting);
    CHECK(waiting.ends_with(expected_waiting(result, p)));
    for (std::uint32_t g = 0; g < result.field->graduates(); ++g) {
      const auto verdict = explain_wish(result, g, p);
      const auto told = explained(service, id, result.field->graduate_id(g), posting);
      INFO(told);
      CHECK(has(told,
                fmt::format(R"("posting":"{}","outcome":"{}","employer_view":{},"graduate_view":{})", posting,
                            word(verdict.outcome), verdict.employer_view, verdict.graduate_view)));
      CHECK(has(told, fmt::format(R"("member":{},"changed":false)", verdict.member)));
    }
  }
  for (std::uint32_t g = 0; g < result.field->graduates(); ++g) {
    const auto told = explained(service, id, result.field->graduate_id(g));
    std::size_t at = 0;
    for (const auto& wish : explain_wishes(result, g, kUsualWishes)) {
      at = told.find(fmt::format(R"({{"posting":"{}","outcome":"{}")", result.field->posting_id(wish.posting),
                                 word(wish.outcome)),
                     at);
      INFO(told);
      CHECK(at != std::string::npos);
    }
  }
}

}  // namespace

TEST_CASE("Verdicts and waiting lists from the store are the engine's") {
  for (std::uint64_t seed = Catch::rngSeed(); seed < std::uint64_t{Catch::rngSeed()} + 4; ++seed) {
    INFO("seed " << seed);
    Draw draw(seed);
    const TemporaryDirectory directory;
    const auto service = open_service(directory.path());
    put_world(*service, draw);
    const auto banned = fmt::format("G{}", draw.below(kGraduates));
    PlacementInput input;
    input.snapshot = service->snapshot();
    input.as_of = *parse_date("2026-06-01");
    input.seed = seed % 1000;
    input.policy.local.schools = {"S1"};
    input.policy.reserve.emplace();
    input.policy.reserve->percent = 40;
    input.policy.reserve->group.school_kinds = {SchoolKind::secondary};
    input.bans = {{banned, "P0"}, {banned, "P1"}};
    const auto result = place_stable(input);
    REQUIRE(result);
    const auto run = placed(
        *service,
        fmt::format(
            R"({{"seed":{},"policy":{{"local":{{"schools":["S1"]}},"reserve":{{"percent":40,"group":{{"school_kinds":["secondary"]}}}}}},"bans":[{{"graduate":"{}","posting":"P0"}},{{"graduate":"{}","posting":"P1"}}]}})",
            input.seed, banned, banned));
    CHECK(has(run, fmt::format(R"("hash":"{:016x}")", result->hash)));
    check_agreement(*service, text_in(run, "id"), *result);
  }
}
