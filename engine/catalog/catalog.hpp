#pragma once
// The vocabularies that records name: majors of the four catalogues, accepted entries, certificates, regions
// and city clusters. Immutable once built; every call is safe from any thread and costs a table look-up
// unless it says otherwise. Sources: 职业教育专业目录, 普通高等学校本科专业目录, GB/T 2260 (editions in
// data/README.md).

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/catalog/region_range.hpp"
#include "engine/catalog/related.hpp"
#include "engine/catalog/tables.hpp"
#include "engine/model/error.hpp"
#include "engine/model/ids.hpp"

namespace talentmatch {

// How a code that a record names was understood.
template <class Id>
struct Resolved {
  Id id{};
  bool replaced = false;  // the code was retired; `id` is its only successor
};

class Catalog {
 public:
  static Result<std::shared_ptr<const Catalog>> build(const CatalogTables& tables);
  ~Catalog();

  // Digest of the contents, part of every answer's data version.
  std::string_view version() const;

  // ---- majors and accepted entries
  std::size_t major_count() const;
  std::size_t entry_count() const;
  // T/K after the code is dropped; a retired code becomes its only successor. Errors: unknown_major with near
  // codes, retired_code with the candidates.
  Result<Resolved<MajorId>> resolve_major(std::string_view code) const;
  Result<Resolved<EntryId>> resolve_entry(std::string_view code) const;  // 6, 4 or 2 digits
  std::optional<MajorId> major_named(std::string_view name) const;       // exact and unique name, else none
  std::string_view code_of(EntryId entry) const;
  std::string_view name_of(EntryId entry) const;
  static constexpr EntryId entry_of(MajorId major) { return static_cast<EntryId>(major); }
  bool is_major(EntryId entry) const { return index_of(entry) < major_count(); }
  EntryId class_of(MajorId major) const;
  EntryId category_of(MajorId major) const;
  // The category group of an entry: 大类 aligned across the vocational catalogues by the arithmetic of spec
  // 1, 门类 for academic ones. 0 … family_count()-1.
  std::uint8_t family_of(EntryId entry) const;
  std::uint8_t family_of(MajorId major) const { return family_of(entry_of(major)); }
  std::size_t family_count() const;

  // a(major, entry) of spec 1, 0…100; `affinities(major)` is the row, indexed by entry. A posting that names
  // no major has kAnyMajorAffinity.
  static constexpr std::uint8_t kAnyMajorAffinity = 50;
  std::uint8_t affinity(MajorId major, EntryId entry) const { return affinities(major)[index_of(entry)]; }
  std::span<const std::uint8_t> affinities(MajorId major) const;
  // All entries with affinity > 0, affinity descending, then entry ascending; and the majors that an entry
  // relates to, affinity descending, then major ascending.
  std::span<const RelatedEntry> related(MajorId major) const;
  using RelatedMajor = talentmatch::RelatedMajor;
  std::span<const RelatedMajor> related(EntryId entry) const;
  // Does the entry name the major, its class or its category (the strict gate).
  bool names(EntryId entry, MajorId major) const;
  bool continues(MajorId a, MajorId b) const;  // one of the two officially continues the other
  bool has_occupations() const;                // the optional table is loaded

  // ---- certificates
  std::size_t certificate_count() const;
  Result<CertificateId> resolve_certificate(std::string_view id) const;
  std::string_view id_of(CertificateId certificate) const;
  std::string_view name_of(CertificateId certificate) const;
  std::span<const MajorId> majors_of(CertificateId certificate) const;
  std::span<const CertificateId> certificates_of(MajorId major) const;

  // ---- regions
  std::size_t region_count() const;
  Result<Resolved<RegionId>> resolve_region(std::string_view code) const;
  std::string_view code_of(RegionId region) const;
  std::string_view name_of(RegionId region) const;  // "郑州市"
  std::string full_name_of(RegionId region) const;  // "河南省郑州市"
  // The region itself and all its parts.
  RegionRange parts_of(RegionId region) const;
  bool contains(RegionId outer, RegionId inner) const { return parts_of(outer).contains(inner); }
  RegionRange province_of(RegionId region) const;
  // All regions of the same prefecture; none for a region that names only a province (municipalities are one
  // prefecture, units directly under a province are their own).
  std::optional<RegionRange> prefecture_of(RegionId region) const;
  // Bit i: the region lies in cluster i (listed itself, by its prefecture or by its province).
  std::uint64_t clusters_of(RegionId region) const;
  std::size_t cluster_count() const;  // at most 64
  std::string_view cluster_name(std::size_t cluster) const;
  std::span<const RegionRange> cluster_ranges(
      std::size_t cluster) const;  // what the cluster covers, ascending

 private:
  struct Data;
  explicit Catalog(std::unique_ptr<const Data> data);
  std::unique_ptr<const Data> data_;
};

}  // namespace talentmatch
