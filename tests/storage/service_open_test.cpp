#include <fstream>

#include "storage/store/store.hpp"
#include "tests/storage/service_support.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

Error refused_open(const std::filesystem::path& directory) {
  auto service = Service::open(service_options(directory));
  REQUIRE_FALSE(service);
  return service.error();
}

void write_values(const std::filesystem::path& directory, const std::vector<JournalEntry>& entries) {
  auto store = Store::open(directory);
  REQUIRE(store);
  REQUIRE((*store)->commit(entries));
}

}  // namespace

TEST_CASE("a restart gives the same records, the same version and the same answers") {
  const TemporaryDirectory directory;
  std::string version;
  std::string answer;
  const auto ask = [](const Service& service) {
    std::string out;
    REQUIRE(service.recommend("G1", {}, out));
    return out;
  };
  {
    auto service = open_service(directory.path());
    put_actors(*service);
    REQUIRE(service->put(Collection::ties, "T1",
                         R"({"id":"T1","school":"S1","employer":"E1","kind":"agreement"})"));
    REQUIRE(service->put(Collection::graduates, "G1", graduate("G1", R"(,"wishes":["410100"])")));
    for (const char* id : {"P1", "P2", "P3"}) REQUIRE(service->put(Collection::postings, id, posting(id)));
    REQUIRE(service->put(Collection::placements, "L1",
                         R"({"id":"L1","graduate":"G1","posting":"P2","status":"confirmed"})"));
    version = service->snapshot()->version();
    answer = ask(*service);
  }
  CHECK(has(answer, "P1"));
  CHECK_FALSE(has(answer, "P2"));
  auto service = open_service(directory.path());
  CHECK(service->snapshot()->version() == version);
  CHECK(ask(*service) == answer);
}

TEST_CASE("progress goes from nothing to all") {
  const TemporaryDirectory directory;
  {
    put_actors(*open_service(directory.path()));
  }
  std::vector<std::string> stages;
  auto options = service_options(directory.path());
  options.progress = [&](std::string_view stage, double share) {
    CHECK(share >= 0);
    CHECK(share <= 1);
    stages.emplace_back(stage);
  };
  open_service(std::move(options));
  CHECK(std::ranges::find(stages, "graduates") != stages.end());
}

TEST_CASE("a stored value that does not read is named, a person's only by its hash") {
  const TemporaryDirectory directory;
  {
    put_actors(*open_service(directory.path()));
  }
  SECTION("a posting") {
    write_values(directory.path(), {{Collection::postings, "P1", posting("P1")},
                                    {Collection::postings, "P2", posting("P2", R"(,"min_level":"x")")}});
    const auto error = refused_open(directory.path());
    CHECK(error.code == ErrorCode::corrupt_data);
    CHECK(error.field == "postings");
    CHECK(has(error.detail, "1 unreadable, the first P2: min_level"));
  }
  SECTION("a graduate") {
    write_values(directory.path(), {{Collection::graduates, "G2", "{"},
                                    {Collection::graduates, "G1", "{"},
                                    {Collection::graduates, "G3", graduate("G3")}});
    const auto error = refused_open(directory.path());
    CHECK(error.field == "graduates");
    CHECK(has(error.detail, "2 unreadable, the first with hash "));
    CHECK_FALSE(has(error.detail, "G1"));
  }
  SECTION("a tie") {
    write_values(directory.path(), {{Collection::ties, "T1", "[]"}});
    CHECK(refused_open(directory.path()).field == "ties");
  }
}

TEST_CASE("a directory that is held or a catalogue that is missing is told") {
  const TemporaryDirectory directory;
  auto options = service_options(directory.path());
  options.catalog = directory.path() / "nowhere";
  CHECK_FALSE(Service::open(options));
  const auto service = open_service(directory.path());
  CHECK(refused_open(directory.path()).code == ErrorCode::locked);
}
