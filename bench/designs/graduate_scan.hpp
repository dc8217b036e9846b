#pragma once

#include <cstdint>
#include <vector>

#include "engine/ranking/posting_query.hpp"
#include "engine/ranking/top_k.hpp"

namespace talentmatch::bench {

// The graduates of one segment who seek, as parallel columns in tie order.
class GraduateScan {
 public:
  GraduateScan(const Snapshot& snapshot, std::uint32_t segment);
  // Offers everybody who passes and may enter. O(graduates).
  void run(const PostingQuery& query, const GraduateFilter& filter, const RankOptions& options,
           TopK<GraduateSegment>& top) const;

 private:
  void offer(std::size_t at, const PostingQuery& query, const GraduateFilter& filter,
             const RankOptions& options, TopK<GraduateSegment>& top) const;

  const Snapshot& snapshot_;
  std::uint32_t segment_;
  std::vector<std::uint32_t> rows_;
  std::vector<std::uint8_t> gates_;  // kinds, education rank, holds certificates, has ties of their own
  std::vector<std::uint16_t> majors_;
  std::vector<std::uint16_t> homes_;
  std::vector<std::int32_t> expected_;
  std::vector<Slot> schools_;
};

}  // namespace talentmatch::bench
