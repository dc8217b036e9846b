#include "server/log/event_line.hpp"

#include <algorithm>

#include <fmt/chrono.h>
#include <fmt/format.h>

namespace talentmatch {

EventLine::EventLine(std::string_view event) {
  using namespace std::chrono;
  line_.reserve(512);
  const auto now = floor<milliseconds>(system_clock::now());
  const auto whole = floor<seconds>(now);
  fmt::format_to(std::back_inserter(line_), R"({{"time":"{:%FT%T}.{:03}Z","event":)",
                 fmt::gmtime(system_clock::to_time_t(whole)), (now - whole).count());
  append_text(line_, event);
}

EventLine& EventLine::add(std::string_view name, std::string_view text) {
  if (text.empty()) return *this;
  begin(name);
  append_text(line_, text);
  return *this;
}

EventLine& EventLine::add(std::string_view name, std::chrono::nanoseconds time) {
  const auto microseconds = std::max<std::int64_t>(time.count(), 0) / 1000;
  begin(name);
  fmt::format_to(std::back_inserter(line_), "{}.{:03}", microseconds / 1000, microseconds % 1000);
  return *this;
}

std::string_view EventLine::finish() {
  return line_ += "}\n";
}

void EventLine::begin(std::string_view name) {
  line_.append(",\"").append(name).append("\":");
}

}  // namespace talentmatch
