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
  held_ = 0;
  for (const auto& held : query_.holdings()) held_ |= certificate_bit(held.certificate);
  if (affinities_of_ == query_.graduate.major) return;
  affinities_of_ = query_.graduate.major;
  affinities_.fill(context_.field.snapshot().catalog(), query_.graduate.major);
}

std::int32_t WishQuery::affinity(std::uint32_t posting) const {
  const auto entries = index().entries(posting);
  if (entries.empty()) return Catalog::kAnyMajorAffinity;
  std::int32_t best = 0;
  for (const EntryId entry : entries) {
    best = std::max<std::int32_t>(best, query_.affinities[index_of(entry)]);
  }
  return best;
}

bool WishQuery::fails_major_gate(std::uint32_t posting) const {
  const PostingCard& card = index().card(posting);
  return card.judges_major() &&
         talentmatch::fails_major_gate(context_.field.snapshot().catalog(), query_.graduate.major,
                                       card.majors_strict, card.kind(), index().entries(posting));
}

std::int32_t WishQuery::certificates(std::uint32_t posting) const {
  const RowRef ref = context_.field.posting_ref(posting);
  return query_.certificate_value(columns(ref).required(ref.row), columns(ref).preferred(ref.row));
}

std::optional<CertificateId> WishQuery::first_held(std::uint32_t posting) const {
  const RowRef ref = context_.field.posting_ref(posting);
  return query_.first_held(columns(ref).required(ref.row), columns(ref).preferred(ref.row));
}

}  // namespace talentmatch
