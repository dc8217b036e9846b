#include "tests/reference/regions.hpp"

#include <algorithm>

namespace talentmatch::reference {
namespace {

bool is_municipality(std::string_view code) {
  const auto province = code.substr(0, 2);
  return province == "11" || province == "12" || province == "31" || province == "50";
}

// Text that all regions of one prefecture share and no others; empty for none.
std::string_view prefecture(std::string_view code) {
  if (is_municipality(code)) return code.substr(0, 2);
  if (code.substr(2) == "0000") return {};
  if (code.substr(2, 2) == "90") return code;
  return code.substr(0, 4);
}

bool same_province(std::string_view a, std::string_view b) {
  return a.substr(0, 2) == b.substr(0, 2);
}

std::string padded(std::string_view prefix) {
  std::string code{prefix};
  code.resize(6, '0');
  return code;
}

bool in_cluster(const Codes& cluster, std::string_view code) {
  return cluster.contains(code) || cluster.contains(padded(code.substr(0, 2))) ||
         (!prefecture(code).empty() && cluster.contains(padded(prefecture(code))));
}

}  // namespace

bool lies_in(std::string_view inner, std::string_view outer) {
  if (outer.substr(2) == "0000") return same_province(inner, outer);
  if (outer.substr(4) == "00") return inner.substr(0, 4) == outer.substr(0, 4);
  return inner == outer;
}

bool same_prefecture(std::string_view a, std::string_view b) {
  return !prefecture(a).empty() && prefecture(a) == prefecture(b);
}

bool share_cluster(const Vocabulary& vocabulary, std::string_view a, std::string_view b) {
  return std::ranges::any_of(vocabulary.clusters(), [&](const auto& cluster) {
    return in_cluster(cluster.second, a) && in_cluster(cluster.second, b);
  });
}

int region_value(const Vocabulary& vocabulary, const Graduate& graduate, RegionId posting) {
  const auto here = vocabulary.code(posting);
  std::vector<std::string_view> wishes;
  for (const RegionId wish : graduate.wishes) wishes.push_back(vocabulary.code(wish));
  auto places = wishes;
  if (graduate.home) places.push_back(vocabulary.code(*graduate.home));

  for (int i = 0; i < static_cast<int>(wishes.size()); ++i) {
    if (lies_in(here, wishes[static_cast<std::size_t>(i)])) return std::max(70, 100 - 10 * i);
  }
  if (std::ranges::any_of(places, [&](auto place) { return same_prefecture(here, place); })) return 65;
  if (std::ranges::any_of(wishes, [&](auto wish) { return share_cluster(vocabulary, here, wish); }))
    return 60;
  if (std::ranges::any_of(places, [&](auto place) { return same_province(here, place); })) return 45;
  return places.empty() ? 50 : 15;
}

}  // namespace talentmatch::reference
