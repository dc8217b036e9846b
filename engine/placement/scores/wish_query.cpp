#include "engine/placement/scores/wish_query.hpp"

#include <algorithm>

namespace talentmatch {

void WishQuery::start(std::uint32_t graduate) {
  graduate_ = graduate;
  RankOptions options;  // mutual: both views count, so that ties are known
  options.weights = context_.weights;
  options.as_of = context_.as_of;
  query_.fill(context_.field.snapshot(), context_.field.graduate(graduate), options, filter_);
  const auto expected = static_cast<std::uint64_t>(std::max(1, query_.graduate.expected_pay));
  pay_factor_ = (std::uint64_t{100} << kPayShift) / expected + 1;
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
  return best <= kFamilyAffinity ? key.affinity == kFamilyAffinity : key.key == PostingKeys::of(owner);
}

std::int32_t WishQuery::certificates(std::uint32_t posting) const {
  return query_.certificate_value(columns(posting).required(row(posting)),
                                  columns(posting).preferred(row(posting)));
}

std::optional<CertificateId> WishQuery::first_held(std::uint32_t posting) const {
  return query_.first_held(columns(posting).required(row(posting)), columns(posting).preferred(row(posting)));
}

}  // namespace talentmatch
