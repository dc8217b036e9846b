#include <algorithm>

#include "tests/engine/catalog_small.hpp"
#include "tests/reference/regions.hpp"
#include "tests/support/shipped_catalog.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

const Catalog& shipped() {
  return *shipped_catalog().catalog;
}

bool same_prefecture(std::string_view a, std::string_view b) {
  const auto prefecture = shipped().prefecture_of(region(shipped(), a));
  return prefecture && prefecture->contains(region(shipped(), b));
}

bool share_cluster(std::string_view a, std::string_view b) {
  return (shipped().clusters_of(region(shipped(), a)) & shipped().clusters_of(region(shipped(), b))) != 0;
}

}  // namespace

TEST_CASE("regions ascend by code and resolve to themselves") {
  REQUIRE(shipped().region_count() == 3214);
  for (std::size_t i = 0; i < shipped().region_count(); ++i) {
    const auto id = static_cast<RegionId>(i);
    REQUIRE(shipped().resolve_region(shipped().code_of(id)).value().id == id);
    if (i > 0) REQUIRE(shipped().code_of(static_cast<RegionId>(i - 1)) < shipped().code_of(id));
  }
}

TEST_CASE("parts of a province, a prefecture and a county") {
  const auto in = [](std::string_view outer, std::string_view inner) {
    return shipped().contains(region(shipped(), outer), region(shipped(), inner));
  };
  CHECK(in("410000", "410000"));
  CHECK(in("410000", "410100"));
  CHECK(in("410000", "419001"));
  CHECK(in("410100", "410102"));
  CHECK(in("110000", "110101"));
  CHECK(in("410102", "410102"));
  CHECK_FALSE(in("410100", "410000"));
  CHECK_FALSE(in("410100", "410200"));
  CHECK_FALSE(in("410102", "410103"));
  CHECK_FALSE(in("410000", "420000"));
  CHECK_FALSE(in("410000", "370000"));
}

TEST_CASE("a prefecture is the first four digits") {
  CHECK(same_prefecture("410102", "410100"));
  CHECK(same_prefecture("410100", "410102"));
  CHECK_FALSE(same_prefecture("410102", "410202"));
}

TEST_CASE("each municipality is one prefecture") {
  CHECK(same_prefecture("110000", "110101"));
  CHECK(same_prefecture("110101", "110000"));
  CHECK(same_prefecture("500101", "500229"));  // 重庆's districts (01) and counties (02)
  CHECK(same_prefecture("310000", "310000"));
  CHECK(same_prefecture("120101", "120119"));
  CHECK_FALSE(same_prefecture("110101", "120101"));
}

TEST_CASE("a unit directly under a province is its own prefecture") {
  CHECK(same_prefecture("419001", "419001"));
  CHECK_FALSE(same_prefecture("429004", "429005"));
  CHECK_FALSE(same_prefecture("429004", "420000"));
  CHECK_FALSE(same_prefecture("659001", "659002"));
}

TEST_CASE("a region that names only a province has no prefecture") {
  CHECK_FALSE(shipped().prefecture_of(region(shipped(), "410000")));
  CHECK_FALSE(shipped().prefecture_of(region(shipped(), "810000")));
  CHECK_FALSE(same_prefecture("410102", "410000"));
}

TEST_CASE("full names spell out province and prefecture once") {
  const auto full = [](std::string_view code) { return shipped().full_name_of(region(shipped(), code)); };
  CHECK(full("410000") == "河南省");
  CHECK(full("410100") == "河南省郑州市");
  CHECK(full("410102") == "河南省郑州市中原区");
  CHECK(full("110101") == "北京市东城区");
  CHECK(full("419001") == "河南省济源市");
  CHECK(shipped().name_of(region(shipped(), "410102")) == "中原区");
}

TEST_CASE("a cluster covers what it lists with all its parts") {
  CHECK(shipped().cluster_count() == 15);
  CHECK(share_cluster("310115", "320102"));  // 上海 listed as a province, 南京 as a prefecture: 长三角
  CHECK(share_cluster("320000", "310000") == false);  // 江苏 as a whole is not listed
  CHECK(share_cluster("419001", "410102"));           // 济源 listed itself: 中原
  CHECK_FALSE(share_cluster("110000", "310000"));
  CHECK(shipped().clusters_of(region(shipped(), "710000")) == 0);
}

TEST_CASE("regions agree with the rules of spec 2 by the digits of the codes") {
  const auto& vocabulary = *shipped_catalog().vocabulary;
  std::vector<RegionId> sample;
  for (std::size_t i = Catch::rngSeed() % 11; i < shipped().region_count(); i += 11) {
    sample.push_back(static_cast<RegionId>(i));
  }
  for (const auto code : {"110000", "110101", "500229", "419001", "469029", "410000", "810000"}) {
    sample.push_back(region(shipped(), code));
  }
  for (const auto a : sample) {
    for (const auto b : sample) {
      const auto x = shipped().code_of(a);
      const auto y = shipped().code_of(b);
      CAPTURE(x, y);
      if (shipped().contains(a, b) != reference::lies_in(y, x)) FAIL("contains");
      const auto prefecture = shipped().prefecture_of(a);
      if ((prefecture && prefecture->contains(b)) != reference::same_prefecture(x, y)) FAIL("prefecture");
      if (shipped().province_of(a).contains(b) != (x.substr(0, 2) == y.substr(0, 2))) FAIL("province");
      const bool shared = (shipped().clusters_of(a) & shipped().clusters_of(b)) != 0;
      if (shared != reference::share_cluster(vocabulary, x, y)) FAIL("cluster");
    }
  }
}

TEST_CASE("cluster ranges and masks say the same, ranges ascend without overlap") {
  for (std::size_t cluster = 0; cluster < shipped().cluster_count(); ++cluster) {
    const auto ranges = shipped().cluster_ranges(cluster);
    CHECK_FALSE(ranges.empty());
    for (std::size_t i = 1; i < ranges.size(); ++i) CHECK(ranges[i - 1].last < ranges[i].first);
    for (std::size_t r = 0; r < shipped().region_count(); ++r) {
      const auto id = static_cast<RegionId>(r);
      const bool covered =
          std::ranges::any_of(ranges, [id](RegionRange range) { return range.contains(id); });
      REQUIRE(covered == (((shipped().clusters_of(id) >> cluster) & 1) != 0));
    }
  }
}

TEST_CASE("a region listed inside a listed region covers nothing twice") {
  auto tables = small_tables();
  tables.clusters = {{"中原", "410102"}, {"中原", "410000"}, {"中原", "410100"}, {"中原", "110101"}};
  const auto catalog = built(tables);
  CHECK(catalog->cluster_name(0) == "中原");
  REQUIRE(catalog->cluster_ranges(0).size() == 2);
  CHECK(catalog->cluster_ranges(0)[1] == catalog->parts_of(region(*catalog, "410000")));
  CHECK(catalog->clusters_of(region(*catalog, "110000")) == 0);
}

TEST_CASE("retired regions become their only successor or are refused with the candidates") {
  const auto one = shipped().resolve_region("110103");
  REQUIRE(one);
  CHECK(one->replaced);
  CHECK(shipped().code_of(one->id) == "110101");
  const auto several = shipped().resolve_region("130504").error();
  CHECK(several.code == ErrorCode::retired_code);
  CHECK(several.suggestions ==
        std::vector<std::string>{"130502 河北省邢台市襄都区", "130503 河北省邢台市信都区"});
  const auto none = shipped().resolve_region("110100").error();
  CHECK(none.code == ErrorCode::retired_code);
  CHECK(none.suggestions.empty());
}

TEST_CASE("every retired code of the shipped table is understood as its row says") {
  for (const auto& row : shipped_catalog().tables.retired_regions) {
    CAPTURE(row.code);
    const auto found = shipped().resolve_region(row.code);
    REQUIRE(found.has_value() == (row.successors.size() == 1));
    if (found) {
      REQUIRE(shipped().code_of(found->id) == row.successors.front());
    } else {
      REQUIRE(found.error().suggestions.size() == row.successors.size());
    }
  }
}
