#pragma once
// Which place a posting has in a graduate's unlimited list: counts what is wanted more, whoever got it. Each
// thread has its own.

#include <cstdint>

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
  // Those that are not met as common ones, and what has to be taken back of the common count: it knows of no
  // ties and no bans.
  void count_lists();
  template <class Wanted, class Each>
  void look_through(std::span<const ListedPosting> postings, Wanted&& wanted, Each&& each);
  void count_listed(std::uint32_t posting, std::int32_t tie);
  void take_back_banned();
  void count_common();
  void count_run(TierId tier, std::span<const ListedPosting> postings, RegionPart part);

  // Judged by the entry.
  bool may_come_before(const ListedPosting& posting, std::int32_t tie) const;
  bool is_counted_right(const ListedPosting& posting) const;
  bool passes(std::uint32_t posting) const;
  bool comes_before(std::uint32_t posting, std::int32_t tie) const;

  WishQuery query_;
  WishKey limit_ = 0;
  std::int64_t count_ = 0;
};

}  // namespace talentmatch
