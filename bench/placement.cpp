// Stable placement of a whole portal in tight markets: from scores with unlimited lists, and on given lists
// of 50, with and without a reserve; verified, the same hash on 1, 2 and 4 threads. Prints JSON; exit status
// 1 if a verifier finds anything or a hash differs.

#include <chrono>
#include <cstdlib>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <sys/resource.h>
#include <tbb/global_control.h>

#include "bench/bench_world.hpp"
#include "bench/memory.hpp"
#include "bench/placement_lists.hpp"
#include "engine/placement/list_acceptance.hpp"
#include "engine/placement/run.hpp"
#include "engine/placement/setup.hpp"
#include "engine/placement/verify/list_verifier.hpp"
#include "storage/catalog/load_catalog.hpp"

namespace talentmatch::bench {
namespace {

struct Run {
  std::string catalog = "data/catalog";
  WorldOptions world;
  std::vector<double> seats{0.5, 0.9, 1.0, 1.1};
  std::vector<int> threads{1, 2, 4};
  std::size_t choices = 50;
  std::string as_of = "2026-06-01";
  std::string parts = "all";
};

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

std::int64_t peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

// 20 % of large and medium employers' plans for graduates of secondary level.
ReserveByShare one_fifth() {
  ReserveByShare reserve;
  reserve.percent = 20;
  reserve.group.levels = {Level::secondary};
  reserve.sizes = {EmployerSize::large, EmployerSize::medium};
  return reserve;
}

// One run on each number of threads.
template <class Once>
std::string on_threads(const Run& run, bool& sound, Once&& once) {
  std::string rows;
  std::uint64_t first_hash = 0;
  for (const int threads : run.threads) {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism,
                                    static_cast<std::size_t>(threads));
    const auto start = std::chrono::steady_clock::now();
    const auto [hash, text] = once();
    if (rows.empty()) first_hash = hash;
    sound = sound && hash == first_hash;
    rows += fmt::format(R"({}{{"threads":{},"seconds":{:.3f},"hash":"{:016x}",{}}})", rows.empty() ? "" : ",",
                        threads, seconds_since(start), hash, text);
  }
  return rows;
}

std::string from_scores(const Run& run, const PlacementInput& input, bool& sound) {
  return on_threads(run, sound, [&] {
    const auto result = place_stable(input);
    if (!result) return sound = false, std::pair{std::uint64_t{0}, message(result.error(), Language::en)};
    std::size_t placed = 0;
    std::size_t first_choice = 0;
    for (const Assignment& got : result->assignments) {
      placed += got.posting != kUnplaced ? 1U : 0U;
      first_choice += got.rank == 1 ? 1U : 0U;
    }
    sound = sound && result->verification.passed();
    return std::pair{
        result->hash,
        fmt::format(R"("graduates":{},"placed":{},"first_choice":{},"blocking_pairs":{},)"
                    R"("pairs_checked":{},"peak_mb":{})",
                    result->assignments.size(), placed, first_choice, result->verification.blocking_pairs,
                    result->verification.pairs_checked, peak_megabytes())};
  });
}

std::string on_lists(const Run& run, const PlacementSetup& setup, const ChoiceLists& lists, bool& sound) {
  const Claims claims(setup.lottery.graduates, setup.local, setup.groups, setup.order_classes);
  const ListContest contest{
      {.claims = claims, .terms = setup.terms, .members = setup.members, .hard = setup.hard}, lists, {}};
  const verify::StandingRules rules{setup.lottery.numbers, setup.local, setup.groups, setup.order_classes};
  return on_threads(run, sound, [&] {
    const PeakMemory memory;
    const auto start = std::chrono::steady_clock::now();
    const auto accepted = accept_on_lists(contest);
    const double place = seconds_since(start);
    const auto taken = memory.megabytes();
    const auto verification = verify::verify_on_lists(contest, rules, accepted->granted);
    const double verified = seconds_since(start) - place;
    sound = sound && verification.passed();
    std::uint64_t hash = 0;
    for (const auto choice : accepted->granted) hash = (hash ^ choice) * 1'099'511'628'211U;
    return std::pair{
        hash,
        fmt::format(
            R"("place_s":{:.3f},"verify_s":{:.3f},"blocking_pairs":{},"pairs_checked":{},"place_mb":{})",
            place, verified, verification.blocking_pairs, verification.pairs_checked, taken)};
  });
}

// Every tenth graduate comes first in order classes.
std::vector<PriorityMember> one_in_ten(const Field& field) {
  std::vector<PriorityMember> groups;
  for (std::uint32_t g = 0; g < field.graduates(); g += 10) {
    groups.push_back({.graduate = std::string(field.graduate_id(g)), .group = 0});
  }
  return groups;
}

std::string all_from_scores(const Run& run, PlacementInput input, bool& sound) {
  const auto plain = from_scores(run, input, sound);
  input.policy.reserve = one_fifth();
  return fmt::format("\n \"from_scores\":[{}],\n \"with_reserve\":[{}]", plain,
                     from_scores(run, input, sound));
}

std::string all_on_lists(const Run& run, PlacementInput input, bool& sound) {
  const PlacementSetup plain = set_up(input).value();
  const ChoiceLists lists = best_choices(*plain.field, run.choices, input.as_of);
  input.policy.reserve = one_fifth();
  input.priority_groups = one_in_ten(*plain.field);
  return fmt::format(
      "\n \"lists\":{{\"choices\":{},\"runs\":[{}],\n  \"with_reserve_and_order_classes\":[{}]}}",
      lists.choices.size(), on_lists(run, plain, lists, sound),
      on_lists(run, set_up(input).value(), lists, sound));
}

std::optional<std::string> market(const Run& run, const std::shared_ptr<const Catalog>& catalog, double seats,
                                  bool& sound) {
  WorldOptions world = run.world;
  world.seats_per_graduate = seats;
  const auto made = market_of(catalog, world);
  if (!made) return fmt::print(stderr, "{}\n", message(made.error(), Language::en)), std::nullopt;
  PlacementInput input;
  input.snapshot = (*made)->snapshot();
  input.as_of = parse_date(run.as_of).value_or(Date{});
  input.seed = 7;
  std::string parts;
  if (run.parts != "lists") parts += "," + all_from_scores(run, input, sound);
  if (run.parts != "scores") parts += "," + all_on_lists(run, input, sound);
  return fmt::format("{{\"seats_per_graduate\":{},\"version\":\"{}\",\"eligible_postings_mean\":{:.0f}{}}}",
                     seats, input.snapshot->version(),
                     eligible_mean(Field(input.snapshot, {}, input.as_of), input.as_of), parts);
}

int report(const Run& run) {
  const auto catalog = load_catalog(run.catalog);
  if (!catalog) return fmt::print(stderr, "{}\n", message(catalog.error(), Language::en)), 2;
  bool sound = true;
  std::string rows;
  for (const double seats : run.seats) {
    const auto row = market(run, *catalog, seats, sound);
    if (!row) return 2;
    rows += (rows.empty() ? "\n" : ",\n") + *row;
  }
  fmt::print(
      "{{\"bench\":\"placement\",\"compiler\":\"{}\",\"seed\":{},\"any_major\":{},\"markets\":[{}]}}\n",
      __VERSION__, run.world.seed, run.world.any_major.value_or(-1), rows);
  return sound ? EXIT_SUCCESS : EXIT_FAILURE;
}

}  // namespace
}  // namespace talentmatch::bench

int main(int argc, char** argv) {
  talentmatch::bench::Run run;
  run.world.any_major = 0.1;
  CLI::App app{"Stable placement of a whole portal, verified."};
  app.add_option("--catalog", run.catalog, "folder of the catalogue")->capture_default_str();
  app.add_option("--seed", run.world.seed)->capture_default_str();
  app.add_option("--graduates", run.world.graduates)->capture_default_str();
  app.add_option("--postings", run.world.postings)->capture_default_str();
  app.add_option("--any-major", run.world.any_major, "share of postings open to any major");
  app.add_option("--seats", run.seats, "seats a graduate, one market each")->capture_default_str();
  app.add_option("--threads", run.threads)->capture_default_str();
  app.add_option("--choices", run.choices, "length of given lists")->capture_default_str();
  app.add_option("--as-of", run.as_of)->capture_default_str();
  app.add_option("--parts", run.parts)
      ->check(CLI::IsMember({"all", "scores", "lists"}))
      ->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  return talentmatch::bench::report(run);
}
