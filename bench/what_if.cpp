// What-if of single postings with seats more and fewer after a whole run of the portal (spec 3), each
// question by itself; some answers are compared with whole new runs. Prints JSON; exit status 1 if one
// differs.

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <random>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "bench/bench_world.hpp"
#include "bench/latency.hpp"
#include "bench/memory.hpp"
#include "engine/placement/seat_change.hpp"
#include "storage/catalog/load_catalog.hpp"

namespace talentmatch::bench {
namespace {

struct Run {
  std::string catalog = "data/catalog";
  WorldOptions world{.any_major = 0.1, .seats_per_graduate = 0.9};
  std::size_t postings = 50;
  std::vector<int> seats{10, -10, 3, -3, 1, -1};
  std::size_t checked = 2;
  std::string as_of = "2026-06-01";
};

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

class Questions {
 public:
  Questions(const Run& run, PlacementInput input, const SettledRun& settled)
      : run_(run), input_(std::move(input)), settled_(settled) {}

  // Of full postings: those that are not have nobody who waits.
  std::string ask(int by) {
    std::mt19937_64 random(run_.world.seed);
    Latencies times;
    std::size_t most_moved = 0;
    std::size_t moved = 0;
    for (std::size_t tries = 0; times.calls() < run_.postings && tries < 1'000'000; ++tries) {
      const auto posting = static_cast<std::uint32_t>(random() % settled_.field().postings());
      if (settled_.heads().at(posting).empty() || settled_.unlocked_seats(posting) + by < 0) continue;
      const auto moves = times.measure([&] { return change_seats(settled_, posting, by, ranker_); });
      most_moved = std::max(most_moved, moves->size());
      moved += moves->size();
      if (times.calls() == 1 && checked_ < run_.checked) check(posting, by, *moves);
    }
    return fmt::format(R"({{"seats":{},"moved":{},"moved_most":{},"times":{}}})", by, moved, most_moved,
                       times.json());
  }

  std::size_t checked() const { return checked_; }
  bool sound() const { return sound_; }

 private:
  void check(std::uint32_t posting, int by, const std::vector<SeatMove>& moves) {
    input_.seat_changes = {{std::string(settled_.field().posting_id(posting)), by}};
    const auto whole = place_stable(input_);
    auto after = settled_.result().assignments;
    for (const SeatMove& move : moves) after[move.graduate] = move.after;
    sound_ = sound_ && whole &&
             std::ranges::equal(after, whole->assignments, {}, &Assignment::posting, &Assignment::posting);
    ++checked_;
  }

  const Run& run_;
  PlacementInput input_;
  const SettledRun& settled_;
  Ranker ranker_;
  std::size_t checked_ = 0;
  bool sound_ = true;
};

int report(const Run& run) {
  const auto catalog = load_catalog(run.catalog);
  if (!catalog) return fmt::print(stderr, "{}\n", message(catalog.error(), Language::en)), 2;
  const auto world = market_of(*catalog, run.world);
  if (!world) return fmt::print(stderr, "{}\n", message(world.error(), Language::en)), 2;
  PlacementInput input;
  input.snapshot = (*world)->snapshot();
  input.as_of = parse_date(run.as_of).value_or(Date{});
  input.seed = 7;
  const auto placing = std::chrono::steady_clock::now();
  auto result = place_stable(input);
  if (!result) return fmt::print(stderr, "{}\n", message(result.error(), Language::en)), 2;
  const double place = seconds_since(placing);
  const auto held = std::make_shared<const PlacementResult>(*std::move(result));
  const auto resident = resident_megabytes();
  const auto settling = std::chrono::steady_clock::now();
  const auto settled = SettledRun::make(held, true);
  const double settle = seconds_since(settling);
  const auto added = resident_megabytes() - resident;
  Questions questions(run, input, *settled);
  std::string rows;
  for (const int by : run.seats) rows += (rows.empty() ? "\n " : ",\n ") + questions.ask(by);
  fmt::print(
      "{{\"bench\":\"what_if\",\"compiler\":\"{}\",\"seed\":{},\"version\":\"{}\",\"graduates\":{},"
      "\"postings\":{},\n\"place_s\":{:.3f},\"resident_mb\":{},\"settle_s\":{:.3f},\"settled_added_mb\":{},"
      "\"compared_with_whole_runs\":{},\"equal\":{},\n\"questions\":[{}]}}\n",
      __VERSION__, run.world.seed, input.snapshot->version(), settled->field().graduates(),
      settled->field().postings(), place, resident, settle, added, questions.checked(), questions.sound(),
      rows);
  return questions.sound() ? EXIT_SUCCESS : EXIT_FAILURE;
}

}  // namespace
}  // namespace talentmatch::bench

int main(int argc, char** argv) {
  talentmatch::bench::Run run;
  CLI::App app{"What other seats of single postings would change, after a run of the whole portal."};
  app.add_option("--catalog", run.catalog, "folder of the catalogue")->capture_default_str();
  app.add_option("--seed", run.world.seed)->capture_default_str();
  app.add_option("--graduates", run.world.graduates)->capture_default_str();
  app.add_option("--postings", run.world.postings)->capture_default_str();
  app.add_option("--any-major", run.world.any_major, "share of postings open to any major")
      ->capture_default_str();
  app.add_option("--seats-per-graduate", run.world.seats_per_graduate)->capture_default_str();
  app.add_option("--questions", run.postings, "postings asked of, for each number of seats")
      ->capture_default_str();
  app.add_option("--seats", run.seats, "seats more or fewer")->capture_default_str();
  app.add_option("--checked", run.checked,
                 "numbers of seats of which one posting is compared with a whole new run")
      ->capture_default_str();
  app.add_option("--as-of", run.as_of)->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  return talentmatch::bench::report(run);
}
