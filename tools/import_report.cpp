#include "tools/import_report.hpp"

#include <fmt/format.h>

#include "tools/json_answer.hpp"

namespace talentmatch {
namespace {

constexpr int kShown = 10;

}  // namespace

bool ImportReport::take(std::string_view bytes) {
  partial_ += bytes;
  std::size_t start = 0;
  for (auto end = partial_.find('\n'); end != std::string::npos; end = partial_.find('\n', start)) {
    take_line(std::string_view(partial_).substr(start, end - start));
    start = end + 1;
  }
  partial_.erase(0, start);
  return true;
}

void ImportReport::take_line(std::string_view line) {
  simdjson::dom::parser parser;
  JsonElement root;
  JsonElement totals;
  if (parser.parse(line.data(), line.size()).get(root) != simdjson::SUCCESS) return;
  if (root["totals"].get(totals) != simdjson::SUCCESS) return show_rejection(line);
  totals_ = simdjson::minify(totals);
  rejected_ = number_of(totals, "rejected");
  JsonElement reason;
  if (totals["reason"].get(reason) == simdjson::SUCCESS) refusal_ = text_of(reason, "message");
}

void ImportReport::show_rejection(std::string_view line) {
  if (errors_ != nullptr) {
    fmt::print(errors_, "{}\n", line);
    return;
  }
  if (++shown_ > kShown) return;
  simdjson::dom::parser parser;
  const JsonElement root = parser.parse(line.data(), line.size()).value_unsafe();
  fmt::print(stderr, "{}:{}: {}\n", name_, number_of(root, "line"), text_of(root, "message"));
  if (shown_ == kShown)
    fmt::print(stderr, "{}: further rejections are not shown; --errors FILE keeps all\n", name_);
}

}  // namespace talentmatch
