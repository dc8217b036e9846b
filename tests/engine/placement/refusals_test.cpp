// Input that contradicts itself, or names what is not there, is refused with the place.

#include <catch2/catch.hpp>

#include "tests/engine/placement/random_input.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

// One school, one employer, a posting with one seat and one that asks for a doctor, two graduates.
struct SmallMarket {
  SmallMarket() : market(shipped_catalog().catalog) {
    const Catalog& catalog = *shipped_catalog().catalog;
    const RegionId region = catalog.resolve_region("410100")->id;
    const MajorId major{0};
    put(School{.id = "S", .name = "S", .kind = SchoolKind::secondary, .region = region});
    Employer employer;
    employer.id = employer.name = "E";
    employer.region = region;
    put(employer);
    for (const char* id : {"G1", "G2"}) {
      Graduate graduate;
      graduate.id = id;
      graduate.school = "S";
      graduate.major = major;
      graduate.year = 2026;
      put(graduate);
    }
    Posting posting;
    posting.id = "P";
    posting.employer = "E";
    posting.title = "P";
    posting.region = region;
    put(posting);
    posting.id = "Doctor";
    posting.min_level = Level::doctor;
    put(posting);
    input.snapshot = market.snapshot();
    input.as_of = *parse_date("2026-06-01");
  }

  template <class R>
  void put(const R& record) {
    const Mutation mutation{collection_of(Record{record}), record.id, Record{record}};
    market.apply({&mutation, 1}, ++commit);
  }
  Error refusal() const {
    const auto result = place_stable(input);
    REQUIRE_FALSE(result);
    return result.error();
  }

  Market market;
  std::uint64_t commit = 0;
  PlacementInput input;
};

ReserveByShare for_secondary(std::int32_t percent, bool hard) {
  return {.percent = percent,
          .group = {.levels = {Level::secondary}, .school_kinds = {}},
          .sizes = {},
          .hired = {},
          .hard = hard};
}

}  // namespace

TEST_CASE("locks that cannot be kept are refused") {
  SmallMarket m;
  m.input.locks = {{"G1", "P"}, {"G2", "P"}};
  CHECK(m.refusal().code == ErrorCode::infeasible);
  m.input.locks = {{"G1", "Doctor"}};
  CHECK(m.refusal().code == ErrorCode::infeasible);
  CHECK(m.refusal().field == "locks[0]");
  CHECK(m.refusal().detail == "LEVEL");
  m.input.locks = {{"G1", "P"}, {"G1", "P"}};
  CHECK(m.refusal().field == "locks[1]");
  m.input.locks = {{"G1", "P"}};
  m.input.bans = {{"G1", "P"}};
  CHECK(m.refusal().code == ErrorCode::infeasible);
  m.input.bans = {};
  m.input.locks = {{"G3", "P"}};
  CHECK(m.refusal().code == ErrorCode::unknown_reference);
  CHECK(m.refusal().field == "locks[0].graduate");
}

TEST_CASE("a lock that takes the seat of a hard reserve is refused, of a soft one is kept") {
  SmallMarket m;
  m.put(School{.id = "C", .name = "C", .kind = SchoolKind::junior_college, .region = RegionId{1}});
  Graduate other;
  other.id = "G3";
  other.school = "C";
  other.level = Level::junior_college;
  other.year = 2026;
  m.put(other);
  m.input.snapshot = m.market.snapshot();
  m.input.policy.reserve = for_secondary(100, true);
  m.input.locks = {{"G3", "P"}};
  CHECK(m.refusal().code == ErrorCode::infeasible);
  m.input.policy.reserve->hard = false;
  const auto result = place_stable(m.input);
  REQUIRE(result);
  CHECK(result->verification.passed());
  CHECK(result->assignments[2].reason == PlacementReason::locked);
  const auto p = result->field->find_posting("P");
  REQUIRE(p);
  CHECK(result->postings[*p].reserved == 1);
  CHECK(result->postings[*p].released == 1);
}

TEST_CASE("a policy that says nothing sensible is refused") {
  SmallMarket m;
  m.input.policy.reserve = for_secondary(101, false);
  CHECK(m.refusal().field == "policy.reserve.percent");
  m.input.policy.reserve->percent = 20;
  m.input.policy.reserve->group = {};
  CHECK(m.refusal().field == "policy.reserve.group");
  m.input.policy.reserve.reset();
  m.input.policy.gates = false;
  CHECK(m.refusal().field == "policy.gates");
  m.input.policy.gates = true;
  m.input.policy.local.schools = {"S", "nowhere"};
  CHECK(m.refusal().field == "policy.local.schools[1]");
  m.input.policy.local = {};
  m.input.priorities = {{.posting = "P", .priorities = {}, .line = 1}};
  CHECK(m.refusal().field == "priorities");
  m.input.priorities = {};
  m.input.weights.employer[0] = 1;
  CHECK(m.refusal().code == ErrorCode::invalid_weights);
}

TEST_CASE("bad lists are refused by line") {
  SmallMarket m;
  const auto refused = [&](std::vector<GivenChoices> choices, ErrorCode code, std::string_view detail) {
    m.input.choices = std::move(choices);
    const Error error = m.refusal();
    CHECK(error.code == code);
    CHECK(error.detail == detail);
  };
  refused({{"G1", {"P"}, 1}, {"G9", {"P"}, 2}}, ErrorCode::unknown_reference, "line 2");
  refused({{"G1", {"P", "Q"}, 1}}, ErrorCode::unknown_reference, "line 1");
  refused({{"G1", {"P", "P"}, 1}}, ErrorCode::duplicate_entry, "line 1");
  refused({{"G1", {"P"}, 1}, {"G1", {}, 7}}, ErrorCode::duplicate_entry, "line 7");
  m.input.priorities = {{"P", {{"G1"}, {"G2", "G1"}}, 3}};
  refused({{"G1", {"P"}, 1}}, ErrorCode::duplicate_entry, "line 3");
}

TEST_CASE("who is on a priority list is told to nobody") {
  SmallMarket m;
  m.input.priority_groups = {{"secret", 0}};
  const Error error = m.refusal();
  CHECK(error.field == "priority_groups[0].graduate");
  CHECK(error.value.empty());
  CHECK(message(error, Language::en).find("secret") == std::string::npos);
}

TEST_CASE("one who is not on the other's list is not acceptable; gates hold unless switched off") {
  SmallMarket m;
  m.input.choices = {{"G1", {"Doctor", "P"}, 1}, {"G2", {"P"}, 2}};
  m.input.priorities = {{"P", {{"G2"}}, 1}};
  auto result = place_stable(m.input);
  REQUIRE(result);
  CHECK(result->assignments[0].reason == PlacementReason::no_eligible_posting);
  CHECK(result->assignments[1].rank == 1);
  m.input.priorities = {};
  result = place_stable(m.input);
  REQUIRE(result);
  CHECK((result->assignments[0].rank == 2) != (result->assignments[1].rank == 1));
  m.input.policy.gates = false;
  result = place_stable(m.input);
  REQUIRE(result);
  CHECK(result->verification.passed());
  CHECK(result->assignments[0].rank == 1);
  CHECK(result->field->posting_id(result->assignments[0].posting) == "Doctor");
}
