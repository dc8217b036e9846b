#include "engine/model/error.hpp"

#include <set>

#include <catch2/catch.hpp>

using namespace talentmatch;

namespace {

constexpr auto kLast = static_cast<int>(ErrorCode::stopping);

bool is_snake_case(std::string_view name) {
  return !name.empty() &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
}

bool is_ascii(std::string_view text) {
  return text.find_first_of("\x80\x90\xA0\xB0\xC0\xD0\xE0\xF0") == std::string_view::npos &&
         std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

}  // namespace

TEST_CASE("every error has a name and a sentence in both languages, none twice") {
  std::set<std::string> seen;
  for (int i = 0; i <= kLast; ++i) {
    const auto code = static_cast<ErrorCode>(i);
    CAPTURE(i);
    CHECK(is_snake_case(name_of(code)));
    const auto en = message({.code = code}, Language::en);
    const auto zh = message({.code = code}, Language::zh);
    CHECK(en.size() > 5);
    CHECK(is_ascii(en));
    CHECK(en.ends_with("."));
    CHECK_FALSE(is_ascii(zh));
    CHECK(zh.ends_with("。"));
    CHECK(seen.insert(std::string(name_of(code))).second);
    CHECK(seen.insert(en).second);
    CHECK(seen.insert(zh).second);
  }
}

TEST_CASE("names are those of the enumerators") {
  CHECK(name_of(ErrorCode::invalid_json) == "invalid_json");
  CHECK(name_of(ErrorCode::unknown_major) == "unknown_major");
  CHECK(name_of(ErrorCode::retired_code) == "retired_code");
  CHECK(name_of(ErrorCode::too_large) == "too_large");
  CHECK(name_of(ErrorCode::no_space) == "no_space");
  CHECK(name_of(ErrorCode::stopping) == "stopping");
}

TEST_CASE("the caller is at fault up to too_large, the service after it") {
  for (int i = 0; i <= kLast; ++i) {
    const auto code = static_cast<ErrorCode>(i);
    CHECK(is_caller_fault(code) == (code <= ErrorCode::too_large));
  }
}

TEST_CASE("a message names field, value, what would be right and what was perhaps meant") {
  const Error error{.code = ErrorCode::unknown_major,
                    .field = "majors[2]",
                    .value = "510299",
                    .suggestions = {"510209 人工智能技术应用", "510219 智能体技术应用"}};
  CHECK(message(error, Language::en) ==
        "majors[2]: no such major in the catalogue: \"510299\". Did you mean 510209 人工智能技术应用, 510219 "
        "智能体技术应用?");
  CHECK(message(error, Language::zh) ==
        "majors[2]：专业目录中没有此代码：“510299”。是否指 510209 人工智能技术应用、510219 智能体技术应用？");
  const Error range{
      .code = ErrorCode::out_of_range, .field = "headcount", .value = "0", .detail = "1…100000"};
  CHECK(message(range, Language::en) == "headcount: the value is out of range: \"0\" (1…100000).");
  CHECK(message(range, Language::zh) == "headcount：值超出范围：“0”（1…100000）。");
}

TEST_CASE("successors of a retired code are named as such") {
  const Error error{
      .code = ErrorCode::retired_code, .value = "130504", .suggestions = {"130502 襄都区", "130503 信都区"}};
  CHECK(message(error, Language::en) ==
        "the code was abolished and has no single successor: \"130504\". Successors: 130502 襄都区, 130503 "
        "信都区.");
  CHECK(message(error, Language::zh) ==
        "代码已撤销且没有唯一的后继：“130504”。后继代码：130502 襄都区、130503 信都区。");
}
