// Why, and why not: each wish of a kept run, today.

#include "tests/storage/placement_support.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

// Who got the posting.
std::string holder(Service& service, const std::string& id, std::string_view posting) {
  const auto rows = rows_of(service, id);
  const auto at = rows.find("," + std::string(posting) + ",");
  if (at == std::string::npos) return {};
  const auto begin = rows.rfind('\n', at) + 1;
  return rows.substr(begin, at - begin);
}

std::string unplaced(Service& service, const std::string& id) {
  const auto rows = rows_of(service, id);
  const auto at = rows.find(",,,,,,");
  const auto begin = rows.rfind('\n', at) + 1;
  return rows.substr(begin, at - begin);
}

}  // namespace

TEST_CASE("Each wish tells what became of it, in both languages") {
  const TemporaryDirectory directory;
  const auto service = open_service(directory.path());
  put_cohort(*service);
  const auto id = text_in(placed(*service, R"({"seed":7})"), "id");
  const auto none = explained(*service, id, unplaced(*service, id));
  INFO(none);
  CHECK(has(none, R"("reason":"all_filled"}],"lottery":")"));
  CHECK(has(none, R"("member":false,"changed":false,"wishes":[{"posting":"P1","outcome":"outranked",)"));
  CHECK(has(none, R"("cutoffs":{"open":{"employer_view":)"));
  CHECK(has(none, R"("changed":false,"text":"Closed at E = )"));
  CHECK(has(none, "; yours "));
  const auto chinese = explained(*service, id, unplaced(*service, id), "P1", Language::zh);
  CHECK(has(chinese, "截止线 E = "));
  CHECK(has(chinese, "；本人 "));
  CHECK_FALSE(has(chinese, R"("posting":"P2")"));

  const auto first = explained(*service, id, holder(*service, id, "P1"));
  CHECK(has(first, R"("posting":"P1","outcome":"granted")"));
  CHECK(has(first, R"("posting":"P2","outcome":"not_asked")"));
  CHECK(has(explained(*service, id, {.graduate = "G1", .wishes = 1}), R"("wishes":[{"posting":"P1",)"));
  CHECK_FALSE(has(explained(*service, id, {.graduate = "G1", .wishes = 1}), R"({"posting":"P2",)"));
}

TEST_CASE("Gates, bans and locks are told as such") {
  const TemporaryDirectory directory;
  const auto service = open_service(directory.path());
  put_cohort(*service);
  REQUIRE(service->put(Collection::postings, "P3", posting("P3", R"(,"kind":"internship")")));
  const auto id = text_in(
      placed(*service,
             R"({"locks":[{"graduate":"G1","posting":"P2"}],"bans":[{"graduate":"G2","posting":"P2"},)"
             R"({"graduate":"G2","posting":"P1"}]})"),
      "id");
  CHECK(has(explained(*service, id, "G2", "P3"), R"("outcome":"gates")"));
  CHECK(has(explained(*service, id, "G2", "P3"), R"("gates":[{"code":"KIND","text":")"));
  CHECK(has(explained(*service, id, "G2", "P1"), R"("outcome":"excluded")"));
  CHECK(has(explained(*service, id, "G2", "P2"), R"("outcome":"excluded")"));
  CHECK(has(explained(*service, id, "G1", "P1"), "placed by hand before the run"));
  CHECK(has(explained(*service, id, "G1", "P2"), R"("outcome":"granted")"));
  CHECK_FALSE(has(waiting_at(*service, id, "P1"), "G1"));
}

TEST_CASE("An order class gives no number that would tell a priority group") {
  const TemporaryDirectory directory;
  const auto service = open_service(directory.path());
  put_order_class(*service);
  for (const std::string first : {"G2", "G3"}) {
    const auto id =
        text_in(placed(*service, R"({"priority_groups":[{"graduate":")" + first + R"(","group":1}]})"), "id");
    CHECK(has(explained(*service, id, first, "P3"), R"("outcome":"granted")"));
    const auto other = explained(*service, id, first == "G2" ? "G3" : "G2", "P3");
    INFO(other);
    CHECK(has(other, R"("outcome":"outranked")"));
    CHECK(has(other, R"("cutoffs":null,"changed":false,"text":"All seats went to others)"));
    CHECK_FALSE(has(other, "group"));
  }
}

TEST_CASE("What has changed since the run is said to have") {
  const TemporaryDirectory directory;
  const auto service = open_service(directory.path());
  put_cohort(*service);
  const auto id = text_in(placed(*service, R"({"seed":7})"), "id");
  const auto loser = unplaced(*service, id);
  REQUIRE(service->put(Collection::postings, "P2", posting("P2", R"(,"pay_min":20000)")));
  const auto one = explained(*service, id, loser);
  INFO(one);
  CHECK(has(one, R"("changed":false,"wishes":[)"));
  CHECK(has(one, "A record has changed since the run"));
  CHECK(has(explained(*service, id, loser, "P1"), R"("changed":false,"text":)"));
  CHECK(has(waiting_at(*service, id, "P2"), R"("reserved":0,"changed":true,"waiting":[)"));
  REQUIRE(service->put(Collection::graduates, loser, graduate(loser, R"(,"wishes":["410100"])")));
  CHECK(has(explained(*service, id, loser, "P1"), R"("member":false,"changed":true,"wishes":[)"));
  CHECK(has(waiting_at(*service, id, "P1"), R"("graduate":")" + loser + '"'));
  CHECK(has(waiting_at(*service, id, "P1"), R"("changed":true}])"));

  REQUIRE(service->remove(Collection::graduates, loser));
  CHECK(has(explained(*service, id, loser), R"("changed":true,"wishes":[])"));
  std::string out;
  const auto gone = service->placements().explain(id, {.graduate = loser, .posting = "P1"}, out);
  CHECK(gone.error().field == "graduate");
  REQUIRE(service->remove(Collection::postings, "P2"));
  CHECK(service->placements().waiting(id, "P2", 5, out).error().code == ErrorCode::not_found);
  CHECK(out.empty());
}

TEST_CASE("All answers of a kept run are the same bytes after a restart, and after its confirmation") {
  const TemporaryDirectory directory;
  const auto answers = [](Service& service) {
    std::string all =
        rows_of(service, "R1") + postings_of(service, "R1") + postings_of(service, "R1", RowFormat::ndjson);
    for (const auto* graduate : {"G1", "G2", "G3"}) {
      all += explained(service, "R1", graduate);
      for (const auto* posting : {"P1", "P2"}) {
        all += explained(service, "R1", graduate, posting, Language::zh);
      }
    }
    return all + waiting_at(service, "R1", "P1") + waiting_at(service, "R1", "P2", 1);
  };
  std::string before;
  {
    const auto service = open_service(directory.path());
    put_cohort(*service);
    placed(*service, R"({"seed":7,"bans":[{"graduate":"G2","posting":"P2"}],"policy":{"reserve":)"
                     R"({"percent":50,"group":{"levels":["junior_college"]}}}})");
    before = answers(*service);
  }
  const auto service = open_service(directory.path());
  CHECK(answers(*service) == before);
  confirmed(*service, "R1");
  CHECK(answers(*service) == before);
}

TEST_CASE("Wishes are told of lists from scores only") {
  const TemporaryDirectory directory;
  const auto service = open_service(directory.path());
  put_cohort(*service);
  placed(*service, R"({"choices":[{"graduate":"G1","choices":["P1"]}]})");
  placed(*service, R"({"mode":"max_score"})");
  for (const auto* id : {"R1", "R2"}) {
    CHECK(explained(*service, id, "G1").ends_with("}]}"));
    CHECK_FALSE(has(explained(*service, id, "G1"), "wishes"));
    std::string out;
    const auto wish = service->placements().explain(id, {.graduate = "G1", .posting = "P1"}, out);
    CHECK(wish.error().code == ErrorCode::invalid_option);
    CHECK(service->placements().waiting(id, "P1", 5, out).error().code == ErrorCode::invalid_option);
  }
  placed(*service, "{}");
  std::string out;
  CHECK(service->placements().explain("R3", {.graduate = "G1", .posting = "P9"}, out).error().field ==
        "posting");
  CHECK(service->placements().waiting("R3", "P9", 5, out).error().field == "posting");
}
