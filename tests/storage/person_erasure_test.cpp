// The right to be forgotten: after an erasure no file holds a byte of the person, and everything else is as
// it was.

#include <fmt/format.h>

#include "storage/store/backup/backups.hpp"
#include "tests/storage/placement_support.hpp"
#include "tests/storage/raw_bytes.hpp"
#include "tests/storage/store_support.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

constexpr auto kPerson = "G-0917-ERASE-ME";
constexpr auto kPay = "7654321";  // nobody else's
using Kinds = std::vector<std::string>;

bool contains(const Kinds& kinds, std::string_view kind) {
  return std::ranges::find(kinds, kind) != kinds.end();
}

std::string person(int wish) {
  return graduate(kPerson, fmt::format(R"(,"wishes":["{}"],"expected_pay":{})", wish, kPay));
}

// Others before and behind, so that the person is in the midst of blocks and pieces.
void fill(Service& service) {
  put_actors(service);
  std::string graduates;
  std::string postings;
  for (int i = 0; i < 2000; ++i) {
    graduates += graduate(fmt::format("G-{:04}", i)) + "\n";
    postings += posting(fmt::format("P-{:04}", i), R"(,"headcount":2)") + "\n";
  }
  REQUIRE(import_text(service, Collection::graduates, graduates).totals);
  REQUIRE(import_text(service, Collection::postings, postings).totals);
  REQUIRE(service.put(Collection::graduates, kPerson, person(110000)));
}

Erasure erase(Service& service) {
  const auto erased = service.erase_person(kPerson);
  if (!erased) FAIL(message(erased.error(), Language::en));
  return *erased;
}

std::string data_of(const Service& service, std::string_view id) {
  std::string out;
  const auto told = service.person_data(id, out);
  return told ? out : std::string(name_of(told.error().code));
}

// The lines that do not name the person.
std::string others(const std::string& text) {
  std::string left;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = text.find('\n', begin) + 1;
    const auto line = text.substr(begin, end - begin);
    if (!has(line, kPerson)) left += line;
    begin = end;
  }
  return left;
}

}  // namespace

TEST_CASE("after an erasure no file of the data directory holds a byte of the person") {
  const TemporaryDirectory directory;
  auto service = open_service(directory.path());
  fill(*service);
  const auto confirmed_run = text_in(placed(*service, "{}"), "id");
  confirmed(*service, confirmed_run);
  service = nullptr;  // so that it lies in tables
  service = open_service(directory.path());
  REQUIRE(service->put(Collection::graduates, kPerson, person(440300)));  // seeks again
  const auto second_run = text_in(placed(*service, R"({"seed":3})"), "id");
  REQUIRE(service->put(Collection::graduates, kPerson, person(310000)));

  const auto before = files_with(directory.path(), kPerson);
  CHECK(contains(before, "sst"));
  CHECK(contains(before, "log"));
  CHECK(contains(files_with(directory.path(), kPay), "sst"));
  const auto rows = rows_of(*service, confirmed_run);
  const auto second_rows = rows_of(*service, second_run);
  const auto placements = exported(*service, Collection::placements);
  REQUIRE(has(placements, kPerson));

  const auto erased = erase(*service);
  CHECK(erased.record);
  CHECK(erased.placements == 1);
  CHECK(erased.runs == 2);
  CHECK(files_with(directory.path(), kPerson) == Kinds{});
  CHECK(files_with(directory.path(), kPay) == Kinds{});

  CHECK(data_of(*service, kPerson) == "not_found");
  CHECK_FALSE(service->snapshot()->find_graduate(kPerson));
  CHECK(exported(*service, Collection::placements) == others(placements));
  CHECK(rows_of(*service, confirmed_run) == others(rows));
  CHECK(rows_of(*service, second_run) == others(second_rows));
  // Others' placements are still found by their rows.
  std::string undone;
  REQUIRE(service->placements().undo(confirmed_run, undone));
  CHECK(exported(*service, Collection::placements).empty());
  CHECK(has(data_of(*service, "G-0001"), R"({"graduate":"G-0001","posting":)"));

  service = nullptr;
  service = open_service(directory.path());
  CHECK(files_with(directory.path(), kPerson) == Kinds{});
  CHECK(service->snapshot()->counts().graduates == 2000);
}

TEST_CASE("what was removed or replaced before is erased, too") {
  const TemporaryDirectory directory;
  auto service = open_service(directory.path());
  fill(*service);
  SECTION("removed") {
    REQUIRE(service->remove(Collection::graduates, kPerson));
  }
  SECTION("replaced") {
    const auto replaced = import_text(*service, Collection::graduates, graduate("G1") + "\n",
                                      {.mode = ImportMode::replace, .errors_only = true, .progress = {}});
    REQUIRE(replaced.totals);
    REQUIRE(replaced.totals->swapped);
  }
  CHECK_FALSE(files_with(directory.path(), kPerson).empty());
  const auto erased = erase(*service);
  CHECK_FALSE(erased.record);
  CHECK(files_with(directory.path(), kPerson) == Kinds{});
  CHECK(files_with(directory.path(), kPay) == Kinds{});
}

TEST_CASE("whoever bounds a table or a piece is erased as well") {
  const TemporaryDirectory directory;
  auto service = open_service(directory.path());
  fill(*service);
  const auto run = text_in(placed(*service, "{}"), "id");
  service = nullptr;
  service = open_service(directory.path());
  for (const std::string id : {"G-0000", "G-1999"}) {
    REQUIRE_FALSE(files_with(directory.path(), id).empty());
    const auto rows = rows_of(*service, run);
    REQUIRE(service->erase_person(id));
    CHECK(files_with(directory.path(), id) == Kinds{});
    CHECK(std::ranges::count(rows_of(*service, run), '\n') == std::ranges::count(rows, '\n') - 1);
  }
  CHECK(has(data_of(*service, "G-0001"), R"("runs":[{"run":"R1")"));
  CHECK(has(data_of(*service, "G-1998"), R"("runs":[{"run":"R1")"));
}

TEST_CASE("when a whole piece has been erased, its neighbours are still found") {
  const TemporaryDirectory directory;
  auto service = open_service(directory.path());
  fill(*service);
  const auto run = text_in(placed(*service, "{}"), "id");
  const auto rows = rows_of(*service, run, RowFormat::ndjson);
  // Pieces hold about 8 KB: more than the last one goes.
  const auto row = static_cast<int>(rows.size()) / 2001;
  const int gone = 10'000 / row;
  for (int i = 1999; i > 1999 - gone; --i) REQUIRE(service->erase_person(fmt::format("G-{:04}", i)));
  for (int i = 1999 - gone; i > 1999 - 2 * gone; --i) {
    INFO(i);
    CHECK(has(data_of(*service, fmt::format("G-{:04}", i)), R"("runs":[{"run":"R1")"));
  }
  const auto erased = service->erase_person(fmt::format("G-{:04}", 1999 - gone));
  REQUIRE(erased);
  CHECK(erased->runs == 1);
}

TEST_CASE("a confirmation's refusals forget the person") {
  const TemporaryDirectory directory;
  auto service = open_service(directory.path());
  put_cohort(*service);
  const auto run = text_in(placed(*service, "{}"), "id");
  REQUIRE(service->put(Collection::graduates, "G1", graduate("G1", R"(,"expected_pay":4000)")));
  REQUIRE(service->put(Collection::graduates, "G2", graduate("G2", R"(,"expected_pay":4000)")));
  const auto was = confirmed(*service, run);
  const auto refused = has(was, R"("refused":[{"graduate":"G1")") ? "G1" : "G2";
  REQUIRE(has(was, fmt::format(R"({{"graduate":"{}")", refused)));
  REQUIRE(service->erase_person(refused));
  std::string now;
  REQUIRE(service->placements().show(run, now));
  CHECK_FALSE(has(now, fmt::format("\"{}\"", refused)));
  CHECK(has(now, R"({"graduate":"","posting":)"));
}

TEST_CASE("a backup keeps an erased person until it expires, and not longer") {
  const TemporaryDirectory directory;
  auto options = service_options(directory.path());
  options.retention.keep = 1;
  auto service = open_service(std::move(options));
  fill(*service);
  REQUIRE(service->back_up());
  erase(*service);
  const auto restored_has = [&](const std::string& name) {
    const auto backups = Backups::open(directory.path() / "backups");
    REQUIRE(backups);
    REQUIRE(backups->restore(backups->find({})->id, directory.path() / name));
    return !files_with(directory.path() / name, kPerson).empty();
  };
  CHECK(restored_has("before"));
  REQUIRE(service->back_up());
  CHECK_FALSE(restored_has("after"));
}

TEST_CASE("nobody is no error to erase, and what cannot be erased now is told") {
  const TemporaryDirectory directory;
  auto service = open_service(directory.path() / "one");
  put_actors(*service);
  const auto nobody = service->erase_person("NOBODY");
  REQUIRE(nobody);
  CHECK_FALSE((nobody->record || nobody->placements != 0 || nobody->runs != 0));
  CHECK(service->erase_person("no id").error().code == ErrorCode::invalid_id);

  const auto store = open_store(directory.path() / "other");
  auto staging = store->stage(Collection::graduates);
  REQUIRE(staging);
  CHECK(store->begin_purge().error().code == ErrorCode::busy);
}

TEST_CASE("a person's data is the record, the placements and what runs say") {
  const TemporaryDirectory directory;
  auto service = open_service(directory.path());
  put_cohort(*service);
  CHECK(data_of(*service, "G1")
            .starts_with(R"({"graduate":)" + graduate("G1") + R"(,"placements":[],"runs":[],"audit":[{)"));
  const auto run = text_in(placed(*service, "{}"), "id");
  confirmed(*service, run);
  const auto rows = rows_of(*service, run, RowFormat::ndjson);
  const auto first = rows.substr(0, rows.find('\n'));
  const auto placement = exported(*service, Collection::placements);
  const auto told = data_of(*service, "G1");
  INFO(told);
  CHECK(told.starts_with(R"({"graduate":{"id":"G1",)"));
  CHECK(has(told, R"(,"rows":[)" + first + "]}],\"audit\":["));
  CHECK(has(told, R"("who":"local","what":"graduates.put","person":")"));
  for (std::size_t begin = 0; begin < placement.size();) {
    const auto end = placement.find('\n', begin);
    const auto line = placement.substr(begin, end - begin);
    CHECK(has(told, line) == has(line, R"("graduate":"G1")"));
    begin = end + 1;
  }
  CHECK(data_of(*service, "NOBODY") == "not_found");
}

TEST_CASE("who opted out is proposed to nobody and placed nowhere") {
  const TemporaryDirectory directory;
  auto service = open_service(directory.path());
  put_cohort(*service);
  REQUIRE(service->put(Collection::graduates, "G1", graduate("G1", R"(,"opt_out":true)")));
  std::string candidates;
  REQUIRE(service->candidates("P1", {}, candidates));
  CHECK_FALSE(has(candidates, "\"G1\""));
  CHECK(has(candidates, "\"G2\""));
  const auto run = text_in(placed(*service, "{}"), "id");
  const auto rows = rows_of(*service, run);
  CHECK_FALSE(has(rows, "G1,P"));
  CHECK(has(rows, "G2,P"));
  std::string recommended;
  REQUIRE(service->recommend("G1", {}, recommended));
  CHECK(has(recommended, R"("results":[])"));
}
