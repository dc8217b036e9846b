// The worked vectors of the specification against the reference and against every path of the engine.

#include "tests/support/vectors.hpp"

#include <catch2/catch.hpp>
#include <simdjson.h>

#include "engine/market/market.hpp"
#include "tests/support/answer_page.hpp"
#include "tests/support/ranking_paths.hpp"
#include "tests/support/shipped_catalog.hpp"
#include "tests/support/world_changes.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

using Json = simdjson::dom::element;

struct Vectors {
  explicit Vectors(std::filesystem::path where)
      : folder(std::move(where)), world(vectors_world(folder)), market(shipped_catalog().catalog) {
    market.apply(mutations_of(world), 1);
    snapshot = market.snapshot();
  }

  std::filesystem::path folder;
  reference::World world;
  Market market;
  std::shared_ptr<const Snapshot> snapshot;
  RankingPaths paths;
};

std::unique_ptr<Vectors> load() {
  const auto folder = vectors_folder();
  if (!folder) {
    WARN("../shared/spec/vectors is not there: the worked vectors were NOT checked");
    return nullptr;
  }
  return std::make_unique<Vectors>(*folder);
}

// Calls f(line) with each line of the file as JSON; gives their number.
template <class F>
int for_each_line(const std::filesystem::path& file, F f) {
  simdjson::dom::parser parser;
  int count = 0;
  for (const auto& line : lines_of(file)) {
    INFO(file.filename().string() << " line " << ++count);
    const simdjson::padded_string padded{line};
    f(Json{parser.parse(padded)});
  }
  return count;
}

int number(Json object, std::string_view key) {
  return static_cast<int>(std::int64_t{object[key]});
}
std::string text(Json object, std::string_view key) {
  return std::string{std::string_view{object[key]}};
}
Date as_of(Json line) {
  return *parse_date(std::string_view{line["as_of"]});
}

std::vector<Gate> expected_gates(Json line) {
  std::vector<Gate> gates;
  for (const auto gate : line["gates"].get_array())
    gates.push_back(*parse_word<Gate>(std::string_view{gate}));
  return gates;
}

ComponentValues expected_values(Json line) {
  const Json e = line["employer"];
  const Json s = line["graduate_values"];
  return {.employer = {number(e, "major"), number(e, "certificates"), number(e, "level"), number(e, "tie")},
          .graduate = {number(s, "region"), number(s, "major"), number(s, "pay"), number(s, "tie")}};
}

Scores expected_scores(Json line) {
  return {.employer_view = number(line, "employer_view"),
          .graduate_view = number(line, "graduate_view"),
          .mutual = number(line, "mutual")};
}

void check_reference_pair(const Vectors& v, Json line, const Graduate& graduate, const Posting& posting) {
  const auto values = reference::values(v.world, graduate, posting, as_of(line));
  const auto views = reference::views(values, {});
  const auto [employer, own] = expected_values(line);
  const auto [e, s, mutual] = expected_scores(line);
  CHECK(reference::failed_gates(v.world, graduate, posting, as_of(line)) == expected_gates(line));
  CHECK(employer == std::array{values.affinity, values.certificates, values.level, values.tie});
  CHECK(own == std::array{values.region, values.affinity, values.pay, values.tie});
  CHECK(std::array{views.employer, views.graduate, views.mutual} == std::array{e, s, mutual});
}

void check_engine_pair(const Vectors& v, Json line) {
  const auto graduate = v.snapshot->graduate(v.snapshot->find_graduate(text(line, "graduate")).value());
  const auto posting = v.snapshot->posting(v.snapshot->find_posting(text(line, "posting")).value());
  const auto context = pair_context(*v.snapshot, graduate, posting, as_of(line));
  const auto values = component_values(graduate, posting, context);
  const auto both = scores(values, {});
  const auto [employer, own] = expected_values(line);
  const auto [e, s, mutual] = expected_scores(line);
  CHECK(gate_list(failed_gates(graduate, posting, context)) == expected_gates(line));
  CHECK(values.employer == employer);
  CHECK(values.graduate == own);
  CHECK(std::array{both.employer_view, both.graduate_view, both.mutual} == std::array{e, s, mutual});
}

RankOptions options_of(Json line) {
  RankOptions options;
  options.k = static_cast<std::size_t>(number(line, "k"));
  options.perspective = *parse_word<Perspective>(std::string_view{line["perspective"]});
  options.as_of = as_of(line);
  return options;
}

// The lists say nothing of `posted` and of what follows.
std::vector<reference::Proposal> expected_results(Json line, std::string_view side) {
  std::vector<reference::Proposal> results;
  for (const auto result : line["results"].get_array()) {
    results.push_back({.id = text(result, side),
                       .score = number(result, "score"),
                       .employer_view = number(result, "employer_view"),
                       .graduate_view = number(result, "graduate_view")});
  }
  return results;
}

void check_results(reference::Page page, const std::vector<reference::Proposal>& expected) {
  for (auto& result : page.results) result.posted = kNeverPosted;
  CHECK(page.results == expected);
}

}  // namespace

TEST_CASE("Pairs of the worked vectors", "[vectors]") {
  const auto v = load();
  if (!v) return;
  const int lines = for_each_line(v->folder / "expected_pairs.ndjson", [&](Json line) {
    const auto* graduate = reference::find(v->world.graduates, text(line, "graduate"));
    const auto* posting = reference::find(v->world.postings, text(line, "posting"));
    REQUIRE(graduate);
    REQUIRE(posting);
    check_reference_pair(*v, line, *graduate, *posting);
    check_engine_pair(*v, line);
  });
  CHECK(lines == 800);
}

TEST_CASE("Recommendations of the worked vectors", "[vectors]") {
  const auto v = load();
  if (!v) return;
  const int lines = for_each_line(v->folder / "expected_recommendations.ndjson", [&](Json line) {
    const auto options = options_of(line);
    const auto expected = expected_results(line, "posting");
    const auto* graduate = reference::find(v->world.graduates, text(line, "graduate"));
    REQUIRE(graduate);
    check_results(reference::recommend(v->world, *graduate, options), expected);
    const auto facts = v->snapshot->graduate(v->snapshot->find_graduate(graduate->id).value());
    for_each_path(v->paths, [&](auto& path) {
      INFO(path.name);
      check_results(
          recommendation_page(*v->snapshot, path(*v->snapshot, facts, options), options.perspective),
          expected);
    });
  });
  CHECK(lines == 159);
}

TEST_CASE("Candidates of the worked vectors", "[vectors]") {
  const auto v = load();
  if (!v) return;
  const int lines = for_each_line(v->folder / "expected_candidates.ndjson", [&](Json line) {
    const auto options = options_of(line);
    const auto expected = expected_results(line, "graduate");
    const auto* posting = reference::find(v->world.postings, text(line, "posting"));
    REQUIRE(posting);
    check_results(reference::candidates(v->world, *posting, options), expected);
    const auto facts = v->snapshot->posting(v->snapshot->find_posting(posting->id).value());
    for_each_path(v->paths, [&](auto& path) {
      INFO(path.name);
      check_results(candidate_page(*v->snapshot, path(*v->snapshot, facts, options), options.perspective),
                    expected);
    });
  });
  CHECK(lines == 360);
}
