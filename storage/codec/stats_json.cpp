#include <array>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "storage/codec/answer_json.hpp"
#include "storage/codec/json_text.hpp"

namespace talentmatch {

void append_stats(std::string& out, std::string_view version, const MarketCounts& counts) {
  const std::array<std::pair<std::string_view, std::uint64_t>, 9> figures{{
      {"schools", counts.schools},
      {"graduates", counts.graduates},
      {"employers", counts.employers},
      {"postings", counts.postings},
      {"ties", counts.ties},
      {"placements", counts.placements},
      {"headcount", counts.headcount},
      {"seats_open", counts.seats_open},
      {"graduates_seeking", counts.graduates_seeking},
  }};
  out += "{\"version\":";
  append_text(out, version);
  for (const auto& [name, count] : figures)
    fmt::format_to(std::back_inserter(out), ",\"{}\":{}", name, count);
  out += ",\"openings_per_seeker\":";
  if (counts.graduates_seeking == 0) {
    out += "null}";
    return;
  }
  const std::uint64_t hundredths = counts.seats_open * 100 / counts.graduates_seeking;
  fmt::format_to(std::back_inserter(out), "{}.{:02}}}", hundredths / 100, hundredths % 100);
}

}  // namespace talentmatch
