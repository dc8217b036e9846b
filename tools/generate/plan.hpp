#pragma once
// What the records of a world have in common, drawn before any of them: who teaches what, who asks for what,
// who is tied to whom. And the makers of single records from it.

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/catalog/catalog.hpp"
#include "engine/model/records.hpp"
#include "tools/generate/majors.hpp"
#include "tools/generate/places.hpp"
#include "tools/generate/world.hpp"

namespace talentmatch::world {

using Index = std::uint32_t;  // of a record in its collection

struct SchoolPlan {
  SchoolKind kind{};
  RegionId city{};
  std::vector<MajorId> offer;  // a major may be there more than once
  std::vector<Index> tied_employers;
};

struct EmployerPlan {
  RegionId city{};
  std::size_t field = 0;  // of most of its postings
  std::vector<Index> tied_schools;
  std::vector<Index> order_class_schools;
};

struct TiePlan {
  Index school = 0;
  Index employer = 0;
  TieKind kind{};
};

struct Plan {
  Plan(const Catalog& the_catalog, const WorldOptions& the_options)
      : catalog(the_catalog), options(the_options), places(the_catalog), majors(the_catalog) {}

  const Catalog& catalog;
  WorldOptions options;
  Places places;
  Majors majors;
  std::optional<MajorId> hot_major;

  std::vector<SchoolPlan> schools;
  std::array<std::vector<Index>, 5> schools_of_kind;
  std::array<Weighted, 5> school_sizes;  // by position in schools_of_kind
  Weighted kinds;                        // graduates by the kind of their school
  std::vector<EmployerPlan> employers;
  Weighted employer_sizes;  // by postings
  std::vector<TiePlan> ties;
};

// In this order.
void plan_schools(Plan& plan);
void plan_employers(Plan& plan);
void plan_ties(Plan& plan);

School make_school(const Plan& plan, Index index);
Employer make_employer(const Plan& plan, Index index);
Tie make_tie(const Plan& plan, Index index);
Graduate make_graduate(const Plan& plan, Index index);
Posting make_posting(const Plan& plan, Index index);

// A school by the number of its graduates; of the kind, if there is one.
Index pick_school(const Plan& plan, Random& random);
Index pick_school(const Plan& plan, SchoolKind kind, Random& random);
bool is_suspended(const Plan& plan, Index employer);

std::string id_text(char letter, Index index);
// A certificate of the major; any, where the catalogue links none. None in a catalogue without certificates.
std::optional<CertificateId> pick_certificate(const Plan& plan, MajorId major, Random& random);
std::optional<CertificateLevel> pick_certificate_level(Random& random);

}  // namespace talentmatch::world
