#include "engine/ranking/relaxation.hpp"

namespace talentmatch {
namespace {

constexpr std::uint8_t one_lower(std::uint8_t level) {
  return static_cast<std::uint8_t>(level - 1);
}

}  // namespace

std::vector<Relaxation> relaxations_of(const PostingFacts& posting) {
  std::vector<Relaxation> all;
  const auto add = [&](const Change& change, std::size_t item = 0) { all.push_back({change, item}); };
  if (posting.min_rank > 1) add({.kind = ChangeKind::min_level, .level = one_lower(posting.min_rank)});
  for (std::size_t i = 0; i < posting.required.size(); ++i) {
    const auto [certificate, level] = posting.required[i];
    add({.kind = ChangeKind::certificate_dropped, .certificate = certificate, .level = level}, i);
    if (level == 1) continue;
    add({.kind = ChangeKind::certificate_lower, .certificate = certificate, .level = one_lower(level)}, i);
  }
  if (posting.majors_strict) add({.kind = ChangeKind::majors_strict});
  if (posting.fresh != FreshGraduates::allowed) add({.kind = ChangeKind::fresh_graduates});
  return all;
}

RelaxedPosting::RelaxedPosting(const PostingFacts& posting, const Relaxation& relaxation)
    : facts_(posting), required_(posting.required.begin(), posting.required.end()) {
  const auto item = required_.begin() + static_cast<std::ptrdiff_t>(relaxation.item);
  switch (relaxation.change.kind) {
    case ChangeKind::min_level:
      facts_.min_rank = relaxation.change.level;
      break;
    case ChangeKind::certificate_dropped:
      required_.erase(item);
      break;
    case ChangeKind::certificate_lower:
      item->level = relaxation.change.level;
      break;
    case ChangeKind::majors_strict:
      facts_.majors_strict = false;
      break;
    case ChangeKind::fresh_graduates:
      facts_.fresh = FreshGraduates::allowed;
      break;
    default:
      break;  // changes of a graduate
  }
}

PostingFacts RelaxedPosting::facts() const {
  auto facts = facts_;
  facts.required = required_;
  return facts;
}

PostingFacts most_relaxed(PostingFacts posting) {
  if (posting.min_rank > 1) posting.min_rank = one_lower(posting.min_rank);
  posting.majors_strict = false;
  posting.fresh = FreshGraduates::allowed;
  return posting;
}

}  // namespace talentmatch
