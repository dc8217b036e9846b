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

// What `take` makes of each record.
template <class Take>
Outcome<std::vector<std::string>> collect(const Client& client, std::string_view collection, Take&& take) {
  std::vector<std::string> taken;
  std::string line;
  const auto sink = [&](std::string_view bytes) {
    for (auto end = bytes.find('\n'); end != std::string_view::npos; end = bytes.find('\n')) {
      line += bytes.substr(0, end);
      taken.emplace_back(take(line));
      line.clear();
      bytes.remove_prefix(end + 1);
    }
    line += bytes;
    return true;
  };
  const HttpRequest request{.method = "GET", .target = fmt::format("/v1/{}/export", collection), .body = {}};
  if (auto done = client.exchange(request, sink); !done) return std::unexpected(std::move(done.error()));
  if (taken.empty()) return give_up(fmt::format("there are no {}", collection));
  return taken;
}

// In steps of the golden ratio: spread over all, in no order that a cache could use, the same in every run.
std::vector<std::string> spread(const std::vector<std::string>& records, std::size_t wanted) {
  constexpr std::size_t kStep = 2'654'435'761;
  std::vector<std::string> chosen;
  for (std::size_t i = 0; i < std::min(wanted, records.size()); ++i)
    chosen.push_back(records[i * kStep % records.size()]);
  return chosen;
}

// The fields that all requests have.
std::string common_fields(const Client& client) {
  auto fields = fmt::format("Host: {}:{}\r\n", client.host(), client.port());
  if (!client.key().empty()) fields += fmt::format("Authorization: Bearer {}\r\n", client.key());
  return fields;
}

std::string get_request(std::string_view fields, std::string_view target) {
  return fmt::format("GET {} HTTP/1.1\r\n{}\r\n", target, fields);
}

std::string request_with_body(std::string_view method, std::string_view fields, std::string_view target,
                              std::string_view body) {
  return fmt::format("{} {} HTTP/1.1\r\n{}Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{}",
                     method, target, fields, body.size(), body);
}

// "/v1/recommendations" ranks for graduates, "/v1/candidates" for postings.
std::vector<std::string> batches(std::string_view fields, const RequestPattern& pattern,
                                 std::string_view asking, std::span<const std::string> ids) {
  std::vector<std::string> requests;
  for (std::size_t first = 0; first < ids.size(); first += pattern.batch) {
    std::vector<std::string> items;
    for (const auto& id : ids.subspan(first, std::min(pattern.batch, ids.size() - first))) {
      items.push_back(fmt::format(R"({{"{}":"{}"}})", asking, id));
    }
    requests.push_back(request_with_body("POST", fields, pattern.path,
                                         fmt::format(R"({{"items":[{}]}})", fmt::join(items, ","))));
  }
  return requests;
}

std::string with_a_seat_more(const std::string& posting) {
  constexpr std::string_view kName = R"("headcount":)";
  const auto found = posting.find(kName);
  if (found == std::string::npos) return posting.substr(0, posting.size() - 1) + R"(,"headcount":2})";
  const auto from = found + kName.size();
  const auto to = posting.find_first_not_of("0123456789", from);
  return fmt::format("{}{}{}", posting.substr(0, from), std::stoi(posting.substr(from, to - from)) + 1,
                     posting.substr(to));
}

// A round of changes, and one that takes them back.
std::vector<std::string> puts(std::string_view fields, std::span<const std::string> postings) {
  std::vector<std::string> requests;
  for (const bool changed : {true, false}) {
    for (const auto& posting : postings) {
      requests.push_back(request_with_body("PUT", fields, fmt::format("/v1/postings/{}", id_of(posting)),
                                           changed ? with_a_seat_more(posting) : posting));
    }
  }
  return requests;
}

Outcome<std::vector<std::string>> updates(const Client& client, std::string_view fields,
                                          const RequestPattern& pattern) {
  const auto postings = collect(client, "postings", [](const std::string& line) { return line; });
  if (!postings) return postings;
  return puts(fields, spread(*postings, pattern.ids));
}

std::string_view mistake_in(const RequestPattern& pattern) {
  const bool hole = pattern.path.find(kId) != std::string::npos;
  if (pattern.batch > 0 && hole)
    return "--batch posts ids in a body: it needs a --path without {id}, like /v1/recommendations";
  if ((pattern.batch > 0 || hole) && !pattern.path.starts_with("/v1/"))
    return "--path: {id} and --batch need a path of /v1";
  return {};
}

}  // namespace

Outcome<std::vector<std::string>> make_requests(const Client& client, const RequestPattern& pattern) {
  if (const auto mistake = mistake_in(pattern); !mistake.empty())
    return give_up(std::string(mistake), kMisused);
  const auto fields = common_fields(client);
  if (pattern.put) return updates(client, fields, pattern);
  const auto hole = pattern.path.find(kId);
  if (pattern.batch == 0 && hole == std::string::npos) return std::vector{get_request(fields, pattern.path)};
  const bool for_postings =
      pattern.path.find("/candidates") != std::string::npos || pattern.path.starts_with("/v1/postings/");
  const auto ids = collect(client, for_postings ? "postings" : "graduates",
                           [](const std::string& line) { return id_of(line); });
  if (!ids) return std::unexpected(ids.error());
  const auto chosen = spread(*ids, pattern.ids);
  if (pattern.batch > 0) return batches(fields, pattern, for_postings ? "posting" : "graduate", chosen);
  std::vector<std::string> requests;
  requests.reserve(chosen.size());
  for (const auto& id : chosen) {
    requests.push_back(get_request(fields, std::string(pattern.path).replace(hole, kId.size(), id)));
  }
  return requests;
}

}  // namespace talentmatch
