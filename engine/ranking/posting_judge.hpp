#pragma once
// Gates and scores of single postings for one graduate, from tables made once: for passes that look at every
// posting, where a search by bounds has nothing to leave out.

#include <vector>

#include "engine/ranking/graduate_query.hpp"

namespace talentmatch {

// Required certificates that are not held at their level.
struct MissingCertificates {
  bool several = false;         // of different ids: no single certificate helps
  CertificateId certificate{};  // the only one
  std::uint8_t level = 0;       // at which it would do; 0 = nothing is missing
};

class PostingJudge {
 public:
  // Of the options only perspective, weights and day count.
  PostingJudge(const Snapshot& snapshot, const GraduateFacts& graduate, const RankOptions& options);

  // f(ref, row) for every posting that passes POSTING_CLOSED, EMPLOYER_INACTIVE, KIND, LEVEL, FRESH, REGION
  // and TIE_ONLY.
  template <class F>
  void for_each(F&& f) const {
    for (std::uint32_t s = 0; s < snapshot_.postings().size(); ++s) {
      const auto& segment = *snapshot_.postings()[s].segment;
      for (std::uint32_t row = 0; row < segment.size(); ++row) {
        if (passes(segment.row(row)) && !snapshot_.postings()[s].is_dead(row))
          f(RowRef{s, row}, segment.row(row));
      }
    }
  }

  // 0 also when the MAJOR gate fails.
  std::int32_t affinity(RowRef ref) const;
  MissingCertificates missing(RowRef ref) const;
  // v of the certificates if this one were held as well, beside those that are.
  std::int32_t certificates(RowRef ref, CertificateLevelPair also = {.certificate = {}, .level = 0}) const;
  // 0 = not held on the day.
  std::uint8_t held(CertificateId certificate) const { return held_[index_of(certificate)]; }
  // On the chosen perspective.
  std::int32_t score(const PostingRow& row, std::int32_t affinity, std::int32_t certificates) const {
    return query_
        .score(affinity, certificates, query_.level_values[row.min_rank], query_.regions.value(row.region),
               pay_value(row.offer, query_.graduate.expected_pay), query_.tie(row.employer))
        .of(query_.perspective);
  }

 private:
  bool passes(const PostingRow& row) const {
    return row.open && row.taken < row.headcount && query_.passes(row) &&
           (row.kind != PostingKind::order_class ||
            (row.school == query_.graduate.school && row.school != kNoSlot)) &&
           snapshot_.employers()[row.employer].active;
  }
  const PostingSegment& segment(RowRef ref) const { return *snapshot_.postings()[ref.segment].segment; }

  const Snapshot& snapshot_;
  GraduateQuery query_;
  std::vector<std::uint8_t> held_;  // level by certificate
};

}  // namespace talentmatch
