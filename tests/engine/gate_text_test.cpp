// The sentence of each gate, for each way in which it can fail.

#include <catch2/catch.hpp>

#include "tests/engine/explanation_support.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

void check_gate(const ExplainedPair& pair, Gate gate, const std::string& english,
                const std::string& chinese) {
  CHECK(pair.gate(gate, Language::en) == english);
  CHECK(pair.gate(gate, Language::zh) == chinese);
}

}  // namespace

TEST_CASE("A posting is closed by status, date or seats") {
  ExplainedPair pair;
  CHECK(pair.gate(Gate::posting_closed, Language::en, 1) == "All seats are taken (1 of 1).");
  CHECK(pair.gate(Gate::posting_closed, Language::zh, 1) == "岗位名额已满（已录用1人，共1人）。");
  pair.posting.posted = day("2026-06-02");
  check_gate(pair, Gate::posting_closed, "The posting opens on 2026-06-02.", "岗位自2026-06-02起发布。");
  pair.posting.closes = day("2026-05-31");
  check_gate(pair, Gate::posting_closed, "The posting closed on 2026-05-31.", "岗位已于2026-05-31截止。");
  pair.posting.status = PostingStatus::closed;
  check_gate(pair, Gate::posting_closed, "The posting is closed.", "岗位已关闭。");
}

TEST_CASE("Why a graduate is unavailable is not told") {
  ExplainedPair pair;
  pair.graduate.status = GraduateStatus::further_study;
  const std::string english = pair.gate(Gate::graduate_unavailable, Language::en);
  CHECK(english == "The graduate is not looking for a position or takes no recommendations.");
  pair.graduate.status = {};
  pair.graduate.opt_out = true;
  CHECK(pair.gate(Gate::graduate_unavailable, Language::en) == english);
  CHECK(pair.gate(Gate::graduate_unavailable, Language::zh) == "毕业生当前未在求职或不接受推荐。");
}

TEST_CASE("Gates of the pair say what was asked and what there is") {
  ExplainedPair pair;
  SECTION("kind") {
    pair.posting.kind = PostingKind::internship;
    check_gate(pair, Gate::kind, "The posting is an internship; the graduate accepts a job only.",
               "该岗位是实习岗位，毕业生只接受就业岗位。");
  }
  SECTION("level") {
    pair.posting.min_level = Level::bachelor;
    check_gate(pair, Gate::level,
               "The posting asks for bachelor or above; the graduate's level, junior college, is below that.",
               "岗位要求本科及以上，毕业生学历层次为高职专科，低于要求。");
  }
  SECTION("fresh graduates excluded") {
    pair.posting.fresh_graduates = FreshGraduates::excluded;
    check_gate(pair, Gate::fresh,
               "The posting takes no graduates of 2026 or later; the graduate's year is 2026.",
               "岗位不招2026届及以后的应届毕业生，毕业生为2026届。");
  }
  SECTION("fresh graduates only") {
    pair.posting.fresh_graduates = FreshGraduates::only;
    pair.graduate.year = 2025;
    check_gate(pair, Gate::fresh,
               "The posting is for graduates of 2026 or later only; the graduate's year is 2025.",
               "岗位只招2026届及以后的应届毕业生，毕业生为2025届。");
  }
  SECTION("certificate") {
    pair.posting.required_certificates = {{certificate("Q001"), CertificateLevel::intermediate},
                                          {certificate("Q004"), {}},
                                          {certificate("Q005"), {}}};
    pair.graduate.certificates = {{certificate("Q001"), {}, {}}, {certificate("Q005"), {}, {}}};
    check_gate(pair, Gate::certificate,
               "Required certificates are lacking: 建造师 (intermediate, only elementary held), 教师资格 "
               "(elementary, not held).",
               "缺少岗位必需的证书：建造师（中级，仅持有初级）、教师资格（初级，未持有）。");
  }
  SECTION("order class of another school") {
    pair.posting.kind = PostingKind::order_class;
    pair.posting.school = "S1";
    check_gate(pair, Gate::tie_only, "The order class is for students of 甲校 only.",
               "该订单班只面向甲校的学生。");
    pair.posting.school = {};
    check_gate(pair, Gate::tie_only, "The order class names no school known here.",
               "该订单班未指明合作学校。");
  }
  SECTION("region") {
    pair.graduate.wishes_only = true;
    pair.graduate.wishes = {region("310000"), region("440100")};
    check_gate(pair, Gate::region,
               "The graduate accepts only the wished regions (上海市, 广东省广州市); 江苏省南京市玄武区 lies "
               "in none "
               "of them.",
               "毕业生只接受意向地区（上海市、广东省广州市），工作地点江苏省南京市玄武区不在其中。");
  }
}

TEST_CASE("The major fails in three ways") {
  ExplainedPair pair;
  pair.posting.majors = {entry("520201")};
  check_gate(pair, Gate::major,
             "The posting accepts 护理 (520201); 计算机应用技术 (510201) relates to none of them.",
             "岗位接受护理（520201），毕业生所学的计算机应用技术（510201）与之均无关联。");
  pair.posting.majors = {entry("510202")};
  pair.posting.majors_strict = true;
  check_gate(
      pair, Gate::major,
      "The posting strictly accepts 计算机网络技术 (510202) only; 计算机应用技术 (510201) is not among them.",
      "岗位严格限定专业为计算机网络技术（510202），毕业生所学的计算机应用技术（510201）不在其中。");
  pair.posting.majors_strict = {};
  pair.posting.kind = PostingKind::internship;
  pair.posting.majors = {entry("080901")};
  check_gate(
      pair, Gate::major,
      "An internship must stay within the category of the major; 计算机应用技术 (510201) shares it with none "
      "of 计算机科学与技术 (080901).",
      "实习不得跨专业大类（门类），毕业生所学的计算机应用技术（510201）与岗位接受的计算机科学与技术（080901）"
      "不属于同一大类。");
}

TEST_CASE("Gates of one record need only that record") {
  const ExplainedPair pair;
  const EncodedPosting posting(pair.posting, pair.snapshot->employers(), pair.snapshot->schools());
  const auto text = [&](Gate gate, const PostingFacts* facts) {
    return gate_text(gate, *pair.snapshot, nullptr, facts, pair.as_of, Language::en);
  };
  CHECK(text(Gate::graduate_unavailable, nullptr) ==
        "The graduate is not looking for a position or takes no recommendations.");
  CHECK(text(Gate::employer_inactive, &posting.facts()) == "The employer 甲公司 is suspended.");
  CHECK(text(Gate::posting_closed, nullptr).empty());
  CHECK(text(Gate::level, &posting.facts()).empty());
}
