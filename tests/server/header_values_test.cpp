#include "server/http/header_values.hpp"

#include <catch2/catch.hpp>

namespace talentmatch::testing {

TEST_CASE("the better liked language is taken") {
  CHECK(accepted_language("") == Language::zh);
  CHECK(accepted_language("en") == Language::en);
  CHECK(accepted_language("zh-CN,zh;q=0.9,en;q=0.8") == Language::zh);
  CHECK(accepted_language("en-US,en;q=0.9,zh;q=0.8") == Language::en);
  CHECK(accepted_language("zh;q=0.3, en;q=0.7") == Language::en);
  CHECK(accepted_language("en;q=0, zh;q=0.1") == Language::zh);
  CHECK(accepted_language("ZH-Hans") == Language::zh);
  CHECK(accepted_language("fr, de;q=0.5") == Language::en);
  CHECK(accepted_language("*") == Language::zh);
  CHECK(accepted_language("zh;q=x, en;q=0.1") == Language::en);
  CHECK(accepted_language(",;,") == Language::en);
}

TEST_CASE("media types are compared without parameters and case") {
  CHECK(is_media_type("application/json", "application/json"));
  CHECK(is_media_type("Application/JSON ; charset=utf-8", "application/json"));
  CHECK_FALSE(is_media_type("application/jsonx", "application/json"));
  CHECK_FALSE(is_media_type("text/plain; application/json", "application/json"));
}

TEST_CASE("If-None-Match names tags weakly") {
  CHECK(names_etag(R"("a")", R"("a")"));
  CHECK(names_etag(R"("x", W/"a")", R"("a")"));
  CHECK(names_etag("*", R"("a")"));
  CHECK_FALSE(names_etag("", R"("a")"));
  CHECK_FALSE(names_etag(R"("ab")", R"("a")"));
}

}  // namespace talentmatch::testing
