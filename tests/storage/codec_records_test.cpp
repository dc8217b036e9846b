// Each record kind with every field, and what is accepted as it is.

#include "tests/storage/codec_support.hpp"

namespace talentmatch::testing {
namespace {

std::string_view code(RegionId region) {
  return catalog().code_of(region);
}

TEST_CASE("a school with all its fields") {
  const std::string json =
      R"({"id":"S.1:a-b_c","name":"职业学校","kind":"vocational_bachelor","region":"410100"})";
  const auto school = parsed_as<School>(Collection::schools, json);
  CHECK(school.id == "S.1:a-b_c");
  CHECK(school.name == "职业学校");
  CHECK(school.kind == SchoolKind::vocational_bachelor);
  CHECK(code(school.region) == "410100");
  CHECK(written(school) == json);
}

TEST_CASE("an employer with all its fields") {
  const std::string json =
      R"({"id":"E1","name":"企业","region":"410000","size":"micro","above_scale":true,"staff":0,)"
      R"("hiring_plan":10000000,"status":"suspended","tags":["产教融合型企业","专精特新"]})";
  const auto employer = parsed_as<Employer>(Collection::employers, json);
  CHECK(employer.size == EmployerSize::micro);
  CHECK(employer.above_scale == true);
  CHECK(employer.staff == 0);
  CHECK(employer.hiring_plan == 10'000'000);
  CHECK(employer.status == EmployerStatus::suspended);
  CHECK(employer.tags == std::vector<std::string>{"产教融合型企业", "专精特新"});
  CHECK(written(employer) == json);
}

TEST_CASE("a tie with all its fields") {
  const std::string json =
      R"({"id":"T1","school":"S1","employer":"E1","kind":"enterprise_apprenticeship","major":"510201",)"
      R"("seats":40,"starts":"2024-02-29","ends":"2027-12-31"})";
  const auto tie = parsed_as<Tie>(Collection::ties, json);
  CHECK(tie.school == "S1");
  CHECK(tie.employer == "E1");
  CHECK(tie.kind == TieKind::enterprise_apprenticeship);
  CHECK(tie.major == catalog().resolve_major("510201")->id);
  CHECK(tie.seats == 40);
  CHECK(tie.starts == parse_date("2024-02-29"));
  CHECK(tie.ends == parse_date("2027-12-31"));
  CHECK(written(tie) == json);
}

TEST_CASE("a graduate with all its fields") {
  const std::string json = graduate_with(
      R"(,"certificates":[{"id":"X001","level":"advanced","expires":"2027-01-01"},{"id":"X002"}],"home":"411081",)"
      R"("wishes":["410100","440000"],"wishes_only":false,"expected_pay":5000,"kinds":["job","order_class"],)"
      R"("ties":[{"employer":"E1","kind":"bound"}],"status":"away","opt_out":true)");
  const auto graduate = parsed_as<Graduate>(Collection::graduates, json);
  CHECK(graduate.school == "S1");
  CHECK(graduate.major == catalog().resolve_major("510201")->id);
  CHECK(graduate.level == Level::junior_college);
  CHECK(graduate.year == 2026);
  REQUIRE(graduate.certificates.size() == 2);
  CHECK(catalog().id_of(graduate.certificates[0].certificate) == "X001");
  CHECK(graduate.certificates[0].level == CertificateLevel::advanced);
  CHECK(graduate.certificates[0].expires == parse_date("2027-01-01"));
  CHECK_FALSE(graduate.certificates[1].level);
  REQUIRE(graduate.home);
  CHECK(code(*graduate.home) == "411081");
  REQUIRE(graduate.wishes.size() == 2);
  CHECK(code(graduate.wishes[1]) == "440000");
  CHECK(graduate.wishes_only == false);
  CHECK(graduate.expected_pay == 5000);
  CHECK(graduate.kinds == std::vector{PostingKind::job, PostingKind::order_class});
  REQUIRE(graduate.ties.size() == 1);
  CHECK(graduate.ties[0].employer == "E1");
  CHECK(graduate.ties[0].kind == GraduateTieKind::bound);
  CHECK(graduate.status == GraduateStatus::away);
  CHECK(graduate.opt_out == true);
  CHECK(written(graduate) == json);
}

TEST_CASE("a posting with all its fields") {
  const std::string json =
      R"({"id":"P1","employer":"E1","title":"数控\"操作\"工","kind":"order_class","majors":["460103","5102","51"],)"
      R"("majors_strict":true,"min_level":"secondary","required_certificates":[{"id":"X001","level":"elementary"}],)"
      R"("preferred_certificates":[{"id":"X001"}],"region":"410100","headcount":100000,"pay_min":1,)"
      R"("pay_max":10000000,"fresh_graduates":"only","school":"S1","posted":"2026-05-01","closes":"2026-04-01",)"
      R"("status":"closed","occupation":"6-18-01-01"})";
  const auto posting = parsed_as<Posting>(Collection::postings, json);
  CHECK(posting.title == "数控\"操作\"工");
  CHECK(posting.kind == PostingKind::order_class);
  REQUIRE(posting.majors.size() == 3);
  CHECK(catalog().code_of(posting.majors[2]) == "51");
  CHECK(posting.majors_strict == true);
  CHECK(posting.min_level == Level::secondary);
  REQUIRE(posting.required_certificates.size() == 1);
  CHECK(posting.required_certificates[0].level == CertificateLevel::elementary);
  CHECK(posting.preferred_certificates.size() == 1);
  CHECK(posting.headcount == 100'000);
  CHECK(posting.pay_min == 1);
  CHECK(posting.pay_max == 10'000'000);
  CHECK(posting.fresh_graduates == FreshGraduates::only);
  CHECK(posting.school == "S1");
  CHECK(posting.posted == parse_date("2026-05-01"));
  CHECK(posting.closes == parse_date("2026-04-01"));
  CHECK(posting.status == PostingStatus::closed);
  CHECK(posting.occupation == "6-18-01-01");
  CHECK(written(posting) == json);
}

TEST_CASE("a placement with all its fields") {
  const std::string json =
      R"({"id":"L1","graduate":"G1","posting":"P1","employer":"E1","region":"410100","kind":"internship",)"
      R"("code":"签就业协议形式就业","starts":"2026-07-01","ends":"2026-12-31","pay":4000,"status":"left",)"
      R"("source":"import"})";
  const auto placement = parsed_as<Placement>(Collection::placements, json);
  CHECK(placement.graduate == "G1");
  CHECK(placement.posting == "P1");
  CHECK(placement.employer == "E1");
  CHECK(placement.kind == PostingKind::internship);
  CHECK(placement.code == "签就业协议形式就业");
  CHECK(placement.pay == 4000);
  CHECK(placement.status == PlacementStatus::left);
  CHECK(placement.source == PlacementSource::import);
  CHECK(written(placement) == json);
}

TEST_CASE("null and an empty list equal a missing field") {
  const auto graduate = parsed_as<Graduate>(
      Collection::graduates,
      graduate_with(
          R"(,"certificates":[],"home":null,"wishes":[],"wishes_only":null,"kinds":null,"ties":[])"));
  CHECK(written(graduate) == graduate_with(""));
}

TEST_CASE(
    "a level that is not the major's, a certificate held at several levels or asked twice over two lists") {
  CHECK(parse(Collection::graduates,
              R"({"id":"G1","school":"S1","major":"510201","level":"doctor","year":2026})"));
  CHECK(parse(Collection::graduates,
              graduate_with(R"(,"certificates":[{"id":"X001"},{"id":"X001","level":"intermediate"},)"
                            R"({"id":"X001","level":"intermediate","expires":"2027-01-01"}])")));
  CHECK(parse(
      Collection::postings,
      posting_with(R"(,"required_certificates":[{"id":"X001"}],"preferred_certificates":[{"id":"X001"}])")));
  CHECK(parse(Collection::graduates, graduate_with(R"(,"ties":[{"employer":"E1","kind":"bound"},)"
                                                   R"({"employer":"E1","kind":"intern"}])")));
}

TEST_CASE("T and K after a major are dropped") {
  const auto posting =
      parsed_as<Posting>(Collection::postings, posting_with(R"(,"majors":["080901","120601K"])"));
  REQUIRE(posting.majors.size() == 2);
  CHECK(catalog().code_of(posting.majors[1]) == "120601");
}

TEST_CASE("a retired code is replaced by its only successor, and the answer says so") {
  const auto parsed =
      parse(Collection::graduates, graduate_with(R"(,"home":"110103","wishes":["410100","110104"])"));
  REQUIRE(parsed);
  const auto& graduate = std::get<Graduate>(parsed->record);
  CHECK(code(*graduate.home) == "110101");
  CHECK(code(graduate.wishes[1]) == "110102");
  CHECK(parsed->notices ==
        std::vector<Replacement>{{.field = "home", .from = "110103", .to = "110101"},
                                 {.field = "wishes[1]", .from = "110104", .to = "110102"}});
  CHECK(message(parsed->notices[1], Language::en) ==
        "wishes[1]: code 110104 is retired and was read as 110102");
  CHECK(message(parsed->notices[0], Language::zh) == "home：代码 110103 已停用，按 110101 处理");
}

TEST_CASE("a record without an id takes the default") {
  RecordParser parser;
  const std::string_view json = R"({"id":null,"name":"校","kind":"university","region":"410100"})";
  const auto parsed = parser.parse(Collection::schools, json, catalog(), "S9");
  REQUIRE(parsed);
  CHECK(id_of(parsed->record) == "S9");
  CHECK(id_of(parser
                  .parse(Collection::schools,
                         R"({"id":"S1","name":"校","kind":"university","region":"410100"})", catalog(), "S9")
                  ->record) == "S1");
  CHECK_FALSE(parser.parse(Collection::schools, json, catalog()));
}

TEST_CASE("a refused record's id is known if it was a valid one") {
  RecordParser parser;
  CHECK_FALSE(parser.parse(Collection::schools, R"({"x":1,"id":"S7"})", catalog()));
  CHECK(parser.rejected_id() == "S7");
  CHECK_FALSE(parser.parse(Collection::schools, R"({"x":1,"id":"not an id"})", catalog()));
  CHECK(parser.rejected_id().empty());
  CHECK_FALSE(parser.parse(Collection::schools, "{", catalog()));
  CHECK(parser.rejected_id().empty());
}

TEST_CASE("a profile needs less") {
  RecordParser parser;
  const auto graduate =
      parser.parse_profile_graduate(R"({"major":"510201","level":"junior_college","year":2026})", catalog());
  REQUIRE(graduate);
  CHECK(graduate->record.id.empty());
  CHECK(graduate->record.school.empty());
  const auto posting = parser.parse_profile_posting(R"({"employer":"E1","region":"110103"})", catalog());
  REQUIRE(posting);
  CHECK(posting->record.title.empty());
  CHECK(posting->notices.size() == 1);
  const auto no_year =
      parser.parse_profile_graduate(R"({"major":"510201","level":"junior_college"})", catalog());
  REQUIRE_FALSE(no_year);
  CHECK(no_year.error().code == ErrorCode::missing_field);
  CHECK(no_year.error().field == "year");
  const auto no_region = parser.parse_profile_posting(R"({"employer":"E1"})", catalog());
  REQUIRE_FALSE(no_region);
  CHECK(no_region.error().field == "region");
  const auto order_class =
      parser.parse_profile_posting(R"({"employer":"E1","region":"410100","kind":"order_class"})", catalog());
  REQUIRE_FALSE(order_class);
  CHECK(order_class.error().field == "school");
}

}  // namespace
}  // namespace talentmatch::testing
