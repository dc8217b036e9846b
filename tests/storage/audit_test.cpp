// The audit log: a chain that shows every change, and persons who can be forgotten in it.

#include <fmt/format.h>

#include "storage/audit/audit_log.hpp"
#include "storage/audit/audit_reader.hpp"
#include "storage/audit/digest.hpp"
#include "tests/storage/store_support.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

constexpr std::int64_t kDay = 86'400;

class Log {
 public:
  explicit Log(const std::filesystem::path& directory) : store(open_store(directory)) {
    auto opened = AuditLog::open(*store, [this] { return now; });
    REQUIRE(opened);
    log = *std::move(opened);
  }

  void write(const std::vector<AuditEvent>& events) {
    const auto batch = log->batch(events);
    REQUIRE(batch);
    REQUIRE(store->put_documents(batch->documents));
    log->kept(*batch);
  }
  // Entry n is "what-n", every second one about G1.
  void fill(int count) {
    for (int i = 1; i <= count; ++i) {
      write({{.who = "local", .what = fmt::format("what-{}", i), .person = i % 2 == 0 ? "G1" : ""}});
    }
  }
  std::string raw(std::uint64_t number) const { return *store->document(audit_entry_name(number)); }
  void put_raw(std::uint64_t number, std::string value) const {
    REQUIRE(store->put_documents(std::vector<Document>{{audit_entry_name(number), std::move(value)}}));
  }
  std::string broken() const {
    const auto verified = verify_audit_log(*store);
    if (verified) return {};
    CHECK(verified.error().code == ErrorCode::corrupt_data);
    return verified.error().detail;
  }
  std::vector<std::string> list(const AuditQuestion& question = {}) const {
    std::vector<std::string> listed;
    REQUIRE(list_audit_log(*store, question, [&](const AuditEntry& entry) { listed.push_back(entry.what); }));
    return listed;
  }

  std::int64_t now = 1'780'282'800;
  std::unique_ptr<Store> store;
  std::unique_ptr<AuditLog> log;
};

}  // namespace

TEST_CASE("digests are those of the standards") {
  CHECK(sha256_text("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  // RFC 4231, cases 2 and 6.
  CHECK(hmac_text("Jefe", "what do ya want for nothing?") ==
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  CHECK(hmac_text(std::string(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First") ==
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
  CHECK(random_key().size() == 64);
  CHECK(random_key() != random_key());
}

TEST_CASE("an untouched log verifies, also after it was opened again, and is listed by person and time") {
  const TemporaryDirectory directory;
  {
    Log log(directory.path());
    CHECK(log.broken().empty());
    log.fill(3);
  }
  Log log(directory.path());
  log.now += kDay;
  log.write(
      {{.who = "key-1", .what = "import", .count = 500}, {.who = "local", .what = "late", .person = "G1"}});
  CHECK(log.broken().empty());
  CHECK(verify_audit_log(*log.store)->last == 5);
  CHECK(log.list() == std::vector<std::string>{"what-1", "what-2", "what-3", "import", "late"});
  CHECK(log.list({.person = "G1"}) == std::vector<std::string>{"what-2", "late"});
  CHECK(log.list({.since = log.now}) == std::vector<std::string>{"import", "late"});
  CHECK(log.list({.person = "G2"}).empty());
  CHECK(log.raw(2).find("G1") == std::string::npos);
}

TEST_CASE("a page of the log says where the next begins") {
  const TemporaryDirectory directory;
  Log log(directory.path());
  log.fill(10);
  std::vector<std::string> listed;
  const auto page = [&](const AuditQuestion& question, std::size_t limit) {
    listed.clear();
    const auto next = list_audit_page(*log.store, question, limit,
                                      [&](const AuditEntry& entry) { listed.push_back(entry.what); });
    REQUIRE(next);
    return *next;
  };
  CHECK(page({}, 4) == 4);
  CHECK(listed == std::vector<std::string>{"what-1", "what-2", "what-3", "what-4"});
  CHECK(page({.after = 4}, 6) == std::nullopt);
  CHECK(listed.size() == 6);
  CHECK(page({.person = "G1"}, 2) == 4);
  CHECK(listed == std::vector<std::string>{"what-2", "what-4"});
  CHECK(page({.person = "G1", .after = 4}, 1000) == std::nullopt);
  CHECK(listed == std::vector<std::string>{"what-6", "what-8", "what-10"});
  CHECK(page({.person = "NOBODY"}, 5) == std::nullopt);
  CHECK(page({.after = 99}, 5) == std::nullopt);
  CHECK(listed.empty());
}

TEST_CASE("what an entry is about is kept, and entries without it read as before") {
  const AuditEntry entry{.number = 1,
                         .seconds = 2,
                         .who = "admin",
                         .what = "keys.add",
                         .pseudonym = {},
                         .about = "portal",
                         .count = 1};
  CHECK(
      text_of(entry) ==
      R"({"number":1,"seconds":2,"who":"admin","what":"keys.add","person":null,"about":"portal","count":1})");
  CHECK(parse_audit_entry(text_of(entry))->about == "portal");
  CHECK(parse_audit_entry(R"({"number":1,"seconds":2,"who":"a","what":"b","person":null,"count":1})")
            ->about.empty());
}

TEST_CASE("an entry that was changed, removed, moved or added is found and named") {
  const TemporaryDirectory directory;
  Log log(directory.path());
  constexpr int kEntries = 12;
  log.fill(kEntries);
  for (std::uint64_t number = 1; number <= kEntries; ++number) {
    const auto was = log.raw(number);
    const auto named = fmt::format("entry {} ", number);
    auto changed = was;
    changed[changed.find("local")] = 'L';
    log.put_raw(number, changed);
    CHECK_THAT(log.broken(), Catch::Matchers::StartsWith(named));
    log.put_raw(number, "");
    CHECK(log.broken() == named + "of the audit log is missing");
    const auto other = number % kEntries + 1;
    const auto others = log.raw(other);
    log.put_raw(number, others);
    log.put_raw(other, was);
    CHECK_THAT(log.broken(), Catch::Matchers::StartsWith(fmt::format("entry {} ", std::min(number, other))));
    log.put_raw(number, was);
    log.put_raw(other, others);
    CHECK(log.broken().empty());
  }
  log.put_raw(kEntries + 1, log.raw(kEntries));
  CHECK(log.broken() == "entry 13 of the audit log should not be there");
}

TEST_CASE("a changed entry with its own link made anew is found by the next") {
  const TemporaryDirectory directory;
  Log log(directory.path());
  log.fill(3);
  const auto before = read_audit_entry(*log.store, 1)->link;
  auto text = read_audit_entry(*log.store, 2)->text;
  text[text.find("local")] = 'L';
  log.put_raw(2, text + "\n" + next_link(before, text));
  CHECK_THAT(log.broken(), Catch::Matchers::StartsWith("entry 3 "));
  // And the last one by the head.
  auto last = read_audit_entry(*log.store, 3)->text;
  log.put_raw(3, last + "\n" + next_link(next_link(before, text), last));
  CHECK(log.broken() == "entry 3 of the audit log is not the end of the chain");
}

TEST_CASE("a person whose key is destroyed cannot be found, and the chain still verifies") {
  const TemporaryDirectory directory;
  Log log(directory.path());
  log.fill(4);
  const auto pseudonym = parse_audit_entry(read_audit_entry(*log.store, 2)->text)->pseudonym;
  CHECK(pseudonym.size() == 64);
  REQUIRE(log.store->put_documents(std::vector<Document>{{person_key_name("G1"), {}}}));
  CHECK(log.list({.person = "G1"}).empty());
  CHECK(log.broken().empty());
  log.write({{.who = "local", .what = "anew", .person = "G1"}});
  CHECK(log.list({.person = "G1"}) == std::vector<std::string>{"anew"});
  CHECK(parse_audit_entry(read_audit_entry(*log.store, 5)->text)->pseudonym != pseudonym);
}

TEST_CASE("entries go after three years, the rest still verifies, and a shorter log is found") {
  const TemporaryDirectory directory;
  Log log(directory.path());
  log.fill(5);
  log.now += 2 * 365 * kDay;
  log.fill(2);
  log.now += 2 * 365 * kDay;
  log.write({{.who = "local", .what = "today"}});
  const auto listed = log.list();
  REQUIRE(listed.size() == 4);
  CHECK(listed[0] == "what-1");
  CHECK(listed[2].starts_with("audit.expired 5 "));
  CHECK(listed[3] == "today");
  CHECK(log.broken().empty());
  CHECK(log.store->document(audit_entry_name(5)).error().code == ErrorCode::not_found);
  // Somebody drops one more and moves the head after it.
  auto head = *read_audit_head(*log.store);
  head.anchor = read_audit_entry(*log.store, head.first)->link;
  log.put_raw(head.first++, "");
  REQUIRE(log.store->put_documents(std::vector<Document>{head_document(head)}));
  CHECK_THAT(log.broken(), Catch::Matchers::Contains("another beginning"));
}

TEST_CASE("what is noted waits for a batch, and beyond a limit is only counted") {
  const TemporaryDirectory directory;
  Log log(directory.path());
  CHECK_FALSE(log.log->has_noted());
  constexpr std::uint64_t kNoted = 100'010;
  for (std::uint64_t i = 0; i < kNoted; ++i) log.log->note({.who = "local", .what = "read", .person = "G1"});
  CHECK(log.log->has_noted());
  const auto noted = log.log->take_noted();
  CHECK(noted.size() == 100'001);
  CHECK(noted.back().count == 10);
  CHECK(noted.back().person.empty());
  CHECK_FALSE(log.log->has_noted());
}
