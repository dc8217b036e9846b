#include "tests/reference/ranking.hpp"

#include <algorithm>
#include <map>

#include "tests/reference/filters.hpp"

namespace talentmatch::reference {
namespace {

// Score descending, then posted descending (no date = oldest), then id ascending by bytes.
bool before(const Proposal& a, const Proposal& b) {
  if (a.score != b.score) return a.score > b.score;
  if (a.posted != b.posted) return a.posted > b.posted;
  return a.id < b.id;
}

Proposal proposal(const World& world, const Graduate& graduate, const Posting& posting,
                  const RankOptions& options) {
  const Views both = views(values(world, graduate, posting, options.as_of), options.weights);
  return {
      .score = both.of(options.perspective), .employer_view = both.employer, .graduate_view = both.graduate};
}

void keep_first_of_each_employer(const World& world, std::vector<Proposal>& list, std::size_t most) {
  std::map<std::string, std::size_t> kept;
  std::erase_if(list, [&](const Proposal& p) { return ++kept[find(world.postings, p.id)->employer] > most; });
}

void start_after(std::vector<Proposal>& list, const PageKey& key) {
  const Proposal last{.id = key.id, .score = key.score, .posted = key.posted};
  std::erase_if(list, [&](const Proposal& p) { return !before(last, p); });
}

// From all that passed gates and filters to one page.
Page cut(const World& world, std::vector<Proposal> list, const RankOptions& options) {
  std::ranges::sort(list, before);
  if (options.max_per_employer) keep_first_of_each_employer(world, list, *options.max_per_employer);
  if (options.personalized) std::erase_if(list, [&](const auto& p) { return p.score < options.min_score; });
  if (options.after) start_after(list, *options.after);
  Page page;
  page.more = list.size() > options.k;
  if (page.more) list.resize(options.k);
  page.results = std::move(list);
  return page;
}

Date posted_of(const Posting& posting) {
  return posting.posted.value_or(kNeverPosted);
}

Page recommend_to_all(const World& world, const RankOptions& options) {
  std::vector<Proposal> list;
  for (const Posting& posting : world.postings) {
    const bool proposed =
        own_gates(world, posting, options.as_of).empty() && kind_of(posting) != PostingKind::order_class;
    if (proposed && passes(world, posting, options)) {
      list.push_back({.id = posting.id, .posted = posted_of(posting)});
    }
  }
  return cut(world, std::move(list), options);
}

}  // namespace

Page recommend(const World& world, const Graduate& graduate, const RankOptions& options) {
  if (!options.personalized) return recommend_to_all(world, options);
  if (const auto failed = own_gates(graduate); !failed.empty()) return {.gates = failed};
  std::vector<Proposal> list;
  for (const Posting& posting : world.postings) {
    if (!passes(world, posting, options)) continue;
    if (!failed_gates(world, graduate, posting, options.as_of).empty()) continue;
    list.push_back(proposal(world, graduate, posting, options));
    list.back().id = posting.id;
    list.back().posted = posted_of(posting);
  }
  return cut(world, std::move(list), options);
}

Page candidates(const World& world, const Posting& posting, const RankOptions& options) {
  if (const auto failed = own_gates(world, posting, options.as_of); !failed.empty()) return {.gates = failed};
  std::vector<Proposal> list;
  for (const Graduate& graduate : world.graduates) {
    if (!passes(world, graduate, options)) continue;
    if (!failed_gates(world, graduate, posting, options.as_of).empty()) continue;
    list.push_back(proposal(world, graduate, posting, options));
    list.back().id = graduate.id;
  }
  return cut(world, std::move(list), options);
}

}  // namespace talentmatch::reference
