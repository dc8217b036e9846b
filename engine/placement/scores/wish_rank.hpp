#pragma once
// Which place a posting has in a graduate's unlimited list: a visitor of WishSearch that counts what is
// wanted more.

#include "engine/placement/scores/wish_search.hpp"

namespace talentmatch {

class WishCounter {
 public:
  explicit WishCounter(WishKey limit) : limit_(limit) {}
  WishKey limit() const { return limit_; }
  bool skips(std::uint32_t, Claim) const { return false; }
  Claim cutoff(std::uint32_t) const { return kAnyClaim; }
  Claim strip_cutoff(std::uint32_t) const { return kAnyClaim; }
  void note(std::uint32_t, Claim) {}
  void take(WishKey, const Choice&) { ++count_; }
  std::uint32_t count() const { return count_; }

 private:
  WishKey limit_;
  std::uint32_t count_ = 0;
};

// Stops at the first posting at all.
class AnyWish {
 public:
  WishKey limit() const { return found_ ? 0 : ~WishKey{0}; }
  bool skips(std::uint32_t, Claim) const { return found_; }
  Claim cutoff(std::uint32_t) const { return kAnyClaim; }
  Claim strip_cutoff(std::uint32_t) const { return kAnyClaim; }
  void note(std::uint32_t, Claim) {}
  void take(WishKey, const Choice&) { found_ = true; }
  bool found() const { return found_; }

 private:
  bool found_ = false;
};

}  // namespace talentmatch
