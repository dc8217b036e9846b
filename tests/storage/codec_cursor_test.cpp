// Cursors: what comes back is what was given out, or it is refused.

#include <algorithm>
#include <cctype>

#include "storage/codec/base64url.hpp"
#include "storage/codec/rank_request.hpp"
#include "tests/storage/codec_support.hpp"
#include "tests/support/dice.hpp"

namespace talentmatch::testing {
namespace {

const Date kAsOf = *parse_date("2026-06-01");

PageKey some_key() {
  return {
      .score = 811, .posted = *parse_date("2026-04-01"), .id = "P.7:x_-", .version = "17-0123456789abcdef"};
}

TEST_CASE("a cursor carries its key and its day") {
  for (const Date posted : {*parse_date("2026-04-01"), *parse_date("1969-12-31"), kNeverPosted}) {
    PageKey key = some_key();
    key.posted = posted;
    const auto cursor = decode_cursor(encode_cursor(key, kAsOf));
    REQUIRE(cursor);
    CHECK(cursor->as_of == kAsOf);
    CHECK(cursor->key.score == key.score);
    CHECK(cursor->key.posted == posted);
    CHECK(cursor->key.id == key.id);
    CHECK(cursor->key.version == key.version);
  }
  const auto safe = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_';
  };
  CHECK(std::ranges::all_of(encode_cursor(some_key(), kAsOf), safe));
}

TEST_CASE("a damaged cursor is refused") {
  const std::string good = encode_cursor(some_key(), kAsOf);
  const auto refused_text = [](std::string_view text) {
    const auto cursor = decode_cursor(text);
    return !cursor && cursor.error().code == ErrorCode::invalid_cursor;
  };
  for (std::size_t i = 0; i < good.size(); ++i) {
    CHECK(refused_text(good.substr(0, i)));
    std::string damaged = good;
    damaged[i] = damaged[i] == 'A' ? 'B' : 'A';
    CHECK(refused_text(damaged));
  }
  for (const std::string& text : {std::string(), std::string("garbage"), good + "A", good + "=",
                                  std::string("%%%%"), std::string("\xff\xfe"), std::string(100'000, 'A')}) {
    CHECK(refused_text(text));
  }
}

TEST_CASE("a cursor with a right checksum and wrong contents is refused") {
  const auto refused_key = [](auto change) {
    PageKey key = some_key();
    change(key);
    return !decode_cursor(encode_cursor(key, kAsOf));
  };
  CHECK(refused_key([](PageKey& key) { key.score = 1001; }));
  CHECK(refused_key([](PageKey& key) { key.posted = Date{5'000'000}; }));
  CHECK(refused_key([](PageKey& key) { key.id = ""; }));
  CHECK(refused_key([](PageKey& key) { key.id = "a b"; }));
  CHECK(refused_key([](PageKey& key) { key.version = ""; }));
  CHECK(refused_key([](PageKey& key) { key.version = "\n"; }));
  CHECK_FALSE(decode_cursor(encode_cursor(some_key(), kNeverPosted)));
}

TEST_CASE("a cursor brings its day; another day beside it is refused in either order") {
  const std::string cursor = encode_cursor(some_key(), kAsOf);
  const auto set = [](RankRequest& request, std::string_view name, std::string_view value) {
    REQUIRE(set_option(request, Side::postings, name, value, catalog()));
  };
  RankRequest alone;
  set(alone, "cursor", cursor);
  CHECK(alone.options.as_of == kAsOf);
  REQUIRE(alone.options.after);
  CHECK(alone.options.after->id == "P.7:x_-");
  CHECK(check(alone, Side::postings));

  RankRequest same;
  set(same, "as_of", "2026-06-01");
  set(same, "cursor", cursor);
  CHECK(check(same, Side::postings));

  RankRequest before;
  set(before, "as_of", "2026-06-02");
  set(before, "cursor", cursor);
  RankRequest after;
  set(after, "cursor", cursor);
  set(after, "as_of", "2026-06-02");
  for (const RankRequest& request : {before, after}) {
    const auto good = check(request, Side::postings);
    REQUIRE_FALSE(good);
    CHECK(good.error().code == ErrorCode::invalid_cursor);
  }
}

TEST_CASE("base64url gives any bytes back and accepts only what it gives") {
  INFO("seed " << Catch::rngSeed());
  Dice dice(Catch::rngSeed());
  CHECK(encode_base64url("") == "");
  CHECK(encode_base64url("\xfb\xff") == "-_8");
  for (int round = 0; round < 2000; ++round) {
    std::string bytes;
    for (std::size_t i = dice.below(20); i > 0; --i) bytes += static_cast<char>(dice.below(256));
    const std::string text = encode_base64url(bytes);
    REQUIRE(decode_base64url(text) == bytes);
    std::string other = text;
    if (other.empty()) continue;
    other[dice.below(other.size())] = static_cast<char>(dice.below(256));
    const auto decoded = decode_base64url(other);
    if (decoded) REQUIRE(encode_base64url(*decoded) == other);
  }
}

}  // namespace
}  // namespace talentmatch::testing
