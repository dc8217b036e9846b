#include "engine/placement/scores/wish_query.hpp"

#include <algorithm>

namespace talentmatch {

void WishQuery::start(std::uint32_t graduate) {
  graduate_ = graduate;
  RankOptions options;  // mutual: both views count, so that ties are known
  options.weights = context_.weights;
  options.as_of = context_.as_of;
  query_.fill(context_.field.snapshot(), context_.field.graduate(graduate), options, filter_);
  if (affinities_of_ == query_.graduate.major) return;
  affinities_of_ = query_.graduate.major;
  affinities_.fill(context_.field.snapshot().catalog(), query_.graduate.major);
  std::erase_if(affinities_.keys, [&](KeyAffinity key) { return index().groups(key.key).empty(); });
}

std::int32_t WishQuery::affinity(const PostingCard& card) const {
  if (card.majors == 0) return Catalog::kAnyMajorAffinity;
  std::int32_t best = 0;
  for (const EntryId entry : entries(card)) {
    best = std::max<std::int32_t>(best, query_.affinities[index_of(entry)]);
  }
  return best;
}

bool WishQuery::owns_of_several(KeyAffinity key, const PostingCard& card) const {
  std::int32_t best = 0;
  EntryId owner{};
  for (const EntryId entry : entries(card)) {
    const std::int32_t affinity = query_.affinities[index_of(entry)];
    if (affinity > best) {
      best = affinity;
      owner = entry;
    }
  }
  if (card.majors == 0) return true;
  return best <= kFamilyAffinity ? key.affinity == kFamilyAffinity : key.key == PostingKeys::of(owner);
}

bool WishQuery::fails_judged_gate(const PostingCard& card) const {
  const PostingRow& fixed = index().row(card.posting);
  const Catalog& catalog = context_.field.snapshot().catalog();
  const MajorId major = query_.graduate.major;
  const auto names = [&](EntryId entry) { return catalog.names(entry, major); };
  const auto same_family = [&](EntryId entry) {
    return catalog.family_of(entry) == catalog.family_of(major);
  };
  if (fixed.majors_strict && std::ranges::none_of(entries(card), names)) return true;
  return fixed.kind == PostingKind::internship && std::ranges::none_of(entries(card), same_family);
}

std::int32_t WishQuery::level_held(CertificateId certificate) const {
  const auto at = std::ranges::find(holdings(), certificate, &CertificateLevelPair::certificate);
  return at == holdings().end() ? 0 : at->level;
}

std::int32_t WishQuery::certificates(std::uint32_t posting) const {
  const auto required = columns(posting).required(row(posting));
  const auto preferred = columns(posting).preferred(row(posting));
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

std::optional<CertificateId> WishQuery::first_held(std::uint32_t posting) const {
  for (const auto asked :
       {columns(posting).required(row(posting)), columns(posting).preferred(row(posting))}) {
    for (const auto& item : asked) {
      if (level_held(item.certificate) != 0) return item.certificate;
    }
  }
  return std::nullopt;
}

}  // namespace talentmatch
