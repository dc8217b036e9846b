#pragma once
// One line of the log: {"time":"2026-11-26T20:07:45.123Z","event":"started",…}. Names are literals of the
// program; nothing that tells of a person may become a value.

#include <chrono>
#include <concepts>
#include <string>
#include <string_view>

#include "storage/codec/json_text.hpp"

namespace talentmatch {

class EventLine {
 public:
  explicit EventLine(std::string_view event);

  // UTF-8. An empty text is left out.
  EventLine& add(std::string_view name, std::string_view text);
  template <std::integral Number>
  EventLine& add(std::string_view name, Number number) {
    begin(name);
    append_number(line_, number);
    return *this;
  }
  // Milliseconds, to the microsecond.
  EventLine& add(std::string_view name, std::chrono::nanoseconds time);

  // The whole line with its line feed; lives as long as this does.
  std::string_view finish();

 private:
  void begin(std::string_view name);

  std::string line_;
};

}  // namespace talentmatch
