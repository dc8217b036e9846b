// What a run keeps of each posting: seats by kind and cutoffs.

#include "engine/placement/lottery.hpp"
#include "storage/service/placements/run_postings.hpp"
#include "tests/storage/placement_support.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

constexpr std::string_view kReserve =
    R"("policy":{"reserve":{"percent":50,"group":{"levels":["junior_college"]}}})";

// P1 with two seats, of which one is reserved, P2 with one; five graduates, of whom B1 and B2 are no members.
void put_reserve_cohort(Service& service) {
  put_actors(service);
  for (const auto* id : {"B1", "B2"}) {
    REQUIRE(
        service.put(Collection::graduates, id,
                    R"({"id":")" + std::string(id) +
                        R"(","school":"S1","major":"310201","level":"vocational_bachelor","year":2026})"));
  }
  for (const auto* id : {"G1", "G2", "G3"}) REQUIRE(service.put(Collection::graduates, id, graduate(id)));
  REQUIRE(service.put(Collection::postings, "P1", posting("P1", R"(,"headcount":2,"pay_min":9000)")));
  REQUIRE(service.put(Collection::postings, "P2", posting("P2")));
}

}  // namespace

TEST_CASE("Each posting tells its seats and where it closed, by id") {
  const TemporaryDirectory directory;
  const auto service = open_service(directory.path());
  put_cohort(*service);
  REQUIRE(service->put(Collection::postings, "P0",
                       posting("P0", R"(,"headcount":3,"kind":"internship")")));  // nobody may take it
  const auto id = text_in(placed(*service, R"({"seed":7})"), "id");
  const auto rows = postings_of(*service, id, RowFormat::ndjson);
  INFO(rows);
  CHECK(std::ranges::count(rows, '\n') == 3);
  CHECK(rows.starts_with(
      R"({"posting":"P0","seats":3,"filled":0,"reserved":0,"filled_reserved":0,"released":0,"free":3,)"
      R"("order":"employer_view","cutoffs":{"open":null,"members":null}})"));
  CHECK(has(rows, R"({"posting":"P1","seats":1,"filled":1,"reserved":0,"filled_reserved":0,"released":0,)"
                  R"("free":0,"order":"employer_view","cutoffs":{"open":{"employer_view":)"));

  // The cutoff is that of the one who got the seat: of equal E, so with the lottery's number.
  const auto table = rows_of(*service, id);
  const auto line = table.substr(table.rfind('\n', table.find(",P1,")) + 1);
  const auto lucky = line.substr(0, line.find(','));
  CHECK(has(rows, R"("lottery":")" + lottery_text(lottery_number(7, lucky)) + '"'));

  const auto csv = postings_of(*service, id);
  CHECK(csv.starts_with(kPostingsCsvHead));
  CHECK(has(csv, "\nP0,3,0,0,0,0,3,employer_view,,,,\n"));
}

TEST_CASE("Reserved seats and both cutoffs are told") {
  const TemporaryDirectory directory;
  const auto service = open_service(directory.path());
  put_reserve_cohort(*service);
  const auto run = placed(*service, "{" + std::string(kReserve) + "}");
  INFO(run);
  const auto rows = postings_of(*service, "R1", RowFormat::ndjson);
  INFO(rows);
  CHECK(has(rows, R"({"posting":"P1","seats":2,"filled":2,"reserved":1,)"));
  CHECK_FALSE(has(rows, R"("members":null)"));
}

TEST_CASE("An order class tells seats, never where it closed") {
  const TemporaryDirectory directory;
  const auto service = open_service(directory.path());
  put_order_class(*service);
  const auto open = text_in(placed(*service, "{}"), "id");
  const auto closed = text_in(placed(*service, R"({"priority_groups":[{"graduate":"G3","group":1}]})"), "id");
  for (const auto& id : {open, closed}) {
    CHECK(has(postings_of(*service, id, RowFormat::ndjson),
              R"("posting":"P3","seats":1,"filled":1,"reserved":0,"filled_reserved":0,"released":0,"free":0,)"
              R"("order":"order_class","cutoffs":null})"));
  }
  CHECK(postings_of(*service, open) == postings_of(*service, closed));
}

TEST_CASE("A posting with a list of its own closes at a place; other modes have no cutoffs") {
  const TemporaryDirectory directory;
  const auto service = open_service(directory.path());
  put_cohort(*service);
  placed(*service, R"({"choices":[{"graduate":"G1","choices":["P1"]},{"graduate":"G2","choices":["P1"]}],)"
                   R"("priorities":[{"posting":"P1","priorities":["G3","G2","G1"]}]})");
  const auto rows = postings_of(*service, "R1", RowFormat::ndjson);
  INFO(rows);
  CHECK(has(rows, R"("order":"given_list","cutoffs":{"open":{"place":2,"lottery":")"));
  placed(*service, R"({"mode":"max_score"})");
  CHECK(has(postings_of(*service, "R2", RowFormat::ndjson), R"("order":"none","cutoffs":null})"));
  placed(*service, R"({"mode":"lists"})");
  const auto refused =
      service->placements().postings("R3", RowFormat::csv, [](std::string_view) { return true; });
  CHECK(refused.error().code == ErrorCode::invalid_option);
}
