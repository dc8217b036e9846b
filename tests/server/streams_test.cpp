#include <atomic>
#include <filesystem>
#include <thread>

#include <catch2/catch.hpp>

#include "server/net/body_pipe.hpp"
#include "server/net/outbox.hpp"
#include "server/net/work_pool.hpp"

namespace talentmatch::testing {
namespace {

std::string drain(BodyPipe& pipe, std::size_t piece) {
  std::string all;
  std::string buffer(piece, ' ');
  for (;;) {
    const auto count = pipe.read(buffer.data(), buffer.size());
    if (!count) return all + "|error";
    if (*count == 0) return all;
    all.append(buffer, 0, *count);
  }
}

std::string take_all(Outbox& box) {
  std::string all;
  std::string chunk;
  while (box.take(100, chunk) && !chunk.empty()) all += chunk;
  return all;
}

std::string numbered(int from, int to) {
  std::string text;
  for (int i = from; i < to; ++i) text += std::to_string(i) + "\n";
  return text;
}

}  // namespace

TEST_CASE("a pipe gives what was pushed, then its end or its error") {
  BodyPipe pipe(100, [] {});
  pipe.push("abc");
  pipe.push("defg");
  pipe.finish();
  pipe.fail({.code = ErrorCode::io_error});  // too late
  CHECK(drain(pipe, 2) == "abcdefg");

  BodyPipe broken(100, [] {});
  broken.push("abc");
  broken.fail({.code = ErrorCode::io_error});
  CHECK(drain(broken, 2) == "abc|error");
}

TEST_CASE("a full pipe says when it is half empty") {
  int calls = 0;
  BodyPipe pipe(100, [&] { ++calls; });
  pipe.push(std::string(99, 'x'));
  CHECK_FALSE(pipe.full());
  pipe.push("xxxx");
  CHECK(pipe.full());
  std::string buffer(103, ' ');
  CHECK(pipe.read(buffer.data(), 52).value() == 52);
  CHECK(calls == 0);
  CHECK(pipe.full());
  CHECK(pipe.read(buffer.data(), 1).value() == 1);
  CHECK(calls == 1);
  CHECK_FALSE(pipe.full());
  pipe.push(std::string(100, 'x'));
  pipe.close();
  CHECK_FALSE(pipe.full());  // nobody waits for a reader that has gone
}

TEST_CASE("an outbox that spools takes everything and gives it back in order") {
  const auto folder = std::filesystem::temp_directory_path();
  int announced = 0;
  Outbox box(64, Outbox::WhenFull::spool, folder, [&] { ++announced; });
  for (int i = 0; i < 1000; ++i) REQUIRE(box.put(std::to_string(i) + "\n"));
  CHECK(announced == 1);
  std::string chunk;
  REQUIRE(box.take(100, chunk));
  std::string all = chunk;
  for (int i = 1000; i < 2000; ++i) REQUIRE(box.put(std::to_string(i) + "\n"));
  all += take_all(box);
  CHECK(all == numbered(0, 2000));
  CHECK(announced == 1);
  for (int i = 2000; i < 2100; ++i) REQUIRE(box.put(std::to_string(i) + "\n"));  // again from an empty file
  CHECK(announced == 2);
  CHECK(take_all(box) == numbered(2000, 2100));
  box.close();
  CHECK_FALSE(box.put("x"));
}

TEST_CASE("an outbox that cannot spool says so") {
  Outbox box(4, Outbox::WhenFull::spool, "/nowhere/at/all", [] {});
  CHECK(box.put("abcd"));
  CHECK_FALSE(box.put("efgh"));
}

TEST_CASE("an outbox that waits holds its maker until there is room") {
  Outbox box(64, Outbox::WhenFull::wait, {}, [] {});
  std::atomic<int> made{0};
  std::jthread maker([&] {
    while (made < 1000 && box.put(std::to_string(made) + "\n")) ++made;
  });
  std::string all;
  std::string chunk;
  std::size_t largest = 0;
  while (all.size() < numbered(0, 1000).size() && box.take(100, chunk)) {
    all += chunk;
    largest = std::max(largest, chunk.size());
  }
  CHECK(all == numbered(0, 1000));
  CHECK(largest < 64 + 8);
  box.close();
}

TEST_CASE("closing frees a maker that waits") {
  Outbox box(4, Outbox::WhenFull::wait, {}, [] {});
  std::atomic<bool> refused{false};
  std::jthread maker([&] {
    while (box.put("abcd")) {
    }
    refused = true;
  });
  box.close();
  maker.join();
  CHECK(refused);
}

TEST_CASE("a pool runs what it took and refuses what is too much") {
  std::atomic<int> ran{0};
  std::atomic<bool> go{false};
  int taken = 0;
  {
    WorkPool pool(2, 3);
    for (int i = 0; i < 10; ++i) {
      taken += pool.submit([&] {
        go.wait(false);
        ++ran;
      });
    }
    CHECK(taken == 5);
    go = true;
    go.notify_all();
  }
  CHECK(ran == 5);
}

}  // namespace talentmatch::testing
