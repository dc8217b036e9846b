#pragma once

#include <cstdint>
#include <vector>

#include "engine/ranking/graduate_query.hpp"
#include "engine/ranking/top_k.hpp"

namespace talentmatch::bench {

// The postings of one segment that are open and have a seat left, as parallel columns in tie order.
class PostingScan {
 public:
  PostingScan(const Snapshot& snapshot, std::uint32_t segment);
  // Offers every posting that passes and may enter. O(postings).
  void run(const GraduateQuery& query, const PostingFilter& filter, const RankOptions& options,
           TopK<PostingSegment>& top) const;

 private:
  struct Tables;

  void offer(std::size_t at, const GraduateQuery& query, const PostingFilter& filter,
             const RankOptions& options, TopK<PostingSegment>& top) const;

  const Snapshot& snapshot_;
  std::uint32_t segment_;
  std::vector<std::uint32_t> rows_;
  std::vector<std::uint8_t> gates_;     // kind, fresh, min_rank, asks certificates
  std::vector<std::uint16_t> entries_;  // the only one, or one of the two below
  std::uint16_t any_;
  std::uint16_t several_;
  std::vector<std::uint16_t> regions_;
  std::vector<std::int32_t> offers_;
  std::vector<Slot> employers_;
};

}  // namespace talentmatch::bench
