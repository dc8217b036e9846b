#include "server/http/answer_cache.hpp"

#include <map>
#include <random>

#include <catch2/catch.hpp>

namespace talentmatch::testing {
namespace {

std::string found(AnswerCache& cache, const Moment& now, std::string_view request) {
  std::string out;
  return cache.find(now, request, out) ? out : "nothing";
}

}  // namespace

TEST_CASE("an answer is given again at the moment that it was kept for, and at no other") {
  const Date monday{20'000};
  const Moment now{.commit = 7, .today = monday};
  AnswerCache cache(1 << 20);
  CHECK(found(cache, {}, "/a") == "nothing");
  cache.keep(now, "/a", "answer");
  cache.keep(now, "/empty", "");
  CHECK(found(cache, now, "/a") == "answer");
  CHECK(found(cache, now, "/empty").empty());
  CHECK(found(cache, now, "/b") == "nothing");
  CHECK(found(cache, now, "/") == "nothing");

  SECTION("new data") {
    CHECK(found(cache, {.commit = 8, .today = monday}, "/a") == "nothing");
  }
  SECTION("a new day") {
    CHECK(found(cache, {.commit = 7, .today = {20'001}}, "/a") == "nothing");
  }
  CHECK(found(cache, now, "/a") == "nothing");  // forgotten for good
}

TEST_CASE("an answer out of proportion is not kept") {
  AnswerCache cache(1600);
  cache.keep({}, "/a", std::string(98, 'x'));
  cache.keep({}, "/b", std::string(99, 'x'));
  CHECK(found(cache, {}, "/a") == std::string(98, 'x'));
  CHECK(found(cache, {}, "/b") == "nothing");
}

TEST_CASE("no memory, no answers") {
  AnswerCache cache(0);
  cache.keep({}, "/a", "answer");
  CHECK(found(cache, {}, "/a") == "nothing");
}

TEST_CASE("whatever is overwritten, what is found is what was kept last") {
  constexpr unsigned kSeed = 5;
  INFO("seed " << kSeed);
  std::mt19937 random(kSeed);
  AnswerCache cache(4096);
  std::map<std::string, std::string> kept;
  Moment now;
  int hits = 0;
  for (int step = 0; step < 50'000; ++step) {
    const std::string request = "/" + std::to_string(random() % 40);
    if (random() % 200 == 0) {
      ++now.commit;
      kept.clear();
    }
    if (random() % 2 == 0) {
      const std::string answer(random() % 250, static_cast<char>('a' + random() % 26));
      cache.keep(now, request, answer);
      kept[request] = answer;
      continue;
    }
    std::string out = "before ";
    if (!cache.find(now, request, out)) {
      CHECK(out == "before ");
      continue;
    }
    ++hits;
    REQUIRE(kept.contains(request));
    REQUIRE(out == "before " + kept[request]);
  }
  CHECK(hits > 1000);
}

}  // namespace talentmatch::testing
