#include "engine/catalog/suggestions.hpp"
#include "tests/engine/catalog_small.hpp"
#include "tests/support/shipped_catalog.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;
using Texts = std::vector<std::string>;

namespace {

Texts for_major(std::string_view value) {
  return shipped_catalog().catalog->resolve_major(value).error().suggestions;
}
Texts for_entry(std::string_view value) {
  return shipped_catalog().catalog->resolve_entry(value).error().suggestions;
}
Texts for_region(std::string_view value) {
  return shipped_catalog().catalog->resolve_region(value).error().suggestions;
}

}  // namespace

TEST_CASE("one edit: a character inserted, dropped, changed, or two neighbours swapped") {
  CHECK(one_edit_apart("510201", "510202"));
  CHECK(one_edit_apart("510201", "51020"));
  CHECK(one_edit_apart("510201", "5102011"));
  CHECK(one_edit_apart("510201", "510210"));
  CHECK(one_edit_apart("", "1"));
  CHECK_FALSE(one_edit_apart("510201", "510201"));
  CHECK_FALSE(one_edit_apart("510201", "520202"));
  CHECK_FALSE(one_edit_apart("510201", "0"));
  CHECK_FALSE(one_edit_apart("12", "2134"));
}

TEST_CASE("an edit is of a whole character, not of its bytes") {
  CHECK(one_edit_apart("郑州", "郑州市"));
  CHECK(one_edit_apart("郑州市", "邓州市"));
  CHECK(one_edit_apart("州郑市", "郑州市"));
  CHECK_FALSE(one_edit_apart("郑市", "邓州市"));
  CHECK_FALSE(one_edit_apart("甲乙", "丙丁"));
  CHECK(one_edit_apart("技木", "技术"));
}

TEST_CASE("a mistyped code brings the codes one edit away, the longest common beginning first") {
  CHECK(for_major("510299") == Texts{"510209 人工智能技术应用", "510219 智能体技术应用"});
  CHECK(for_major("080901t") == Texts{"080901 计算机科学与技术"});
  CHECK(for_major("5102O1").front() == "510201 计算机应用技术");
  CHECK(for_region("140100x") == Texts{"140100 山西省太原市"});
  CHECK(for_entry("11").size() == 3);
}

TEST_CASE("a name in the place of a code brings its code") {
  CHECK(for_major("计算机应用技术") == Texts{"510201 计算机应用技术"});
  CHECK(for_major("信用管理") == Texts{"020306 信用管理", "330204 信用管理", "530204 信用管理"});
  CHECK(for_entry("计算机类").size() == 3);
  CHECK(for_region("郑州市") == Texts{"410100 河南省郑州市"});
  CHECK(for_region("河南省郑州市") == Texts{"410100 河南省郑州市"});
  CHECK(for_region("朝阳区") == Texts{"110105 北京市朝阳区", "220104 吉林省长春市朝阳区"});
}

TEST_CASE("a name near a known one, or a part of one, brings that") {
  CHECK(for_major("计算机应用技木") == Texts{"510201 计算机应用技术"});
  CHECK(for_region("郑州") == Texts{"410100 河南省郑州市"});
  CHECK(for_region("呼伦贝") == Texts{"150700 内蒙古自治区呼伦贝尔市"});
}

TEST_CASE("a class in the place of a major brings majors of that class") {
  CHECK(for_major("0809") == Texts{"080901 计算机科学与技术", "080902 软件工程", "080903 网络工程"});
}

TEST_CASE("what resembles nothing brings nothing") {
  for (const auto value : {"", "x", "999999999", "№", "\xff\xfe", "，"}) {
    CAPTURE(value);
    CHECK(for_major(value).empty());
    CHECK(for_region(value).empty());
  }
}

TEST_CASE("certificates are suggested by id and name") {
  const auto catalog = built(small_tables());
  CHECK(catalog->resolve_certificate("X003").error().suggestions ==
        Texts{"X001 建筑信息模型", "X002 建筑工程识图"});
  CHECK(catalog->resolve_certificate("建筑信息模型").error().suggestions == Texts{"X001 建筑信息模型"});
}

TEST_CASE("a long offending text is cut between characters") {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "长";
  const auto error = built(small_tables())->resolve_major(text).error();
  CHECK(error.value == text.substr(0, 60) + "…");
  CHECK(excerpt("ab" + text) == "ab" + text.substr(0, 57) + "…");
  CHECK(excerpt("short") == "short");
}
