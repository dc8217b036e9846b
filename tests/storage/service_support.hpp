#pragma once
// What the tests of the service share.

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "storage/service/service.hpp"
#include "tests/storage/temporary_directory.hpp"

namespace talentmatch::testing {

inline ServiceOptions service_options(const std::filesystem::path& directory) {
  return {.data = directory,
          .catalog = TALENTMATCH_SOURCE_DIR "/data/catalog",
          .threads = 2,
          .progress = {},
          .today = [] { return *parse_date("2026-06-01"); },
          .store = {}};
}

inline std::unique_ptr<Service> open_service(ServiceOptions options) {
  auto service = Service::open(std::move(options));
  if (!service) FAIL(message(service.error(), Language::en));
  return std::move(*service);
}

inline std::unique_ptr<Service> open_service(const std::filesystem::path& directory) {
  return open_service(service_options(directory));
}

// Gives at most `piece` bytes at a time.
inline ByteSource source_of(std::string_view text, std::size_t piece = 1000) {
  return [text, piece](char* buffer, std::size_t capacity) mutable -> Result<std::size_t> {
    const auto count = text.copy(buffer, std::min(piece, capacity));
    text.remove_prefix(count);
    return count;
  };
}

struct Imported {
  Result<ImportTotals> totals;
  std::vector<std::string> lines;  // of the answer, the totals line last
};

inline Imported import_text(Service& service, Collection collection, std::string_view text,
                            const ImportOptions& options = {}, std::size_t piece = 1000) {
  std::string out;
  auto totals = service.import(collection, options, source_of(text, piece), [&](std::string_view bytes) {
    out += bytes;
    return true;
  });
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < out.size();) {
    const auto end = out.find('\n', begin);
    lines.push_back(out.substr(begin, end - begin));
    begin = end + 1;
  }
  return {std::move(totals), std::move(lines)};
}

inline std::string exported(const Service& service, Collection collection) {
  std::string all;
  const auto count = service.export_all(collection, [&](std::string_view bytes) {
    all += bytes;
    return true;
  });
  REQUIRE(count);
  CHECK(*count == static_cast<std::uint64_t>(std::ranges::count(all, '\n')));
  return all;
}

inline bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

inline std::string school(std::string_view id) {
  return R"({"id":")" + std::string(id) + R"(","name":"学校","kind":"junior_college","region":"410100"})";
}
inline std::string employer(std::string_view id) {
  return R"({"id":")" + std::string(id) + R"(","name":"企业","region":"410100"})";
}
inline std::string graduate(std::string_view id, std::string_view more = "") {
  return R"({"id":")" + std::string(id) +
         R"(","school":"S1","major":"510201","level":"junior_college","year":2026)" + std::string(more) + "}";
}
inline std::string posting(std::string_view id, std::string_view more = "") {
  return R"({"id":")" + std::string(id) +
         R"(","employer":"E1","title":"运维","majors":["510201"],"region":"410100")" + std::string(more) +
         "}";
}

// School S1 and employer E1, which the records above refer to.
inline void put_actors(Service& service) {
  REQUIRE(service.put(Collection::schools, "S1", school("S1")));
  REQUIRE(service.put(Collection::employers, "E1", employer("E1")));
}

}  // namespace talentmatch::testing
