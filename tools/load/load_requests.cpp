#include "tools/load/load_requests.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace talentmatch {
namespace {

constexpr std::string_view kId = "{id}";

// Every line of an export begins with the id.
std::string_view id_of(std::string_view line) {
  constexpr std::string_view kBegin = R"({"id":")";
  line.remove_prefix(std::min(line.size(), kBegin.size()));
  return line.substr(0, line.find('"'));
}

Outcome<std::vector<std::string>> all_ids(const Client& client, std::string_view collection) {
  std::vector<std::string> ids;
  std::string line;
  const auto sink = [&](std::string_view bytes) {
    for (auto end = bytes.find('\n'); end != std::string_view::npos; end = bytes.find('\n')) {
      line += bytes.substr(0, end);
      ids.emplace_back(id_of(line));
      line.clear();
      bytes.remove_prefix(end + 1);
    }
    line += bytes;
    return true;
  };
  const HttpRequest request{.method = "GET", .target = fmt::format("/v1/{}/export", collection), .body = {}};
  if (auto done = client.exchange(request, sink); !done) return std::unexpected(std::move(done.error()));
  if (ids.empty()) return give_up(fmt::format("there are no {}", collection));
  return ids;
}

// In steps of the golden ratio: spread over all, in no order that a cache could use, the same in every run.
std::vector<std::string> spread(const std::vector<std::string>& ids, std::size_t wanted) {
  constexpr std::size_t kStep = 2'654'435'761;
  std::vector<std::string> chosen;
  for (std::size_t i = 0; i < std::min(wanted, ids.size()); ++i)
    chosen.push_back(ids[i * kStep % ids.size()]);
  return chosen;
}

std::string get_request(std::string_view host, std::string_view target) {
  return fmt::format("GET {} HTTP/1.1\r\nHost: {}\r\n\r\n", target, host);
}

std::string post_request(std::string_view host, std::string_view target, std::string_view body) {
  return fmt::format(
      "POST {} HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{}",
      target, host, body.size(), body);
}

// "/v1/recommendations" ranks for graduates, "/v1/candidates" for postings.
std::vector<std::string> batches(std::string_view host, const RequestPattern& pattern,
                                 std::string_view asking, std::span<const std::string> ids) {
  std::vector<std::string> requests;
  for (std::size_t first = 0; first < ids.size(); first += pattern.batch) {
    std::vector<std::string> items;
    for (const auto& id : ids.subspan(first, std::min(pattern.batch, ids.size() - first))) {
      items.push_back(fmt::format(R"({{"{}":"{}"}})", asking, id));
    }
    requests.push_back(
        post_request(host, pattern.path, fmt::format(R"({{"items":[{}]}})", fmt::join(items, ","))));
  }
  return requests;
}

}  // namespace

Outcome<std::vector<std::string>> make_requests(const Client& client, const std::string& host,
                                                const RequestPattern& pattern) {
  const bool for_postings =
      pattern.path.find("/candidates") != std::string::npos || pattern.path.starts_with("/v1/postings/");
  const auto hole = pattern.path.find(kId);
  if (pattern.batch == 0 && hole == std::string::npos) return std::vector{get_request(host, pattern.path)};
  if (!pattern.path.starts_with("/v1/"))
    return give_up("--path: {id} and --batch need a path of /v1", kMisused);
  const auto ids = all_ids(client, for_postings ? "postings" : "graduates");
  if (!ids) return std::unexpected(ids.error());
  const auto chosen = spread(*ids, pattern.ids);
  if (pattern.batch > 0) return batches(host, pattern, for_postings ? "posting" : "graduate", chosen);
  std::vector<std::string> requests;
  for (const auto& id : chosen) {
    requests.push_back(get_request(host, std::string(pattern.path).replace(hole, kId.size(), id)));
  }
  return requests;
}

}  // namespace talentmatch
