#include "storage/keys/reach.hpp"

#include <algorithm>
#include <optional>

namespace talentmatch {
namespace {

bool listed(const std::vector<std::string>& ids, std::string_view id) {
  return std::ranges::find(ids, id) != ids.end();
}

Standing owned_by(const std::vector<std::string>& owners, std::string_view owner) {
  return listed(owners, owner) ? Standing::own : Standing::foreign;
}

}  // namespace

bool owns(const Reach& reach, const Record& record) {
  if (const auto* graduate = std::get_if<Graduate>(&record)) return listed(reach.schools, graduate->school);
  if (const auto* posting = std::get_if<Posting>(&record)) return listed(reach.employers, posting->employer);
  if (const auto* school = std::get_if<School>(&record)) return listed(reach.schools, school->id);
  if (const auto* employer = std::get_if<Employer>(&record)) return listed(reach.employers, employer->id);
  return false;
}

Standing standing(const Reach& reach, const Snapshot& snapshot, Collection collection, std::string_view id) {
  switch (collection) {
    case Collection::schools:
      return snapshot.schools().find(id) ? owned_by(reach.schools, id) : Standing::absent;
    case Collection::employers:
      return snapshot.employers().find(id) ? owned_by(reach.employers, id) : Standing::absent;
    case Collection::graduates: {
      const auto row = snapshot.find_graduate(id);
      if (!row) return Standing::absent;
      return owned_by(reach.schools, snapshot.schools().id_of(snapshot.graduate(*row).school));
    }
    case Collection::postings: {
      const auto row = snapshot.find_posting(id);
      if (!row) return Standing::absent;
      return owned_by(reach.employers, snapshot.employers().id_of(snapshot.posting(*row).employer));
    }
    case Collection::ties:
    case Collection::placements:
      return Standing::foreign;
  }
  return Standing::foreign;
}

}  // namespace talentmatch
