#include <fmt/format.h>

#include "tests/crash/records.hpp"
#include "tests/crash/workloads.hpp"
#include "tests/server/http_client.hpp"

namespace talentmatch::testing {
namespace {

constexpr std::uint64_t kLines = 100;

std::string import_of(std::uint64_t value) {
  std::string text;
  for (std::uint64_t i = 0; i < kLines; ++i) {
    text += idle_graduate(fmt::format("B{:03}", i), value) + "\n";
  }
  return text;
}

std::string replacement_of(std::uint64_t value) {
  std::string text;
  for (std::uint64_t i = 0; value != 0 && i < kLines; ++i) {
    text +=
        fmt::format(R"({{"id":"T{:09}-{:03}","school":"S1","employer":"E1","kind":"agreement","seats":{}}})",
                    value, i, i);
    text += '\n';
  }
  return text;
}

bool told(const HttpAnswer& answer, std::string_view part) {
  return answer.status == 200 && answer.whole && answer.body.find(part) != std::string::npos;
}

}  // namespace

void Puts::run(std::uint16_t port) {
  HttpClient client(port);
  while (true) {
    const auto number = ++next_;
    auto& key = keys_[number % keys_.size()];
    const auto target = fmt::format("/v1/graduates/A{}", number % keys_.size());
    const bool remove = number % 5 == 0 && key.acknowledged != 0;
    key.sent = remove ? 0 : number;
    const auto id = fmt::format("A{}", number % keys_.size());
    const auto answer =
        remove ? client.ask("DELETE", target) : client.ask("PUT", target, idle_graduate(id, number));
    if (answer.status >= 300 || !answer.whole) return;
    key.acknowledged = key.sent;
    ++acknowledged_;
  }
}

std::string Puts::check(std::uint16_t port) {
  HttpClient client(port);
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    auto& key = keys_[i];
    const auto id = fmt::format("A{}", i);
    const auto answer = client.ask("GET", "/v1/graduates/" + id);
    const auto is = [&](std::uint64_t value) {
      return value == 0 ? answer.status == 404
                        : answer.status == 200 && answer.body == idle_graduate(id, value);
    };
    if (!is(key.acknowledged) && !is(key.sent)) {
      return fmt::format("{}: {} acknowledged, {} sent, found {}", id, key.acknowledged, key.sent,
                         answer.body);
    }
    key.acknowledged = key.sent = is(key.acknowledged) ? key.acknowledged : key.sent;
  }
  return {};
}

void Imports::run(std::uint16_t port) {
  HttpClient client(port);
  while (true) {
    sent_ = value_ + 1;
    const auto answer = client.ask("POST", "/v1/graduates/import?results=errors", import_of(sent_));
    if (!told(answer, "\"rejected\":0")) return;
    value_ = sent_;
    ++acknowledged_;
  }
}

std::string Imports::check(std::uint16_t port) {
  std::string found;
  for (const auto& line : lines_of(HttpClient(port).ask("GET", "/v1/graduates/export").body)) {
    if (line.starts_with(R"({"id":"B)")) found += line + "\n";
  }
  const auto is = [&](std::uint64_t value) { return found == (value == 0 ? "" : import_of(value)); };
  if (!is(value_) && !is(sent_)) {
    return fmt::format("import: {} acknowledged, {} sent, found\n{}", value_, sent_, found);
  }
  value_ = sent_ = is(value_) ? value_ : sent_;
  return {};
}

void Replacements::run(std::uint16_t port) {
  HttpClient client(port);
  while (true) {
    sent_ = value_ + 1;
    const auto answer =
        client.ask("POST", "/v1/ties/import?mode=replace&results=errors", replacement_of(sent_));
    if (!told(answer, "\"swapped\":true")) return;
    value_ = sent_;
    ++acknowledged_;
  }
}

std::string Replacements::check(std::uint16_t port) {
  const auto found = HttpClient(port).ask("GET", "/v1/ties/export").body;
  if (found != replacement_of(value_) && found != replacement_of(sent_)) {
    return fmt::format("replace: {} acknowledged, {} sent, found\n{}", value_, sent_, found);
  }
  value_ = sent_ = found == replacement_of(value_) ? value_ : sent_;
  return {};
}

}  // namespace talentmatch::testing
