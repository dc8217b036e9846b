#include "engine/placement/scores/wish_search.hpp"

#include <algorithm>

namespace talentmatch {
namespace {

constexpr std::uint8_t kFamilyAffinity = 20;

}  // namespace

WishSearch::WishSearch(const WishContext& context)
    : context_(context),
      keys_of_(context.field.snapshot().catalog()),
      filter_(context.field.snapshot(), RankOptions{}) {}

void WishSearch::start(std::uint32_t graduate) {
  graduate_ = graduate;
  RankOptions options;  // mutual: both views count, so that ties are known
  options.weights = context_.weights;
  options.as_of = context_.as_of;
  query_.fill(context_.field.snapshot(), context_.field.graduate(graduate), options, filter_);
  fill_posting_keys(context_.field.snapshot().catalog(), query_.graduate.major, keys_);
}

std::int32_t WishSearch::affinity_of(std::uint32_t posting) const {
  return posting_affinity(context_.field.snapshot().catalog(), query_.graduate.major,
                          columns(posting).majors(column_row(posting)));
}

// Entries of the common 20 points are found under their category group.
bool WishSearch::owned_by(KeyAffinity key, std::uint32_t posting) const {
  if (key.key == kNoKey ||
      (!context_.strips.row(posting).several_majors && key.affinity != kFamilyAffinity)) {
    return true;
  }
  std::int32_t best = 0;
  EntryId owner{};
  for (const EntryId entry : columns(posting).majors(column_row(posting))) {
    const std::int32_t affinity = query_.affinities[index_of(entry)];
    if (affinity > best) {
      best = affinity;
      owner = entry;
    }
  }
  return best <= kFamilyAffinity ? key.affinity == kFamilyAffinity : key.key == PostingKeys::of(owner);
}

bool WishSearch::major_gate_fails(std::uint32_t posting) const {
  const PostingRow& row = context_.strips.row(posting);
  if (!row.majors_strict && row.kind != PostingKind::internship) return false;
  const auto majors = columns(posting).majors(column_row(posting));
  if (majors.empty()) return false;
  const Catalog& catalog = context_.field.snapshot().catalog();
  const MajorId major = query_.graduate.major;
  const auto names = [&](EntryId entry) { return catalog.names(entry, major); };
  const auto same_family = [&](EntryId entry) {
    return catalog.family_of(entry) == catalog.family_of(major);
  };
  if (row.majors_strict && std::ranges::none_of(majors, names)) return true;
  return row.kind == PostingKind::internship && std::ranges::none_of(majors, same_family);
}

std::int32_t WishSearch::certificates(std::uint32_t posting) const {
  const auto level_held = [&](CertificateId certificate) -> std::int32_t {
    const auto at = std::ranges::find(query_.holdings(), certificate, &CertificateLevelPair::certificate);
    return at == query_.holdings().end() ? 0 : at->level;
  };
  const auto required = columns(posting).required(column_row(posting));
  const auto preferred = columns(posting).preferred(column_row(posting));
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

}  // namespace talentmatch
