// kill -9 of the served program, over and over, while it is written to in every way: what was acknowledged is
// there, and in the audit log, and nothing is half there. CRASH_KILLS says how often (default 300). In memory
// where there is a folder for it: a killed process loses nothing that it has written, and without waiting for
// a disk there are more kills; losses of power are store_fault_test's affair.

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <random>
#include <stdexcept>
#include <thread>
#include <tuple>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "storage/audit/audit_reader.hpp"
#include "tests/crash/served.hpp"
#include "tests/crash/workloads.hpp"
#include "tests/server/http_client.hpp"
#include "tests/storage/temporary_directory.hpp"

namespace talentmatch::testing {
namespace {

using Milliseconds = std::chrono::milliseconds;

void put_world(std::uint16_t port) {
  HttpClient client(port);
  const auto put = [&](const std::string& target, const std::string& body) {
    if (client.ask("PUT", target, body).status >= 300) throw std::runtime_error(target);
  };
  put("/v1/schools/S1", R"({"id":"S1","name":"学校","kind":"junior_college","region":"410100"})");
  put("/v1/employers/E1", R"({"id":"E1","name":"企业","region":"410100"})");
  for (int i = 0; i < 5; ++i) {
    put(fmt::format("/v1/graduates/K{}", i),
        fmt::format(R"({{"id":"K{}","school":"S1","major":"510201","level":"junior_college","year":2026}})",
                    i));
    put(fmt::format("/v1/postings/Q{}", i),
        fmt::format(R"({{"id":"Q{}","employer":"E1","title":"运维","majors":["510201"],"region":"410100"}})",
                    i));
  }
}

// One data directory and its kills. Does not throw; `failure` says what went wrong.
class Lane {
 public:
  Lane(std::string folder, std::uint32_t seed) : folder_(std::move(folder)), random_(seed) {}

  void run(int kills) noexcept {
    try {
      begin();
      for (; (killed < kills || (behind() && killed < 10 * kills)) && failure.empty(); ++killed) round();
      if (failure.empty()) finish();
    } catch (const std::exception& error) {
      failure = error.what();
    }
  }

  std::string failure;
  int killed = 0;
  std::tuple<Puts, Imports, Replacements, Confirmations> work;

 private:
  static std::uint16_t ready(Served& served) {
    const auto port = served.wait_until_ready();
    if (!port) throw std::runtime_error("the server does not come up again");
    return *port;
  }

  void begin() {
    Served served(folder_ + "/data", folder_ + "/errors");
    put_world(ready(served));
  }

  void round() {
    Served served(folder_ + "/data", folder_ + "/errors");
    if (random_() % 10 == 0) return std::this_thread::sleep_for(Milliseconds(random_() % 60));
    const auto port = ready(served);
    check(port);
    if (!failure.empty()) return;
    std::vector<std::jthread> threads;
    std::apply([&](auto&... kind) { (threads.emplace_back([&kind, port] { until_cut(kind, port); }), ...); },
               work);
    std::this_thread::sleep_for(Milliseconds(5 + random_() % longest_));
    served.kill();
    longest_ = behind() ? std::min(2 * longest_, 2'000U) : 90U;
  }

  // Whether some kind of work was acknowledged in fewer than a tenth of the rounds: then this machine, or
  // this build, needs longer for one than the next kill would leave it.
  bool behind() const {
    const auto enough = static_cast<std::uint64_t>(killed / 10 + 1);
    return std::apply([&](const auto&... kind) { return ((kind.acknowledged() < enough) || ...); }, work);
  }

  void finish() {
    Served served(folder_ + "/data", folder_ + "/errors");
    check(ready(served));
    served.kill();
    check_audit_log();
  }

  // Its chain is whole, and no acknowledged write is without its entry.
  void check_audit_log() {
    const auto store = Store::open(folder_ + "/data");
    if (!store) return note(message(store.error(), Language::en));
    if (auto sound = verify_audit_log(**store); !sound) return note(message(sound.error(), Language::en));
    std::uint64_t writes = 0;
    const auto listed = list_audit_log(**store, {}, [&](const AuditEntry& entry) {
      if (entry.what == "graduates.put" || entry.what == "graduates.delete") ++writes;
    });
    const auto acknowledged = std::get<Puts>(work).acknowledged();
    if (!listed || writes < acknowledged) {
      note(fmt::format("{} writes in the audit log, {} acknowledged", writes, acknowledged));
    }
  }

  void check(std::uint16_t port) {
    std::apply([&](auto&... kind) { (note(kind.check(port)), ...); }, work);
  }
  void note(const std::string& wrong) {
    if (failure.empty() && !wrong.empty()) failure = fmt::format("after {} kills: {}", killed, wrong);
  }

  template <class Kind>
  static void until_cut(Kind& kind, std::uint16_t port) {
    try {
      kind.run(port);
    } catch (const std::runtime_error&) {
      // The connection broke, as it was to.
    }
  }

  std::string folder_;
  std::mt19937 random_;
  unsigned longest_ = 90;  // milliseconds that a round works before the kill
};

std::string parent_folder() {
  constexpr std::uintmax_t kEnough = std::uintmax_t{1} << 30U;
  std::error_code unknown;
  const auto memory = std::filesystem::space("/dev/shm", unknown);
  return !unknown && memory.available >= kEnough ? "/dev/shm"
                                                 : std::filesystem::temp_directory_path().string();
}

int asked_kills() {
  const char* asked = std::getenv("CRASH_KILLS");
  return asked == nullptr ? 300 : std::stoi(asked);
}

}  // namespace

TEST_CASE("what was acknowledged survives any number of kill -9") {
  constexpr int kLanes = 3;
  const int kills = asked_kills();
  const TemporaryDirectory directory(parent_folder());
  std::vector<Lane> lanes;
  for (int i = 0; i < kLanes; ++i) {
    const auto folder = directory.path() / std::to_string(i);
    std::filesystem::create_directory(folder);
    lanes.emplace_back(folder.string(), Catch::rngSeed() + static_cast<std::uint32_t>(i));
  }
  {
    std::vector<std::jthread> threads;
    for (auto& lane : lanes) threads.emplace_back([&] { lane.run((kills + kLanes - 1) / kLanes); });
  }
  int killed = 0;
  std::array<std::uint64_t, 4> acknowledged{};
  for (const auto& lane : lanes) {
    INFO("seed " << Catch::rngSeed());
    CHECK(lane.failure == "");
    killed += lane.killed;
    acknowledged[0] += std::get<0>(lane.work).acknowledged();
    acknowledged[1] += std::get<1>(lane.work).acknowledged();
    acknowledged[2] += std::get<2>(lane.work).acknowledged();
    acknowledged[3] += std::get<3>(lane.work).acknowledged();
  }
  std::cout << fmt::format(
      "{} kills; acknowledged: {} puts and removals, {} imports of 100 lines, {} replacements of 100 "
      "records, "
      "{} confirmations and undoings\n",
      killed, acknowledged[0], acknowledged[1], acknowledged[2], acknowledged[3]);
  CHECK(killed >= kills);
  for (const auto count : acknowledged) CHECK(count >= static_cast<std::uint64_t>(kills) / 10);
}

}  // namespace talentmatch::testing
