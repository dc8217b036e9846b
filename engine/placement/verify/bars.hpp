#pragma once
// What it takes to be taken by a posting, given whom it has: from the definition of its choice, by sorting.

#include <cstdint>
#include <limits>
#include <span>

#include "engine/placement/contest.hpp"
#include "engine/placement/verify/standing.hpp"

namespace talentmatch::verify {

struct Bar {
  enum class Kind : std::uint8_t { open, beat, shut } kind = Kind::open;
  Standing last;  // to be beaten

  bool admits(const Standing& standing) const {
    return kind == Kind::open || (kind == Kind::beat && standing < last);
  }
  // Whose key is above it is not admitted.
  std::uint64_t key() const {
    if (kind == Kind::beat) return last.key();
    return kind == Kind::open ? std::numeric_limits<std::uint64_t>::max() : 0;
  }
};
// Is `a` the easier one to pass?
bool easier(const Bar& a, const Bar& b);

struct Bars {
  Bar others;
  Bar members;
  bool over_capacity = false;
  bool quota_broken = false;  // hard: seats meant for members are held by others

  const Bar& of(bool member) const { return member ? members : others; }
};

struct Holder {
  Standing standing;
  bool member = false;
};

// O(n log n). The holders are sorted.
Bars bars_of(std::span<Holder> holders, const SeatTerms& terms, bool hard);

}  // namespace talentmatch::verify
