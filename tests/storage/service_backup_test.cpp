// The drill: a backup made under load, restored elsewhere, answers as the original did at that version.

#include <array>
#include <future>
#include <map>
#include <mutex>
#include <random>
#include <thread>

#include <fmt/format.h>

#include "storage/service/answers.hpp"
#include "storage/store/backup/backups.hpp"
#include "tests/storage/service_support.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

constexpr int kRecords = 400;

std::string some_graduate(const std::string& id, std::uint32_t variant) {
  constexpr std::array<std::string_view, 4> kPlaces{"410100", "440300", "110000", "310000"};
  return graduate(id, fmt::format(R"(,"wishes":["{}"],"expected_pay":{})", kPlaces[variant % 4],
                                  3000 + variant % 7 * 500));
}

std::string some_posting(const std::string& id, std::uint32_t variant) {
  return posting(id,
                 fmt::format(R"(,"headcount":{},"pay_min":{})", 1 + variant % 5, 3000 + variant % 9 * 400));
}

void fill(Service& service) {
  put_actors(service);
  std::string graduates;
  std::string postings;
  for (std::uint32_t i = 0; i < kRecords; ++i) {
    graduates += some_graduate("G" + std::to_string(i), i) + "\n";
    postings += some_posting("P" + std::to_string(i), i) + "\n";
  }
  REQUIRE(import_text(service, Collection::graduates, graduates).totals);
  REQUIRE(import_text(service, Collection::postings, postings).totals);
}

// Puts and removes without end. What each commit left is kept: callbacks come on the writer's thread, before
// the next commit.
class Load {
 public:
  Load(Service& service, std::uint64_t seed, int threads) : service_(service) {
    keep();
    for (int i = 0; i < threads; ++i) {
      threads_.emplace_back([this, seed, i](const std::stop_token& stop) {
        write(stop, std::mt19937(static_cast<std::uint32_t>(seed) + static_cast<std::uint32_t>(i)));
      });
    }
  }

  std::size_t versions() const {
    const std::lock_guard guard(mutex_);
    return kept_.size();
  }
  std::shared_ptr<const Snapshot> at(const std::string& version) const {
    const std::lock_guard guard(mutex_);
    const auto found = kept_.find(version);
    return found == kept_.end() ? nullptr : found->second;
  }
  void wait_for_more(std::size_t count) const {
    for (const auto goal = versions() + count; versions() < goal;) std::this_thread::yield();
  }
  void stop() { threads_.clear(); }

 private:
  void keep() {
    auto now = service_.snapshot();
    const std::lock_guard guard(mutex_);
    kept_.emplace(now->version(), std::move(now));
  }
  void write(const std::stop_token& stop, std::mt19937 random) {
    while (!stop.stop_requested()) {
      const auto number = std::to_string(random() % kRecords);
      const auto variant = static_cast<std::uint32_t>(random());
      // Shared: the callback may still be in it when the wait is over.
      const auto written = std::make_shared<std::promise<void>>();
      auto future = written->get_future();
      const auto done = [this, written](const Result<WriteOutcome>&) {
        keep();
        written->set_value();
      };
      switch (random() % 5) {
        case 0:
          service_.remove_async(Collection::graduates, "G" + number, {}, done);
          break;
        case 1:
        case 2:
          service_.put_async(Collection::postings, "P" + number, some_posting("P" + number, variant), {},
                             done);
          break;
        default:
          service_.put_async(Collection::graduates, "G" + number, some_graduate("G" + number, variant), {},
                             done);
      }
      future.wait();
    }
  }

  Service& service_;
  mutable std::mutex mutex_;
  std::map<std::string, std::shared_ptr<const Snapshot>> kept_;
  std::vector<std::jthread> threads_;
};

std::vector<std::string> answers_of(const Snapshot& snapshot) {
  Answers answers([] { return *parse_date("2026-06-01"); });
  std::vector<std::string> all;
  for (int i = 0; i < 50; ++i) {
    RankRequest request;
    request.explain = i % 2 == 0;
    std::string out;
    const auto ranked = answers.recommend(snapshot, "G" + std::to_string(i * 7), request, out);
    all.push_back(ranked ? out : std::string(name_of(ranked.error().code)));
    out.clear();
    REQUIRE(answers.candidates(snapshot, "P" + std::to_string(i * 7), request, out));
    all.push_back(out);
  }
  return all;
}

std::vector<std::string> answers_of(const Service& service) {
  std::vector<std::string> all;
  for (int i = 0; i < 50; ++i) {
    RankRequest request;
    request.explain = i % 2 == 0;
    std::string out;
    const auto ranked = service.recommend("G" + std::to_string(i * 7), request, out);
    all.push_back(ranked ? out : std::string(name_of(ranked.error().code)));
    out.clear();
    REQUIRE(service.candidates("P" + std::to_string(i * 7), request, out));
    all.push_back(out);
  }
  return all;
}

}  // namespace

TEST_CASE("a backup made under load answers as the original did at its version") {
  const TemporaryDirectory directory;
  auto service = open_service(directory.path() / "data");
  fill(*service);
  Load load(*service, Catch::rngSeed(), 3);
  for (int drill = 0; drill < 3; ++drill) {
    INFO("drill " << drill << ", seed " << Catch::rngSeed());
    load.wait_for_more(20);
    const auto before = service->snapshot()->commit();
    const auto made = service->back_up();
    REQUIRE(made);
    load.wait_for_more(20);
    const auto original = load.at(made->version);
    REQUIRE(original);
    CHECK(original->commit() >= before);
    CHECK(original->commit() < service->snapshot()->commit());

    const auto target = directory.path() / ("restored-" + std::to_string(drill));
    const auto backups = Backups::open(directory.path() / "data" / "backups");
    REQUIRE(backups);
    REQUIRE(backups->restore(made->id, target));
    const auto restored = open_service(target);
    CHECK(restored->snapshot()->version() == made->version);
    CHECK(restored->snapshot()->counts().graduates == original->counts().graduates);
    CHECK(answers_of(*restored) == answers_of(*original));
    // It is a data directory like any other.
    REQUIRE(restored->put(Collection::graduates, "G1", some_graduate("G1", 1)));
  }
  load.stop();
  CHECK(service->backups()->size() == 3);
}
