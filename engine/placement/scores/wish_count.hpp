#pragma once
// Which place a posting has in a graduate's unlimited list: counts what is wanted more, whoever got it. Each
// thread has its own.

#include <cstdint>

#include "engine/placement/scores/best_first.hpp"
#include "engine/placement/scores/wish_query.hpp"

namespace talentmatch {

class WishCount {
 public:
  explicit WishCount(const WishContext& context) : query_(context) {}

  void start(std::uint32_t graduate) { query_.start(graduate); }
  // How many pass the gates and come before `limit`.
  std::uint32_t before(WishKey limit);
  // Does any pass the gates?
  bool any();

 private:
  // Of postings whose S without pay is known: which offers bring them before the limit.
  struct PayBar {
    std::int64_t least = 0;
    bool none = false;  // none stated will do

    bool lets(std::int32_t offer) const { return offer == 0 ? none : offer >= least; }
  };
  struct PayBars {
    PayBar sure;
    PayBar maybe;  // if the posting comes before the limit's
  };

  // Those that are not met as common ones, and what has to be taken back of the common count: it knows of no
  // ties and no bans.
  void count_lists();
  void count_listed(const PostingCard& card, std::int32_t tie, bool is_common);
  void take_back_banned();
  void count_common();
  void count_mixed(KeyAffinity key, CardRun run);
  void count_in_region(KeyAffinity key, CardRun run, std::int32_t region);

  // Judged by the digest.
  bool may_come_before(const CardDigest& digest, std::int32_t tie) const;
  bool passes(const PostingCard& card) const;
  bool comes_before(const PostingCard& card, std::int32_t tie) const {
    const auto view =
        query_.own_view(query_.affinity(card), query_.region_value(card), query_.pay_value(card.offer), tie);
    return wish_key(view, card.posting) < limit_;
  }
  PayBars pay_bars(std::int32_t rest) const;

  WishQuery query_;
  WishKey limit_ = 0;
  std::int64_t count_ = 0;
};

}  // namespace talentmatch
