// Data directories of earlier formats open, hold what they held, and can be written to.

#include <fmt/format.h>

#include "storage/audit/audit_reader.hpp"
#include "storage/keys/key_ring.hpp"
#include "storage/keys/secret.hpp"
#include "storage/keys/token.hpp"
#include "tests/storage/placement_support.hpp"

namespace talentmatch::testing {
namespace {

namespace fs = std::filesystem;

void copy_of_format(int format, const fs::path& to) {
  fs::copy(fs::path(TALENTMATCH_SOURCE_DIR "/tests/storage/formats") / std::to_string(format), to,
           fs::copy_options::recursive);
}

std::string graduate_line(std::string_view id, int pay, std::string_view more = "") {
  return graduate(id, fmt::format(R"(,"wishes":["410100"],"expected_pay":{}{})", pay, more)) + "\n";
}

bool opens(const Service& service, std::string_view token) {
  const auto parts = parse_token(token);
  REQUIRE(parts);
  const auto keys = service.keys().keys();
  const auto key = keys->find(parts->id);
  return key != keys->end() && SecretHasher().matches(parts->secret, key->second->secret);
}

void check_records(const Service& service) {
  CHECK(service.snapshot()->version().starts_with("12-"));
  CHECK(exported(service, Collection::graduates) == graduate_line("G1", 4100) +
                                                        graduate_line("G2", 4200, R"(,"status":"placed")") +
                                                        graduate_line("G4", 4000));
  CHECK(exported(service, Collection::postings) ==
        posting("P1", R"(,"pay_min":4500)") + "\n" + posting("P2", R"(,"pay_min":5000)") + "\n" +
            R"({"id":"P3","employer":"E1","title":"运维","region":"410100","pay_min":4000})" + "\n");
  CHECK(exported(service, Collection::ties) ==
        "{\"id\":\"T1\",\"school\":\"S1\",\"employer\":\"E1\",\"kind\":\"agreement\"}\n");
  CHECK(exported(service, Collection::placements) ==
        R"({"id":"R1:1","graduate":"G2","posting":"P1","employer":"E1","region":"410100","kind":"job",)"
        R"("status":"confirmed","source":"run"})"
        "\n");
}

void check_run(const Service& service) {
  CHECK(written(
            [&](const ByteSink& sink) { return service.placements().rows("R1", RowFormat::ndjson, sink); }) ==
        R"({"graduate":"G1","posting":null,"reason":"all_filled"})"
        "\n"
        R"({"graduate":"G2","posting":"P1","rank":1,"employer_view":800,"graduate_view":950,"score":868,)"
        R"("reason":"placed"})"
        "\n");
}

}  // namespace

TEST_CASE("a data directory of format 1 opens with all that it held, and goes on") {
  const TemporaryDirectory directory;
  const auto data = directory.path() / "data";
  copy_of_format(1, data);
  for (const int opening : {1, 2}) {
    INFO("opening " << opening);
    const auto service = open_service(data);
    if (opening == 1) {
      check_records(*service);
    } else {
      CHECK(has(exported(*service, Collection::graduates), R"("id":"G5")"));
    }
    check_run(*service);
    CHECK(opens(*service, "tm.tester.rCJ6gVFqiltuIBxzEtsSFfLUy-kK5g4r"));
    CHECK(opens(*service, "tm.school.GLfw0GPBHAQ3817bo4VEGRbNcR4VDxdy"));
    REQUIRE(service->put(Collection::graduates, "G5", graduate("G5")));
  }
  const auto store = Store::open(data);
  REQUIRE(store);
  const auto head = verify_audit_log(**store);
  REQUIRE(head);
  std::uint64_t entries = 0;
  REQUIRE(list_audit_log(**store, {}, [&](const AuditEntry&) { ++entries; }));
  CHECK(entries >= 16);
}

}  // namespace talentmatch::testing
