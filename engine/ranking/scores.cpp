#include <algorithm>
#include <numeric>

#include "engine/ranking/evaluation.hpp"

namespace talentmatch {
namespace {

std::int32_t item_value(const GraduateFacts& graduate, const CertificateLevelPair& item, Date as_of) {
  const auto held = held_level(graduate.certificates, item.certificate, as_of);
  if (held == 0) return 0;
  return held >= item.level ? 100 : 50;
}

std::int32_t tie_value(const GraduateFacts& graduate, Slot employer, bool school_tied) {
  std::int32_t best = school_tied ? 50 : 0;
  for (const OwnTie& tie : graduate.ties) {
    if (tie.employer == employer) best = std::max<std::int32_t>(best, tie.value);
  }
  return best;
}

bool shares_cluster(const Catalog& catalog, RegionId a, RegionId b) {
  return (catalog.clusters_of(a) & catalog.clusters_of(b)) != 0;
}

}  // namespace

std::int32_t posting_affinity(const Catalog& catalog, MajorId major, std::span<const EntryId> entries) {
  if (entries.empty()) return Catalog::kAnyMajorAffinity;
  std::int32_t best = 0;
  for (const EntryId entry : entries) best = std::max<std::int32_t>(best, catalog.affinity(major, entry));
  return best;
}

std::int32_t held_level(std::span<const Holding> holdings, CertificateId certificate, Date as_of) {
  std::int32_t best = 0;
  for (const Holding& holding : holdings) {
    if (holding.certificate == certificate && holding.expires >= as_of) {
      best = std::max<std::int32_t>(best, holding.level);
    }
  }
  return best;
}

std::int32_t certificate_value(const GraduateFacts& graduate, const PostingFacts& posting, Date as_of) {
  const auto asked = static_cast<std::int32_t>(posting.required.size() + posting.preferred.size());
  if (asked == 0) return 50;
  std::int32_t sum = 0;
  for (const auto& item : posting.required) sum += item_value(graduate, item, as_of);
  for (const auto& item : posting.preferred) sum += item_value(graduate, item, as_of);
  return sum / asked;
}

std::int32_t level_value(int rank, std::uint8_t min_rank) {
  if (min_rank == 0) return 100;
  const auto above = rank - min_rank;
  if (above == 0) return 100;
  return above == 1 ? 80 : 50;
}

std::int32_t region_value(const Catalog& catalog, const GraduateFacts& graduate, RegionId region) {
  for (std::size_t i = 0; i < graduate.wishes.size(); ++i) {
    if (catalog.contains(graduate.wishes[i], region))
      return std::max(70, 100 - 10 * static_cast<std::int32_t>(i));
  }
  const bool has_home = graduate.home != kNoRegion;
  const auto any_wish = [&](auto&& near) { return std::ranges::any_of(graduate.wishes, near); };
  const auto same_prefecture = [&](RegionId other) {
    const auto prefecture = catalog.prefecture_of(other);
    return prefecture && catalog.prefecture_of(region) && prefecture->contains(region);
  };
  const auto same_province = [&](RegionId other) { return catalog.province_of(other).contains(region); };
  if (any_wish(same_prefecture) || (has_home && same_prefecture(graduate.home))) return 65;
  if (any_wish([&](RegionId wish) { return shares_cluster(catalog, wish, region); })) return 60;
  if (any_wish(same_province) || (has_home && same_province(graduate.home))) return 45;
  return graduate.wishes.empty() && !has_home ? 50 : 15;
}

ComponentValues component_values(const GraduateFacts& graduate, const PostingFacts& posting,
                                 const PairContext& context) {
  const auto major = posting_affinity(context.catalog, graduate.major, posting.majors);
  const auto tie = tie_value(graduate, posting.employer, context.school_tied);
  return {.employer = {major, certificate_value(graduate, posting, context.as_of),
                       level_value(rank_of(graduate.level), posting.min_rank), tie},
          .graduate = {region_value(context.catalog, graduate, posting.region), major,
                       pay_value(posting.offer, graduate.expected_pay), tie}};
}

Scores scores(const ComponentValues& values, const Weights& weights) {
  const auto view = [](const std::array<std::int32_t, 4>& weight, const std::array<std::int32_t, 4>& value) {
    return std::transform_reduce(weight.begin(), weight.end(), value.begin(), std::int32_t{0}, std::plus<>{},
                                 points);
  };
  const auto e = view(weights.employer, values.employer);
  const auto s = view(weights.graduate, values.graduate);
  return {.employer_view = e, .graduate_view = s, .mutual = mutual_score(e, s)};
}

}  // namespace talentmatch
