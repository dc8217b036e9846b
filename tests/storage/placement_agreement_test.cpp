// What is told of a kept run from the store and today's records is what the engine says of its result.

#include <fmt/format.h>

#include "engine/placement/explain.hpp"
#include "engine/placement/waiting_list.hpp"
#include "tests/storage/placement_world.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

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
