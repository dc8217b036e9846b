// Reasons: their order, and the sentence for each way in which certificates, level, tie and pay can come
// about.

#include <catch2/catch.hpp>

#include "tests/engine/explanation_support.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

TEST_CASE("Reasons come in the fixed order and say the same of both views where they share a value") {
  const ExplainedPair pair;
  const auto reasons = pair.reasons(Language::en);
  std::vector<std::string> names;
  for (const auto& reason : reasons) {
    names.push_back(std::string{reason.view} + "." + std::string{reason.component});
  }
  CHECK(names == std::vector<std::string>{"employer.major", "employer.certificates", "employer.level",
                                          "employer.tie", "graduate.region", "graduate.major", "graduate.pay",
                                          "graduate.tie"});
  CHECK(reasons[kMajor].text == reasons[kOwnMajor].text);
  CHECK(reasons[kTie].text == reasons[kOwnTie].text);
  CHECK(reasons[kMajor].value == 100);
  CHECK(reasons[kMajor].weight == 500);
  CHECK(reasons[kMajor].points == 500);
}

TEST_CASE("Certificates are told apart by how they are held") {
  ExplainedPair pair;
  check_texts(pair, kCertificates, "The posting asks for no certificate.", "岗位未要求证书。");
  pair.posting.required_certificates = {{certificate("Q001"), CertificateLevel::intermediate}};
  pair.posting.preferred_certificates = {{certificate("Q004"), CertificateLevel::advanced},
                                         {certificate("Q005"), {}},
                                         {certificate("Q006"), {}}};
  pair.graduate.certificates = {{certificate("Q001"), CertificateLevel::advanced, {}},
                                {certificate("Q004"), CertificateLevel::elementary, {}},
                                {certificate("Q005"), {}, day("2026-05-31")}};
  check_texts(
      pair, kCertificates,
      "Certificates asked for: held: 建造师 (intermediate); held below the level: 教师资格 (elementary of "
      "advanced asked); not held: 造价工程师 (elementary), 会计专业技术资格 (elementary).",
      "岗位所列证书：持有建造师（中级）；等级不足：教师资格（持初级，要求高级）；未持有造价工程师（初级）、会"
      "计专业技术资格（初级）。");
}

TEST_CASE("A long list of certificates is cut") {
  ExplainedPair pair;
  for (std::uint16_t i = 0; i < 10; ++i) {
    pair.posting.preferred_certificates.push_back({static_cast<CertificateId>(i), {}});
  }
  CHECK_THAT(pair.text(kCertificates, Language::en), Catch::EndsWith(" and 2 more."));
  CHECK_THAT(pair.text(kCertificates, Language::zh), Catch::EndsWith("等10项。"));
}

TEST_CASE("The level is exact, above or below") {
  ExplainedPair pair;
  check_texts(pair, kLevel, "The posting asks for no level of education.", "岗位未要求学历层次。");
  pair.posting.min_level = Level::junior_college;
  check_texts(
      pair, kLevel,
      "The posting asks for junior college or above; the graduate's level, junior college, is exactly that.",
      "岗位要求高职专科及以上，毕业生学历层次为高职专科，正好相符。");
  pair.graduate.level = Level::vocational_bachelor;
  check_texts(
      pair, kLevel,
      "The posting asks for junior college or above; the graduate's level, vocational bachelor, is one step "
      "higher.",
      "岗位要求高职专科及以上，毕业生学历层次为职业本科，高出1级。");
  pair.graduate.level = Level::master;
  check_texts(
      pair, kLevel,
      "The posting asks for junior college or above; the graduate's level, master, is 2 steps higher.",
      "岗位要求高职专科及以上，毕业生学历层次为硕士，高出2级。");
  pair.graduate.level = Level::secondary;
  check_texts(pair, kLevel,
              "The posting asks for junior college or above; the graduate's level, secondary, is below that.",
              "岗位要求高职专科及以上，毕业生学历层次为中职，低于要求。");
}

TEST_CASE("A tie is the graduate's own, the school's, or none") {
  ExplainedPair pair;
  check_texts(pair, kTie, "Neither the graduate nor the school has a current tie with 甲公司.",
              "毕业生本人和所在学校与甲公司均无现行合作关系。");
  pair.graduate.school = "S1";
  check_texts(pair, kTie, "The graduate's school, 甲校, cooperates with 甲公司 (industry college).",
              "毕业生所在学校甲校与甲公司有校企合作（产业学院）。");
  pair.graduate.ties = {{"E2", GraduateTieKind::bound}, {"E1", GraduateTieKind::intern}};
  check_texts(pair, kTie, "The graduate has a direct tie with 甲公司 (internship).",
              "毕业生与甲公司有直接联系（实习）。");
  pair.graduate.ties.push_back({"E1", GraduateTieKind::apprenticeship});
  check_texts(pair, kTie, "The graduate has a direct tie with 甲公司 (apprenticeship).",
              "毕业生与甲公司有直接联系（学徒）。");
  pair.graduate.ties.clear();
  pair.as_of = day("2027-01-01");
  CHECK_THAT(pair.text(kTie, Language::en), Catch::StartsWith("Neither"));
}

TEST_CASE("A profile without school or id is explained too") {
  ExplainedPair pair;
  pair.graduate.school.clear();
  CHECK_THAT(pair.text(kTie, Language::en), Catch::StartsWith("Neither"));
  CHECK(pair.reasons(Language::zh).size() == 8);
}

TEST_CASE("Pay is compared in numbers, or said to be missing") {
  ExplainedPair pair;
  check_texts(pair, kPay, "Neither the posting's pay nor the expected pay is stated.",
              "岗位未写薪酬，毕业生也未填期望薪酬。");
  pair.graduate.expected_pay = 5000;
  check_texts(pair, kPay, "The posting states no pay.", "岗位未写薪酬。");
  pair.posting.pay_min = 4000;
  pair.posting.pay_max = 5001;
  check_texts(pair, kPay, "The pay, 4500 yuan a month on average, is 90% of the expected 5000 yuan.",
              "岗位平均月薪4500元，为期望的5000元的90%。");
  pair.posting.pay_min = 5001;
  check_texts(pair, kPay, "The pay, 5001 yuan a month on average, reaches the expected 5000 yuan.",
              "岗位平均月薪5001元，达到期望的5000元。");
  pair.graduate.expected_pay = {};
  check_texts(pair, kPay, "The graduate states no expected pay.", "毕业生未填期望薪酬。");
}

TEST_CASE("The fusion line shows how the views make the score") {
  const Scores scores{.employer_view = 790, .graduate_view = 835, .mutual = 811};
  CHECK(fusion_text(scores, Perspective::mutual, Language::en) == "2·790·835/(790+835) = 811");
  CHECK(fusion_text(scores, Perspective::mutual, Language::zh) == "2·790·835/(790+835) = 811");
  CHECK(fusion_text(scores, Perspective::employer, Language::en) == "employer's view 790");
  CHECK(fusion_text(scores, Perspective::graduate, Language::zh) == "毕业生视角835");
  CHECK(fusion_text({}, Perspective::mutual, Language::en) == "0");
}
