#pragma once
// The mutual scores of all choices, flat: for each graduate its postings, and the other way round.

#include <cstdint>
#include <span>

#include "engine/memory/flat_vector.hpp"
#include "engine/placement/choice_lists.hpp"

namespace talentmatch {

struct Offer {
  std::uint32_t row = 0;  // of the other side
  std::int32_t score = 0;
};

// O(choices) to make; immutable.
class Offers {
 public:
  static Offers by_graduate(const ChoiceLists& lists);
  // Of `rows` rows on the other side; within one, ascending.
  Offers transposed(std::size_t rows) const;

  std::size_t size() const { return first_.size() - 1; }
  std::span<const Offer> of(std::uint32_t row) const {
    return std::span{offers_}.subspan(first_[row], first_[row + 1] - first_[row]);
  }

 private:
  FlatVector<std::uint64_t> first_;
  FlatVector<Offer> offers_;
};

}  // namespace talentmatch
