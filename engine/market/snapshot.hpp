#pragma once
// The data as one reader sees it: immutable, shared by any number of threads, alive as long as somebody holds
// it. Graduates and postings lie in a few segments (segment.hpp); a row that was replaced or removed is dead
// in its segment. Employers, schools and ties are small and kept as whole tables.

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/catalog/catalog.hpp"
#include "engine/market/actors.hpp"
#include "engine/market/facts.hpp"
#include "engine/market/segment.hpp"
#include "engine/model/vocabulary.hpp"

namespace talentmatch {

// Where a graduate or a posting lies in one snapshot.
struct RowRef {
  std::uint32_t segment = 0;
  std::uint32_t row = 0;

  friend bool operator==(RowRef, RowRef) = default;
};

template <class Segment>
struct LiveSegment {
  std::shared_ptr<const Segment> segment;
  std::shared_ptr<const RowMask> dead;  // null = none
  std::uint32_t live = 0;

  bool is_dead(std::uint32_t row) const { return dead && dead->test(row); }
};

struct MarketCounts {
  std::uint64_t schools = 0;
  std::uint64_t employers = 0;
  std::uint64_t ties = 0;
  std::uint64_t graduates = 0;
  std::uint64_t postings = 0;
  std::uint64_t placements = 0;
  std::uint64_t headcount = 0;          // over all postings
  std::uint64_t seats_open = 0;         // headcount - confirmed placements, over open postings
  std::uint64_t graduates_seeking = 0;  // status seeking, not opted out
};

class Snapshot {
 public:
  // "17-3f9a…": number of the last commit and digest of the catalogue.
  const std::string& version() const { return version_; }
  std::uint64_t commit() const { return commit_; }
  const Catalog& catalog() const { return *catalog_; }
  const MarketCounts& counts() const { return counts_; }

  // O(1) expected per segment.
  std::optional<RowRef> find_graduate(std::string_view id) const;
  std::optional<RowRef> find_posting(std::string_view id) const;
  GraduateFacts graduate(RowRef ref) const { return graduates_[ref.segment].segment->facts(ref.row); }
  PostingFacts posting(RowRef ref) const { return postings_[ref.segment].segment->facts(ref.row); }

  std::span<const LiveSegment<GraduateSegment>> graduates() const { return graduates_; }
  std::span<const LiveSegment<PostingSegment>> postings() const { return postings_; }
  const EmployerTable& employers() const { return *employers_; }
  const SchoolTable& schools() const { return *schools_; }
  const TieTable& ties() const { return *ties_; }

  // Visits every live row of one side: f(RowRef, facts). Order is not specified.
  template <class F>
  void for_each_graduate(F&& f) const {
    for_each(graduates_, f);
  }
  template <class F>
  void for_each_posting(F&& f) const {
    for_each(postings_, f);
  }

 private:
  friend class Market;

  template <class Segments, class F>
  static void for_each(const Segments& segments, F& f) {
    for (std::uint32_t s = 0; s < segments.size(); ++s) {
      const auto& live = segments[s];
      for (std::uint32_t row = 0; row < live.segment->size(); ++row) {
        if (!live.is_dead(row)) f(RowRef{s, row}, live.segment->facts(row));
      }
    }
  }

  std::string version_;
  std::uint64_t commit_ = 0;
  std::shared_ptr<const Catalog> catalog_;
  MarketCounts counts_;
  std::vector<LiveSegment<GraduateSegment>> graduates_;
  std::vector<LiveSegment<PostingSegment>> postings_;
  std::shared_ptr<const EmployerTable> employers_;
  std::shared_ptr<const SchoolTable> schools_;
  std::shared_ptr<const TieTable> ties_;
};

}  // namespace talentmatch
