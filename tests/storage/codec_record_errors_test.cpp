// Every rule of spec 1 broken once: code, field, value, what would be right, suggestions.

#include <vector>

#include <fmt/format.h>

#include "tests/storage/codec_support.hpp"

namespace talentmatch::testing {
namespace {

using enum ErrorCode;

struct Refusal {
  Collection collection;
  std::string json;
  ErrorCode code;
  std::string field;
  std::string value = {};
};

void check_all(const std::vector<Refusal>& refusals) {
  for (const auto& [collection, json, code, field, value] : refusals) {
    const Error error = refused(collection, json);
    INFO(json << " -> " << message(error, Language::en));
    CHECK(name_of(error.code) == name_of(code));
    CHECK(error.field == field);
    CHECK(error.value == value);
  }
}

Refusal graduate(std::string_view more, ErrorCode code, std::string field, std::string value = {}) {
  return {Collection::graduates, graduate_with(more), code, std::move(field), std::move(value)};
}
Refusal posting(std::string_view more, ErrorCode code, std::string field, std::string value = {}) {
  return {Collection::postings, posting_with(more), code, std::move(field), std::move(value)};
}
Refusal employer(std::string_view more, ErrorCode code, std::string field, std::string value = {}) {
  return {Collection::employers, employer_with(more), code, std::move(field), std::move(value)};
}
Refusal whole(std::string json, ErrorCode code) {
  return {Collection::schools, std::move(json), code, {}};
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

TEST_CASE("not a JSON object") {
  check_all({
      whole("", invalid_json),
      whole("   ", invalid_json),
      whole("{", invalid_json),
      whole(R"({"id":"S1")", invalid_json),
      whole(R"({"id":"S1)", invalid_json),
      whole(R"({"id":"S1",})", invalid_json),
      whole(R"({"id":"S1"} x)", invalid_json),
      whole(R"({"id":"S1"}{"id":"S2"})", invalid_json),
      whole(R"({id:"S1"})", invalid_json),
      whole(R"({"id":nul})", invalid_json),
      whole(R"({"id":01})", invalid_json),
      whole(R"({"id":1.})", invalid_json),
      whole(R"({"id":-})", invalid_json),
      whole("{\"id\":\"a\nb\"}", invalid_json),
      whole(R"({"id":"\ud800"})", invalid_json),
      whole(R"({"id":"\x"})", invalid_json),
      whole(repeated("[", 100'000), invalid_json),
      whole(R"({"id":)" + repeated("[", 5000) + repeated("]", 5000) + "}", invalid_json),
      whole("{\"id\":\"\xff\"}", invalid_utf8),
      whole("{\"id\":\"\xc0\xaf\"}", invalid_utf8),
      whole("{\"id\":\"\xed\xa0\x80\"}", invalid_utf8),
      whole("{\"id\":\"\xe8\x81\"}", invalid_utf8),
      whole("[]", not_an_object),
      whole("7", not_an_object),
      whole("null", not_an_object),
      whole(R"("id")", not_an_object),
  });
}

TEST_CASE("unknown, repeated and missing fields") {
  check_all({
      graduate(R"(,"gender":"x")", unknown_field, "gender"),
      graduate(R"(,"year":2026)", duplicate_field, "year"),
      graduate(R"(,"home":null,"home":null)", duplicate_field, "home"),
      graduate(R"(,"certificates":[{"id":"X001","lvl":"advanced"}])", unknown_field, "certificates[0].lvl"),
      graduate(R"(,"certificates":[{"id":"X001"},{"level":"advanced"}])", missing_field,
               "certificates[1].id"),
      graduate(R"(,"certificates":[{"id":"X001","id":"X001"}])", duplicate_field, "certificates[0].id"),
      graduate(R"(,"ties":[{"employer":"E1"}])", missing_field, "ties[0].kind"),
      posting(R"(,"kind":"order_class")", missing_field, "school"),
      {Collection::graduates, "{}", missing_field, "id"},
      {Collection::graduates, R"({"id":"G1","school":"S1","major":"510201","level":null,"year":2026})",
       missing_field, "level"},
      {Collection::schools, R"({"id":"S1","name":"x","kind":"university"})", missing_field, "region"},
      {Collection::employers, R"({"id":"E1","region":"410100"})", missing_field, "name"},
      {Collection::ties, R"({"id":"T1","school":"S1","kind":"base"})", missing_field, "employer"},
      {Collection::placements, R"({"id":"L1","graduate":"G1"})", missing_field, "status"},
      {Collection::postings, R"({"id":"P1","employer":"E1","region":"410100"})", missing_field, "title"},
  });
}

TEST_CASE("wrong types") {
  check_all({
      graduate(R"(,"home":[])", wrong_type, "home"),
      graduate(R"(,"home":410100)", wrong_type, "home", "410100"),
      graduate(R"(,"wishes":"410100")", wrong_type, "wishes", "410100"),
      graduate(R"(,"wishes":[null])", wrong_type, "wishes[0]", "null"),
      graduate(R"(,"wishes_only":"true")", wrong_type, "wishes_only", "true"),
      graduate(R"(,"wishes_only":1)", wrong_type, "wishes_only", "1"),
      graduate(R"(,"expected_pay":5000.0)", wrong_type, "expected_pay", "5000.0"),
      graduate(R"(,"expected_pay":5e3)", wrong_type, "expected_pay", "5000.0"),
      graduate(R"(,"expected_pay":"5000")", wrong_type, "expected_pay", "5000"),
      graduate(R"(,"expected_pay":true)", wrong_type, "expected_pay", "true"),
      graduate(R"(,"certificates":{"id":"X001"})", wrong_type, "certificates"),
      graduate(R"(,"certificates":["X001"])", wrong_type, "certificates[0]", "X001"),
      graduate(R"(,"certificates":[{"id":1}])", wrong_type, "certificates[0].id", "1"),
      graduate(R"(,"kinds":[7])", wrong_type, "kinds[0]", "7"),
      graduate(R"(,"status":{"a":"secret"})", wrong_type, "status"),
      posting(R"(,"posted":20260501)", wrong_type, "posted", "20260501"),
      posting(R"(,"occupation":false)", wrong_type, "occupation", "false"),
  });
}

TEST_CASE("numbers out of range") {
  check_all({
      posting(R"(,"headcount":0)", out_of_range, "headcount", "0"),
      posting(R"(,"headcount":100001)", out_of_range, "headcount", "100001"),
      posting(R"(,"headcount":-1)", out_of_range, "headcount", "-1"),
      posting(R"(,"headcount":9223372036854775807)", out_of_range, "headcount", "9223372036854775807"),
      posting(R"(,"headcount":18446744073709551615)", out_of_range, "headcount", "18446744073709551615"),
      posting(R"(,"headcount":18446744073709551616)", out_of_range, "headcount", "18446744073709551616"),
      posting(R"(,"headcount":-99999999999999999999)", out_of_range, "headcount", "-99999999999999999999"),
      posting(R"(,"headcount":1e999)", out_of_range, "headcount", "1e999"),
      posting(R"(,"pay_min":0)", out_of_range, "pay_min", "0"),
      posting(R"(,"pay_max":10000001)", out_of_range, "pay_max", "10000001"),
      posting(R"(,"pay_min":6000,"pay_max":5999)", out_of_range, "pay_min", "6000"),
      employer(R"(,"staff":-1)", out_of_range, "staff", "-1"),
      employer(R"(,"hiring_plan":10000001)", out_of_range, "hiring_plan", "10000001"),
      graduate(R"(,"expected_pay":0)", out_of_range, "expected_pay", "0"),
      graduate(R"(,"wishes":["410100",{"x":[1,99999999999999999999999]}])", out_of_range, "wishes[1].x[1]",
               "99999999999999999999999"),
      {Collection::graduates, R"({"id":"G1","school":"S1","major":"510201","level":"doctor","year":1949})",
       out_of_range, "year", "1949"},
      {Collection::graduates, R"({"id":"G1","school":"S1","major":"510201","level":"doctor","year":2101})",
       out_of_range, "year", "2101"},
      {Collection::ties, R"({"id":"T1","school":"S1","employer":"E1","kind":"base","seats":10000001})",
       out_of_range, "seats", "10000001"},
      {Collection::placements, R"({"id":"L1","graduate":"G1","status":"left","pay":0})", out_of_range, "pay",
       "0"},
  });
  CHECK(refused(Collection::postings, posting_with(R"(,"headcount":0)")).detail == "1…100000");
  const Error pay = refused(Collection::postings, posting_with(R"(,"pay_min":2,"pay_max":1)"));
  CHECK(pay.detail == "≤ pay_max = 1");
}

TEST_CASE("ids, words, dates and codes of the wrong form") {
  const std::string long_id(65, 'a');
  check_all({
      {Collection::schools, R"({"id":"","name":"x","kind":"university","region":"410100"})", invalid_id,
       "id"},
      {Collection::schools, R"({"id":"a b","name":"x","kind":"university","region":"410100"})", invalid_id,
       "id", "a b"},
      {Collection::schools, R"({"id":"学校","name":"x","kind":"university","region":"410100"})", invalid_id,
       "id", "学校"},
      graduate(R"(,"ties":[{"employer":"E/1","kind":"bound"}])", invalid_id, "ties[0].employer", "E/1"),
      posting(R"(,"school":")" + long_id + "\"", invalid_id, "school", std::string(61, 'a') + "…"),
      graduate(R"(,"status":"Seeking")", invalid_value, "status", "Seeking"),
      graduate(R"(,"kinds":["job","jbo"])", invalid_value, "kinds[1]", "jbo"),
      graduate(R"(,"certificates":[{"id":"X001","level":"senior"}])", invalid_value, "certificates[0].level",
               "senior"),
      posting(R"(,"posted":"2026-02-30")", invalid_value, "posted", "2026-02-30"),
      posting(R"(,"posted":"2026-2-3")", invalid_value, "posted", "2026-2-3"),
      posting(R"(,"closes":"2026-05-01T00:00:00Z")", invalid_value, "closes", "2026-05-01T00:00:00Z"),
      posting(R"(,"occupation":"6-18-1-01")", invalid_value, "occupation", "6-18-1-01"),
      posting(R"(,"majors":["51020"])", unknown_major, "majors[0]", "51020"),
      posting(R"(,"majors":[""])", unknown_major, "majors[0]"),
      graduate(R"(,"home":"999999")", unknown_region, "home", "999999"),
      graduate(R"(,"home":"130504")", retired_code, "home", "130504"),
      graduate(R"(,"home":"110100")", retired_code, "home", "110100"),
      graduate(R"(,"certificates":[{"id":"X9999"}])", unknown_certificate, "certificates[0].id", "X9999"),
  });
  const auto successors = refused(Collection::graduates, graduate_with(R"(,"home":"130504")")).suggestions;
  REQUIRE(successors.size() == 2);
  CHECK(successors[0].starts_with("130502"));
  CHECK(successors[1].starts_with("130503"));
}

TEST_CASE("a graduate's major must be a major, not a class") {
  const Error error = refused(Collection::graduates,
                              R"({"id":"G1","school":"S1","major":"5102","level":"doctor","year":2026})");
  CHECK(name_of(error.code) == "unknown_major");
  CHECK(error.field == "major");
}

TEST_CASE("texts: empty, too long, control characters") {
  const std::string tag = repeated("标", 43);  // 129 bytes
  check_all({
      {Collection::employers, R"({"id":"E1","name":"","region":"410100"})", invalid_value, "name"},
      {Collection::employers, R"({"id":"E1","name":")" + std::string(513, 'n') + R"(","region":"410100"})",
       too_long, "name", std::string(61, 'n') + "…"},
      {Collection::employers, R"({"id":"E1","name":"a\u0000b","region":"410100"})", invalid_value, "name",
       std::string("a\0b", 3)},
      {Collection::employers, R"({"id":"E1","name":"a\u007f","region":"410100"})", invalid_value, "name",
       "a\x7f"},
      {Collection::employers, R"({"id":"E1","name":"a\u0085","region":"410100"})", invalid_value, "name",
       "a\xc2\x85"},
      employer(R"(,"tags":["产",""])", invalid_value, "tags[1]"),
      employer(R"(,"tags":[")" + tag + "\"]", too_long, "tags[0]", repeated("标", 20) + "…"),
      {Collection::placements,
       R"({"id":"L1","graduate":"G1","status":"left","code":")" + std::string(65, 'c') + "\"}", too_long,
       "code", std::string(61, 'c') + "…"},
  });
  CHECK(parse(Collection::employers,
              R"({"id":"E1","name":")" + std::string(512, 'n') + R"(","region":"410100"})"));
  CHECK(parse(Collection::employers, employer_with(R"(,"tags":[")" + std::string(128, 't') + "\"]")));
}

TEST_CASE("lists: at most 256 entries, none twice") {
  const auto tags = [](int count) {
    std::string list;
    for (int i = 0; i < count; ++i) list += fmt::format("{}\"t{}\"", i == 0 ? "" : ",", i);
    return R"(,"tags":[)" + list + "]";
  };
  CHECK(parse(Collection::employers, employer_with(tags(256))));
  check_all({
      employer(tags(257), too_many, "tags", "257"),
      employer(R"(,"tags":["a","b","a"])", duplicate_entry, "tags[2]", "a"),
      graduate(R"(,"wishes":["410100","410100"])", duplicate_entry, "wishes[1]", "410100"),
      graduate(R"(,"wishes":["110101","110103"])", duplicate_entry, "wishes[1]", "110103"),
      graduate(R"(,"kinds":["job","job"])", duplicate_entry, "kinds[1]", "job"),
      graduate(R"(,"ties":[{"employer":"E1","kind":"bound"},{"kind":"bound","employer":"E1"}])",
               duplicate_entry, "ties[1]"),
      graduate(R"(,"certificates":[{"id":"X001"},{"id":"X001","level":"elementary"}])", duplicate_entry,
               "certificates[1]"),
      posting(R"(,"majors":["120601","120601K"])", duplicate_entry, "majors[1]", "120601K"),
      posting(R"(,"required_certificates":[{"id":"X001"},{"id":"X001","level":"advanced"}])", duplicate_entry,
              "required_certificates[1]"),
  });
}

TEST_CASE("a near word is suggested") {
  CHECK(refused(Collection::graduates, graduate_with(R"(,"whishes":[])")).suggestions.front() == "wishes");
  CHECK(refused(Collection::graduates, graduate_with(R"(,"Home":"410100")")).suggestions.front() == "home");
  CHECK(refused(Collection::graduates, graduate_with(R"(,"xyzzy":1)")).suggestions.empty());
  const Error kind = refused(Collection::postings, posting_with(R"(,"kind":"intership")"));
  CHECK(kind.suggestions == std::vector<std::string>{"internship"});
  CHECK(kind.detail == "job | internship | order_class");
  CHECK(refused(Collection::postings, posting_with(R"(,"min_level":"vocational")")).suggestions ==
        std::vector<std::string>{"vocational_bachelor"});
}

TEST_CASE("an error shows at most 64 bytes of a value, and nothing of a record") {
  const std::string long_name = repeated("名", 300);
  const Error error = refused(Collection::graduates, graduate_with(",\"" + long_name + "\":1"));
  CHECK(error.field == repeated("名", 20) + "…");
  CHECK(refused(Collection::graduates, graduate_with(R"(,"home":{"secret":"x"})")).value.empty());
}

TEST_CASE("a parser is as good after a long or a refused line as before") {
  RecordParser parser;
  const std::string good = employer_with("");
  CHECK_FALSE(parser.parse(Collection::employers,
                           employer_with(R"(,"x":")" + std::string(1 << 20, 'x') + "\""), catalog()));
  CHECK(parser.parse(Collection::employers, good, catalog()));
  CHECK_FALSE(parser.parse(Collection::employers, good.substr(0, 20), catalog()));
  CHECK(parser.parse(Collection::employers, good, catalog()));
}

}  // namespace
}  // namespace talentmatch::testing
