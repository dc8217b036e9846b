// The placement modes `max_score` and `lists` at the portal's scale, each with 1, 2 and 4 threads: time, gap,
// hash; every result verified. Prints JSON; exit status 1 if a verifier objects or threads change a result.

#include <chrono>
#include <cstdlib>
#include <numeric>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <tbb/global_control.h>
#include <tbb/task_arena.h>

#include "bench/bench_world.hpp"
#include "engine/placement/best_choices.hpp"
#include "engine/placement/lists/many_to_many.hpp"
#include "engine/placement/lottery.hpp"
#include "engine/placement/max_score/verification.hpp"
#include "storage/catalog/load_catalog.hpp"

namespace talentmatch::bench {
namespace {

struct Run {
  std::string catalog = "data/catalog";
  WorldOptions world{.any_major = 0.1, .seats_per_graduate = 0.9};
  std::size_t length = 50;
  std::size_t per_graduate = 10;
  std::int32_t per_seat = 10;
  bool exact = false;
  std::string as_of = "2026-06-01";
};

struct ListedMarket {  // what both modes work on
  std::shared_ptr<const Field> field;
  std::vector<std::int32_t> seats;
  ChoiceLists lists;
};

template <class F>
auto timed(double& seconds, F&& f) {
  const auto start = std::chrono::steady_clock::now();
  auto result = f();
  seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return result;
}

template <class T>
std::uint64_t hash_of(const std::vector<T>& values) {  // FNV-1a
  std::uint64_t hash = 0xCBF2'9CE4'8422'2325;
  for (const T value : values) hash = (hash ^ value) * 0x100'0000'01B3;
  return hash;
}

// The same with 1, 2 and 4 threads; `one(hash)` gives JSON members. True: all hashes are equal.
template <class One>
bool with_threads(std::string& out, One one) {
  std::uint64_t first = 0;
  bool same = true;
  for (const int threads : {1, 2, 4}) {
    const tbb::global_control control(tbb::global_control::max_allowed_parallelism,
                                      static_cast<std::size_t>(threads));
    tbb::task_arena arena(threads);
    std::uint64_t hash = 0;
    const auto members = arena.execute([&] { return one(hash); });
    if (threads == 1) first = hash;
    same = same && hash == first;
    out += fmt::format("{}\n {{\"threads\":{},{},\"hash\":\"{:016x}\"}}", threads == 1 ? "" : ",", threads,
                       members, hash);
  }
  return same;
}

bool max_score(std::string& out, const ListedMarket& market, const Run& run) {
  bool sound = true;
  const auto once = [&](std::uint64_t& hash) {
    double seconds = 0;
    double checking = 0;
    const MaxScoreOptions options{.accepted_gap = run.exact ? 0 : 1000};
    const auto result =
        timed(seconds, [&] { return maximize_score(market.lists, market.seats, options).value(); });
    const auto verified =
        timed(checking, [&] { return verify_max_score(market.lists, market.seats, result); });
    sound = sound && verified.confirms(result) && result.gap() <= options.accepted_gap;
    hash = hash_of(result.postings);
    const auto placed =
        result.postings.size() - static_cast<std::size_t>(std::ranges::count(result.postings, kUnplaced));
    return fmt::format(
        R"("seconds":{:.3f},"verify_seconds":{:.3f},"placed":{},"total":{},"bound":{},"gap_percent":{:.5f},"bids":{})",
        seconds, checking, placed, result.total, result.bound,
        100.0 * static_cast<double>(result.bound - result.total) / static_cast<double>(result.bound),
        result.bids);
  };
  return with_threads(out, once) && sound;
}

bool many(std::string& out, const ListedMarket& market, const Run& run) {
  const auto lottery = draw(*market.field, 1);
  const Claims claims(lottery.graduates);
  std::vector<SeatTerms> terms;
  terms.reserve(market.seats.size());
  for (const auto seats : market.seats) terms.push_back({.seats = seats * run.per_seat});
  const ListContest contest{{.claims = claims, .terms = terms, .members = {}}, market.lists, {}};
  bool sound = true;
  const auto once = [&](std::uint64_t& hash) {
    double seconds = 0;
    double checking = 0;
    const auto granted = timed(seconds, [&] { return accept_many(contest, run.per_graduate).value(); });
    sound =
        timed(checking, [&] { return verify_lists(contest, run.per_graduate, granted).passed(); }) && sound;
    hash = hash_of(granted.choices);
    return fmt::format(R"("seconds":{:.3f},"verify_seconds":{:.3f},"granted":{})", seconds, checking,
                       granted.choices.size());
  };
  return with_threads(out, once) && sound;
}

int report(const Run& run) {
  const auto catalog = load_catalog(run.catalog);
  if (!catalog) return fmt::print(stderr, "{}\n", message(catalog.error(), Language::en)), 2;
  const auto world = market_of(*catalog, run.world);
  if (!world) return fmt::print(stderr, "{}\n", message(world.error(), Language::en)), 2;
  PlacementInput input;
  input.snapshot = (*world)->snapshot();
  input.as_of = parse_date(run.as_of).value_or(Date{});
  ListedMarket market{.field = std::make_shared<const Field>(input.snapshot, input.scope, input.as_of),
                      .seats = {},
                      .lists = {}};
  for (std::uint32_t p = 0; p < market.field->postings(); ++p) market.seats.push_back(market.field->seats(p));
  double listing = 0;
  market.lists =
      timed(listing, [&] { return best_choices(*market.field, input, {}, {.length = run.length}).value(); });
  std::string modes;
  const bool best = max_score(modes, market, run);
  modes += "],\"lists\":[";
  const bool listed = many(modes, market, run);
  fmt::print(
      "{{\"bench\":\"placement_modes\",\"compiler\":\"{}\",\"seed\":{},\"version\":\"{}\",\n\"graduates\":{},"
      "\"postings\":{},\"seats\":{},\"choices\":{},\"listing_seconds\":{:.3f},\n\"max_score\":[{}]}}\n",
      __VERSION__, run.world.seed, input.snapshot->version(), market.field->graduates(),
      market.field->postings(), std::accumulate(market.seats.begin(), market.seats.end(), std::int64_t{0}),
      market.lists.choices.size(), listing, modes);
  return best && listed ? EXIT_SUCCESS : EXIT_FAILURE;
}

}  // namespace
}  // namespace talentmatch::bench

int main(int argc, char** argv) {
  talentmatch::bench::Run run;
  CLI::App app{"Placement for the greatest total and stable lists, verified."};
  app.add_option("--catalog", run.catalog, "folder of the catalogue")->capture_default_str();
  app.add_option("--seed", run.world.seed)->capture_default_str();
  app.add_option("--graduates", run.world.graduates)->capture_default_str();
  app.add_option("--postings", run.world.postings)->capture_default_str();
  app.add_option("--any-major", run.world.any_major, "share of postings open to any major")
      ->capture_default_str();
  app.add_option("--seats-per-graduate", run.world.seats_per_graduate)->capture_default_str();
  app.add_option("--length", run.length, "of the lists")->capture_default_str();
  app.add_option("--per-graduate", run.per_graduate, "m of mode lists")->capture_default_str();
  app.add_option("--per-seat", run.per_seat, "c of mode lists")->capture_default_str();
  app.add_flag("--exact", run.exact, "the exact optimum");
  app.add_option("--as-of", run.as_of)->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  return talentmatch::bench::report(run);
}
