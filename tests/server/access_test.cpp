#include <catch2/catch.hpp>

#include "server/access/gatekeeper.hpp"
#include "storage/keys/local_keys.hpp"
#include "tests/storage/temporary_directory.hpp"

namespace talentmatch::testing {
namespace {

using namespace std::chrono_literals;

constexpr Second kNow{1'800'000'000s};
constexpr Permit kRead{Scope::read};

struct World {
  TemporaryDirectory directory;
  LocalKeys keys = *LocalKeys::open(directory.path());
  Gatekeeper gate{true};

  std::string add(std::string id, std::initializer_list<Scope> scopes, Reach reach = {},
                  std::optional<Date> expires = {}) {
    KeySpec spec{.id = std::move(id), .reach = std::move(reach), .expires = expires};
    for (const Scope scope : scopes) spec.scopes.add(scope);
    return "Bearer " + keys.ring().add(std::move(spec), kNow)->token;
  }
  std::optional<Problem> ask(std::string_view authorization, const Permit& permit = kRead,
                             Second now = kNow) {
    return gate.admit(keys.ring(), permit, authorization, now).problem;
  }
};

}  // namespace

TEST_CASE("without keys only a trusting gatekeeper lets everybody in") {
  World world;
  CHECK_FALSE(world.ask(""));
  CHECK_FALSE(world.ask("Bearer anything", Permit(Scope::admin)));
  Gatekeeper wary(false);
  CHECK(wary.admit(world.keys.ring(), kRead, "", kNow).problem == Problem::key_required);
  CHECK_FALSE(wary.admit(world.keys.ring(), Permit::nothing(), "", kNow).problem);
}

TEST_CASE("a key opens what its scopes say") {
  World world;
  const auto key = world.add("a", {Scope::read, Scope::metrics});
  for (int i = 0; i < 2; ++i) {  // verified, then remembered
    CHECK_FALSE(world.ask(key));
    CHECK_FALSE(world.ask(key, Permit(Scope::metrics)));
    CHECK(world.ask(key, Permit(Scope::write)) == Problem::scope_missing);
    CHECK(world.ask(key, Permit(Scope::admin)) == Problem::scope_missing);
  }
  CHECK(world.ask("") == Problem::key_required);
  CHECK_FALSE(world.ask("", Permit::nothing()));
  CHECK_FALSE(world.ask("bearer  " + key.substr(7) + " "));
  CHECK(world.ask("Basic " + key.substr(7)) == Problem::key_unknown);
  CHECK(world.ask(key.substr(7)) == Problem::key_unknown);
  auto wrong = key;
  wrong.back() = wrong.back() == 'A' ? 'B' : 'A';
  CHECK(world.ask(wrong) == Problem::key_unknown);
  CHECK(world.ask("Bearer tm.b" + key.substr(11)) == Problem::key_unknown);
}

TEST_CASE("what changes keys is seen by the next request") {
  World world;
  const auto first = world.add("a", {Scope::read});
  CHECK_FALSE(world.ask(first));
  const auto second = "Bearer " + world.keys.ring().rotate("a", 1h, kNow)->token;
  CHECK_FALSE(world.ask(first));
  CHECK_FALSE(world.ask(second));
  CHECK_FALSE(world.ask(first, kRead, kNow + 59min));
  CHECK(world.ask(first, kRead, kNow + 1h) == Problem::key_unknown);
  CHECK_FALSE(world.ask(second, kRead, kNow + 1h));
  world.add("b", {Scope::read});
  REQUIRE(world.keys.ring().revoke("a"));
  CHECK(world.ask(second) == Problem::key_unknown);
}

TEST_CASE("a key ends with its last day, also one that is remembered") {
  World world;
  const auto day = *parse_date("2027-01-15");
  const auto key = world.add("a", {Scope::read}, {}, day);
  CHECK_FALSE(world.ask(key));
  CHECK_FALSE(world.ask(key, kRead, end_of(day) - 1s));
  CHECK(world.ask(key, kRead, end_of(day)) == Problem::key_expired);
}

TEST_CASE("a limited key gets as far as the route says") {
  World world;
  const auto school = world.add("s", {Scope::read}, {.schools = {"S1"}, .employers = {}});
  const auto employer = world.add("e", {Scope::read}, {.schools = {}, .employers = {"E1"}});
  CHECK(world.ask(school) == Problem::beyond_reach);
  CHECK(world.ask(employer) == Problem::beyond_reach);
  const auto for_schools = kRead.schools(Share::own);
  CHECK_FALSE(world.ask(school, for_schools));
  CHECK(world.ask(employer, for_schools) == Problem::beyond_reach);
  CHECK_FALSE(world.ask(employer, kRead.employers(Share::parts)));
}

}  // namespace talentmatch::testing
