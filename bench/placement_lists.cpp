#include "bench/placement_lists.hpp"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include "engine/ranking/ranker.hpp"

namespace talentmatch::bench {

ChoiceLists best_choices(const Field& field, std::size_t length, Date as_of) {
  RankOptions options;
  options.k = length;
  options.perspective = Perspective::graduate;
  options.as_of = as_of;
  std::vector<std::vector<Choice>> lists(field.graduates());
  tbb::enumerable_thread_specific<Ranker> rankers;
  tbb::parallel_for(std::uint32_t{0}, field.graduates(), [&](std::uint32_t g) {
    const auto ranking = rankers.local().rank(field.snapshot(), field.graduate(g), options);
    for (const Ranked& ranked : ranking.results) {
      const auto posting = field.find_posting(field.snapshot().posting(ranked.ref).id);
      if (!posting) continue;
      lists[g].push_back({.posting = *posting,
                          .graduate_view = static_cast<std::uint16_t>(ranked.scores.graduate_view),
                          .employer_view = static_cast<std::uint16_t>(ranked.scores.employer_view)});
    }
  });
  ChoiceLists all;
  for (auto& list : lists) {
    all.append(list);
    list = {};
  }
  return all;
}

double eligible_mean(const Field& field, Date as_of) {
  constexpr std::uint32_t kSample = 100;
  RankOptions options;
  options.perspective = Perspective::graduate;
  options.as_of = as_of;
  options.k = field.postings();
  std::uint64_t eligible = 0;
  std::uint32_t asked = 0;
  for (std::uint32_t g = 0; g < field.graduates(); g += field.graduates() / kSample + 1) {
    eligible += rank_exhaustively(field.snapshot(), field.graduate(g), options).results.size();
    ++asked;
  }
  return asked == 0 ? 0.0 : static_cast<double>(eligible) / asked;
}

}  // namespace talentmatch::bench
