// A query that is accepted says the same when its parameters are encoded again.

#include <algorithm>
#include <string>

#include "server/http/query.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace talentmatch::fuzz {
namespace {

std::string encoded(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    out += {'%', kDigits[byte / 16U], kDigits[byte % 16U]};
  }
  return out;
}

std::string encoded(const Query& query) {
  std::string out;
  for (const Parameter& parameter : query.parameters()) {
    out += (out.empty() ? "" : "&") + encoded(parameter.name) + '=' + encoded(parameter.value);
  }
  return out;
}

bool same(const Parameter& a, const Parameter& b) {
  return a.name == b.name && a.value == b.value;
}

}  // namespace
}  // namespace talentmatch::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace talentmatch::fuzz;
  talentmatch::Query query;
  if (!query.parse(text(data, size))) return 0;
  for (const auto& parameter : query.parameters()) require(query.get(parameter.name) == parameter.value);
  const auto again_text = encoded(query);
  talentmatch::Query again;
  require(again.parse(again_text).has_value());
  require(std::ranges::equal(query.parameters(), again.parameters(), same));
  return 0;
}
