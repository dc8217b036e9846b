#include "tests/support/world_changes.hpp"

#include <algorithm>

namespace talentmatch::testing {
namespace {

template <class R>
void put_in(std::vector<R>& records, const R& record) {
  const auto found = std::ranges::find(records, record.id, &R::id);
  if (found == records.end()) {
    records.push_back(record);
  } else {
    *found = record;
  }
}

template <class R>
void remove_from(std::vector<R>& records, std::string_view id) {
  std::erase_if(records, [&](const R& record) { return record.id == id; });
}

template <class R>
void append(std::vector<Mutation>& mutations, const std::vector<R>& records) {
  for (const R& record : records) mutations.push_back(put_mutation(record));
}

bool tied_to(const Graduate& graduate, std::string_view employer) {
  return std::ranges::find(graduate.ties, employer, &GraduateTie::employer) != graduate.ties.end();
}

}  // namespace

void put(reference::World& world, const Record& record) {
  struct {
    reference::World& w;
    void operator()(const School& r) const { put_in(w.schools, r); }
    void operator()(const Employer& r) const { put_in(w.employers, r); }
    void operator()(const Tie& r) const { put_in(w.ties, r); }
    void operator()(const Graduate& r) const { put_in(w.graduates, r); }
    void operator()(const Posting& r) const { put_in(w.postings, r); }
    void operator()(const Placement& r) const { put_in(w.placements, r); }
  } const visitor{world};
  std::visit(visitor, record);
}

void remove(reference::World& world, Collection collection, std::string_view id) {
  switch (collection) {
    case Collection::schools:
      return remove_from(world.schools, id);
    case Collection::employers:
      return remove_from(world.employers, id);
    case Collection::ties:
      return remove_from(world.ties, id);
    case Collection::graduates:
      return remove_from(world.graduates, id);
    case Collection::postings:
      return remove_from(world.postings, id);
    case Collection::placements:
      return remove_from(world.placements, id);
  }
}

bool school_in_use(const reference::World& world, std::string_view school) {
  return std::ranges::any_of(world.graduates, [&](const auto& g) { return g.school == school; }) ||
         std::ranges::any_of(world.postings, [&](const auto& p) { return p.school == school; }) ||
         std::ranges::any_of(world.ties, [&](const auto& t) { return t.school == school; });
}

bool employer_in_use(const reference::World& world, std::string_view employer) {
  return std::ranges::any_of(world.postings, [&](const auto& p) { return p.employer == employer; }) ||
         std::ranges::any_of(world.graduates, [&](const auto& g) { return tied_to(g, employer); }) ||
         std::ranges::any_of(world.ties, [&](const auto& t) { return t.employer == employer; }) ||
         std::ranges::any_of(world.placements, [&](const auto& p) { return p.employer == employer; });
}

Mutation put_mutation(Record record) {
  return {.collection = collection_of(record), .id = id_of(record), .record = std::move(record)};
}

Mutation removal(Collection collection, std::string_view id) {
  return {.collection = collection, .id = std::string{id}, .record = std::nullopt};
}

std::vector<Mutation> mutations_of(const reference::World& world) {
  std::vector<Mutation> mutations;
  append(mutations, world.schools);
  append(mutations, world.employers);
  append(mutations, world.ties);
  append(mutations, world.graduates);
  append(mutations, world.postings);
  append(mutations, world.placements);
  return mutations;
}

}  // namespace talentmatch::testing
