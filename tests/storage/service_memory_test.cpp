// Memory stays flat when the same data is loaded again and again.

#include <fstream>

#include <fmt/format.h>
#include <unistd.h>

#include "tests/storage/service_support.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

double resident_megabytes() {
  std::ifstream file("/proc/self/statm");
  std::uint64_t pages = 0;
  std::uint64_t resident = 0;
  file >> pages >> resident;
  return static_cast<double>(resident * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE))) / 1e6;
}

std::string graduates(int count, int salt) {
  std::string lines;
  for (int i = 0; i < count; ++i) {
    lines += graduate("G" + std::to_string(i), R"(,"wishes":["410100","440300"],"expected_pay":)" +
                                                   std::to_string(3000 + (i + salt) % 5000)) +
             "\n";
  }
  return lines;
}

std::string postings(int count, int salt) {
  std::string lines;
  for (int i = 0; i < count; ++i) {
    lines +=
        posting("P" + std::to_string(i), R"(,"pay_min":)" + std::to_string(3000 + (i + salt) % 5000)) + "\n";
  }
  return lines;
}

void reload(Service& service, Collection collection, std::string_view lines) {
  const auto replaced =
      import_text(service, collection, lines, {.mode = ImportMode::replace, .progress = {}}, 65536);
  REQUIRE(replaced.totals);
  REQUIRE(replaced.totals->swapped);
}

}  // namespace

TEST_CASE("memory is flat after ten full reloads", "[memory]") {
  const TemporaryDirectory directory;
  auto service = open_service(directory.path());
  put_actors(*service);
  std::vector<double> after;
  for (int round = 0; round < 13; ++round) {
    reload(*service, Collection::graduates, graduates(20'000, round));
    reload(*service, Collection::postings, postings(15'000, round));
    after.push_back(resident_megabytes());
  }
  INFO(fmt::format("MB after each reload: {:.1f}", fmt::join(after, " ")));
  // The first rounds fill caches and the allocator's reserves.
  const double settled = *std::max_element(after.begin(), after.begin() + 3);
  CHECK(*std::max_element(after.begin() + 3, after.end()) < settled * 1.1 + 5);
  CHECK(service->snapshot()->counts().graduates == 20'000);
}
