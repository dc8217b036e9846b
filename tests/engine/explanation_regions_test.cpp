// The sentence for each way in which a posting's region is near or far.

#include <catch2/catch.hpp>

#include "tests/engine/explanation_support.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

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
