// What the service writes into the audit log, and what is left of it when a person is erased.

#include "storage/audit/audit_reader.hpp"
#include "tests/storage/placement_support.hpp"
#include "tests/storage/store_support.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;
namespace fs = std::filesystem;

namespace {

struct Audit {
  std::vector<AuditEntry> entries;

  bool has(std::string_view who, std::string_view what) const {
    return std::ranges::any_of(
        entries, [&](const AuditEntry& entry) { return entry.who == who && entry.what == what; });
  }
};

// Of a directory that nobody has open.
Audit audit_of(const fs::path& directory, const std::string& person = {}) {
  const auto store = open_store(directory);
  REQUIRE(verify_audit_log(*store));
  Audit audit;
  REQUIRE(list_audit_log(*store, {.person = person},
                         [&](const AuditEntry& entry) { audit.entries.push_back(entry); }));
  return audit;
}

}  // namespace

TEST_CASE("a write and its entry are durable together") {
  const TemporaryDirectory directory;
  const auto live = directory.path() / "live";
  const auto crashed = directory.path() / "crashed";
  auto service = open_service(live);
  put_actors(*service);
  REQUIRE(service->put(Collection::graduates, "G1", graduate("G1"), {}, {.who = "school-1"}));
  REQUIRE(service->remove(Collection::graduates, "G1", {}, {.who = "school-2"}));
  CHECK_FALSE(service->remove(Collection::graduates, "G1", {}, {.who = "school-3"}));
  fs::copy(live, crashed, fs::copy_options::recursive);
  const auto audit = audit_of(crashed);
  REQUIRE(audit.entries.size() == 4);
  CHECK(audit.has("local", "schools.put"));
  CHECK(audit.has("school-1", "graduates.put"));
  CHECK(audit.has("school-2", "graduates.delete"));
  CHECK(audit_of(crashed, "G1").entries.size() == 2);
}

TEST_CASE("reads, imports and runs are in the log soon, and at the latest at the end") {
  const TemporaryDirectory directory;
  {
    auto service = open_service(directory.path());
    put_cohort(*service);
    service->note({.who = "portal", .what = "graduates.get", .person = "G1"});
    const auto told = [&] {
      std::string out;
      REQUIRE(service->person_data("G1", out));
      return out;
    };
    for (int i = 0; i < 500 && !has(told(), "graduates.get"); ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    CHECK(has(told(), R"("who":"portal","what":"graduates.get")"));
    REQUIRE(
        import_text(*service, Collection::graduates, graduate("G8") + "\n" + graduate("G9") + "\n").totals);
    const auto run = text_in(placed(*service, "{}"), "id");
    confirmed(*service, run);
    std::string out;
    REQUIRE(service->placements().undo(run, out));
    REQUIRE(service->placements().remove(run, out));
    service->note({.who = "portal", .what = "graduates.get", .person = "NOBODY"});
  }
  const auto audit = audit_of(directory.path());
  const auto import = std::ranges::find(audit.entries, "graduates.import", &AuditEntry::what);
  REQUIRE(import != audit.entries.end());
  CHECK(import->count == 2);
  for (const auto* what :
       {"placements.start", "placements.confirm", "placements.undo", "placements.remove"}) {
    CHECK(audit.has("local", what));
  }
  CHECK(audit.entries.back().what == "graduates.get");
  CHECK(audit.entries.back().pseudonym.empty());
}

TEST_CASE("after an erasure the log still verifies and leads to nobody") {
  const TemporaryDirectory directory;
  {
    auto service = open_service(directory.path());
    put_cohort(*service);
  }
  const auto before = audit_of(directory.path(), "G1").entries;
  REQUIRE(before.size() == 1);
  {
    auto service = open_service(directory.path());
    service->note({.who = "portal", .what = "graduates.get", .person = "G1"});
    REQUIRE(service->erase_person("G1"));
    service->note({.who = "portal", .what = "graduates.get", .person = "G1"});
  }
  CHECK(audit_of(directory.path(), "G1").entries.empty());
  const auto after = audit_of(directory.path()).entries;
  const auto about = std::ranges::count(after, before.front().pseudonym, &AuditEntry::pseudonym);
  CHECK(about == 3);  // written, read, erased: they belong together still, but to nobody
  CHECK(audit_of(directory.path(), "G2").entries.size() == 1);
}
