#pragma once
// The two sides of one run as dense rows: graduates in scope who may be proposed, by id; postings in scope,
// newest first then by id, so that between postings of equal score the smaller row wins (spec 2's total
// order). The numbers depend on ids alone, never on segments or the order of input. Reading: any thread.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/market/snapshot.hpp"
#include "engine/memory/flat_vector.hpp"

namespace talentmatch {

// An empty list, or none, lets all pass.
struct PlacementScope {
  std::vector<std::string> schools;  // of the graduates
  std::vector<RegionId> school_regions;
  std::vector<Level> levels;
  std::vector<std::int32_t> years;     // of graduation
  std::optional<KindSet> kinds;        // of the postings
  std::vector<std::string> employers;  // of the postings
  std::vector<RegionId> regions;       // the posting lies in one
};

class Field {
 public:
  // O(n log n). Graduates whose own gates fail stay out unless `gates` is false. Postings are all in scope
  // that have seats left and, unless `gates` is false, are open on the day.
  Field(std::shared_ptr<const Snapshot> snapshot, const PlacementScope& scope, Date as_of, bool gates = true);

  // Before the field is shared. The sum must not be negative.
  void add_seats(std::uint32_t posting, std::int32_t by) { seats_[posting] += by; }

  const Snapshot& snapshot() const { return *snapshot_; }
  std::uint32_t graduates() const { return static_cast<std::uint32_t>(graduates_.size()); }
  std::uint32_t postings() const { return static_cast<std::uint32_t>(postings_.size()); }

  RowRef graduate_ref(std::uint32_t row) const { return graduates_[row]; }
  RowRef posting_ref(std::uint32_t row) const { return postings_[row]; }
  GraduateFacts graduate(std::uint32_t row) const { return snapshot_->graduate(graduates_[row]); }
  PostingFacts posting(std::uint32_t row) const { return snapshot_->posting(postings_[row]); }
  std::string_view graduate_id(std::uint32_t row) const;
  std::string_view posting_id(std::uint32_t row) const;
  // headcount - confirmed placements, >= 1 unless changed.
  std::int32_t seats(std::uint32_t posting) const { return seats_[posting]; }

  // O(log n).
  std::optional<std::uint32_t> find_graduate(std::string_view id) const;
  // O(1) expected per segment.
  std::optional<std::uint32_t> find_posting(std::string_view id) const;

 private:
  std::shared_ptr<const Snapshot> snapshot_;
  FlatVector<RowRef> graduates_;
  FlatVector<RowRef> postings_;
  std::vector<std::int32_t> seats_;
  std::vector<std::vector<std::uint32_t>> posting_rows_;  // segment, row -> row of the field
};

}  // namespace talentmatch
