// Top-k for stored graduates and postings in the engine, one thread, in several worlds: latency by side,
// perspective and k, warm and with cold caches; rows visited; bytes a row; the scalar column scan and the
// exhaustive scorer in the same run, answers compared. Prints JSON; exit status 1 if an answer differs.

#include <cstdlib>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "bench/bench_world.hpp"
#include "bench/ranking_side.hpp"
#include "storage/catalog/load_catalog.hpp"

namespace talentmatch::bench {
namespace {

struct Run {
  std::string catalog = "data/catalog";
  std::vector<std::string> worlds{"portal"};
  WorldOptions size;
  SideRun side;
  std::string as_of = "2026-06-01";
};

const std::vector<std::string> kWorlds{"portal", "seats", "hot-major", "government", "x3", "x10"};

WorldOptions world_named(std::string_view name, WorldOptions options) {
  const auto scale = [&](std::uint32_t times) {
    options.schools *= times;
    options.graduates *= times;
    options.employers *= times;
    options.postings *= times;
  };
  if (name == "seats") options.single_seats = true;
  if (name == "hot-major") options.hot_major = "510201";
  if (name == "government") options.government = true;
  if (name == "x3") scale(3);
  if (name == "x10") scale(10);
  return options;
}

Result<std::string> report(const std::string& world, const Run& run,
                           const std::shared_ptr<const Catalog>& catalog, std::size_t& wrong) {
  const auto market = market_of(catalog, world_named(world, run.size));
  if (!market) return std::unexpected(market.error());
  const auto snapshot = (*market)->snapshot();
  const auto as_of = parse_date(run.as_of).value_or(Date{});
  ColumnScan scan(*snapshot);
  const auto postings = measure_side(*snapshot, snapshot->graduates(), as_of, scan, run.side, wrong);
  const auto graduates = measure_side(*snapshot, snapshot->postings(), as_of, scan, run.side, wrong);
  return fmt::format(
      "{{\"world\":\"{}\",\"version\":\"{}\",\"graduates\":{},\"postings\":{},\"bytes_a_graduate\":{},"
      "\"bytes_a_posting\":{},\n\"postings_for_graduates\":{},\n\"graduates_for_postings\":{}}}",
      world, snapshot->version(), snapshot->counts().graduates, snapshot->counts().postings,
      bytes_a_row(snapshot->graduates()), bytes_a_row(snapshot->postings()), postings, graduates);
}

int report_all(const Run& run) {
  const auto catalog = load_catalog(run.catalog);
  if (!catalog) return fmt::print(stderr, "{}\n", message(catalog.error(), Language::en)), 2;
  std::size_t wrong = 0;
  std::string worlds;
  for (const auto& world : run.worlds) {
    const auto figures = report(world, run, *catalog, wrong);
    if (!figures) return fmt::print(stderr, "{}\n", message(figures.error(), Language::en)), 2;
    worlds += (worlds.empty() ? "\n" : ",\n") + *figures;
  }
  fmt::print("{{\"bench\":\"ranking\",\"compiler\":\"{}\",\"seed\":{},\"wrong\":{},\"worlds\":[{}]}}\n",
             __VERSION__, run.size.seed, wrong, worlds);
  return wrong == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

}  // namespace
}  // namespace talentmatch::bench

int main(int argc, char** argv) {
  talentmatch::bench::Run run;
  CLI::App app{"Latency of exact top-k in the engine, checked against a scan and the exhaustive scorer."};
  app.add_option("--catalog", run.catalog, "folder of the catalogue")->capture_default_str();
  app.add_option("--worlds", run.worlds, "which worlds, one after the other")
      ->delimiter(',')
      ->check(CLI::IsMember(talentmatch::bench::kWorlds))
      ->capture_default_str();
  app.add_option("--seed", run.size.seed)->capture_default_str();
  app.add_option("--graduates", run.size.graduates, "of the portal's world")->capture_default_str();
  app.add_option("--postings", run.size.postings, "of the portal's world")->capture_default_str();
  app.add_option("--queries", run.side.queries, "timed at k = 20, fewer at larger k")->capture_default_str();
  app.add_option("--cold", run.side.cold, "timed after emptying the caches")->capture_default_str();
  app.add_option("--scanned", run.side.scanned, "also asked of the scan, compared")->capture_default_str();
  app.add_option("--checked", run.side.checked, "also asked of the exhaustive scorer, compared")
      ->capture_default_str();
  app.add_option("--as-of", run.as_of)->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  return talentmatch::bench::report_all(run);
}
