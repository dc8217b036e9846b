// The program from outside: exit statuses, messages, and that its commands fit together.

#include "tests/tools/program.hpp"

#include <algorithm>
#include <csignal>

#include <catch2/catch.hpp>

using namespace talentmatch::testing;
using Catch::Matchers::Contains;

namespace {

void make_data(const std::string& folder) {
  const auto made = run_program({"generate", "--data", folder, "--schools", "30", "--graduates", "400",
                                 "--employers", "40", "--postings", "300", "--seed", "5"});
  INFO(made.error);
  REQUIRE(made.status == 0);
}

}  // namespace

TEST_CASE("every command has help with an example") {
  CHECK(run_program({"--help"}).status == 0);
  const auto* command = GENERATE("serve", "import", "export", "recommend", "candidates", "explain", "gaps",
                                 "relaxations", "place", "stats", "generate", "backup", "restore", "person",
                                 "audit", "verify", "bench", "catalog", "keys");
  const auto help = run_program({command, "--help"});
  CHECK(help.status == 0);
  CHECK_THAT(help.out, Contains("Example:") && Contains(std::string("talentmatch ") + command));
}

TEST_CASE("wrong calls end with status 2 and say what is wrong") {
  const ScratchFolder folder;
  CHECK(run_program({}).status == 2);
  CHECK(run_program({"stats", "--no-such-option"}).status == 2);
  const auto nowhere = run_program({"stats"});
  CHECK(nowhere.status == 2);
  CHECK_THAT(nowhere.error, Contains("--data") && Contains("--server"));
  CHECK(run_program({"stats", "--data", folder / "d", "--server", "http://127.0.0.1:1"}).status == 2);
  CHECK(run_program({"stats", "--server", "ftp://somewhere"}).status == 2);
  CHECK(run_program({"recommend", "--data", folder / "d"}).status == 2);
  CHECK(run_program({"generate", "--out", folder / "w", "--any-major", "2"}).status == 2);
  CHECK(run_program({"import", "--data", folder / "d", folder / "unknown.ndjson"}).status == 2);
  make_data(folder / "d");
  const auto too_many = run_program({"recommend", "--data", folder / "d", "--graduate", "G1", "--k", "1001"});
  CHECK(too_many.status == 2);
  CHECK_THAT(too_many.error, Contains("1001"));
}

TEST_CASE("what fails ends with status 1, in the asked language") {
  const ScratchFolder folder;
  const auto missing = run_program({"stats", "--data", folder / "nothing", "--lang", "zh"});
  CHECK(missing.status == 1);
  CHECK_THAT(missing.error, Contains("没有这个数据目录"));
  CHECK(run_program({"stats", "--server", "http://127.0.0.1:1"}).status == 1);
  make_data(folder / "d");
  const auto unknown = run_program({"recommend", "--data", folder / "d", "--graduate", "NOBODY"});
  CHECK(unknown.status == 1);
  CHECK_THAT(unknown.error, Contains("NOBODY"));
}

TEST_CASE("what is generated is imported, verified, counted and exported again") {
  const ScratchFolder folder;
  const auto made = run_program({"generate", "--out", folder / "world", "--schools", "30", "--graduates",
                                 "400", "--employers", "40", "--postings", "300", "--json"});
  REQUIRE(made.status == 0);
  CHECK_THAT(made.out, Contains(R"({"collection":"graduates","records":400})"));
  const auto imported = run_program({"import", "--data", folder / "d", folder / "world", "--json"});
  INFO(imported.error);
  REQUIRE(imported.status == 0);
  CHECK_THAT(imported.out, Contains(R"("created":300)") && Contains(R"("rejected":0)"));
  const auto verified = run_program({"verify", "--data", folder / "d", "--json"});
  CHECK(verified.status == 0);
  CHECK(verified.out ==
        "{\"schools\":30,\"employers\":40,\"ties\":120,\"graduates\":400,\"postings\":300,\"placements\":0,"
        "\"problems\":0}\n");
  CHECK_THAT(run_program({"stats", "--data", folder / "d", "--json"}).out, Contains(R"("graduates":400)"));

  REQUIRE(run_program({"export", "--data", folder / "d", "--out", folder / "out"}).status == 0);
  REQUIRE(run_program({"import", "--data", folder / "again", folder / "out"}).status == 0);
  const auto postings = run_program({"export", "--data", folder / "again", "postings"});
  CHECK(postings.out == read_text(folder / "out/postings.ndjson"));
  CHECK(std::count(postings.out.begin(), postings.out.end(), '\n') == 300);
}

TEST_CASE("rejected lines are named, kept in a file, and make the status 1") {
  const ScratchFolder folder;
  write_text(folder / "schools.ndjson",
             "{\"id\":\"S1\",\"name\":\"学校1\",\"kind\":\"university\",\"region\":\"110000\"}\n"
             "{\"id\":\"S2\",\"name\":\"学校2\",\"kind\":\"university\"}\n");
  const auto shown = run_program({"import", "--data", folder / "d", folder / "schools.ndjson"});
  CHECK(shown.status == 1);
  CHECK_THAT(shown.error, Contains("schools.ndjson:2: region"));
  const auto kept = run_program(
      {"import", "--data", folder / "d", folder / "schools.ndjson", "--errors", folder / "errors.ndjson"});
  CHECK(kept.status == 1);
  CHECK_THAT(read_text(folder / "errors.ndjson"), Contains(R"("line":2)") && Contains("missing_field"));
  CHECK_THAT(kept.out, Contains(R"("unchanged":1)"));
}

TEST_CASE("rankings come as JSON or as a table") {
  const ScratchFolder folder;
  make_data(folder / "d");
  const std::string profile = R"({"major":"510201","level":"bachelor","year":2026})";
  const std::vector<std::string> asked{"recommend", "--data", folder / "d", "--profile", profile, "--k", "3"};
  auto as_json = asked;
  as_json.insert(as_json.end(), {"--json", "--explain", "--as_of", "2026-06-01"});
  const auto json = run_program(as_json);
  INFO(json.error);
  REQUIRE(json.status == 0);
  CHECK_THAT(json.out, Contains(R"("as_of":"2026-06-01")") && Contains(R"("reasons":)"));
  const auto table = run_program(asked);
  REQUIRE(table.status == 0);
  CHECK_THAT(table.out, Contains("score") && Contains("岗位-"));
  const auto candidates = run_program({"candidates", "--data", folder / "d", "--profile",
                                       R"({"employer":"E1","region":"410100"})", "--k", "3", "--lang", "zh"});
  REQUIRE(candidates.status == 0);
  CHECK_THAT(candidates.out, Contains("总分"));
}

TEST_CASE("everybody at once goes to a file or to the output, a line each") {
  const ScratchFolder folder;
  make_data(folder / "d");
  const std::vector<std::string> all{"recommend", "--data", folder / "d", "--all", "--k", "2"};
  const auto shown = run_program(all);
  REQUIRE(shown.status == 0);
  CHECK(std::count(shown.out.begin(), shown.out.end(), '\n') == 400);
  CHECK(shown.out.starts_with(R"({"graduate":"G1","version":")"));
  auto kept = all;
  kept.insert(kept.end(), {"--out", folder / "all.ndjson"});
  REQUIRE(run_program(kept).status == 0);
  CHECK(read_text(folder / "all.ndjson") == shown.out);
  CHECK(run_program({"candidates", "--data", folder / "d", "--all", "--posting", "P1"}).status == 2);
  CHECK(run_program({"candidates", "--data", folder / "d", "--posting", "P1", "--out", "x"}).status == 2);
  CHECK(run_program({"candidates", "--data", folder / "d", "--all", "--cursor", "x"}).status == 2);
}

TEST_CASE("what if comes as sentences or as JSON") {
  const ScratchFolder folder;
  make_data(folder / "d");
  const auto gaps =
      run_program({"gaps", "--data", folder / "d", "--graduate", "G3", "--k", "5", "--lang", "zh"});
  INFO(gaps.error);
  REQUIRE(gaps.status == 0);
  CHECK_THAT(gaps.out, Contains("第5名") || Contains("GRADUATE_UNAVAILABLE"));
  const auto json = run_program({"relaxations", "--data", folder / "d", "--posting", "P4", "--json"});
  REQUIRE(json.status == 0);
  CHECK_THAT(json.out, Contains(R"("posting":"P4")") && Contains(R"("changes":[)"));
  CHECK(run_program({"gaps", "--data", folder / "d", "--graduate", "NOBODY"}).status == 1);
  CHECK(run_program({"gaps", "--data", folder / "d", "--graduate", "G3", "--kinds", "job"}).status == 2);
}

TEST_CASE("commands work through a running server, with the same bytes") {
  const ScratchFolder folder;
  make_data(folder / "d");
  const std::vector<std::vector<std::string>> questions{
      {"stats", "--json"},
      {"recommend", "--graduate", "G3", "--k", "5", "--explain", "--json", "--as-of", "2026-06-01"},
      {"candidates", "--posting", "P4", "--k", "5", "--json", "--lang", "zh", "--as-of", "2026-06-01"},
      {"explain", "--graduate", "G3", "--posting", "P4", "--json", "--as-of", "2026-06-01"},
      {"gaps", "--graduate", "G3", "--json", "--as-of", "2026-06-01"},
      {"relaxations", "--posting", "P4", "--k", "5", "--as-of", "2026-06-01", "--lang", "zh"},
      {"recommend", "--all", "--k", "3", "--as-of", "2026-06-01"},
      {"candidates", "--all", "--k", "3", "--as-of", "2026-06-01"},
      {"recommend", "--profile", R"({"major":"080901","level":"bachelor","year":2026})", "--json", "--as-of",
       "2026-06-01"},
      {"export", "graduates"}};
  std::vector<std::string> answers;
  for (auto question : questions) {
    question.insert(question.end(), {"--data", folder / "d"});
    answers.push_back(run_program(question).out);
    CHECK(!answers.back().empty());
  }

  ServeProcess server(folder / "d");
  for (std::size_t i = 0; i < questions.size(); ++i) {
    auto question = questions[i];
    question.insert(question.end(), {"--server", server.url()});
    CHECK(run_program(question).out == answers[i]);
  }
  write_text(folder / "schools.ndjson",
             "{\"id\":\"S1\",\"name\":\"学校一\",\"kind\":\"university\",\"region\":\"110000\"}\n{}\n");
  const auto imported = run_program({"import", "--server", server.url(), folder / "schools.ndjson"});
  CHECK(imported.status == 1);
  CHECK_THAT(imported.out, Contains(R"("updated":1)") && Contains(R"("rejected":1)"));

  const auto refused = run_program({"stats", "--data", folder / "d"});
  CHECK(refused.status == 1);
  CHECK_THAT(refused.error, Contains("held by another process") && Contains("--server"));
  const auto second = run_program({"serve", "--data", folder / "other", "--port", server.port()});
  CHECK(second.status == 1);
  CHECK_THAT(second.error, Contains(server.port()));

  CHECK(server.stop(SIGTERM) == 0);
  CHECK_THAT(run_program({"export", "schools", "--data", folder / "d"}).out, Contains("学校一"));
}

TEST_CASE("a load test counts the answers of a running server and tells unsound ones") {
  const ScratchFolder folder;
  make_data(folder / "d");
  ServeProcess server(folder / "d");
  const auto bench = [&](std::vector<std::string> options) {
    options.insert(options.begin(),
                   {"bench", "--server", server.url(), "--seconds", "0.3", "--warm-up", "0.1"});
    return run_program(options);
  };
  const auto version = [&] {
    const auto stats = run_program({"stats", "--server", server.url(), "--json"}).out;
    return stats.substr(0, stats.find(','));
  };
  const auto loaded = version();
  const auto closed = bench({"--connections", "3", "--pipeline", "4"});
  INFO(closed.out << closed.error);
  CHECK(closed.status == 0);
  CHECK_THAT(closed.out, Contains(R"("refused":0,"broken":0,"differing":0,)"));
  CHECK_THAT(closed.out, !Contains(R"("answers":0,)"));
  const auto paced = bench({"--connections", "2", "--rate", "100"});
  CHECK(paced.status == 0);
  const auto answers = std::stoi(paced.out.substr(paced.out.find(R"("answers":)") + 10));
  CHECK(answers >= 15);
  CHECK(answers <= 45);
  CHECK_THAT(bench({"--path", "/v1/candidates", "--batch", "50", "--connections", "1"}).out,
             Contains(R"("batch":50,)") && Contains(R"("refused":0,)"));
  const auto misused = bench({"--batch", "50"});
  CHECK(misused.status == 2);
  CHECK_THAT(misused.error, Contains("a --path without {id}"));
  const auto puts = bench({"--put", "--ids", "5", "--connections", "1", "--rate", "50"});
  CHECK(puts.status == 0);
  CHECK_THAT(puts.out, Contains(R"("refused":0,"broken":0,)") && !Contains(R"("answers":0,)"));
  CHECK(version() != loaded);
  const auto nowhere = bench({"--path", "/v1/nothing"});
  CHECK(nowhere.status == 1);
  CHECK_THAT(nowhere.out, Contains(R"("answers":0,)"));
}

TEST_CASE("the catalogue answers by code and by name") {
  CHECK_THAT(run_program({"catalog", "--json"}).out, Contains("\"majors\":\"") && Contains("\"version\":\""));
  CHECK_THAT(run_program({"catalog", "major", "510201"}).out, Contains("计算机应用技术") && Contains("5102"));
  CHECK_THAT(run_program({"catalog", "affinity", "510201", "5102"}).out, Contains("95"));
  CHECK_THAT(run_program({"catalog", "region", "410100"}).out, Contains("河南省郑州市"));
  const auto unknown = run_program({"catalog", "major", "999999"});
  CHECK(unknown.status == 1);
  CHECK_THAT(unknown.error, Contains("999999"));
}
