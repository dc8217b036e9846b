// What the audit log says of requests, and of whom.

#include <algorithm>
#include <vector>

#include "storage/audit/audit_reader.hpp"
#include "storage/store/store.hpp"
#include "tests/server/key_world.hpp"

namespace talentmatch::testing {
namespace {

// Of a world whose server has ended.
std::vector<AuditEntry> entries_of(const std::filesystem::path& data, const std::string& person = {}) {
  const auto store = Store::open(data, {});
  REQUIRE(store);
  REQUIRE(verify_audit_log(**store));
  std::vector<AuditEntry> entries;
  const auto listed =
      list_audit_log(**store, {.person = person}, [&](const AuditEntry& entry) { entries.push_back(entry); });
  REQUIRE(listed);
  return entries;
}

std::uint64_t count_of(const std::vector<AuditEntry>& entries, std::string_view who, std::string_view what) {
  std::uint64_t count = 0;
  for (const AuditEntry& entry : entries) {
    if (entry.who == who && entry.what == what) count += entry.count;
  }
  return count;
}

}  // namespace

TEST_CASE("the audit log tells who read and wrote what, and counts recommendations") {
  KeyWorld world;
  const auto ask = [&](std::string_view holder, std::string_view method, std::string_view target,
                       std::string_view body, unsigned status) {
    const auto answer = world.ask(holder, method, target, body);
    INFO(method << " " << target << " " << answer.body);
    CHECK(answer.status == status);
  };
  for (int i = 0; i < 3; ++i) ask("read", "GET", "/v1/graduates/G1/recommendations", "", 200);
  ask("school", "GET", "/v1/graduates/G1/recommendations", "", 200);
  ask("school", "GET", "/v1/graduates/H1/recommendations", "", 403);
  for (int i = 0; i < 2; ++i) ask("employer", "GET", "/v1/postings/P1/candidates", "", 200);
  ask("school", "GET", "/v1/graduates/G2", "", 200);
  ask("read", "GET", "/v1/graduates/none", "", 404);
  ask("school", "PUT", "/v1/graduates/G3", graduate("G3"), 200);
  ask("school", "POST", "/v1/graduates/import", graduate("G3"), 200);
  ask("read", "GET", "/v1/graduates/export", "", 200);
  ask("admin", "POST", "/v1/admin/keys", R"({"id":"new","scopes":["read"]})", 201);
  ask("admin", "DELETE", "/v1/graduates/G1/data", "", 200);
  ask("place", "POST", "/v1/placements", R"({"mode":"stable"})", 202);
  const auto data = world.api().end();

  const auto entries = entries_of(data);
  CHECK(count_of(entries, "read", "recommendations") == 3);
  CHECK(count_of(entries, "s", "recommendations") == 1);
  CHECK(count_of(entries, "e", "candidates") == 2);
  CHECK(count_of(entries, "s", "graduates.get") == 1);
  CHECK(count_of(entries, "read", "graduates.get") == 0);
  CHECK(count_of(entries, "s", "graduates.put") == 1);
  CHECK(count_of(entries, "s", "graduates.import") == 1);
  CHECK(count_of(entries, "read", "graduates.export") == 1);
  CHECK(count_of(entries, "admin", "keys.add") == 8);  // seven are of the world
  CHECK(count_of(entries, "place", "placements.start") == 1);
  const auto added = std::ranges::find(entries, "new", &AuditEntry::about);
  REQUIRE(added != entries.end());
  CHECK(added->what == "keys.add");
  CHECK(entries_of(data, "G2").size() == 1);
  CHECK(entries_of(data, "G1").empty());
}

TEST_CASE("the audit log is read over HTTP, a page at a time, by who administers") {
  KeyWorld world;
  const auto admin = [&](const std::string& target) { return world.get("admin", target); };
  const auto first = admin("/v1/admin/audit?limit=3");
  REQUIRE(first.status == 200);
  CHECK(has(first.body, R"({"entries":[{"number":1,"seconds":)"));
  CHECK(first.body.ends_with(R"("next":3})"));
  const auto second = admin("/v1/admin/audit?limit=1&after=3");
  CHECK(has(second.body, R"({"entries":[{"number":4,)"));
  CHECK(second.body.ends_with(R"("next":4})"));
  CHECK(has(admin("/v1/admin/audit?limit=1000").body, R"("what":"keys.add","person":null,"about":"read")"));
  CHECK(admin("/v1/admin/audit?after=18446744073709551614").body == R"({"entries":[],"next":null})");

  REQUIRE(world.ask("write", "PUT", "/v1/graduates/G9", graduate("G9")).status == 201);
  const auto about = admin("/v1/admin/audit?person=G9&limit=1000").body;
  CHECK(has(about, R"("who":"write","what":"graduates.put","person":")"));
  CHECK_FALSE(has(about, "keys.add"));
  CHECK_FALSE(has(about, "G9"));
  CHECK(admin("/v1/admin/audit?person=NOBODY").body == R"({"entries":[],"next":null})");
  for (const std::string wrong : {"after=-1", "after=x", "after=99999999999999999999", "limit=0",
                                  "limit=1001", "person=", "person=a%20b", "since=1"}) {
    INFO(wrong);
    CHECK(admin("/v1/admin/audit?" + wrong).status == 400);
  }
  CHECK(world.get("read", "/v1/admin/audit").status == 403);
  CHECK(world.get("none", "/v1/admin/audit").status == 401);
}

}  // namespace talentmatch::testing
