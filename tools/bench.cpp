#include <algorithm>
#include <memory>
#include <numeric>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "tools/access.hpp"
#include "tools/commands.hpp"
#include "tools/json_answer.hpp"
#include "tools/load/load_requests.hpp"
#include "tools/load/load_run.hpp"
#include "tools/progress.hpp"

namespace talentmatch {
namespace {

struct BenchArguments {
  Access access;
  RequestPattern pattern{.path = "/v1/graduates/{id}/recommendations?k=20"};
  LoadPlan plan;
  bool live = false;
};

std::uint32_t quantile(const std::vector<std::uint32_t>& sorted, double share) {
  if (sorted.empty()) return 0;
  const auto at = static_cast<std::size_t>(share * static_cast<double>(sorted.size()));
  return sorted[std::min(at, sorted.size() - 1)];
}

std::string latency_json(std::vector<std::uint32_t> latencies) {
  std::ranges::sort(latencies);
  const auto sum = std::accumulate(latencies.begin(), latencies.end(), 0.0);
  return fmt::format(R"({{"mean_us":{:.0f},"p50_us":{},"p90_us":{},"p99_us":{},"p999_us":{},"max_us":{}}})",
                     latencies.empty() ? 0.0 : sum / static_cast<double>(latencies.size()),
                     quantile(latencies, 0.5), quantile(latencies, 0.9), quantile(latencies, 0.99),
                     quantile(latencies, 0.999), latencies.empty() ? 0U : latencies.back());
}

std::string report(const BenchArguments& arguments, const LoadFigures& figures, std::string_view version) {
  const auto batch = std::max<std::size_t>(arguments.pattern.batch, 1);
  const auto per_second = static_cast<double>(figures.answers) / figures.seconds;
  const auto size =
      static_cast<double>(figures.bytes) / static_cast<double>(std::max<std::uint64_t>(1, figures.answers));
  return fmt::format(
      R"({{"bench":"http","compiler":"{}","version":"{}","path":"{}","connections":{},"pipeline":{},"batch":{},)"
      R"("rate":{},"seconds":{:.1f},"answers":{},"refused":{},"broken":{},"differing":{},)"
      R"("answers_per_second":{:.0f},"items_per_second":{:.0f},"bytes_an_answer":{:.0f},"latency":{}}})",
      __VERSION__, version, arguments.pattern.put ? "PUT /v1/postings/{id}" : arguments.pattern.path,
      arguments.plan.connections, arguments.plan.pipeline, arguments.pattern.batch, arguments.plan.rate,
      figures.seconds, figures.answers, figures.refused, figures.broken, figures.differing, per_second,
      per_second * static_cast<double>(batch), size, latency_json(figures.latencies));
}

Outcome<std::string> version_of(const Client& client) {
  const auto stats = client.get("/v1/stats");
  if (!stats) return std::unexpected(stats.error());
  simdjson::dom::parser parser;
  JsonElement parsed;
  if (parser.parse(*stats).get(parsed) != simdjson::SUCCESS) return give_up("/v1/stats: not JSON");
  return std::string(text_of(parsed, "version"));
}

Outcome<int> bench(BenchArguments arguments) {
  const auto client = Client::to(arguments.access);
  if (!client) return std::unexpected(client.error());
  if (client->secure()) return give_up("--server: bench speaks plain HTTP only", kMisused);
  arguments.plan.host = client->host();
  arguments.plan.port = client->port();
  const auto version = version_of(*client);
  if (!version) return std::unexpected(version.error());
  auto requests = make_requests(*client, arguments.pattern);
  if (!requests) return std::unexpected(requests.error());
  arguments.plan.requests = std::move(*requests);
  Progress progress("asking", "");
  const auto figures = run_load(arguments.plan, [&](double share) { progress.update(share, 0); });
  if (!figures) return std::unexpected(figures.error());
  fmt::print("{}\n", report(arguments, *figures, *version));
  const bool sound = figures->answers > 0 && figures->refused == 0 && figures->broken == 0 &&
                     (arguments.live || arguments.pattern.put || figures->differing == 0);
  return sound ? kDone : kFailed;
}

}  // namespace

void add_bench(CLI::App& program, Action& chosen) {
  auto* command = program.add_subcommand(
      "bench", "Throughput and latency of a running server, closed loop or at a fixed rate, as JSON");
  auto arguments = std::make_shared<BenchArguments>();
  auto& [access, pattern, plan, live] = *arguments;
  command->add_option("--server", access.server, "http://HOST:PORT")->type_name("URL")->required();
  command->add_option("--path", pattern.path, "What to ask; {id} becomes ids of graduates or postings")
      ->capture_default_str();
  command
      ->add_option("--ids", pattern.ids,
                   "How many different ids; what is asked again is answered from memory")
      ->capture_default_str()
      ->check(CLI::PositiveNumber);
  command->add_option("--batch", pattern.batch, "Post so many ids in each request")
      ->check(CLI::Range(1, 1000));
  command->add_flag("--put", pattern.put, "Write postings instead: each with a seat more, then as it was")
      ->excludes("--path")
      ->excludes("--batch");
  command->add_option("--connections", plan.connections)->capture_default_str()->check(CLI::Range(1, 10'000));
  command->add_option("--pipeline", plan.pipeline, "Requests that a connection sends at once")
      ->capture_default_str()
      ->check(CLI::Range(1, 256));
  command->add_option("--rate", plan.rate, "Requests a second; 0 = as fast as answers come")
      ->capture_default_str()
      ->check(CLI::NonNegativeNumber);
  command->add_option("--warm-up", plan.warm_up, "Seconds before counting")
      ->capture_default_str()
      ->check(CLI::NonNegativeNumber);
  command->add_option("--seconds", plan.seconds, "Seconds of counting")
      ->capture_default_str()
      ->check(CLI::PositiveNumber);
  command->add_flag("--live", live, "The data may change meanwhile: answers to one request may differ");
  add_key_file(*command, access);
  add_language(*command, access);
  command->footer(
      "Fails if an answer is refused, broken, or unlike the first to the same request.\n"
      "Example:\n  talentmatch bench --server http://127.0.0.1:8080 --connections 64 --seconds 10\n"
      "  talentmatch bench --server http://127.0.0.1:8080 --path /v1/recommendations --batch 1000 "
      "--connections 2\n"
      "  talentmatch bench --server http://127.0.0.1:8080 --put --rate 1000 --connections 8");
  command->callback([&chosen, arguments] { chosen = [arguments] { return bench(*arguments); }; });
}

}  // namespace talentmatch
