// Counterfactuals and the place of a posting in the engine, one thread: latency of gaps, relaxations and
// places; a sample of all changes compared with ranking everything before and after by the exhaustive scorer.
// Prints JSON; exit status 1 if an answer differs.

#include <cstdlib>
#include <limits>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "bench/bench_world.hpp"
#include "bench/latency.hpp"
#include "engine/ranking/place.hpp"
#include "engine/ranking/relaxation.hpp"
#include "storage/catalog/load_catalog.hpp"

namespace talentmatch::bench {
namespace {

struct Run {
  std::string catalog = "data/catalog";
  WorldOptions world;
  std::size_t queries = 1000;
  std::size_t checked = 20;
  std::string as_of = "2026-06-01";
};

struct Check {
  std::size_t compared = 0;
  std::size_t wrong = 0;
};

// f(ref, facts) for rows spread over the side, the same in every run.
template <class Segments, class F>
void for_sample(const Segments& segments, std::size_t wanted, F&& f) {
  const auto& segment = *segments.front().segment;
  for (std::size_t i = 0; i < wanted; ++i) {
    const auto row = static_cast<std::uint32_t>(i * 2'654'435'761U % segment.size());
    f(RowRef{0, row}, segment.facts(row));
  }
}

struct ChangedGraduate {
  ChangedGraduate(const GraduateFacts& graduate, const Change& change)
      : facts(graduate), certificates(graduate.certificates.begin(), graduate.certificates.end()) {
    if (change.kind == ChangeKind::certificate) certificates.push_back({change.certificate, change.level});
    if (change.kind == ChangeKind::kind)
      facts.kinds = static_cast<KindSet>(facts.kinds | kind_bit(change.posting_kind));
    if (change.kind == ChangeKind::wishes_only) facts.wishes_only = false;
    facts.certificates = certificates;
  }
  GraduateFacts facts;
  std::vector<Holding> certificates;
};

// The slow way to the same answer.
template <class Facts>
Counterfactual exhaustive(const Snapshot& snapshot, const Facts& before, const Facts& after,
                          const Change& change, const RankOptions& options) {
  auto all = options;
  all.k = std::numeric_limits<std::size_t>::max() - 1;
  const auto ranking = rank_exhaustively(snapshot, after, all);
  const auto count = ranking.results.size();
  Counterfactual slow{.change = change,
                      .opens = count - rank_exhaustively(snapshot, before, all).results.size(),
                      .kth_score = {}};
  if (count >= options.k) slow.kth_score = ranking.results[options.k - 1].scores.of(options.perspective);
  return slow;
}

void note(Check& check, const Counterfactual& fast, const Counterfactual& slow) {
  ++check.compared;
  check.wrong += fast.opens == slow.opens && fast.kth_score == slow.kth_score ? 0U : 1U;
}

// Changes that open something first; one of the others with them.
std::vector<std::size_t> sample_of(const Counterfactuals& answer) {
  constexpr std::size_t kMost = 4;
  std::vector<std::size_t> sample;
  for (std::size_t i = 0; i < answer.changes.size() && sample.size() < kMost; ++i) {
    if (answer.changes[i].opens != 0) sample.push_back(i);
  }
  if (!answer.changes.empty()) sample.push_back(answer.changes.size() / 2);
  return sample;
}

std::string measure_gaps(const Snapshot& snapshot, const RankOptions& options, const Run& run, Check& check) {
  Ranker ranker;
  Latencies latencies;
  std::uint64_t opens = 0;
  std::size_t asked = 0;
  for_sample(snapshot.graduates(), run.queries, [&](RowRef, const GraduateFacts& graduate) {
    const auto answer = latencies.measure([&] { return gaps(snapshot, graduate, options, ranker); });
    for (const auto& change : answer.changes) opens += change.opens;
    if (++asked > run.checked) return;
    for (const auto i : sample_of(answer)) {
      const auto& change = answer.changes[i];
      const ChangedGraduate changed(graduate, change.change);
      note(check, change, exhaustive(snapshot, graduate, changed.facts, change.change, options));
    }
  });
  return fmt::format(R"({{"opens":{},"latency":{}}})", opens, latencies.json());
}

std::string measure_relaxations(const Snapshot& snapshot, const RankOptions& options, const Run& run,
                                Check& check) {
  Ranker ranker;
  Latencies latencies;
  std::uint64_t opens = 0;
  std::size_t asked = 0;
  for_sample(snapshot.postings(), run.queries, [&](RowRef, const PostingFacts& posting) {
    const auto answer = latencies.measure([&] { return relaxations(snapshot, posting, options, ranker); });
    for (const auto& change : answer.changes) opens += change.opens;
    if (++asked > run.checked || answer.changes.empty()) return;
    const auto all = relaxations_of(posting);
    for (std::size_t i = 0; i < all.size(); ++i) {
      note(check, answer.changes[i],
           exhaustive(snapshot, posting, RelaxedPosting(posting, all[i]).facts(), all[i].change, options));
    }
  });
  return fmt::format(R"({{"opens":{},"latency":{}}})", opens, latencies.json());
}

// Of the last of the first thousand, which has a place that is known.
std::string measure_places(const Snapshot& snapshot, const RankOptions& options, const Run& run,
                           Check& check) {
  Ranker ranker;
  Latencies latencies;
  auto thousand = options;
  thousand.k = 1000;
  for_sample(snapshot.graduates(), run.queries, [&](RowRef, const GraduateFacts& graduate) {
    const auto results = ranker.rank(snapshot, graduate, thousand).results;
    if (results.empty()) return;
    const auto last = results.back().ref;
    const auto place = latencies.measure([&] { return place_of(snapshot, graduate, last, options); });
    ++check.compared;
    check.wrong += place == results.size() ? 0U : 1U;
  });
  return latencies.json();
}

int report(const Run& run) {
  const auto catalog = load_catalog(run.catalog);
  if (!catalog) return fmt::print(stderr, "{}\n", message(catalog.error(), Language::en)), 2;
  const auto market = market_of(*catalog, run.world);
  if (!market) return fmt::print(stderr, "{}\n", message(market.error(), Language::en)), 2;
  const auto snapshot = (*market)->snapshot();
  RankOptions options;
  options.as_of = parse_date(run.as_of).value_or(Date{});
  Check check;
  const auto of_graduates = measure_gaps(*snapshot, options, run, check);
  const auto of_postings = measure_relaxations(*snapshot, options, run, check);
  const auto places = measure_places(*snapshot, options, run, check);
  fmt::print(
      "{{\"bench\":\"counterfactual\",\"compiler\":\"{}\",\"seed\":{},\"version\":\"{}\",\"graduates\":{},"
      "\"postings\":{},\"k\":{},\n\"gaps\":{},\n\"relaxations\":{},\n\"place\":{},\n\"compared\":{},"
      "\"wrong\":{}}}\n",
      __VERSION__, run.world.seed, snapshot->version(), snapshot->counts().graduates,
      snapshot->counts().postings, options.k, of_graduates, of_postings, places, check.compared, check.wrong);
  return check.wrong == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

}  // namespace
}  // namespace talentmatch::bench

int main(int argc, char** argv) {
  talentmatch::bench::Run run;
  CLI::App app{"Latency of counterfactuals in the engine, checked against the exhaustive scorer."};
  app.add_option("--catalog", run.catalog, "folder of the catalogue")->capture_default_str();
  app.add_option("--seed", run.world.seed)->capture_default_str();
  app.add_option("--graduates", run.world.graduates)->capture_default_str();
  app.add_option("--postings", run.world.postings)->capture_default_str();
  app.add_option("--queries", run.queries, "per measurement")->capture_default_str();
  app.add_option("--checked", run.checked, "records whose changes are compared")->capture_default_str();
  app.add_option("--as-of", run.as_of)->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  return talentmatch::bench::report(run);
}
