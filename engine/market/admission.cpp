#include <algorithm>

#include "engine/market/market_state.hpp"

// What may enter and leave: references must exist, and what others refer to stays.

namespace talentmatch {
namespace {

bool among(std::span<const Mutation> pending, Collection collection, std::string_view id) {
  return std::ranges::any_of(pending, [&](const Mutation& m) {
    return m.collection == collection && m.record.has_value() && m.id == id;
  });
}

bool exists(const Snapshot& snapshot, Collection collection, std::string_view id) {
  switch (collection) {
    case Collection::schools:
      return snapshot.schools().find(id).has_value();
    case Collection::employers:
      return snapshot.employers().find(id).has_value();
    case Collection::graduates:
      return snapshot.find_graduate(id).has_value();
    case Collection::postings:
      return snapshot.find_posting(id).has_value();
    default:
      return false;
  }
}

// Checks the references of one record; remembers the first that fails.
class ReferenceCheck {
 public:
  ReferenceCheck(const Snapshot& snapshot, std::span<const Mutation> pending)
      : snapshot_(snapshot), pending_(pending) {}

  void operator()(const School&) {}
  void operator()(const Employer&) {}
  void operator()(const Tie& tie) {
    need(Collection::schools, tie.school, "school");
    need(Collection::employers, tie.employer, "employer");
  }
  void operator()(const Graduate& graduate) {
    need(Collection::schools, graduate.school, "school");
    for (std::size_t i = 0; i < graduate.ties.size(); ++i) {
      need(Collection::employers, graduate.ties[i].employer, "ties[" + std::to_string(i) + "].employer");
    }
  }
  void operator()(const Posting& posting) {
    need(Collection::employers, posting.employer, "employer");
    if (posting.school) need(Collection::schools, *posting.school, "school");
  }
  void operator()(const Placement& placement) {
    need(Collection::graduates, placement.graduate, "graduate");
    if (placement.posting) need(Collection::postings, *placement.posting, "posting");
    if (placement.employer) need(Collection::employers, *placement.employer, "employer");
  }

  Result<void> result() && { return std::move(result_); }

 private:
  void need(Collection collection, const std::string& id, std::string field) {
    if (!result_ || exists(snapshot_, collection, id) || among(pending_, collection, id)) return;
    result_ = fail({.code = ErrorCode::unknown_reference,
                    .field = std::move(field),
                    .value = id,
                    .detail = std::string(word(collection))});
  }

  const Snapshot& snapshot_;
  std::span<const Mutation> pending_;
  Result<void> result_;
};

std::unexpected<Error> in_use(std::string_view id, Collection by) {
  return fail({.code = ErrorCode::in_use, .value = std::string(id), .detail = std::string(word(by))});
}

template <class Segments, class Refers>
bool any_row(const Segments& segments, Refers&& refers) {
  for (const auto& live : segments) {
    for (std::uint32_t row = 0; row < live.segment->size(); ++row) {
      if (!live.is_dead(row) && refers(*live.segment, row)) return true;
    }
  }
  return false;
}

bool school_of_posting(const Snapshot& snapshot, Slot school) {
  return any_row(snapshot.postings(),
                 [school](const auto& s, auto row) { return s.row(row).school == school; });
}

bool school_of_graduate(const Snapshot& snapshot, Slot school) {
  return any_row(snapshot.graduates(),
                 [school](const auto& s, auto row) { return s.row(row).school == school; });
}

bool employer_of_posting(const Snapshot& snapshot, Slot employer) {
  return any_row(snapshot.postings(),
                 [employer](const auto& s, auto row) { return s.row(row).employer == employer; });
}

bool employer_of_graduate(const Snapshot& snapshot, Slot employer) {
  return any_row(snapshot.graduates(), [employer](const auto& s, auto row) {
    return std::ranges::find(s.ties(row), employer, &OwnTie::employer) != s.ties(row).end();
  });
}

}  // namespace

Result<void> Market::admit(const Record& record, std::span<const Mutation> pending) const {
  const auto now = snapshot();
  ReferenceCheck check(*now, pending);
  std::visit(check, record);
  return std::move(check).result();
}

Result<std::vector<std::string>> Market::admit_removal(Collection collection, std::string_view id) const {
  const auto now = snapshot();
  const auto found = [&] {
    if (collection == Collection::ties) return state_->ties.contains(id);
    if (collection == Collection::placements) return state_->placements.contains(id);
    return exists(*now, collection, id);
  };
  if (!found()) return fail({.code = ErrorCode::not_found, .value = std::string(id)});
  if (collection == Collection::graduates) return state_->placements.of_graduate(id);
  if (collection == Collection::schools) {
    const Slot school = *now->schools().find(id);
    if (school_of_graduate(*now, school)) return in_use(id, Collection::graduates);
    if (school_of_posting(*now, school)) return in_use(id, Collection::postings);
    if (!now->ties().of_school(school).empty()) return in_use(id, Collection::ties);
  }
  if (collection == Collection::employers) {
    const Slot employer = *now->employers().find(id);
    if (employer_of_posting(*now, employer)) return in_use(id, Collection::postings);
    if (employer_of_graduate(*now, employer)) return in_use(id, Collection::graduates);
    if (!now->ties().of_employer(employer).empty()) return in_use(id, Collection::ties);
    if (state_->placements.names_employer(id)) return in_use(id, Collection::placements);
  }
  return std::vector<std::string>{};
}

}  // namespace talentmatch
