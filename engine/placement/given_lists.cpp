#include "engine/placement/given_lists.hpp"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>
#include <tbb/parallel_for.h>

#include "engine/ranking/ranker.hpp"

namespace talentmatch {
namespace {

std::unexpected<Error> refuse(ErrorCode code, std::string field, const std::string& id, std::size_t line) {
  return fail({.code = code,
               .field = std::move(field),
               .value = excerpt(id),
               .detail = fmt::format("line {}", line)});
}

using Places = std::unordered_map<std::uint32_t, std::uint32_t>;  // graduate -> place, equal for a tie

Result<std::vector<Places>> places_by_posting(const PlacementInput& input, const Field& field,
                                              std::vector<std::uint8_t>& given) {
  std::vector<Places> all(field.postings());
  for (const GivenPriorities& list : input.priorities) {
    if (!field.snapshot().find_posting(list.posting)) {
      return refuse(ErrorCode::unknown_reference, "priorities.posting", list.posting, list.line);
    }
    Places places;
    for (std::uint32_t place = 0; place < list.priorities.size(); ++place) {
      for (const std::string& id : list.priorities[place]) {
        if (!field.snapshot().find_graduate(id)) {
          return refuse(ErrorCode::unknown_reference, "priorities.priorities", id, list.line);
        }
        const auto graduate = field.find_graduate(id);
        if (graduate && !places.emplace(*graduate, place).second) {
          return refuse(ErrorCode::duplicate_entry, "priorities.priorities", id, list.line);
        }
      }
    }
    const auto posting = field.find_posting(list.posting);
    if (!posting) continue;
    if (given[*posting] != 0) {
      return refuse(ErrorCode::duplicate_entry, "priorities.posting", list.posting, list.line);
    }
    given[*posting] = 1;
    all[*posting] = std::move(places);
  }
  return all;
}

struct ResolvedList {
  std::vector<Choice> choices;
  std::vector<std::uint32_t> places;
  std::vector<std::uint32_t> ranks;
};

class Resolver {
 public:
  Resolver(const PlacementInput& input, const PlacementSetup& setup, std::span<const Places> places,
           std::span<const std::uint8_t> given)
      : input_(input), setup_(setup), field_(*setup.field), places_(places), given_(given) {}

  Result<ResolvedList> resolve(const GivenChoices& list, std::uint32_t graduate) const {
    ResolvedList resolved;
    std::vector<std::string_view> seen(list.choices.begin(), list.choices.end());
    std::ranges::sort(seen);
    if (const auto twice = std::ranges::adjacent_find(seen); twice != seen.end()) {
      return refuse(ErrorCode::duplicate_entry, "choices.choices", std::string(*twice), list.line);
    }
    for (std::uint32_t i = 0; i < list.choices.size(); ++i) {
      if (!field_.snapshot().find_posting(list.choices[i])) {
        return refuse(ErrorCode::unknown_reference, "choices.choices", list.choices[i], list.line);
      }
      const auto posting = field_.find_posting(list.choices[i]);
      if (posting) add(resolved, graduate, *posting, i + 1);
    }
    return resolved;
  }

 private:
  void add(ResolvedList& resolved, std::uint32_t graduate, std::uint32_t posting, std::uint32_t rank) const {
    std::uint32_t place = kByScore;
    if (!given_.empty() && given_[posting] != 0) {
      const auto at = places_[posting].find(graduate);
      if (at == places_[posting].end()) return;
      place = at->second;
    }
    if (setup_.bans.has(graduate, posting)) return;
    if (input_.policy.gates && !passes_gates(field_, graduate, posting, input_.as_of)) return;
    resolved.choices.push_back(choice_of(field_, graduate, posting, input_.weights, input_.as_of));
    resolved.places.push_back(place);
    resolved.ranks.push_back(rank);
  }

  const PlacementInput& input_;
  const PlacementSetup& setup_;
  const Field& field_;
  std::span<const Places> places_;
  std::span<const std::uint8_t> given_;
};

// By graduate of the field: the list's position in the input, or none.
Result<std::vector<std::size_t>> lists_by_graduate(const PlacementInput& input, const Field& field) {
  std::vector<std::size_t> by_graduate(field.graduates(), input.choices->size());
  for (std::size_t i = 0; i < input.choices->size(); ++i) {
    const GivenChoices& list = (*input.choices)[i];
    if (!field.snapshot().find_graduate(list.graduate)) {
      return refuse(ErrorCode::unknown_reference, "choices.graduate", list.graduate, list.line);
    }
    const auto graduate = field.find_graduate(list.graduate);
    if (!graduate) continue;
    if (by_graduate[*graduate] != input.choices->size()) {
      return refuse(ErrorCode::duplicate_entry, "choices.graduate", list.graduate, list.line);
    }
    by_graduate[*graduate] = i;
  }
  return by_graduate;
}

}  // namespace

Result<GivenLists> resolve_lists(const PlacementInput& input, const PlacementSetup& setup) {
  const Field& field = *setup.field;
  std::vector<std::uint8_t> given(input.priorities.empty() ? 0 : field.postings());
  const auto places = places_by_posting(input, field, given);
  if (!places) return std::unexpected(places.error());
  const auto list_of = lists_by_graduate(input, field);
  if (!list_of) return std::unexpected(list_of.error());
  const Resolver resolver(input, setup, *places, given);
  std::vector<Result<ResolvedList>> resolved(field.graduates());
  tbb::parallel_for(std::uint32_t{0}, field.graduates(), [&](std::uint32_t g) {
    const auto at = (*list_of)[g];
    if (at != input.choices->size()) resolved[g] = resolver.resolve((*input.choices)[at], g);
  });
  GivenLists lists;
  const Error* first_error = nullptr;  // of the smallest list in the input
  std::size_t first_at = input.choices->size();
  for (std::uint32_t g = 0; g < field.graduates(); ++g) {
    if (!resolved[g]) {
      if ((*list_of)[g] < first_at) first_at = (*list_of)[g], first_error = &resolved[g].error();
      continue;
    }
    lists.lists.append(resolved[g]->choices);
    lists.ranks.insert(lists.ranks.end(), resolved[g]->ranks.begin(), resolved[g]->ranks.end());
    if (!given.empty()) {
      lists.places.insert(lists.places.end(), resolved[g]->places.begin(), resolved[g]->places.end());
    }
    resolved[g] = ResolvedList{};
  }
  if (first_error != nullptr) return fail(*first_error);
  return lists;
}

Choice choice_of(const Field& field, std::uint32_t graduate, std::uint32_t posting, const Weights& weights,
                 Date as_of) {
  const GraduateFacts g = field.graduate(graduate);
  const PostingFacts p = field.posting(posting);
  const auto both = scores(component_values(g, p, pair_context(field.snapshot(), g, p, as_of)), weights);
  return {.posting = posting,
          .graduate_view = static_cast<std::uint16_t>(both.graduate_view),
          .employer_view = static_cast<std::uint16_t>(both.employer_view)};
}

bool passes_gates(const Field& field, std::uint32_t graduate, std::uint32_t posting, Date as_of) {
  const GraduateFacts g = field.graduate(graduate);
  const PostingFacts p = field.posting(posting);
  return failed_gates(g, p, pair_context(field.snapshot(), g, p, as_of)).empty();
}

}  // namespace talentmatch
