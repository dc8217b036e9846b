#pragma once
// Dense numbers for the changes of a graduate, in the order in which they are told: certificate by
// certificate and level, then kinds, then wishes.

#include <cstdint>

#include "engine/catalog/catalog.hpp"
#include "engine/model/vocabulary.hpp"

namespace talentmatch {

class ChangeSlots {
 public:
  static constexpr std::uint8_t kTopLevel = 3;

  explicit ChangeSlots(const Catalog& catalog)
      : kinds_(static_cast<std::uint32_t>(catalog.certificate_count()) * kTopLevel) {}

  static std::uint32_t of(CertificateId certificate, std::uint8_t level) {
    return std::uint32_t{index_of(certificate)} * kTopLevel + level - 1;
  }
  std::uint32_t of(PostingKind kind) const { return kinds_ + static_cast<std::uint32_t>(kind); }
  std::uint32_t of_wishes() const { return kinds_ + static_cast<std::uint32_t>(words<PostingKind>.size()); }
  std::size_t count() const { return of_wishes() + 1; }

 private:
  std::uint32_t kinds_;
};

}  // namespace talentmatch
