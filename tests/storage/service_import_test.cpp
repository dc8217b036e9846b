#include <atomic>

#include "tests/storage/service_support.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

std::string many_graduates(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += graduate("G" + std::to_string(i)) + "\n";
  return text;
}

}  // namespace

TEST_CASE("every line has its result, in order, and a bad line rejects itself only") {
  const TemporaryDirectory directory;
  auto service = open_service(directory.path());
  put_actors(*service);
  REQUIRE(service->put(Collection::graduates, "G3", graduate("G3")));
  REQUIRE(service->put(Collection::graduates, "G4", graduate("G4")));
  const std::string text = "\xEF\xBB\xBF" + graduate("G1") + "\r\n" +  // 1
                           "\n  \t\r\n" +                              // 2, 3: blank
                           R"({"id":"G2","school":"S9","major":"510201","level":"secondary","year":2026})" +
                           "\n" +                                                   // 4: no such school
                           graduate("G3") + "\n" +                                  // 5: as it was
                           graduate("G4", R"(,"home":"410100")") + "\n" +           // 6
                           R"({"id":"G5","school":"S1","major":"999999")" + "\n" +  // 7: cut off
                           graduate("G1", R"(,"home":"410100")") + "\n" +           // 8: again
                           graduate("G6", R"(,"gender":"x")") + "\n" +              // 9: unknown field
                           graduate("G7");                                          // 10: no newline
  const auto imported = import_text(*service, Collection::graduates, text, {},
                                    GENERATE(std::size_t{1}, std::size_t{7}, std::size_t{100000}));
  REQUIRE(imported.totals);
  CHECK(imported.totals->lines == 8);
  CHECK(imported.totals->created == 2);
  CHECK(imported.totals->updated == 1);
  CHECK(imported.totals->unchanged == 1);
  CHECK(imported.totals->rejected == 4);
  REQUIRE(imported.lines.size() == 9);
  CHECK(imported.lines[0] == R"({"line":1,"id":"G1","status":"created"})");
  CHECK(has(imported.lines[1],
            R"({"line":4,"id":"G2","status":"rejected","code":"unknown_reference","field":"school")"));
  CHECK(imported.lines[2] == R"({"line":5,"id":"G3","status":"unchanged"})");
  CHECK(imported.lines[3] == R"({"line":6,"id":"G4","status":"updated"})");
  CHECK(has(imported.lines[4], R"({"line":7,"id":null,"status":"rejected","code":"invalid_json")"));
  CHECK(has(imported.lines[5],
            R"({"line":8,"id":"G1","status":"rejected","code":"duplicate_id","field":"id")"));
  CHECK(has(imported.lines[6],
            R"({"line":9,"id":"G6","status":"rejected","code":"unknown_field","field":"gender")"));
  CHECK(imported.lines[7] == R"({"line":10,"id":"G7","status":"created"})");
  CHECK(has(imported.lines[8],
            R"({"totals":{"lines":8,"created":2,"updated":1,"unchanged":1,"removed":0,"rejected":4})"));
  CHECK(service->get(Collection::graduates, "G1")->json == graduate("G1"));
  CHECK(service->snapshot()->counts().graduates == 4);
}

TEST_CASE("only rejections are reported when only they are asked for") {
  const TemporaryDirectory directory;
  auto service = open_service(directory.path());
  const auto imported = import_text(*service, Collection::schools, school("S1") + "\n{}\n" + school("S2"),
                                    {.errors_only = true, .progress = {}});
  REQUIRE(imported.lines.size() == 2);
  CHECK(has(imported.lines[0],
            R"({"line":2,"id":null,"status":"rejected","code":"missing_field","field":"id")"));
  CHECK(has(imported.lines[1], R"("created":2)"));
}

TEST_CASE("an oversized line is rejected, the rest goes on") {
  const TemporaryDirectory directory;
  auto service = open_service(directory.path());
  const std::string long_line(std::size_t{3} << 20U, 'x');
  const std::string text = school("S1") + "\n" + long_line + "\n" + school("S2") + "\n" + long_line;
  const auto imported = import_text(*service, Collection::schools, text, {}, 100'000);
  REQUIRE(imported.lines.size() == 5);
  CHECK(has(imported.lines[1], R"({"line":2,"id":null,"status":"rejected","code":"too_large")"));
  CHECK(imported.lines[2] == R"({"line":3,"id":"S2","status":"created"})");
  CHECK(has(imported.lines[3], R"({"line":4,"id":null,"status":"rejected","code":"too_large")"));
}

TEST_CASE("an import of many chunks is durable, visible and repeatable") {
  const TemporaryDirectory directory;
  constexpr int kCount = 40'000;
  const auto text = many_graduates(kCount);
  std::string all;
  std::string version;
  {
    auto service = open_service(directory.path());
    put_actors(*service);
    std::uint64_t progress = 0;
    const auto imported = import_text(
        *service, Collection::graduates, text,
        {.errors_only = true, .progress = [&](std::uint64_t lines) { progress = lines; }}, 100'000);
    REQUIRE(imported.totals);
    CHECK(imported.totals->created == kCount);
    CHECK(progress == kCount);
    CHECK(service->snapshot()->counts().graduates == kCount);
    for (int i = 0; i < kCount; i += 997) CHECK(service->snapshot()->find_graduate("G" + std::to_string(i)));
    const auto again =
        import_text(*service, Collection::graduates, text, {.errors_only = true, .progress = {}}, 100'000);
    REQUIRE(again.totals);
    CHECK(again.totals->unchanged == kCount);
    all = exported(*service, Collection::graduates);
    version = service->snapshot()->version();
  }
  auto service = open_service(directory.path());
  CHECK(service->snapshot()->version() == version);
  CHECK(service->snapshot()->counts().graduates == kCount);
  CHECK(exported(*service, Collection::graduates) == all);
}

TEST_CASE("an import that is cut off keeps what was acknowledged") {
  const TemporaryDirectory directory;
  auto service = open_service(directory.path());
  put_actors(*service);
  const auto text = many_graduates(40'000);
  std::uint64_t acknowledged = 0;
  const ByteSink count_lines = [&](std::string_view bytes) {
    acknowledged += static_cast<std::uint64_t>(std::ranges::count(bytes, '\n'));
    return true;
  };
  SECTION("by its source") {
    auto inner = source_of(std::string_view(text).substr(0, text.size() - 10), 100'000);
    const auto broken = [&](char* buffer, std::size_t capacity) -> Result<std::size_t> {
      auto count = inner(buffer, capacity);
      if (*count == 0) return fail({.code = ErrorCode::io_error, .detail = "gone"});
      return count;
    };
    const auto totals = service->import(Collection::graduates, {}, broken, count_lines);
    REQUIRE_FALSE(totals);
    CHECK(totals.error().detail == "gone");
    CHECK(acknowledged > 0);
  }
  SECTION("by the caller") {
    std::atomic<bool> cancel = false;
    ImportOptions options;
    options.cancel = &cancel;
    options.progress = [&](std::uint64_t) { cancel = true; };
    const auto totals = service->import(Collection::graduates, options, source_of(text), count_lines);
    REQUIRE_FALSE(totals);
    CHECK(totals.error().code == ErrorCode::stopping);
    CHECK(acknowledged > 0);
  }
  SECTION("by its sink") {
    const auto totals = service->import(Collection::graduates, {}, source_of(text),
                                        [&](std::string_view bytes) { return count_lines(bytes) && false; });
    REQUIRE_FALSE(totals);
    CHECK(totals.error().code == ErrorCode::stopping);
    CHECK(acknowledged > 0);
  }
  CHECK(acknowledged < 40'000);
  CHECK(service->snapshot()->counts().graduates >= acknowledged);
  for (std::uint64_t i = 0; i < acknowledged; i += 100) {
    CHECK(service->get(Collection::graduates, "G" + std::to_string(i)));
  }
}
