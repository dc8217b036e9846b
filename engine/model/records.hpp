#pragma once
// The records of spec 1 as plain structs, catalogue codes already resolved. A field that the sender left out
// stays empty here (so that a record is given back as it came); defaults are applied where records enter the
// market. There is deliberately no name, gender, ethnicity, birth date, household registration or hardship of
// a person.

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/model/date.hpp"
#include "engine/model/ids.hpp"
#include "engine/model/vocabulary.hpp"

namespace talentmatch {

struct School {
  std::string id;
  std::string name;
  SchoolKind kind{};
  RegionId region{};
};

struct Employer {
  std::string id;
  std::string name;
  RegionId region{};
  std::optional<EmployerSize> size;
  std::optional<bool> above_scale;
  std::optional<std::int32_t> staff;
  std::optional<std::int32_t> hiring_plan;
  std::optional<EmployerStatus> status;  // default active
  std::vector<std::string> tags;
};

struct Tie {
  std::string id;
  std::string school;
  std::string employer;
  TieKind kind{};
  std::optional<MajorId> major;
  std::optional<std::int32_t> seats;
  std::optional<Date> starts;
  std::optional<Date> ends;
};

struct HeldCertificate {
  CertificateId certificate{};
  std::optional<CertificateLevel> level;  // default elementary
  std::optional<Date> expires;            // last day on which it is valid
};

struct GraduateTie {
  std::string employer;
  GraduateTieKind kind{};
};

struct Graduate {
  std::string id;
  std::string school;  // empty only in a profile given with a request
  MajorId major{};
  Level level{};
  std::int32_t year = 0;
  std::vector<HeldCertificate> certificates;
  std::optional<RegionId> home;
  std::vector<RegionId> wishes;
  std::optional<bool> wishes_only;
  std::optional<std::int32_t> expected_pay;  // yuan a month
  std::vector<PostingKind> kinds;            // default {job}
  std::vector<GraduateTie> ties;
  std::optional<GraduateStatus> status;  // default seeking
  std::optional<bool> opt_out;
};

struct AskedCertificate {
  CertificateId certificate{};
  std::optional<CertificateLevel> level;  // default elementary
};

struct Posting {
  std::string id;
  std::string employer;
  std::string title;
  std::optional<PostingKind> kind;  // default job
  std::vector<EntryId> majors;      // empty = any
  std::optional<bool> majors_strict;
  std::optional<Level> min_level;
  std::vector<AskedCertificate> required_certificates;
  std::vector<AskedCertificate> preferred_certificates;
  RegionId region{};
  std::optional<std::int32_t> headcount;  // default 1
  std::optional<std::int32_t> pay_min;    // yuan a month
  std::optional<std::int32_t> pay_max;
  std::optional<FreshGraduates> fresh_graduates;  // default allowed
  std::optional<std::string> school;              // an order class's own
  std::optional<Date> posted;
  std::optional<Date> closes;
  std::optional<PostingStatus> status;  // default open
  std::optional<std::string> occupation;
};

struct Placement {
  std::string id;
  std::string graduate;
  std::optional<std::string> posting;
  std::optional<std::string> employer;
  std::optional<RegionId> region;
  std::optional<PostingKind> kind;
  std::optional<std::string> code;  // 毕业去向
  std::optional<Date> starts;
  std::optional<Date> ends;
  std::optional<std::int32_t> pay;
  PlacementStatus status{};
  std::optional<PlacementSource> source;
};

// The alternatives are in the order of Collection.
using Record = std::variant<School, Employer, Tie, Graduate, Posting, Placement>;

constexpr Collection collection_of(const Record& record) {
  return static_cast<Collection>(record.index());
}

inline const std::string& id_of(const Record& record) {
  return std::visit([](const auto& r) -> const std::string& { return r.id; }, record);
}

}  // namespace talentmatch
