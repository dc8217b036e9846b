#pragma once
// The rules of spec 1 that look at more than one field.

#include <string>

#include "engine/model/error.hpp"
#include "engine/model/records.hpp"

namespace talentmatch {

// A certificate may be held at several levels, but the same entry not twice; one list asks for it once.
inline bool same_entry(const HeldCertificate& a, const HeldCertificate& b) {
  constexpr auto kDefault = CertificateLevel::elementary;
  return a.certificate == b.certificate && a.level.value_or(kDefault) == b.level.value_or(kDefault) &&
         a.expires == b.expires;
}

inline bool same_entry(const AskedCertificate& a, const AskedCertificate& b) {
  return a.certificate == b.certificate;
}

inline bool same_entry(const GraduateTie& a, const GraduateTie& b) {
  return a.employer == b.employer && a.kind == b.kind;
}

inline Result<void> check_together(const Posting& posting) {
  if (posting.kind == PostingKind::order_class && !posting.school) {
    return fail({.code = ErrorCode::missing_field, .field = "school", .detail = "kind = order_class"});
  }
  if (posting.pay_min && posting.pay_max && *posting.pay_min > *posting.pay_max) {
    return fail({.code = ErrorCode::out_of_range,
                 .field = "pay_min",
                 .value = std::to_string(*posting.pay_min),
                 .detail = "≤ pay_max = " + std::to_string(*posting.pay_max)});
  }
  return {};
}

}  // namespace talentmatch
