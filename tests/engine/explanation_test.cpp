// Reasons: order, sums, and the sentence for each way in which a value can come about.

#include <catch2/catch.hpp>

#include "tests/engine/explanation_support.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

enum At : std::size_t { kMajor, kCertificates, kLevel, kTie, kRegion, kOwnMajor, kPay, kOwnTie };

void check_texts(const ExplainedPair& pair, At reason, const std::string& english,
                 const std::string& chinese) {
  CHECK(pair.text(reason, Language::en) == english);
  CHECK(pair.text(reason, Language::zh) == chinese);
}

}  // namespace

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

TEST_CASE("Each relation of majors has its sentence") {
  ExplainedPair pair;
  const auto accept = [&](std::vector<EntryId> entries) { pair.posting.majors = std::move(entries); };
  accept({});
  check_texts(pair, kMajor, "The posting accepts any major.", "岗位不限专业。");
  accept({entry("51"), entry("510201"), entry("5102")});
  check_texts(pair, kMajor, "The posting asks for 计算机应用技术 (510201), the graduate's own major.",
              "岗位要求的计算机应用技术（510201）就是毕业生所学专业。");
  accept({entry("51"), entry("5102")});
  check_texts(pair, kMajor,
              "The posting accepts the class 计算机类 (5102), which 计算机应用技术 (510201) belongs to.",
              "岗位接受专业类计算机类（5102），毕业生所学的计算机应用技术（510201）属于该类。");
  accept({entry("51")});
  check_texts(
      pair, kMajor,
      "The posting accepts the category 电子与信息大类 (51), which 计算机应用技术 (510201) belongs to.",
      "岗位接受电子与信息大类（51），毕业生所学的计算机应用技术（510201）属于其中。");
  accept({entry("310201")});
  check_texts(
      pair, kMajor,
      "The posting asks for 计算机应用工程 (310201); it and 计算机应用技术 (510201) officially continue one "
      "another.",
      "岗位要求计算机应用工程（310201），与毕业生所学的计算机应用技术（510201）互为官方目录中的接续专业。");
  accept({entry("510202")});
  check_texts(
      pair, kMajor,
      "The posting asks for 计算机网络技术 (510202); 计算机应用技术 (510201) is of the same class, "
      "计算机类 (5102).",
      "岗位要求计算机网络技术（510202），与毕业生所学的计算机应用技术（510201）同属专业类计算机类（5102）。");
  accept({entry("7102")});
  check_texts(
      pair, kMajor,
      "The posting accepts 计算机类 (7102); 计算机应用技术 (510201) belongs to the corresponding class of "
      "another level.",
      "岗位接受计算机类（7102），毕业生所学的计算机应用技术（510201）属于另一层次目录中的对应专业类。");
  accept({entry("71")});
  check_texts(pair, kMajor,
              "The posting accepts 电子与信息大类 (71); 计算机应用技术 (510201) shares only its category.",
              "岗位接受电子与信息大类（71），与毕业生所学的计算机应用技术（510201）仅专业大类（门类）相同。");
  accept({entry("520201")});
  check_texts(pair, kMajor, "No major that the posting accepts relates to 计算机应用技术 (510201).",
              "岗位接受的专业与毕业生所学的计算机应用技术（510201）均无关联。");
}

TEST_CASE("A major of the same name in another catalogue is said to be one") {
  ExplainedPair pair;
  pair.graduate.major = major("520201");
  pair.posting.majors = {entry("720201")};
  check_texts(
      pair, kMajor,
      "The posting asks for 护理 (720201); 护理 (520201) has the same name in another level's catalogue.",
      "岗位要求护理（720201），毕业生所学的护理（520201）是另一层次专业目录中的同名专业。");
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

TEST_CASE("The region is named with the wish or the home that counts") {
  ExplainedPair pair;
  check_texts(pair, kRegion, "The graduate gave neither wishes nor a home region.",
              "毕业生未填写意向地区和生源地。");
  pair.graduate.wishes = {region("440100"), region("320100")};
  check_texts(pair, kRegion, "江苏省南京市玄武区 lies inside the 2nd wish, 江苏省南京市.",
              "工作地点江苏省南京市玄武区在第2意向地区（江苏省南京市）之内。");
  pair.graduate.wishes = {region("440100"), region("320104")};
  check_texts(pair, kRegion,
              "江苏省南京市玄武区 is in the same prefecture as the 2nd wish, 江苏省南京市秦淮区.",
              "工作地点江苏省南京市玄武区与第2意向地区（江苏省南京市秦淮区）在同一城市。");
  pair.graduate.wishes = {region("310000")};
  check_texts(pair, kRegion, "江苏省南京市玄武区 shares the city cluster 长三角 with the 1st wish, 上海市.",
              "工作地点江苏省南京市玄武区与第1意向地区（上海市）同属“长三角”。");
  pair.graduate.wishes = {region("320000")};
  pair.posting.region = region("320000");
  check_texts(pair, kRegion, "江苏省 lies inside the 1st wish, 江苏省.",
              "工作地点江苏省在第1意向地区（江苏省）之内。");
  pair.graduate.wishes = {region("440100")};
  pair.posting.region = region("320102");
  check_texts(pair, kRegion, "江苏省南京市玄武区 is in no province of a wish or of the home region.",
              "工作地点江苏省南京市玄武区不在意向地区或生源地所在的省份。");
}

TEST_CASE("The home region counts without being named") {
  ExplainedPair pair;
  pair.graduate.home = region("320104");
  check_texts(pair, kRegion, "江苏省南京市玄武区 is in the same prefecture as the home region.",
              "工作地点江苏省南京市玄武区与生源地在同一城市。");
  pair.graduate.home = region("320500");
  check_texts(pair, kRegion, "江苏省南京市玄武区 is in the same province as the home region.",
              "工作地点江苏省南京市玄武区与生源地在同一省份。");
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
