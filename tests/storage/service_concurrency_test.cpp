#include <atomic>
#include <future>
#include <thread>

#include "tests/storage/faulty_env.hpp"
#include "tests/storage/service_support.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

TEST_CASE("writers that come together share syncs, and each reads its own write") {
  const TemporaryDirectory directory;
  FaultyEnv env;
  auto options = service_options(directory.path());
  options.store.env = &env;
  auto service = open_service(std::move(options));
  put_actors(*service);
  constexpr int kWriters = 8;
  constexpr int kEach = 50;
  const auto before = env.log_syncs();
  std::atomic<int> failures = 0;
  {
    std::vector<std::jthread> writers;
    for (int w = 0; w < kWriters; ++w) {
      writers.emplace_back([&, w] {
        for (int i = 0; i < kEach; ++i) {
          const auto id = "G" + std::to_string(w) + "-" + std::to_string(i);
          const auto outcome = service->put(Collection::graduates, id, graduate(id));
          if (!outcome || !service->snapshot()->find_graduate(id)) ++failures;
        }
      });
    }
  }
  CHECK(failures == 0);
  CHECK(service->snapshot()->counts().graduates == kWriters * kEach);
  CHECK(env.log_syncs() - before < kWriters * kEach);
}

TEST_CASE("writes that wait together are judged in order") {
  const TemporaryDirectory directory;
  auto service = open_service(directory.path());
  put_actors(*service);
  std::promise<void> gate;
  auto open = gate.get_future().share();
  // While this callback waits, the writes below gather to one group.
  service->put_async(Collection::schools, "S0", school("S0"), {},
                     [open](const Result<WriteOutcome>&) { open.wait(); });
  std::vector<Result<WriteOutcome>> outcomes;
  const auto note = [&](Result<WriteOutcome> outcome) { outcomes.push_back(std::move(outcome)); };
  const auto changed = R"({"id":"S7","name":"别名","kind":"university","region":"410100"})";
  service->put_async(Collection::schools, "S7", school("S7"), {}, note);
  service->put_async(Collection::schools, "S7", school("S7"), {}, note);
  service->put_async(Collection::schools, "S7", changed, {.etag = "*"}, note);
  service->put_async(Collection::graduates, "G1",
                     R"({"id":"G1","school":"S7","major":"510201","level":"secondary","year":2026})", {},
                     note);
  service->remove_async(Collection::graduates, "G1", {}, note);
  service->remove_async(Collection::graduates, "G1", {}, note);
  service->remove_async(Collection::schools, "S7", {}, note);
  gate.set_value();
  REQUIRE(service->put(Collection::schools, "S8", school("S8")));
  REQUIRE(outcomes.size() == 7);
  CHECK(outcomes[0]->status == WriteStatus::created);
  CHECK(outcomes[1]->status == WriteStatus::unchanged);
  CHECK(outcomes[2]->status == WriteStatus::updated);
  CHECK(outcomes[3]->status == WriteStatus::created);
  CHECK(outcomes[4]->status == WriteStatus::removed);
  CHECK(outcomes[5].error().code == ErrorCode::not_found);
  CHECK(outcomes[6]->status == WriteStatus::removed);
}

TEST_CASE("a full queue is busy, and what was accepted is finished on closing") {
  const TemporaryDirectory directory;
  auto options = service_options(directory.path());
  options.queue = 3;
  auto service = open_service(std::move(options));
  std::promise<void> gate;
  auto open = gate.get_future().share();
  std::promise<void> begun;
  service->put_async(Collection::schools, "S0", school("S0"), {}, [&, open](const Result<WriteOutcome>&) {
    begun.set_value();
    open.wait();
  });
  begun.get_future().wait();
  std::atomic<int> done = 0;
  std::atomic<int> busy = 0;
  for (int i = 1; i <= 5; ++i) {
    const auto id = "S" + std::to_string(i);
    service->put_async(Collection::schools, id, school(id), {}, [&](const Result<WriteOutcome>& outcome) {
      if (!outcome) CHECK(outcome.error().code == ErrorCode::busy);
      ++(outcome ? done : busy);
    });
  }
  CHECK(busy == 2);
  gate.set_value();
  service.reset();
  CHECK(done == 3);
  CHECK(open_service(directory.path())->snapshot()->counts().schools == 4);
}
