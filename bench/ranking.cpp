// Top-k for stored graduates and postings in the engine, one thread: latency by side, perspective and k; the
// exhaustive scorer in the same run as oracle and yardstick; bytes a row. Every answer that is timed against
// the oracle is compared with it. Prints JSON; exit status 1 if an answer differs.

#include <cstdlib>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "bench/bench_world.hpp"
#include "bench/latency.hpp"
#include "engine/ranking/ranker.hpp"
#include "storage/catalog/load_catalog.hpp"

namespace talentmatch::bench {
namespace {

struct Run {
  std::string catalog = "data/catalog";
  WorldOptions world;
  std::size_t queries = 20'000;
  std::size_t checked = 100;
  std::string as_of = "2026-06-01";
};

bool same(const Ranking& a, const Ranking& b) {
  return a.more == b.more && std::ranges::equal(a.results, b.results, [](const Ranked& x, const Ranked& y) {
           return x.ref == y.ref && x.scores.employer_view == y.scores.employer_view &&
                  x.scores.graduate_view == y.scores.graduate_view;
         });
}

// Spread over the whole side, the same rows in every run.
template <class Segments, class F>
void for_sample(const Segments& segments, std::size_t wanted, F&& f) {
  const auto& live = segments.front();
  const auto rows = live.segment->size();
  for (std::size_t i = 0; i < wanted; ++i) {
    f(live.segment->facts(static_cast<std::uint32_t>(i * 2'654'435'761U % rows)));
  }
}

template <class Segments>
std::string measure(const Snapshot& snapshot, const Segments& segments, RankOptions options,
                    std::size_t queries) {
  Ranker ranker;
  Latencies latencies;
  std::size_t results = 0;
  const auto once = [&](const auto& facts) {
    results += latencies.measure([&] { return ranker.rank(snapshot, facts, options); }).results.size();
  };
  for_sample(segments, std::min<std::size_t>(queries, 500), [&](const auto& facts) {  // warm up
    results += ranker.rank(snapshot, facts, options).results.size();
  });
  results = 0;
  for_sample(segments, queries, once);
  return fmt::format(R"({{"perspective":"{}","k":{},"results":{},"indexed":{}}})", word(options.perspective),
                     options.k, results, latencies.json());
}

// The indexed path and the oracle on the same requests, answers compared.
template <class Segments>
std::string compare(const Snapshot& snapshot, const Segments& segments, const RankOptions& options,
                    std::size_t count, std::size_t& wrong) {
  Ranker ranker;
  Latencies indexed;
  Latencies oracle;
  for_sample(segments, count, [&](const auto& facts) {
    const auto fast = indexed.measure([&] { return ranker.rank(snapshot, facts, options); });
    const auto slow = oracle.measure([&] { return rank_exhaustively(snapshot, facts, options); });
    wrong += same(fast, slow) ? 0U : 1U;
  });
  return fmt::format(R"({{"k":{},"compared":{},"wrong":{},"oracle":{},"ratio_of_means":{:.1f}}})", options.k,
                     count, wrong, oracle.json(), oracle.mean() / indexed.mean());
}

template <class Segments>
std::string side(const Snapshot& snapshot, const Segments& segments, const Run& run, RankOptions options,
                 std::size_t& wrong) {
  std::string rows;
  for (const auto perspective : {Perspective::mutual, Perspective::graduate, Perspective::employer}) {
    for (const std::size_t k : {10U, 20U, 100U, 1000U}) {
      options.perspective = perspective;
      options.k = k;
      rows += (rows.empty() ? "\n  " : ",\n  ") +
              measure(snapshot, segments, options, run.queries * 20 / (k + 20));
    }
  }
  options.perspective = Perspective::mutual;
  options.k = 20;
  const auto& segment = *segments.front().segment;
  return fmt::format(R"({{"rows":{},"bytes_a_row":{:.1f},"against_oracle":{},"latency":[{}]}})",
                     segment.size(), static_cast<double>(segment.bytes()) / segment.size(),
                     compare(snapshot, segments, options, run.checked, wrong), rows);
}

int report(const Run& run) {
  const auto catalog = load_catalog(run.catalog);
  if (!catalog) return fmt::print(stderr, "{}\n", message(catalog.error(), Language::en)), 2;
  const auto market = market_of(*catalog, run.world);
  if (!market) return fmt::print(stderr, "{}\n", message(market.error(), Language::en)), 2;
  const auto snapshot = (*market)->snapshot();
  RankOptions options;
  options.as_of = parse_date(run.as_of).value_or(Date{});
  std::size_t wrong = 0;
  const auto postings = side(*snapshot, snapshot->graduates(), run, options, wrong);
  const auto graduates = side(*snapshot, snapshot->postings(), run, options, wrong);
  fmt::print(
      "{{\"bench\":\"ranking\",\"compiler\":\"{}\",\"seed\":{},\"version\":\"{}\",\n\"postings_for_"
      "graduates\":{},\n"
      "\"graduates_for_postings\":{}}}\n",
      __VERSION__, run.world.seed, snapshot->version(), postings, graduates);
  return wrong == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

}  // namespace
}  // namespace talentmatch::bench

int main(int argc, char** argv) {
  talentmatch::bench::Run run;
  CLI::App app{"Latency of exact top-k in the engine, checked against the exhaustive scorer."};
  app.add_option("--catalog", run.catalog, "folder of the catalogue")->capture_default_str();
  app.add_option("--seed", run.world.seed)->capture_default_str();
  app.add_option("--graduates", run.world.graduates)->capture_default_str();
  app.add_option("--postings", run.world.postings)->capture_default_str();
  app.add_option("--queries", run.queries, "per measurement at k = 20")->capture_default_str();
  app.add_option("--checked", run.checked, "answers compared with the oracle")->capture_default_str();
  app.add_option("--as-of", run.as_of)->capture_default_str();
  app.add_option("--any-major", run.world.any_major, "share of postings open to any major");
  app.add_option("--hot-major", run.world.hot_major);
  app.add_flag("--government", run.world.government);
  app.add_flag("--seats", run.world.single_seats);
  CLI11_PARSE(app, argc, argv);
  return talentmatch::bench::report(run);
}
