#include "engine/market/encode.hpp"

#include <algorithm>

namespace talentmatch {
namespace {

std::uint8_t rank_or_elementary(const std::optional<CertificateLevel>& level) {
  return static_cast<std::uint8_t>(rank_of(level.value_or(CertificateLevel::elementary)));
}

std::uint8_t value_of(GraduateTieKind kind) {
  return kind == GraduateTieKind::intern ? 80 : 100;
}

KindSet kinds_of(const Graduate& graduate) {
  if (graduate.kinds.empty()) return kind_bit(PostingKind::job);
  KindSet kinds = 0;
  for (const PostingKind kind : graduate.kinds) kinds = static_cast<KindSet>(kinds | kind_bit(kind));
  return kinds;
}

std::int32_t offer_of(const Posting& posting) {
  if (posting.pay_min && posting.pay_max) return (*posting.pay_min + *posting.pay_max) / 2;
  return posting.pay_min.value_or(posting.pay_max.value_or(0));
}

std::vector<CertificateLevelPair> asked(std::span<const AskedCertificate> items) {
  std::vector<CertificateLevelPair> result;
  result.reserve(items.size());
  for (const auto& item : items) result.push_back({item.certificate, rank_or_elementary(item.level)});
  return result;
}

template <class Table>
Slot slot_or_none(const Table& table, std::string_view id) {
  return table.find(id).value_or(kNoSlot);
}

}  // namespace

EncodedGraduate::EncodedGraduate(const Graduate& graduate, const EmployerTable& employers,
                                 const SchoolTable& schools)
    : id_(graduate.id), wishes_(graduate.wishes) {
  for (const auto& held : graduate.certificates) {
    certificates_.push_back(
        {held.certificate, rank_or_elementary(held.level), held.expires.value_or(kOpenEnd)});
  }
  for (const auto& tie : graduate.ties) {
    ties_.push_back({slot_or_none(employers, tie.employer), value_of(tie.kind), tie.kind});
  }
  facts_ = {.id = id_,
            .school = slot_or_none(schools, graduate.school),
            .major = graduate.major,
            .level = graduate.level,
            .year = graduate.year,
            .status = graduate.status.value_or(GraduateStatus::seeking),
            .opt_out = graduate.opt_out.value_or(false),
            .wishes_only = graduate.wishes_only.value_or(false),
            .kinds = kinds_of(graduate),
            .expected_pay = graduate.expected_pay.value_or(0),
            .home = graduate.home.value_or(kNoRegion),
            .wishes = wishes_,
            .certificates = certificates_,
            .ties = ties_};
}

EncodedPosting::EncodedPosting(const Posting& posting, const EmployerTable& employers,
                               const SchoolTable& schools)
    : id_(posting.id),
      majors_(posting.majors),
      required_(asked(posting.required_certificates)),
      preferred_(asked(posting.preferred_certificates)) {
  facts_ = {.id = id_,
            .employer = slot_or_none(employers, posting.employer),
            .school = posting.school ? slot_or_none(schools, *posting.school) : kNoSlot,
            .region = posting.region,
            .kind = posting.kind.value_or(PostingKind::job),
            .open = posting.status.value_or(PostingStatus::open) == PostingStatus::open,
            .majors_strict = posting.majors_strict.value_or(false),
            .fresh = posting.fresh_graduates.value_or(FreshGraduates::allowed),
            .min_rank = static_cast<std::uint8_t>(posting.min_level ? rank_of(*posting.min_level) : 0),
            .headcount = posting.headcount.value_or(1),
            .taken = 0,
            .offer = offer_of(posting),
            .posted = posting.posted.value_or(kNeverPosted),
            .closes = posting.closes.value_or(kOpenEnd),
            .majors = majors_,
            .required = required_,
            .preferred = preferred_};
}

}  // namespace talentmatch
