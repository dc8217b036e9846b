#include "server/http/query.hpp"

#include <catch2/catch.hpp>

namespace talentmatch::testing {
namespace {

std::string value(std::string_view text, std::string_view name) {
  Query query;
  REQUIRE(query.parse(text));
  return std::string(query.get(name).value_or("(none)"));
}

bool refused(std::string_view text) {
  Query query;
  const auto parsed = query.parse(text);
  return !parsed && parsed.error().code == ErrorCode::invalid_option;
}

}  // namespace

TEST_CASE("parameters are found by name, decoded") {
  CHECK(value("k=5&lang=en", "k") == "5");
  CHECK(value("k=5&lang=en", "lang") == "en");
  CHECK(value("k=5", "lang") == "(none)");
  CHECK(value("&&k=5&", "k") == "5");
  CHECK(value("explain", "explain").empty());
  CHECK(value("a=b=c", "a") == "b=c");
  CHECK(value("q=%E6%B2%B3%E5%8D%97+x%2By", "q") == "河南 x+y");
  CHECK(value("%6b=5", "k") == "5");
}

TEST_CASE("views of several decoded values do not disturb each other") {
  Query query;
  REQUIRE(query.parse("a=%61%61&b=%62&c=plain&d=%64%64%64"));
  CHECK(query.get("a") == "aa");
  CHECK(query.get("b") == "b");
  CHECK(query.get("c") == "plain");
  CHECK(query.get("d") == "ddd");
  REQUIRE(query.parse("a=1"));
  CHECK(query.parameters().size() == 1);
}

TEST_CASE("broken queries are refused") {
  CHECK(refused("k=%"));
  CHECK(refused("k=%4"));
  CHECK(refused("k=%zz"));
  CHECK(refused("k=%+1"));
  CHECK(refused("k=%C3%28"));
  CHECK(refused("k=\xff"));
  CHECK(refused("k=%ED%A0%80"));
  CHECK(refused("k=1&k=2"));
  CHECK(refused("k=1&%6b=2"));
  std::string many;
  for (int i = 0; i < 65; ++i) many += "p" + std::to_string(i) + "=1&";
  CHECK(refused(many));
}

TEST_CASE("a plus is a space in a query only") {
  std::string out;
  CHECK(decode_percent("a+b%2fc", false, out));
  CHECK(out == "a+b/c");
}

}  // namespace talentmatch::testing
