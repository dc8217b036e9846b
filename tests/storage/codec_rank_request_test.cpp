// Options of a ranking request, from words and from JSON.

#include <fmt/format.h>

#include "storage/codec/rank_request.hpp"
#include "tests/storage/codec_support.hpp"

namespace talentmatch::testing {
namespace {

using enum ErrorCode;

RankRequest with(Side side, std::string_view name, std::string_view value) {
  RankRequest request;
  const auto good = set_option(request, side, name, value, catalog());
  INFO(name << "=" << value);
  if (!good) FAIL(message(good.error(), Language::en));
  return request;
}

RankRequest from_json(Side side, std::string_view json) {
  RankRequest request;
  const auto good = set_options_from_json(request, side, json, catalog());
  INFO(json);
  if (!good) FAIL(message(good.error(), Language::en));
  return request;
}

void check_refused(Side side, std::string_view name, std::string_view value, ErrorCode code,
                   std::string_view shown) {
  RankRequest request;
  const auto good = set_option(request, side, name, value, catalog());
  INFO(name << "=" << value);
  REQUIRE_FALSE(good);
  CHECK(name_of(good.error().code) == name_of(code));
  CHECK(good.error().field == name);
  CHECK(good.error().value == shown);
}

void check_refused_json(Side side, std::string_view json, ErrorCode code, std::string_view field) {
  RankRequest request;
  const auto good = set_options_from_json(request, side, json, catalog());
  INFO(json);
  REQUIRE_FALSE(good);
  CHECK(name_of(good.error().code) == name_of(code));
  CHECK(good.error().field == field);
}

RegionId region(std::string_view code) {
  return catalog().resolve_region(code)->id;
}

TEST_CASE("each option from its words") {
  CHECK(with(Side::postings, "k", "1").options.k == 1);
  CHECK(with(Side::graduates, "k", "1000").options.k == 1000);
  CHECK(with(Side::postings, "perspective", "employer").options.perspective == Perspective::employer);
  CHECK(with(Side::postings, "as_of", "2026-06-01").options.as_of == parse_date("2026-06-01"));
  CHECK(with(Side::postings, "kinds", "job,order_class").options.kinds ==
        (kind_bit(PostingKind::job) | kind_bit(PostingKind::order_class)));
  CHECK(with(Side::postings, "regions", "410100,440000").options.regions ==
        std::vector{region("410100"), region("440000")});
  CHECK(with(Side::postings, "regions", "110103").options.regions == std::vector{region("110101")});
  CHECK(with(Side::postings, "employers", "E1,E2").options.employers == std::vector<std::string>{"E1", "E2"});
  CHECK(with(Side::graduates, "schools", "S1").options.schools == std::vector<std::string>{"S1"});
  CHECK(with(Side::graduates, "levels", "bachelor,master").options.levels ==
        std::vector{Level::bachelor, Level::master});
  CHECK(with(Side::postings, "min_score", "1000").options.min_score == 1000);
  CHECK(with(Side::postings, "exclude", "P1,P2").options.exclude == std::vector<std::string>{"P1", "P2"});
  CHECK(with(Side::postings, "max_per_employer", "2").options.max_per_employer == 2);
  CHECK(with(Side::postings, "explain", "true").explain);
  CHECK(with(Side::postings, "lang", "zh").language == Language::zh);
  CHECK_FALSE(with(Side::postings, "personalized", "false").options.personalized);
}

TEST_CASE("weights not named keep their default; later ones start anew") {
  auto request = with(Side::postings, "weights", "employer.major:400,employer.tie:200,graduate.pay:200");
  CHECK(request.options.weights == Weights{.employer = {400, 300, 100, 200}});
  CHECK(check(request, Side::postings));
  REQUIRE(set_option(request, Side::postings, "weights", "graduate.region:0,graduate.major:700", catalog()));
  CHECK(request.options.weights == Weights{.graduate = {0, 700, 200, 100}});
  REQUIRE(set_option(request, Side::postings, "weights", "employer.major:501", catalog()));
  const auto sum = check(request, Side::postings);
  REQUIRE_FALSE(sum);
  CHECK(sum.error().code == invalid_weights);
}

TEST_CASE("values that an option does not have") {
  for (const std::string_view k :
       {"0", "1001", "-1", "+5", "5.0", "1e2", " 5", "5 ", "abc", "99999999999999999999"}) {
    check_refused(Side::postings, "k", k, invalid_option, k);
  }
  for (const std::string_view name : {"k", "kinds", "weights", "exclude", "cursor", "as_of", "lang"}) {
    check_refused(Side::postings, name, "", invalid_option, "");
  }
  check_refused(Side::postings, "kinds", "job,", invalid_option, "");
  check_refused(Side::postings, "perspective", "mutal", invalid_option, "mutal");
  check_refused(Side::postings, "as_of", "2026-13-01", invalid_option, "2026-13-01");
  check_refused(Side::postings, "kinds", "job, internship", invalid_option, " internship");
  check_refused(Side::postings, "regions", "410100,99", unknown_region, "99");
  check_refused(Side::postings, "regions", "130504", retired_code, "130504");
  check_refused(Side::postings, "employers", "E1,E/2", invalid_option, "E/2");
  check_refused(Side::graduates, "levels", "phd", invalid_option, "phd");
  check_refused(Side::postings, "min_score", "1001", invalid_option, "1001");
  check_refused(Side::postings, "max_per_employer", "0", invalid_option, "0");
  check_refused(Side::postings, "explain", "1", invalid_option, "1");
  check_refused(Side::postings, "lang", "fr", invalid_option, "fr");
  check_refused(Side::postings, "lang", "\xff", invalid_utf8, "");
  check_refused(Side::postings, "weights", "employer.major", invalid_weights, "employer.major");
  check_refused(Side::postings, "weights", "employer.major:-1", invalid_weights, "employer.major:-1");
  check_refused(Side::postings, "weights", "employer.major:1001", invalid_weights, "employer.major:1001");
  check_refused(Side::postings, "weights", "employer.majors:400", invalid_weights, "employer.majors");
  check_refused(Side::postings, "weights", "employer.tie:1,employer.tie:1", invalid_weights, "employer.tie");
}

TEST_CASE("options of the other side, and unknown ones") {
  for (const std::string_view name : {"kinds", "employers", "max_per_employer"}) {
    check_refused(Side::graduates, name, "1", invalid_option, "");
  }
  check_refused(Side::postings, "schools", "S1", invalid_option, "");
  RankRequest request;
  const auto unknown = set_option(request, Side::postings, "perspectiv", "mutual", catalog());
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().code == invalid_option);
  CHECK(unknown.error().suggestions == std::vector<std::string>{"perspective"});
  const auto other = set_option(request, Side::graduates, "kind", "job", catalog());
  REQUIRE_FALSE(other);
  CHECK(other.error().suggestions.empty());
  CHECK_FALSE(set_option(request, Side::postings, "\xff", "1", catalog()));
  CHECK_FALSE(check(with(Side::graduates, "personalized", "false"), Side::graduates));
  CHECK(check(with(Side::postings, "personalized", "false"), Side::postings));
}

TEST_CASE("long lists end at their limit") {
  const auto ids = [](int count) {
    std::string list = "A0";
    for (int i = 1; i < count; ++i) list += fmt::format(",A{}", i);
    return list;
  };
  CHECK(with(Side::postings, "employers", ids(1000)).options.employers.size() == 1000);
  CHECK(with(Side::postings, "exclude", ids(10'000)).options.exclude.size() == 10'000);
  check_refused(Side::postings, "employers", ids(1001), invalid_option, "1001");
  check_refused(Side::postings, "exclude", ids(10'001), invalid_option, "10001");
}

TEST_CASE("the same options from JSON") {
  const auto request = from_json(
      Side::postings,
      R"({"k":5,"perspective":"graduate","weights":{"employer":{"major":400,"tie":200},"graduate":{}},)"
      R"("as_of":"2026-06-01","kinds":["job"],"regions":"410100,440000","employers":["E1"],"levels":["master"],)"
      R"("min_score":10,"exclude":["P1","P2"],"max_per_employer":3,"explain":true,"lang":"zh","cursor":null,)"
      R"("personalized":true})");
  CHECK(request.options.k == 5);
  CHECK(request.options.perspective == Perspective::graduate);
  CHECK(request.options.weights == Weights{.employer = {400, 300, 100, 200}});
  CHECK(request.options.as_of == parse_date("2026-06-01"));
  CHECK(request.options.kinds == kind_bit(PostingKind::job));
  CHECK(request.options.regions == std::vector{region("410100"), region("440000")});
  CHECK(request.options.employers == std::vector<std::string>{"E1"});
  CHECK(request.options.levels == std::vector{Level::master});
  CHECK(request.options.min_score == 10);
  CHECK(request.options.exclude == std::vector<std::string>{"P1", "P2"});
  CHECK(request.options.max_per_employer == 3);
  CHECK(request.explain);
  CHECK(request.language == Language::zh);
  CHECK_FALSE(request.options.after);
  CHECK(from_json(Side::postings, R"({"weights":"employer.major:400,employer.tie:200"})").options.weights ==
        request.options.weights);
}

TEST_CASE("JSON options that are refused") {
  check_refused_json(Side::postings, R"({"k":"5"})", invalid_option, "k");
  check_refused_json(Side::postings, R"({"k":5.0})", invalid_option, "k");
  check_refused_json(Side::postings, R"({"k":18446744073709551615})", invalid_option, "k");
  check_refused_json(Side::postings, R"({"k":99999999999999999999})", out_of_range, "k");
  check_refused_json(Side::postings, R"({"explain":"true"})", invalid_option, "explain");
  check_refused_json(Side::postings, R"({"lang":1})", invalid_option, "lang");
  check_refused_json(Side::postings, R"({"kinds":[]})", invalid_option, "kinds");
  check_refused_json(Side::postings, R"({"kinds":["job,internship"]})", invalid_option, "kinds");
  check_refused_json(Side::postings, R"({"kinds":[1]})", invalid_option, "kinds");
  check_refused_json(Side::postings, R"({"kinds":{}})", invalid_option, "kinds");
  check_refused_json(Side::postings, R"({"weights":{}})", invalid_option, "weights");
  check_refused_json(Side::postings, R"({"weights":{"employer":5}})", invalid_weights, "weights");
  check_refused_json(Side::postings, R"({"weights":{"employer":{"major":"5"}}})", invalid_weights, "weights");
  check_refused_json(Side::postings, R"({"weights":{"employer":{"pay":5}}})", invalid_weights, "weights");
  check_refused_json(Side::postings, R"({"weights":{"employer":{"tie":5,"tie":5}}})", invalid_weights,
                     "weights");
  check_refused_json(Side::postings, R"({"k":5,"k":5})", duplicate_field, "k");
  check_refused_json(Side::postings, R"({"schools":["S1"]})", invalid_option, "schools");
  check_refused_json(Side::postings, R"({"x":1})", invalid_option, "x");
  check_refused_json(Side::postings, "[]", not_an_object, "");
  check_refused_json(Side::postings, R"({"k":5)", invalid_json, "");
}

}  // namespace
}  // namespace talentmatch::testing
