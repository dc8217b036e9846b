// The first byte is the size of the pieces that the rest arrives in. However it is cut, the same requests
// come out of it, each within the limits.

#include <algorithm>
#include <string>
#include <vector>

#include "server/http/request_parser.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace talentmatch::fuzz {
namespace {

constexpr std::size_t kHeader = 1024;
constexpr std::size_t kBody = 512;

struct Outcome {
  std::vector<std::string> requests;
  ParseState last{};
};

std::string summary(const Request& request) {
  require(request.body.size() <= kBody && request.target.size() <= kHeader);
  return std::to_string(static_cast<int>(request.method)) + ' ' + request.target + ' ' + request.host + ' ' +
         request.content_type + ' ' + request.if_match + '\n' + request.body;
}

Outcome parse(std::string_view text, std::size_t piece) {
  Outcome outcome;
  std::string pending;
  while (true) {
    Request request;
    RequestParser parser(request, kHeader, kBody);
    do {
      std::string_view bytes = pending;
      do {
        outcome.last = parser.feed(bytes);
      } while (outcome.last == ParseState::header);
      pending = std::string(bytes);
      if (outcome.last != ParseState::need_more || text.empty()) break;
      pending += text.substr(0, piece);
      text.remove_prefix(std::min(piece, text.size()));
    } while (true);
    if (outcome.last != ParseState::complete) return outcome;
    outcome.requests.push_back(summary(request));
  }
}

}  // namespace
}  // namespace talentmatch::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace talentmatch::fuzz;
  if (size == 0) return 0;
  const auto input = text(data + 1, size - 1);
  const auto whole = parse(input, input.size() + 1);
  const auto cut = parse(input, data[0] + std::size_t{1});
  require(whole.requests == cut.requests);
  return 0;
}
