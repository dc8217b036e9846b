// Batch bodies: one bad item fails itself, a bad body fails all.

#include "storage/codec/batch_body.hpp"
#include "tests/storage/codec_support.hpp"

namespace talentmatch::testing {
namespace {

using enum ErrorCode;

BatchBody body(Side side, std::string_view json) {
  RankRequest defaults;
  defaults.language = Language::zh;
  auto parsed = BatchBody::parse(side, json, defaults, catalog());
  INFO(json);
  if (!parsed) FAIL(message(parsed.error(), Language::en));
  return *std::move(parsed);
}

void check_refused(Side side, std::string_view json, ErrorCode code, std::string_view field) {
  const auto parsed = BatchBody::parse(side, json, {}, catalog());
  INFO(json);
  REQUIRE_FALSE(parsed);
  CHECK(name_of(parsed.error().code) == name_of(code));
  CHECK(parsed.error().field == field);
}

void check_item_refused(Side side, std::string_view item, ErrorCode code, std::string_view field) {
  const auto batch = body(side, "{\"items\":[" + std::string(item) + "]}");
  const auto read = batch.item(0);
  INFO(item);
  REQUIRE_FALSE(read);
  CHECK(name_of(read.error().code) == name_of(code));
  CHECK(read.error().field == field);
}

TEST_CASE("items with ids, profiles and options of their own") {
  const auto batch =
      body(Side::postings,
           R"({"items":[{"graduate":"G1"},{"profile":{"major":"510201","level":"junior_college",)"
           R"("year":2026,"home":"110103"}},{"graduate":"G2","k":5,"kinds":["job"]},{"graduate":7}],)"
           R"("k":20,"perspective":"employer"})");
  REQUIRE(batch.size() == 4);
  const auto first = batch.item(0);
  REQUIRE(first);
  CHECK(std::get<std::string>(first->asked) == "G1");
  CHECK(first->request.options.k == 20);
  CHECK(first->request.options.perspective == Perspective::employer);
  CHECK(first->request.language == Language::zh);
  const auto profile = batch.item(1);
  REQUIRE(profile);
  CHECK(std::get<Graduate>(profile->asked).year == 2026);
  CHECK(profile->notices ==
        std::vector<Replacement>{{.field = "profile.home", .from = "110103", .to = "110101"}});
  const auto own = batch.item(2);
  REQUIRE(own);
  CHECK(own->request.options.k == 5);
  CHECK(own->request.options.perspective == Perspective::employer);
  CHECK(own->request.options.kinds == kind_bit(PostingKind::job));
  CHECK_FALSE(batch.item(3));
}

TEST_CASE("candidates name postings") {
  const auto batch =
      body(Side::graduates, R"({"items":[{"posting":"P1"},{"profile":{"employer":"E1","region":"410100"}}],)"
                            R"("schools":["S1"]})");
  CHECK(std::get<std::string>(batch.item(0)->asked) == "P1");
  CHECK(std::get<Posting>(batch.item(1)->asked).employer == "E1");
  CHECK(batch.item(0)->request.options.schools == std::vector<std::string>{"S1"});
}

TEST_CASE("bodies that are refused as a whole") {
  const auto items = [](int count) {
    std::string list = R"({"graduate":"G1"})";
    for (int i = 1; i < count; ++i) list += R"(,{"graduate":"G1"})";
    return R"({"items":[)" + list + "]}";
  };
  CHECK(body(Side::postings, items(1000)).size() == 1000);
  check_refused(Side::postings, items(1001), too_many, "items");
  check_refused(Side::postings, R"({"items":[]})", out_of_range, "items");
  check_refused(Side::postings, R"({"items":null})", missing_field, "items");
  check_refused(Side::postings, R"({"items":{"graduate":"G1"}})", wrong_type, "items");
  check_refused(Side::postings, "{}", missing_field, "items");
  check_refused(Side::postings, "[]", not_an_object, "");
  check_refused(Side::postings, R"({"items":[{"graduate":"G1"}])", invalid_json, "");
  check_refused(Side::postings, "{\"items\":[{\"graduate\":\"\xff\"}]}", invalid_utf8, "");
  check_refused(Side::postings, R"({"items":[{"graduate":"G1"}],"items":[]})", duplicate_field, "items");
  check_refused(Side::postings, R"({"items":[{"graduate":"G1"}],"k":0})", invalid_option, "k");
  check_refused(Side::postings, R"({"items":[{"graduate":"G1"}],"graduate":"G1"})", invalid_option,
                "graduate");
  check_refused(Side::postings, R"({"items":[{"graduate":"G1"}],"weights":{"employer":{"tie":1}}})",
                invalid_weights, "weights.employer");
}

TEST_CASE("an unknown member of a body is shown what is near") {
  const auto parsed = BatchBody::parse(Side::postings, R"({"item":[{"graduate":"G1"}]})", {}, catalog());
  REQUIRE_FALSE(parsed);
  CHECK(parsed.error().suggestions == std::vector<std::string>{"items"});
}

TEST_CASE("items that are refused") {
  check_item_refused(Side::postings, "7", wrong_type, "");
  check_item_refused(Side::postings, "{}", missing_field, "graduate");
  check_item_refused(Side::postings, R"({"graduate":null})", missing_field, "graduate");
  check_item_refused(Side::postings, R"({"graduate":"G1","profile":{}})", invalid_value, "graduate");
  check_item_refused(Side::postings, R"({"graduate":7})", wrong_type, "graduate");
  check_item_refused(Side::postings, R"({"graduate":"a b"})", invalid_id, "graduate");
  check_item_refused(Side::postings, R"({"graduate":"G1","graduate":"G1"})", duplicate_field, "graduate");
  check_item_refused(Side::postings, R"({"posting":"P1"})", invalid_option, "posting");
  check_item_refused(Side::postings, R"({"graduate":"G1","k":0})", invalid_option, "k");
  check_item_refused(Side::postings, R"({"graduate":"G1","schools":["S1"]})", invalid_option, "schools");
  check_item_refused(Side::postings, R"({"profile":[]})", wrong_type, "profile");
  check_item_refused(Side::postings, R"({"profile":{"major":"510201","level":"doctor"}})", missing_field,
                     "profile.year");
  check_item_refused(
      Side::postings,
      R"({"profile":{"major":"510201","level":"doctor","year":2026,"certificates":[{"id":"?"}]}})",
      unknown_certificate, "profile.certificates[0].id");
  check_item_refused(Side::graduates, R"({"posting":"P1","kinds":["job"]})", invalid_option, "kinds");
  check_item_refused(Side::graduates, R"({"profile":{"employer":"E1"}})", missing_field, "profile.region");
}

}  // namespace
}  // namespace talentmatch::testing
