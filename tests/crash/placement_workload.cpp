#include <algorithm>
#include <chrono>
#include <thread>

#include <fmt/format.h>

#include "tests/crash/records.hpp"
#include "tests/crash/workloads.hpp"
#include "tests/server/http_client.hpp"

namespace talentmatch::testing {
namespace {

constexpr std::ptrdiff_t kPlaced = 5;  // graduates K0…K4 fit the postings of the test

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::string id_of(const std::string& run) {
  const auto from = run.find("\"id\":\"") + 6;
  return run.substr(from, run.find('"', from) - from);
}

// Starts a run and waits for its end; its target, empty if that failed.
std::string compute(HttpClient& client) {
  const auto started = client.ask("POST", "/v1/placements", "{}");
  if (started.status != 202) return {};
  const auto target = "/v1/placements/" + id_of(started.body);
  while (true) {
    const auto shown = client.ask("GET", target);
    if (has(shown.body, R"("state":"done")")) return target;
    if (shown.status != 200 || has(shown.body, R"("state":"failed")")) return {};
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
}

std::ptrdiff_t count_lines(HttpClient& client, const std::string& target, std::string_view part) {
  return std::ranges::count_if(lines_of(client.ask("GET", target).body),
                               [&](const std::string& line) { return has(line, part); });
}

// What is left of earlier rounds.
void clear(HttpClient& client, const std::string& list) {
  for (auto at = list.find("{\"id\":"); at != std::string::npos; at = list.find("{\"id\":", at + 1)) {
    const auto target = "/v1/placements/" + id_of(list.substr(at));
    client.ask("DELETE", target + "/confirm");
    client.ask("DELETE", target);
  }
}

}  // namespace

void Confirmations::run(std::uint16_t port) {
  HttpClient client(port);
  while (true) {
    const auto target = compute(client);
    if (target.empty()) return;
    sent_ = true;
    const auto confirmed = client.ask("POST", target + "/confirm");
    if (!has(confirmed.body, fmt::format(R"("confirmation":{{"placements":{},"refused":[]}})", kPlaced)))
      return;
    confirmed_ = true;
    ++acknowledged_;
    sent_ = false;
    if (client.ask("DELETE", target + "/confirm").status != 200) return;
    confirmed_ = false;
    ++acknowledged_;
    if (client.ask("DELETE", target).status != 200) return;
  }
}

std::string Confirmations::check(std::uint16_t port) {
  HttpClient client(port);
  const auto list = client.ask("GET", "/v1/placements").body;
  const bool confirmed = has(list, R"("confirmed":true)");
  const auto placements = count_lines(client, "/v1/placements/export", R"("status":"confirmed")");
  const auto placed = count_lines(client, "/v1/graduates/export", R"("status":"placed")");
  const auto expected = confirmed ? kPlaced : 0;
  if ((confirmed != confirmed_ && confirmed != sent_) || placements != expected || placed != expected) {
    return fmt::format("confirm: acknowledged {}, sent {}, found {} with {} placements, {} graduates placed",
                       confirmed_, sent_, confirmed, placements, placed);
  }
  clear(client, list);
  confirmed_ = sent_ = false;
  return {};
}

}  // namespace talentmatch::testing
