// Placement runs through the service: from a request to proposals that are kept.

#include <fstream>
#include <iterator>

#include "tests/storage/placement_support.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

TEST_CASE("A run proposes, reports and says why, in every mode") {
  const TemporaryDirectory directory;
  const auto service = open_service(directory.path());
  put_cohort(*service);
  for (const std::string mode : {"stable", "max_score", "lists"}) {
    INFO(mode);
    const auto run = placed(*service, R"({"mode":")" + mode + R"(","seed":7,"per_graduate":1,"per_seat":1})");
    INFO(run);
    CHECK(text_in(run, "state") == "done");
    CHECK(text_in(run, "mode") == mode);
    CHECK(text_in(run, "as_of") == "2026-06-01");
    CHECK(has(run, R"("passed":true)"));
    const auto rows = rows_of(*service, text_in(run, "id"));
    CHECK(rows.starts_with(kCsvHead));
    CHECK(std::ranges::count(rows, '\n') == (mode == "lists" ? 3 : 4));
    CHECK(has(rows, ",P1,1,"));
    CHECK(has(rows, ",P2,"));
  }
}

TEST_CASE("A graduate's row is found, and so is the reason for none") {
  const TemporaryDirectory directory;
  const auto service = open_service(directory.path());
  put_cohort(*service);
  REQUIRE(service->put(Collection::graduates, "G4", graduate("G4", R"(,"kinds":["internship"])")));
  const auto id = text_in(placed(*service, "{}"), "id");
  CHECK(has(explained(*service, id, "G4"),
            R"("assignments":[{"graduate":"G4","posting":null,"reason":"no_eligible_posting"}])"));
  std::string out;
  const auto unknown = service->placements().explain(id, {.graduate = "G5"}, out);
  CHECK(unknown.error().code == ErrorCode::not_found);
  CHECK(out.empty());
  CHECK(has(rows_of(*service, id, RowFormat::ndjson), R"({"graduate":"G4","posting":null,)"));
}

TEST_CASE("The same request on the same data gives the same rows, also after a restart") {
  const TemporaryDirectory directory;
  std::string first;
  {
    const auto service = open_service(directory.path());
    put_cohort(*service);
    first = rows_of(*service, text_in(placed(*service, R"({"seed":3})"), "id"));
  }
  const auto service = open_service(directory.path());
  CHECK(rows_of(*service, "R1") == first);
  const auto again = placed(*service, R"({"seed":3})");
  CHECK(text_in(again, "id") == "R2");
  CHECK(rows_of(*service, "R2") == first);
}

TEST_CASE("A request that is malformed is refused, one that the data contradicts fails") {
  const TemporaryDirectory directory;
  const auto service = open_service(directory.path());
  put_cohort(*service);
  const auto refused = [&](std::string_view request) {
    std::string run;
    return service->placements().start(request, run).error();
  };
  CHECK(refused("no json").code == ErrorCode::invalid_json);
  CHECK(refused(R"({"modes":"stable"})").code == ErrorCode::unknown_field);
  CHECK(refused(R"({"policy":{"reserve":{"percent":101}}})").field == "policy.reserve.percent");
  CHECK(refused(R"({"choices":[{"graduate":"G1"},{}]})").field == "choices[1].graduate");
  const auto failed = [&](std::string_view request) {
    const auto run = placed(*service, request);
    CHECK(text_in(run, "state") == "failed");
    return text_in(run, "code");
  };
  CHECK(failed(R"({"choices":[{"graduate":"G1","choices":["P9"]}]})") == "unknown_reference");
  CHECK(failed(R"({"choices":[{"graduate":"G1","choices":["P1","P1"]}]})") == "duplicate_entry");
  CHECK(failed(R"({"locks":[{"graduate":"G1","posting":"P1"},{"graduate":"G2","posting":"P1"}]})") ==
        "infeasible");
  CHECK(failed(R"({"mode":"max_score","policy":{"reserve":{"percent":20,"group":{"levels":["master"]}}}})") ==
        "invalid_option");
}

TEST_CASE("Locks stay, bans hold and given lists decide in every mode that places") {
  const TemporaryDirectory directory;
  const auto service = open_service(directory.path());
  put_cohort(*service);
  for (const std::string mode : {"stable", "max_score"}) {
    INFO(mode);
    const auto head = R"({"mode":")" + mode + R"(",)";
    const auto locked = placed(*service, head + R"("locks":[{"graduate":"G3","posting":"P1"}]})");
    CHECK(has(rows_of(*service, text_in(locked, "id")), "G3,P1,"));
    CHECK(has(rows_of(*service, text_in(locked, "id")), ",locked\n"));
    const auto banned = placed(*service, head + R"("bans":[{"graduate":"G1","posting":"P1"},)"
                                                R"({"graduate":"G2","posting":"P1"}]})");
    CHECK(has(rows_of(*service, text_in(banned, "id")), "G3,P1,"));
    const auto given = placed(*service, head + R"("choices":[{"graduate":"G2","choices":["P2"]}]})");
    CHECK(has(rows_of(*service, text_in(given, "id")), "G1,,,,,,no_eligible_posting\nG2,P2,1,"));
  }
}

TEST_CASE("A run that is over can be removed, its number is not given again") {
  const TemporaryDirectory directory;
  {
    const auto service = open_service(directory.path());
    put_cohort(*service);
    placed(*service, "{}");
    std::string out;
    REQUIRE(service->placements().remove("R1", out));
    CHECK(service->placements().show("R1", out).error().code == ErrorCode::not_found);
    CHECK(service->placements().remove("R1", out).error().code == ErrorCode::not_found);
    CHECK(service->placements().show("x", out).error().code == ErrorCode::not_found);
  }
  const auto service = open_service(directory.path());
  std::string runs;
  service->placements().list(runs);
  CHECK(runs == R"({"runs":[]})");
  CHECK(text_in(placed(*service, "{}"), "id") == "R2");
}

TEST_CASE("Priority groups decide, and leave no trace in answers or in the store") {
  const TemporaryDirectory directory;
  const auto service = open_service(directory.path());
  put_order_class(*service);
  const auto place = [&](const std::string& first) {
    const auto run = placed(*service, R"({"priority_groups":[{"graduate":")" + first + R"(","group":213}]})");
    const auto rows = rows_of(*service, text_in(run, "id"));
    CHECK(has(rows, first + ",P3,"));
    return run + rows;
  };
  std::string kept = place("G2") + place("G3");
  for (const auto& file : std::filesystem::recursive_directory_iterator(directory.path())) {
    if (!file.is_regular_file()) continue;
    std::ifstream stream(file.path(), std::ios::binary);
    kept.append(std::istreambuf_iterator<char>(stream), {});
  }
  CHECK(has(kept, "runs/heads/"));  // the log holds the runs, in plain bytes
  CHECK_FALSE(has(kept, "priority_group"));
  CHECK_FALSE(has(kept, "\"group\":213"));
}
