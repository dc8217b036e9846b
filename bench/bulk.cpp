// Everybody at once over a data directory: top-k for every graduate and for every posting in the engine with
// one thread and with two, the same as lines of JSON, and batches of 1,000 as POST /v1/recommendations
// answers them. The answers of both thread counts are compared by digest, a sample with the exhaustive
// scorer. Prints JSON; exit status 1 if an answer differs.

#include <chrono>
#include <cstdlib>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <tbb/task_arena.h>
#include <xxhash.h>

#include "engine/ranking/rank_all.hpp"
#include "storage/service/service.hpp"

namespace talentmatch::bench {
namespace {

struct Run {
  std::string data;
  std::string catalog = "data/catalog";
  std::size_t k = 20;
  std::size_t checked = 20;
  std::string parts;  // empty = all
  std::string as_of = "2026-06-01";
};

template <class F>
double seconds(F&& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

std::uint64_t digest(const Ranking& ranking) {
  std::uint64_t value = ranking.results.size();
  for (const Ranked& ranked : ranking.results) {
    const std::array<std::uint32_t, 4> words{ranked.ref.segment, ranked.ref.row,
                                             static_cast<std::uint32_t>(ranked.scores.employer_view),
                                             static_cast<std::uint32_t>(ranked.scores.graduate_view)};
    value = XXH3_64bits_withSeed(words.data(), sizeof(words), value);
  }
  return value;
}

// Seconds with so many threads; the digests of all rankings, in order.
template <class RankAll>
double timed(int threads, std::size_t count, std::vector<std::uint64_t>& digests, const RankAll& rank_all) {
  return seconds([&] {
    tbb::task_arena(threads).execute([&] {
      rank_all(count,
               [&](std::size_t i, const auto&, const Ranking& ranking) { digests[i] = digest(ranking); });
    });
  });
}

// `rank_all` calls what it is given with the ranking of each of the first `count` records.
template <class RankAll, class Exhaustive>
std::string in_engine(std::size_t records, std::size_t checked, std::size_t& wrong, const RankAll& rank_all,
                      const Exhaustive& exhaustive) {
  std::vector<std::uint64_t> one(records);
  std::vector<std::uint64_t> two(records);
  timed(2, records / 8, two, rank_all);  // warm up
  const auto with_one = timed(1, records, one, rank_all);
  const auto with_two = timed(2, records, two, rank_all);
  wrong += one == two ? 0U : 1U;
  for (std::size_t i = 0; i < checked && records != 0; ++i) {
    const auto at = i * 2'654'435'761U % records;
    wrong += two[at] == digest(exhaustive(at)) ? 0U : 1U;
  }
  return fmt::format(
      R"({{"records":{},"seconds_1_thread":{:.3f},"seconds_2_threads":{:.3f},"scaling":{:.2f},"a_second":{:.0f}}})",
      records, with_one, with_two, with_one / with_two, static_cast<double>(records) / with_two);
}

std::string as_lines(const Service& service, Side side, const RankRequest& request) {
  std::uint64_t bytes = 0;
  std::uint64_t lines = 0;
  const auto time = seconds([&] {
    const auto count = service.rank_all(side, request, [&](std::string_view text) {
      bytes += text.size();
      return true;
    });
    lines = count.value_or(0);
  });
  return fmt::format(R"({{"lines":{},"megabytes":{:.0f},"seconds":{:.3f},"a_second":{:.0f}}})", lines,
                     static_cast<double>(bytes) / 1e6, time, static_cast<double>(lines) / time);
}

// Ids spread over the side, 1,000 a batch.
std::string in_batches(const Service& service, const RankRequest& request) {
  constexpr std::size_t kBatch = 1000;
  constexpr std::size_t kBatches = 100;
  const auto snapshot = service.snapshot();
  const auto graduates = graduates_by_id(*snapshot);
  std::vector<std::string> bodies;
  for (std::size_t b = 0; b < kBatches; ++b) {
    std::string body = R"({"items":[)";
    for (std::size_t i = 0; i < kBatch; ++i) {
      const auto ref = graduates[(b * kBatch + i) * 2'654'435'761U % graduates.size()];
      body += fmt::format(R"({}{{"graduate":"{}"}})", i == 0 ? "" : ",", snapshot->graduate(ref).id);
    }
    bodies.push_back(body + "]}");
  }
  std::size_t bytes = 0;
  std::string answer;
  const auto time = seconds([&] {
    for (const auto& body : bodies) {
      answer.clear();
      if (!service.batch(Side::postings, body, request, answer)) return;
      bytes += answer.size();
    }
  });
  return fmt::format(R"({{"items":{},"batches":{},"megabytes":{:.0f},"seconds":{:.3f},"a_second":{:.0f}}})",
                     kBatch, kBatches, static_cast<double>(bytes) / 1e6, time,
                     static_cast<double>(kBatch * kBatches) / time);
}

int report(const Run& run) {
  ServiceOptions opening;
  opening.data = run.data;
  opening.catalog = run.catalog;
  const auto service = Service::open(std::move(opening));
  if (!service) return fmt::print(stderr, "{}\n", message(service.error(), Language::en)), 2;
  const auto snapshot = (*service)->snapshot();
  RankRequest request;
  request.options.k = run.k;
  request.options.as_of = parse_date(run.as_of).value_or(Date{});
  request.asked_as_of = request.options.as_of;
  const auto graduates = graduates_by_id(*snapshot);
  const auto postings = postings_by_id(*snapshot);
  std::size_t wrong = 0;
  std::vector<std::string> parts;
  const auto asked = [&](std::string_view part) { return run.parts.empty() || run.parts == part; };
  if (asked("graduates")) {
    parts.push_back(
        "\"for_graduates\":" +
        in_engine(
            graduates.size(), run.checked, wrong,
            [&](std::size_t count, const GraduateRanked& f) {
              rank_for_graduates(*snapshot, std::span(graduates).first(count), request.options, f);
            },
            [&](std::size_t i) {
              return rank_exhaustively(*snapshot, snapshot->graduate(graduates[i]), request.options);
            }));
  }
  if (asked("postings")) {
    parts.push_back("\"for_postings\":" +
                    in_engine(
                        postings.size(), run.checked, wrong,
                        [&](std::size_t count, const PostingRanked& f) {
                          rank_for_postings(*snapshot, std::span(postings).first(count), request.options, f);
                        },
                        [&](std::size_t i) {
                          return rank_exhaustively(*snapshot, snapshot->posting(postings[i]),
                                                   request.options);
                        }));
  }
  if (asked("lines")) {
    parts.push_back("\"lines_for_graduates\":" + as_lines(**service, Side::postings, request));
    parts.push_back("\"lines_for_postings\":" + as_lines(**service, Side::graduates, request));
  }
  if (asked("batches")) parts.push_back("\"batches\":" + in_batches(**service, request));
  fmt::print("{{\"bench\":\"bulk\",\"compiler\":\"{}\",\"version\":\"{}\",\"k\":{},\n{},\n\"wrong\":{}}}\n",
             __VERSION__, snapshot->version(), run.k, fmt::join(parts, ",\n"), wrong);
  return wrong == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

}  // namespace
}  // namespace talentmatch::bench

int main(int argc, char** argv) {
  talentmatch::bench::Run run;
  CLI::App app{"Rankings for everybody at once, checked against the exhaustive scorer."};
  app.add_option("--data", run.data, "data directory, as `talentmatch generate --data` makes one")
      ->required();
  app.add_option("--catalog", run.catalog, "folder of the catalogue")->capture_default_str();
  app.add_option("--k", run.k)->capture_default_str();
  app.add_option("--checked", run.checked, "answers a side compared with the oracle")->capture_default_str();
  app.add_option("--only", run.parts, "one part")
      ->check(CLI::IsMember({"graduates", "postings", "lines", "batches"}));
  app.add_option("--as-of", run.as_of)->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  return talentmatch::bench::report(run);
}
