// `talentmatch place` from outside: on a data directory and through a server.

#include <catch2/catch.hpp>

#include "tests/tools/program.hpp"

using namespace talentmatch::testing;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

namespace {

void make_small_data(const std::string& folder) {
  const auto made =
      run_program({"generate", "--data", folder, "--schools", "30", "--graduates", "400", "--employers", "40",
                   "--postings", "300", "--seats-per-graduate", "0.9", "--seed", "5"});
  INFO(made.error);
  REQUIRE(made.status == 0);
}

}  // namespace

TEST_CASE("a cohort is placed, written, confirmed and taken back") {
  const ScratchFolder folder;
  make_small_data(folder / "d");
  const auto placed = run_program(
      {"place", "--data", folder / "d", "--seed", "7", "--as-of", "2026-06-01", "--out", folder / "p.csv"});
  INFO(placed.error);
  REQUIRE(placed.status == 0);
  CHECK_THAT(placed.out, Contains("R1") && Contains("done") && Contains("graduates"));
  const auto table = read_text(folder / "p.csv");
  CHECK_THAT(table, StartsWith("graduate,posting,rank,"));

  const auto kept = run_program({"place", "--data", folder / "d", "--run", "R1", "--out",
                                 folder / "again.csv", "--postings", folder / "s.csv"});
  INFO(kept.error);
  CHECK(kept.out == placed.out);
  CHECK(read_text(folder / "again.csv") == table);
  CHECK_THAT(read_text(folder / "s.csv"), StartsWith("posting,seats,filled,reserved,"));

  const auto exact = run_program({"place", "--data", folder / "d", "--mode", "max_score", "--exact",
                                  "--as-of", "2026-06-01", "--json", "--out", folder / "p.ndjson"});
  CHECK(exact.status == 0);
  CHECK_THAT(exact.out, Contains(R"("gap_millionths":0)") && Contains(R"("passed":true)"));
  CHECK_THAT(read_text(folder / "p.ndjson"), StartsWith(R"({"graduate":")"));

  const auto confirmed = run_program({"place", "--data", folder / "d", "--confirm", "R1", "--json"});
  CHECK(confirmed.status == 0);
  CHECK_THAT(confirmed.out, Contains(R"("refused":[])"));
  const auto undone = run_program({"place", "--data", folder / "d", "--undo", "R1", "--json"});
  CHECK(undone.status == 0);
  CHECK_THAT(run_program({"stats", "--data", folder / "d", "--json"}).out, Contains(R"("placements":0)"));
}

TEST_CASE("placing through a server gives the same proposals") {
  const ScratchFolder folder;
  make_small_data(folder / "d");
  const std::vector<std::string> request{"--seed", "7", "--as-of", "2026-06-01", "--out"};
  const auto place = [&](std::vector<std::string> arguments, const std::string& out) {
    arguments.insert(arguments.end(), request.begin(), request.end());
    arguments.push_back(out);
    const auto run = run_program(arguments);
    INFO(run.error);
    CHECK(run.status == 0);
  };
  place({"place", "--data", folder / "d"}, folder / "local.csv");
  ServeProcess server(folder / "d");
  place({"place", "--server", server.url()}, folder / "remote.csv");
  CHECK(read_text(folder / "local.csv") == read_text(folder / "remote.csv"));
  const auto confirmed = run_program({"place", "--server", server.url(), "--confirm", "R2", "--json"});
  INFO(confirmed.error);
  CHECK(confirmed.status == 0);
  CHECK_THAT(confirmed.out, Contains(R"("confirmation":{"placements":)"));
}

TEST_CASE("a kept run is asked why, and who waits, alike on a directory and through a server") {
  const ScratchFolder folder;
  make_small_data(folder / "d");
  REQUIRE(run_program({"place", "--data", folder / "d", "--as-of", "2026-06-01"}).status == 0);
  const std::vector<std::vector<std::string>> questions{
      {"--explain", "G1"},
      {"--explain", "G1", "--json"},
      {"--explain", "G1", "--wishes", "2", "--lang", "zh", "--json"},
      {"--waiting", "--posting", "P1"},
      {"--waiting", "--posting", "P1", "--most", "2", "--json"},
      {"--what-if", "P1:+2"},
      {"--what-if", "P1:-1", "--json"}};
  const auto ask = [&](const std::vector<std::string>& place, const std::vector<std::string>& question) {
    std::vector<std::string> arguments{"place"};
    arguments.insert(arguments.end(), place.begin(), place.end());
    arguments.insert(arguments.end(), {"--run", "R1"});
    arguments.insert(arguments.end(), question.begin(), question.end());
    const auto run = run_program(arguments);
    INFO(run.error);
    CHECK(run.status == 0);
    return run.out;
  };
  std::vector<std::string> local;
  for (const auto& question : questions) local.push_back(ask({"--data", folder / "d"}, question));
  CHECK_THAT(local[0], StartsWith("G1 → "));
  CHECK_THAT(local[1], StartsWith(R"({"run":"R1","version":)") && Contains(R"("wishes":[)"));
  CHECK_THAT(local[4], Contains(R"("posting":"P1")") && Contains(R"("waiting":[)"));
  CHECK_THAT(local[5], StartsWith("P1: ") && Contains(" would move, "));
  CHECK_THAT(local[6], Contains(R"("posting":"P1","seats":{"before":)") && Contains(R"("moved":[)"));
  CHECK(run_program({"place", "--data", folder / "d", "--run", "R1", "--what-if", "P1"}).status == 2);
  CHECK(run_program({"place", "--data", folder / "d", "--run", "R1", "--what-if", "P1:many"}).status == 2);
  CHECK(run_program({"place", "--data", folder / "d", "--explain", "G1"}).status == 2);
  CHECK(run_program({"place", "--data", folder / "d", "--run", "R1", "--explain", "NOBODY"}).status == 1);
  const ServeProcess server(folder / "d");
  for (std::size_t i = 0; i < questions.size(); ++i) {
    CHECK(ask({"--server", server.url()}, questions[i]) == local[i]);
  }
}

TEST_CASE("what contradicts itself is refused in words") {
  const ScratchFolder folder;
  make_small_data(folder / "d");
  write_text(folder / "choices.ndjson", "{\"graduate\":\"G1\",\"choices\":[\"NOWHERE\"]}\n");
  const auto unknown = run_program({"place", "--data", folder / "d", "--choices", folder / "choices.ndjson"});
  CHECK(unknown.status == 1);
  CHECK_THAT(unknown.error, Contains("NOWHERE"));
  write_text(folder / "policy.json", R"({"reserve":{"percent":120}})");
  const auto policy = run_program({"place", "--data", folder / "d", "--policy", folder / "policy.json"});
  CHECK(policy.status == 1);
  CHECK_THAT(policy.error, Contains("policy.reserve.percent"));
  CHECK(run_program({"place", "--data", folder / "d", "--mode", "best"}).status == 2);
  CHECK(run_program({"place", "--data", folder / "d", "--confirm", "R9"}).status == 1);
}
