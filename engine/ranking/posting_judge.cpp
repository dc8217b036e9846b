#include "engine/ranking/posting_judge.hpp"

#include <algorithm>

namespace talentmatch {

PostingJudge::PostingJudge(const Snapshot& snapshot, const GraduateFacts& graduate,
                           const RankOptions& options)
    : snapshot_(snapshot), held_(snapshot.catalog().certificate_count()) {
  RankOptions plain;
  plain.perspective = options.perspective;
  plain.weights = options.weights;
  plain.as_of = options.as_of;
  query_.fill(snapshot, graduate, plain, PostingFilter(snapshot, plain));
  for (const auto& holding : query_.holdings()) held_[index_of(holding.certificate)] = holding.level;
}

std::int32_t PostingJudge::affinity(RowRef ref) const {
  const PostingRow& row = segment(ref).row(ref.row);
  const auto majors = segment(ref).majors(ref.row);
  if (majors.empty()) return Catalog::kAnyMajorAffinity;
  const Catalog& catalog = snapshot_.catalog();
  const MajorId major = query_.graduate.major;
  std::int32_t best = 0;
  for (const EntryId entry : majors) best = std::max<std::int32_t>(best, query_.affinities[index_of(entry)]);
  const auto names = [&](EntryId entry) { return catalog.names(entry, major); };
  const auto shares_family = [&](EntryId entry) {
    return catalog.family_of(entry) == catalog.family_of(major);
  };
  if (best == 0 || (row.majors_strict && std::ranges::none_of(majors, names))) return 0;
  if (row.kind == PostingKind::internship && std::ranges::none_of(majors, shares_family)) return 0;
  return best;
}

MissingCertificates PostingJudge::missing(RowRef ref) const {
  MissingCertificates missing;
  for (const auto& item : segment(ref).required(ref.row)) {
    if (held(item.certificate) >= item.level) continue;
    missing.several |= missing.level != 0 && item.certificate != missing.certificate;
    missing.certificate = item.certificate;
    missing.level = std::max(missing.level, item.level);
  }
  return missing;
}

std::int32_t PostingJudge::certificates(RowRef ref, CertificateLevelPair also) const {
  const auto required = segment(ref).required(ref.row);
  const auto preferred = segment(ref).preferred(ref.row);
  if (required.empty() && preferred.empty()) return 50;
  std::int32_t sum = 0;
  for (const auto items : {required, preferred}) {
    for (const auto& item : items) {
      const auto own = held(item.certificate);
      const auto level = item.certificate == also.certificate ? std::max(own, also.level) : own;
      sum += level == 0 ? 0 : level >= item.level ? 100 : 50;
    }
  }
  return sum / static_cast<std::int32_t>(required.size() + preferred.size());
}

}  // namespace talentmatch
