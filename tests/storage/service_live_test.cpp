// Reads beside writes: what was acknowledged is seen at once, and one version has one answer.

#include <atomic>
#include <map>
#include <mutex>
#include <thread>

#include "tests/storage/service_support.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

std::string recommended(const Service& service) {
  RankRequest request;
  request.options.k = 1000;
  std::string out;
  const auto answered = service.recommend("G1", request, out);
  return answered ? out : "no answer";
}

std::string candidates(const Service& service) {
  RankRequest request;
  request.options.k = 1000;
  std::string out;
  REQUIRE(service.candidates("P0", request, out));
  return out;
}

// Keeps asking while others write; every answer of a version must be the first one's bytes.
class Readers {
 public:
  Readers(const Service& service, int count) {
    for (int i = 0; i < count; ++i) {
      threads_.emplace_back([&service, this](const std::stop_token& stop) {
        while (!stop.stop_requested()) note(recommended(service));
      });
    }
  }
  void stop() { threads_.clear(); }
  std::size_t versions() const { return answers_.size(); }
  bool agree() const { return agree_; }

 private:
  void note(std::string answer) {
    const auto version = answer.substr(0, answer.find(','));
    const std::lock_guard guard(mutex_);
    const auto [known, added] = answers_.try_emplace(version, std::move(answer));
    if (!added && known->second != answer) agree_ = false;
  }

  std::mutex mutex_;
  std::map<std::string, std::string> answers_;
  std::atomic<bool> agree_ = true;
  std::vector<std::jthread> threads_;
};

}  // namespace

TEST_CASE("upserts and deletes are visible at their acknowledgement, beside readers") {
  const TemporaryDirectory directory;
  auto service = open_service(directory.path());
  put_actors(*service);
  REQUIRE(service->put(Collection::graduates, "G1", graduate("G1")));
  REQUIRE(service->put(Collection::postings, "P0", posting("P0")));
  Readers readers(*service, 2);
  for (int i = 1; i <= 100; ++i) {
    const auto number = std::to_string(i);
    const auto posting_name = R"("posting":"P)" + number + '"';
    REQUIRE(service->put(Collection::postings, "P" + number, posting("P" + number)));
    REQUIRE(has(recommended(*service), posting_name));
    REQUIRE(service->put(Collection::postings, "P" + number, posting("P" + number, R"(,"status":"closed")")));
    REQUIRE_FALSE(has(recommended(*service), posting_name));
    REQUIRE(service->put(Collection::postings, "P" + number, posting("P" + number)));
    if (i % 2 == 0) REQUIRE(service->remove(Collection::postings, "P" + number));
    REQUIRE(has(recommended(*service), posting_name) == (i % 2 != 0));
    const auto graduate_name = R"("graduate":"H)" + number + '"';
    REQUIRE(service->put(Collection::graduates, "H" + number, graduate("H" + number)));
    REQUIRE(has(candidates(*service), graduate_name));
    REQUIRE(service->remove(Collection::graduates, "H" + number));
    REQUIRE_FALSE(has(candidates(*service), graduate_name));
  }
  readers.stop();
  CHECK(readers.agree());
  CHECK(readers.versions() > 1);
}

TEST_CASE("a page after a change goes on behind its key and says that the version moved") {
  const TemporaryDirectory directory;
  auto service = open_service(directory.path());
  put_actors(*service);
  REQUIRE(service->put(Collection::postings, "P0", posting("P0")));
  for (const char* id : {"G1", "G2", "G4", "G5", "G6"}) {
    REQUIRE(service->put(Collection::graduates, id, graduate(id)));
  }
  RankRequest request;
  request.options.k = 2;
  const auto page = [&](std::string_view cursor) {
    auto next = request;
    if (!cursor.empty()) REQUIRE(set_option(next, Side::graduates, "cursor", cursor, service->catalog()));
    std::string out;
    REQUIRE(service->candidates("P0", next, out));
    return out;
  };
  const auto cursor_of = [](const std::string& answer) {
    const auto mark = answer.find("\"cursor\":\"") + 10;
    return answer.substr(mark, answer.find('"', mark) - mark);
  };
  const auto first = page("");
  CHECK((has(first, "\"G1\"") && has(first, "\"G2\"")));
  const auto same = page(cursor_of(first));
  CHECK((has(same, "\"G4\"") && has(same, "\"G5\"") && has(same, R"("version_changed":false)")));
  REQUIRE(service->put(Collection::graduates, "G0", graduate("G0")));  // before the key: never shown
  REQUIRE(service->put(Collection::graduates, "G3", graduate("G3")));  // behind it: shown
  REQUIRE(service->remove(Collection::graduates, "G2"));               // the key's own record
  REQUIRE(service->remove(Collection::graduates, "G4"));
  const auto moved = page(cursor_of(first));
  CHECK((has(moved, "\"G3\"") && has(moved, "\"G5\"") && has(moved, R"("version_changed":true)")));
  CHECK_FALSE((has(moved, "\"G0\"") || has(moved, "\"G4\"")));
  const auto last = page(cursor_of(moved));
  CHECK((has(last, "\"G6\"") && has(last, R"("cursor":null,"version_changed":false)")));
}
