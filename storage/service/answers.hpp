#pragma once
// Rankings and explanations as bytes, each from the one snapshot that is given. Any thread; a call borrows a
// Ranker.

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "engine/market/snapshot.hpp"
#include "engine/ranking/ranker.hpp"
#include "storage/codec/batch_body.hpp"
#include "storage/codec/rank_request.hpp"
#include "storage/keys/reach.hpp"
#include "storage/service/pool.hpp"

namespace talentmatch {

// Of a whole batch.
struct BatchTerms {
  Language language{};           // of errors
  const Reach* reach = nullptr;  // null = any record may be asked for
};

class Answers {
 public:
  explicit Answers(std::function<Date()> today) : today_(std::move(today)) {}

  using Notices = std::span<const Replacement>;
  Result<void> recommend(const Snapshot& snapshot, std::string_view graduate, RankRequest request,
                         std::string& out);
  Result<void> recommend(const Snapshot& snapshot, const Graduate& profile, RankRequest request,
                         Notices notices, std::string& out);
  Result<void> candidates(const Snapshot& snapshot, std::string_view posting, RankRequest request,
                          std::string& out);
  Result<void> candidates(const Snapshot& snapshot, const Posting& profile, RankRequest request,
                          Notices notices, std::string& out);
  Result<void> explain(const Snapshot& snapshot, std::string_view graduate, std::string_view posting,
                       RankRequest request, std::string& out);
  Result<void> gaps(const Snapshot& snapshot, std::string_view graduate, RankRequest request,
                    std::string& out);
  Result<void> relaxations(const Snapshot& snapshot, std::string_view posting, RankRequest request,
                           std::string& out);
  // All items, spread over the cores; an item's error is its answer.
  void batch(const Snapshot& snapshot, Side side, const BatchBody& body, const BatchTerms& terms,
             std::string& out);
  Date today() const { return today_(); }
  Pool<Ranker>& rankers() { return rankers_; }
  // The request's own day, else its cursor's, else today.
  void set_day(RankRequest& request) const;

 private:
  std::string answer_item(const Snapshot& snapshot, Side side, const BatchBody& body, std::size_t index,
                          const BatchTerms& terms);
  Result<void> answer(const Snapshot& snapshot, Side side, BatchItem item, std::string& out);

  std::function<Date()> today_;
  Pool<Ranker> rankers_;
};

}  // namespace talentmatch
