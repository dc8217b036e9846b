#include "engine/ranking/graduate_query.hpp"

#include <algorithm>

namespace talentmatch {

bool fails_major_gate(const Catalog& catalog, MajorId major, bool strict, PostingKind kind,
                      std::span<const EntryId> accepted) {
  if (accepted.empty()) return false;
  const auto names = [&](EntryId entry) { return catalog.names(entry, major); };
  const auto same_family = [&](EntryId entry) {
    return catalog.family_of(entry) == catalog.family_of(major);
  };
  if (strict && std::ranges::none_of(accepted, names)) return true;
  return kind == PostingKind::internship && std::ranges::none_of(accepted, same_family);
}

void GraduateQuery::fill(const Snapshot& snapshot, const GraduateFacts& facts, const RankOptions& options,
                         const PostingFilter& filter) {
  graduate = facts;
  affinities = snapshot.catalog().affinities(facts.major);
  weights = options.weights;
  perspective = options.perspective;
  points.fill(weights, perspective);
  as_of = options.as_of;
  kinds = facts.kinds & filter.kinds;
  ranks = 0;
  for (std::uint8_t rank = 0; rank < 6; ++rank) {
    const bool reached = rank == 0 || (rank <= rank_of(facts.level) && filter.ranks.passes(rank));
    if (reached) ranks = static_cast<std::uint8_t>(ranks | 1U << rank);
    level_values[rank] = level_value(rank_of(facts.level), rank);
  }
  const bool fresh_graduate = facts.year >= year_of(options.as_of);
  fresh = {true, fresh_graduate, !fresh_graduate};
  fill_regions(snapshot, options, filter);
  fill_digest_tables();
  fill_holdings(options.as_of);
  fill_ties(snapshot);
}

std::int32_t GraduateQuery::level_held(CertificateId certificate) const {
  const auto at = std::ranges::find(holdings_, certificate, &CertificateLevelPair::certificate);
  return at == holdings_.end() ? 0 : at->level;
}

std::int32_t GraduateQuery::certificate_value(std::span<const CertificateLevelPair> required,
                                              std::span<const CertificateLevelPair> preferred) const {
  std::int32_t sum = 0;
  for (const auto& item : required) {
    if (level_held(item.certificate) < item.level) return -1;
    sum += 100;
  }
  for (const auto& item : preferred) {
    const auto held = level_held(item.certificate);
    sum += held == 0 ? 0 : held >= item.level ? 100 : 50;
  }
  return sum / static_cast<std::int32_t>(required.size() + preferred.size());
}

std::optional<CertificateId> GraduateQuery::first_held(
    std::span<const CertificateLevelPair> required, std::span<const CertificateLevelPair> preferred) const {
  for (const auto asked : {required, preferred}) {
    for (const auto& item : asked) {
      if (holds(item.certificate)) return item.certificate;
    }
  }
  return std::nullopt;
}

void GraduateQuery::fill_regions(const Snapshot& snapshot, const RankOptions& options,
                                 const PostingFilter& filter) {
  const Catalog& catalog = snapshot.catalog();
  std::vector<RegionRange> allowed(filter.regions.ranges().begin(), filter.regions.ranges().end());
  if (graduate.wishes_only && !graduate.wishes.empty()) {
    std::vector<RegionRange> wished;
    for (const RegionId wish : graduate.wishes) wished.push_back(catalog.parts_of(wish));
    keep_outermost(wished);
    allowed = allowed.empty() ? wished : intersection(allowed, wished);
    if (allowed.empty()) kinds = 0;  // no region is both asked for and wished
  }
  keep_outermost(allowed);
  const bool matters = options.perspective != Perspective::employer && options.weights.graduate[0] != 0;
  regions.fill(catalog, graduate, matters, allowed);
}

// After fill_regions, which may leave no kind.
void GraduateQuery::fill_digest_tables() {
  level_points_.fill(-1);
  best_level_points_.fill(-1);
  for (std::uint8_t rank = 0; rank < 6; ++rank) {
    if ((ranks >> rank & 1U) == 0) continue;
    const auto value = points.level(level_values[rank]);
    for (const auto kind : {PostingKind::job, PostingKind::internship, PostingKind::order_class}) {
      if ((kinds & kind_bit(kind)) == 0) continue;
      for (std::size_t f = 0; f < fresh.size(); ++f) {
        if (fresh[f]) level_points_[traits_of(kind, static_cast<FreshGraduates>(f), rank, false)] = value;
      }
    }
    for (std::size_t asked = 0; asked < best_level_points_.size(); ++asked) {
      if ((asked >> rank & 1U) != 0) best_level_points_[asked] = std::max(best_level_points_[asked], value);
    }
  }
  const auto expected = static_cast<std::uint64_t>(std::max(1, graduate.expected_pay));
  pay_factor_ = (std::uint64_t{100} * PostingDigest::kOfferUnit << 32U) / expected + 1;
}

void GraduateQuery::fill_holdings(Date day) {
  holdings_.clear();
  for (const Holding& held : graduate.certificates) {
    if (held.expires < day || holds(held.certificate)) continue;
    const auto level = held_level(graduate.certificates, held.certificate, day);
    holdings_.push_back({held.certificate, static_cast<std::uint8_t>(level)});
  }
}

void GraduateQuery::fill_ties(const Snapshot& snapshot) {
  for (const Slot employer : tied_) tie_values_[employer] = 0;
  tied_.clear();
  tie_values_.resize(std::max(tie_values_.size(), snapshot.employers().slots()));
  const bool in_e = perspective != Perspective::graduate && weights.employer[3] != 0;
  const bool in_s = perspective != Perspective::employer && weights.graduate[3] != 0;
  if (!in_e && !in_s) return;
  const auto raise = [this](Slot employer, std::uint8_t value) {
    if (employer == kNoSlot || tie_values_[employer] >= value) return;
    if (tie_values_[employer] == 0) tied_.push_back(employer);
    tie_values_[employer] = value;
  };
  for (const OwnTie& tie : graduate.ties) raise(tie.employer, tie.value);
  if (graduate.school == kNoSlot) return;
  for (const TieRow& tie : snapshot.ties().of_school(graduate.school)) {
    if (tie.current(as_of)) raise(tie.employer, 50);
  }
}

}  // namespace talentmatch
