#pragma once
// A graduate segment arranged for postings' queries. Graduates who are not seeking are left out. The others
// lie by major (and all together, for postings open to any), again by school, by own tie and by certificate,
// because a tie or an asked certificate lifts a graduate above the bound of the others. In the lists of
// digests each graduate lies once for each place that he or she names, or once if there is none.

#include <cstdint>
#include <span>

#include "engine/catalog/catalog.hpp"
#include "engine/market/segment.hpp"
#include "engine/memory/flat_vector.hpp"
#include "engine/ranking/block_list.hpp"
#include "engine/ranking/graduate_digest.hpp"
#include "engine/ranking/row_lists.hpp"

namespace talentmatch {

using GraduateList = BlockList<GraduateDigest, GraduateBlock>;

class GraduateIndex {
 public:
  GraduateIndex(const GraduateColumns& columns, const Catalog& catalog, const IndexTuning& tuning);

  // By major; all, under one key; by certificate.
  const GraduateList& by_major() const { return by_major_; }
  const GraduateList& all() const { return all_; }
  const GraduateList& by_certificate() const { return by_certificate_; }
  std::span<const std::uint32_t> of_school(Slot school) const { return by_school_[school]; }
  // Of the rows of of_school, in the same order.
  std::span<const SchoolDigest> digests_of_school(Slot school) const {
    const auto rows = by_school_[school];
    return rows.empty() ? std::span<const SchoolDigest>{}
                        : std::span{school_digests_}.subspan(by_school_.first(school), rows.size());
  }
  // Do so many graduates of tied schools deserve a search of their own?
  bool searches_apart(std::size_t tied) const { return tied < many_tied_; }
  std::span<const std::uint32_t> with_own_tie(Slot employer) const { return by_own_tie_[employer]; }
  std::size_t bytes() const;

 private:
  GraduateList by_major_;
  GraduateList all_;
  GraduateList by_certificate_;
  RowLists by_school_;
  FlatVector<SchoolDigest> school_digests_;  // parallel to all rows of by_school_
  RowLists by_own_tie_;
  std::size_t many_tied_;
};

}  // namespace talentmatch
