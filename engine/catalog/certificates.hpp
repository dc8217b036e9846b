#pragma once
// Certificates and the majors that they are linked to.

#include "engine/catalog/grouped.hpp"
#include "engine/catalog/majors.hpp"

namespace talentmatch {

class CertificateTable {
 public:
  static Result<CertificateTable> build(const CatalogTables& tables, const MajorTable& majors);

  std::size_t size() const { return certificates_.size(); }
  std::string_view id_of(CertificateId certificate) const {
    return certificates_.codes[index_of(certificate)];
  }
  std::string_view name_of(CertificateId certificate) const {
    return certificates_.names[index_of(certificate)];
  }
  // Else unknown_certificate with near ids. O(log n).
  Result<CertificateId> resolve(std::string_view id) const;
  std::span<const MajorId> majors_of(CertificateId certificate) const {
    return majors_of_[index_of(certificate)];
  }
  std::span<const CertificateId> certificates_of(MajorId major) const {
    return certificates_of_[index_of(major)];
  }

 private:
  std::optional<CertificateId> find(std::string_view id) const;
  Result<void> link(std::span<const CertificateMajorRow> rows, const MajorTable& majors);

  CodeList certificates_;
  Grouped<MajorId> majors_of_;
  Grouped<CertificateId> certificates_of_;
};

}  // namespace talentmatch
