// The answers of spec 4, byte for byte.

#include "storage/codec/answer_json.hpp"
#include "storage/codec/import_json.hpp"
#include "storage/codec/json_text.hpp"
#include "tests/storage/codec_support.hpp"

namespace talentmatch::testing {
namespace {

constexpr std::string_view kHead =
    R"({"version":"17-ab","as_of":"2026-06-01","perspective":"mutual","weights":{"employer":{"major":500,)"
    R"("certificates":300,"level":100,"tie":100},"graduate":{"region":450,"major":250,"pay":200,"tie":100}},)";

constexpr Scores kScores{.employer_view = 790, .graduate_view = 835, .mutual = 811};

std::vector<Reason> one_reason() {
  return {{.view = "employer",
           .component = "major",
           .value = 100,
           .weight = 500,
           .points = 500,
           .text = "“一致”\n\"专业\""}};
}

constexpr std::string_view kReasonJson =
    R"([{"view":"employer","component":"major","value":100,"weight":500,"points":500,"text":"“一致”\n\"专业\""}])";

RankingAnswer empty_ranking() {
  return {.version = "17-ab", .as_of = *parse_date("2026-06-01")};
}

std::string ranking(const RankingAnswer& answer) {
  std::string out = "kept";
  append_ranking(out, answer);
  REQUIRE(out.starts_with("kept"));
  return out.substr(4);
}

TEST_CASE("a ranking without results") {
  CHECK(ranking(empty_ranking()) == std::string(kHead) + R"("results":[],"cursor":null})");
}

TEST_CASE("a ranking of postings, of graduates, with reasons, with a cursor") {
  const auto reasons = one_reason();
  const std::vector<RankedEntry> entries{{.id = "P7", .scores = kScores, .reasons = reasons},
                                         {.id = "P8", .scores = {}}};
  RankingAnswer answer = empty_ranking();
  answer.results = entries;
  CHECK(ranking(answer) ==
        std::string(kHead) +
            R"("results":[{"posting":"P7","score":811,"employer_view":790,"graduate_view":835},)"
            R"({"posting":"P8","score":0,"employer_view":0,"graduate_view":0}],"cursor":null})");
  answer.results = std::span(entries).first(1);
  answer.explain = true;
  answer.side = Side::graduates;
  answer.cursor = "abc";
  answer.version_changed = false;
  CHECK(ranking(answer) ==
        std::string(kHead) +
            R"("results":[{"graduate":"P7","score":811,"employer_view":790,"graduate_view":835,"reasons":)" +
            std::string(kReasonJson) + R"(}],"cursor":"abc","version_changed":false})");
}

TEST_CASE("the score is the perspective's") {
  const std::vector<RankedEntry> entries{{.id = "P7", .scores = kScores}};
  RankingAnswer answer = empty_ranking();
  answer.results = entries;
  answer.perspective = Perspective::graduate;
  CHECK_THAT(ranking(answer),
             Catch::Contains(R"("perspective":"graduate")") && Catch::Contains(R"("score":835)"));
  answer.perspective = Perspective::employer;
  CHECK_THAT(ranking(answer),
             Catch::Contains(R"("perspective":"employer")") && Catch::Contains(R"("score":790)"));
}

TEST_CASE("a record that fails gates by itself, and notices of its profile") {
  const std::vector<FailedGate> gates{{.gate = Gate::graduate_unavailable, .text = "已就业"}};
  const std::vector<Replacement> notices{{.field = "home", .from = "110103", .to = "110101"}};
  RankingAnswer answer = empty_ranking();
  answer.gates = gates;
  answer.notices = notices;
  CHECK(ranking(answer) ==
        std::string(kHead) + R"("results":[],"gates":[{"code":"GRADUATE_UNAVAILABLE","text":"已就业"}],)"
                             R"("cursor":null,"notices":[{"field":"home","from":"110103","to":"110101"}]})");
}

TEST_CASE("a non-personal list has no scores") {
  const std::vector<RankedEntry> entries{{.id = "P7", .scores = kScores}};
  RankingAnswer answer = empty_ranking();
  answer.results = entries;
  answer.personalized = false;
  answer.explain = true;
  CHECK(
      ranking(answer) ==
      R"({"version":"17-ab","as_of":"2026-06-01","personalized":false,"results":[{"posting":"P7"}],"cursor":null})");
}

TEST_CASE("an explanation of a pair, proposed or not") {
  const auto reasons = one_reason();
  ExplainAnswer answer{.version = "17-ab",
                       .as_of = *parse_date("2026-06-01"),
                       .graduate = "G1",
                       .posting = "P7",
                       .weights = {},
                       .scores = kScores,
                       .rank = 3,
                       .reasons = reasons,
                       .fusion = "2·E·S"};
  const std::string mode = std::string(kHead.substr(kHead.find("\"perspective\"")));
  const std::string pair =
      R"({"version":"17-ab","as_of":"2026-06-01","graduate":"G1","posting":"P7","proposed":)";
  const std::string scores = R"("score":811,"employer_view":790,"graduate_view":835,)";
  const std::string end = R"("reasons":)" + std::string(kReasonJson) + R"(,"fusion":"2·E·S"})";
  std::string proposed;
  append_explain(proposed, answer);
  CHECK(proposed == pair + "true," + mode + scores + R"("rank":3,)" + end);

  answer.missing_score = 12;
  std::string below;
  append_explain(below, answer);
  CHECK(below == pair + "true," + mode + scores + R"("rank":3,"missing_score":12,)" + end);

  const std::vector<FailedGate> gates{{.gate = Gate::level, .text = "学历"},
                                      {.gate = Gate::tie_only, .text = "x"}};
  answer.gates = gates;
  answer.missing_score.reset();
  std::string refused_pair;
  append_explain(refused_pair, answer);
  CHECK(refused_pair ==
        pair + R"(false,"gates":[{"code":"LEVEL","text":"学历"},{"code":"TIE_ONLY","text":"x"}],)" + mode +
            scores + end);
}

TEST_CASE("an error names what is known and links to its description") {
  std::string bare;
  append_error(bare, {.code = ErrorCode::invalid_json}, Language::en);
  CHECK(bare == R"({"error":{"code":"invalid_json","message":"not valid JSON.",)"
                R"("link":"/openapi.json#/components/schemas/Error"}})");
  std::string full;
  const Error error{.code = ErrorCode::unknown_major,
                    .field = "majors[2]",
                    .value = "5102\"",
                    .detail = {},
                    .suggestions = {"510201", "510202"}};
  append_error(full, error, Language::zh);
  CHECK_THAT(full, Catch::StartsWith(R"({"error":{"code":"unknown_major","message":"majors[2]：)"));
  CHECK_THAT(full,
             Catch::EndsWith(R"("field":"majors[2]","value":"5102\"","suggestions":["510201","510202"],)"
                             R"("link":"/openapi.json#/components/schemas/Error"}})"));
  std::string broken;
  append_error(broken, {.code = ErrorCode::not_found, .field = "graduate", .value = "\xff\xfe"},
               Language::en);
  CHECK_THAT(broken, !Catch::Contains("\xff"));
}

TEST_CASE("counts, and open seats per seeking graduate rounded down") {
  MarketCounts counts{
      .schools = 1, .employers = 2, .ties = 3, .graduates = 4, .postings = 5, .placements = 6};
  counts.headcount = 70;
  counts.seats_open = 59;
  counts.graduates_seeking = 30;
  std::string out;
  append_stats(out, "17-ab", counts);
  CHECK(out ==
        R"({"version":"17-ab","schools":1,"graduates":4,"employers":2,"postings":5,"ties":3,"placements":6,)"
        R"("headcount":70,"seats_open":59,"graduates_seeking":30,"openings_per_seeker":1.96})");
  counts.seats_open = 1;
  std::string few;
  append_stats(few, "17-ab", counts);
  CHECK_THAT(few, Catch::EndsWith(R"("openings_per_seeker":0.03})"));
  counts.graduates_seeking = 0;
  std::string none;
  append_stats(none, "17-ab", counts);
  CHECK_THAT(none, Catch::EndsWith(R"("openings_per_seeker":null})"));
}

TEST_CASE("import lines and totals") {
  std::string out;
  append_import_line(out, {.line = 7, .id = "G1", .status = ImportStatus::created}, Language::en);
  CHECK(out == "{\"line\":7,\"id\":\"G1\",\"status\":\"created\"}\n");

  const std::vector<Replacement> notices{{.field = "home", .from = "110103", .to = "110101"}};
  out.clear();
  append_import_line(out, {.line = 8, .id = "G2", .status = ImportStatus::unchanged, .notices = notices},
                     Language::en);
  CHECK(out == R"({"line":8,"id":"G2","status":"unchanged","notices":[{"field":"home","from":"110103",)"
               "\"to\":\"110101\"}]}\n");

  const Error error{.code = ErrorCode::out_of_range, .field = "year", .value = "1", .detail = "1950…2100"};
  out.clear();
  append_import_line(out, {.line = 9, .status = ImportStatus::rejected, .error = &error}, Language::en);
  CHECK_THAT(
      out,
      Catch::StartsWith(
          R"({"line":9,"id":null,"status":"rejected","code":"out_of_range","field":"year","message":")"));
  CHECK_THAT(out, Catch::EndsWith("\",\"value\":\"1\"}\n"));

  const ImportTotals totals{
      .lines = 6, .created = 1, .updated = 2, .unchanged = 3, .removed = 4, .rejected = 0};
  out.clear();
  append_import_totals(out, totals, ImportMode::upsert, Language::en);
  CHECK(out == R"({"totals":{"lines":6,"created":1,"updated":2,"unchanged":3,"removed":4,"rejected":0}})"
               "\n");
  out.clear();
  append_import_totals(out, {.swapped = true}, ImportMode::replace, Language::en);
  CHECK_THAT(out, Catch::EndsWith("\"rejected\":0,\"swapped\":true}}\n"));
  out.clear();
  append_import_totals(out, {.reason = Error{.code = ErrorCode::in_use, .field = "school"}},
                       ImportMode::replace, Language::en);
  CHECK_THAT(out,
             Catch::Contains(R"("swapped":false,"reason":{"code":"in_use","field":"school","message":")"));
}

TEST_CASE("texts are escaped no more than JSON asks") {
  std::string out;
  append_error(out,
               {.code = ErrorCode::invalid_value, .value = std::string("\"\\/\b\f\n\r\t\0\x1f\x7f专é🎓", 20)},
               Language::en);
  CHECK_THAT(out, Catch::Contains(R"("value":"\"\\/\b\f\n\r\t\u0000\u001f)"
                                  "\x7f专é🎓\""));
}

TEST_CASE("a character to be escaped is found wherever it stands") {
  for (std::size_t length = 1; length <= 40; ++length) {
    for (std::size_t at = 0; at < length; ++at) {
      for (const char c : {'"', '\\', '\x01', '\x1f'}) {
        std::string value(length, at % 2 == 0 ? ' ' : '\xe9');
        value[at] = c;
        std::string out;
        append_text(out, value);
        REQUIRE(out.size() == length + (c < ' ' ? 5 : 1) + 2);
        REQUIRE(out[at + 1] == '\\');
      }
    }
  }
}

}  // namespace
}  // namespace talentmatch::testing
