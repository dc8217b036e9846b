// Changes of keys and placements are durable together with their entries in the audit log.

#include "storage/audit/audit_reader.hpp"
#include "storage/keys/key_ring.hpp"
#include "storage/keys/local_keys.hpp"
#include "tests/storage/placement_support.hpp"
#include "tests/storage/store_support.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;
namespace fs = std::filesystem;

namespace {

// Of a copy, as a kill at this moment leaves the directory: what is only noted is not in it.
std::vector<std::string> entries_now(const fs::path& live) {
  const TemporaryDirectory copy;
  fs::copy(live, copy.path(), fs::copy_options::recursive | fs::copy_options::overwrite_existing);
  const auto store = open_store(copy.path());
  REQUIRE(verify_audit_log(*store));
  std::vector<std::string> entries;
  REQUIRE(list_audit_log(*store, {}, [&](const AuditEntry& entry) {
    entries.push_back(entry.who + " " + entry.what + " " + entry.about);
  }));
  return entries;
}

bool last_is(const fs::path& live, const std::string& entry) {
  const auto entries = entries_now(live);
  return !entries.empty() && entries.back() == entry;
}

}  // namespace

TEST_CASE("a change of keys and its entry, which names the key, are one commit") {
  const TemporaryDirectory directory;
  const auto live = directory.path() / "live";
  auto service = open_service(live);
  auto& keys = service->keys();
  KeySpec spec{.id = "portal"};
  spec.scopes.add(Scope::read);
  REQUIRE(keys.add(spec, {}, {.who = "admin"}));
  CHECK(last_is(live, "admin keys.add portal"));
  CHECK_FALSE(keys.add(spec, {}, {.who = "other"}));
  REQUIRE(keys.rotate("portal", {}, {}, {.who = "admin"}));
  CHECK(last_is(live, "admin keys.rotate portal"));
  REQUIRE(keys.revoke("portal", {.who = "admin"}));
  CHECK(last_is(live, "admin keys.revoke portal"));
  CHECK_FALSE(keys.revoke("portal"));
  CHECK(entries_now(live).size() == 3);
}

TEST_CASE("keys that are changed in a data directory are in its log, by local") {
  const TemporaryDirectory directory;
  {
    const auto keys = LocalKeys::open(directory.path());
    REQUIRE(keys);
    KeySpec spec{.id = "first"};
    spec.scopes.add(Scope::admin);
    REQUIRE(keys->ring().add(spec, {}));
    REQUIRE(keys->ring().revoke("first"));
  }
  CHECK(entries_now(directory.path()) ==
        std::vector<std::string>{"local keys.add first", "local keys.revoke first"});
}

TEST_CASE("what is done with a placement run and its entry are one commit") {
  const TemporaryDirectory directory;
  const auto live = directory.path() / "live";
  auto service = open_service(live);
  put_cohort(*service);
  const auto run = text_in(placed(*service, "{}"), "id");
  CHECK(last_is(live, "local placements.start " + run));
  std::string out;
  REQUIRE(service->placements().confirm(run, out, {.who = "office"}));
  CHECK(last_is(live, "office placements.confirm " + run));
  const auto count = entries_now(live).size();
  REQUIRE(service->placements().confirm(run, out, {.who = "office"}));
  CHECK(entries_now(live).size() == count);  // nothing was done
  REQUIRE(service->placements().undo(run, out, {.who = "office"}));
  CHECK(last_is(live, "office placements.undo " + run));
  REQUIRE(service->placements().remove(run, out, {.who = "office"}));
  CHECK(last_is(live, "office placements.remove " + run));
}
