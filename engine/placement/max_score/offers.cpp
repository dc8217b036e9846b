#include "engine/placement/max_score/offers.hpp"

#include <numeric>

#include <tbb/parallel_for.h>

#include "engine/ranking/evaluation.hpp"

namespace talentmatch {

Offers Offers::by_graduate(const ChoiceLists& lists) {
  Offers made;
  made.first_ = lists.first;
  made.offers_.resize(lists.choices.size());
  tbb::parallel_for(std::size_t{0}, lists.choices.size(), [&](std::size_t i) {
    const Choice& choice = lists.choices[i];
    made.offers_[i] = {choice.posting, mutual_score(choice.employer_view, choice.graduate_view)};
  });
  return made;
}

Offers Offers::transposed(std::size_t rows) const {
  Offers made;
  made.first_.assign(rows + 1, 0);
  made.offers_.resize(offers_.size());
  for (const Offer& offer : offers_) ++made.first_[offer.row + 1];
  std::partial_sum(made.first_.begin(), made.first_.end(), made.first_.begin());
  auto next = made.first_;
  for (std::uint32_t row = 0; row < size(); ++row) {
    for (const Offer& offer : of(row)) made.offers_[next[offer.row]++] = {row, offer.score};
  }
  return made;
}

}  // namespace talentmatch
