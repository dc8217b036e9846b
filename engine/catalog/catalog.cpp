#include "engine/catalog/catalog.hpp"

#include "engine/catalog/affinity.hpp"
#include "engine/catalog/certificates.hpp"
#include "engine/catalog/clusters.hpp"
#include "engine/catalog/continuations.hpp"
#include "engine/catalog/majors.hpp"
#include "engine/catalog/occupations.hpp"
#include "engine/catalog/regions.hpp"

namespace talentmatch {

struct Catalog::Data {
  std::string version;
  MajorTable majors;
  Continuations continuations;
  bool has_occupations = false;
  AffinityTable affinity;
  CertificateTable certificates;
  RegionTable regions;
  ClusterTable clusters;
};

namespace {

template <class Id>
Result<Resolved<Id>> as(Result<Found> found) {
  if (!found) return fail(std::move(found.error()));
  return Resolved<Id>{static_cast<Id>(found->position), found->replaced};
}

}  // namespace

Catalog::Catalog(std::unique_ptr<const Data> data) : data_(std::move(data)) {}
Catalog::~Catalog() = default;

Result<std::shared_ptr<const Catalog>> Catalog::build(const CatalogTables& tables) {
  auto majors = MajorTable::build(tables);
  if (!majors) return fail(std::move(majors.error()));
  auto continuations = Continuations::build(tables.progressions, *majors);
  if (!continuations) return fail(std::move(continuations.error()));
  const auto occupations = Occupations::build(tables.major_occupations, *majors);
  if (!occupations) return fail(occupations.error());
  auto certificates = CertificateTable::build(tables, *majors);
  if (!certificates) return fail(std::move(certificates.error()));
  auto regions = RegionTable::build(tables);
  if (!regions) return fail(std::move(regions.error()));
  auto clusters = ClusterTable::build(tables.clusters, *regions);
  if (!clusters) return fail(std::move(clusters.error()));

  AffinityTable affinity(*majors, *continuations, *occupations);
  auto data = std::make_unique<const Data>(Data{.version = tables.version,
                                                .majors = *std::move(majors),
                                                .continuations = *std::move(continuations),
                                                .has_occupations = !occupations->empty(),
                                                .affinity = std::move(affinity),
                                                .certificates = *std::move(certificates),
                                                .regions = *std::move(regions),
                                                .clusters = *std::move(clusters)});
  return std::shared_ptr<const Catalog>(new Catalog(std::move(data)));
}

std::string_view Catalog::version() const {
  return data_->version;
}

std::size_t Catalog::major_count() const {
  return data_->majors.major_count();
}
std::size_t Catalog::entry_count() const {
  return data_->majors.entry_count();
}
Result<Resolved<MajorId>> Catalog::resolve_major(std::string_view code) const {
  return as<MajorId>(data_->majors.resolve_major(code));
}
Result<Resolved<EntryId>> Catalog::resolve_entry(std::string_view code) const {
  return as<EntryId>(data_->majors.resolve_entry(code));
}
std::optional<MajorId> Catalog::major_named(std::string_view name) const {
  const auto named = data_->majors.majors_named(name);
  return named.size() == 1 ? std::optional(named.front()) : std::nullopt;
}
std::string_view Catalog::code_of(EntryId entry) const {
  return data_->majors.code_of(entry);
}
std::string_view Catalog::name_of(EntryId entry) const {
  return data_->majors.name_of(entry);
}
EntryId Catalog::class_of(MajorId major) const {
  return data_->majors.class_of(major);
}
EntryId Catalog::category_of(MajorId major) const {
  return data_->majors.category_of(major);
}
std::uint8_t Catalog::family_of(EntryId entry) const {
  return data_->majors.family_of(entry);
}
std::size_t Catalog::family_count() const {
  return data_->majors.family_count();
}

std::span<const std::uint8_t> Catalog::affinities(MajorId major) const {
  return data_->affinity.row(major);
}
std::span<const RelatedEntry> Catalog::related(MajorId major) const {
  return data_->affinity.related(major);
}
std::span<const RelatedMajor> Catalog::related(EntryId entry) const {
  return data_->affinity.related(entry);
}
bool Catalog::names(EntryId entry, MajorId major) const {
  return entry == entry_of(major) || entry == class_of(major) || entry == category_of(major);
}
bool Catalog::continues(MajorId a, MajorId b) const {
  return data_->continuations.contains(a, b);
}
bool Catalog::has_occupations() const {
  return data_->has_occupations;
}

std::size_t Catalog::certificate_count() const {
  return data_->certificates.size();
}
Result<CertificateId> Catalog::resolve_certificate(std::string_view id) const {
  return data_->certificates.resolve(id);
}
std::string_view Catalog::id_of(CertificateId certificate) const {
  return data_->certificates.id_of(certificate);
}
std::string_view Catalog::name_of(CertificateId certificate) const {
  return data_->certificates.name_of(certificate);
}
std::span<const MajorId> Catalog::majors_of(CertificateId certificate) const {
  return data_->certificates.majors_of(certificate);
}
std::span<const CertificateId> Catalog::certificates_of(MajorId major) const {
  return data_->certificates.certificates_of(major);
}

std::size_t Catalog::region_count() const {
  return data_->regions.size();
}
Result<Resolved<RegionId>> Catalog::resolve_region(std::string_view code) const {
  return as<RegionId>(data_->regions.resolve(code));
}
std::string_view Catalog::code_of(RegionId region) const {
  return data_->regions.code_of(region);
}
std::string_view Catalog::name_of(RegionId region) const {
  return data_->regions.name_of(region);
}
std::string Catalog::full_name_of(RegionId region) const {
  return data_->regions.full_name_of(region);
}
RegionRange Catalog::parts_of(RegionId region) const {
  return data_->regions.parts_of(region);
}
RegionRange Catalog::province_of(RegionId region) const {
  return data_->regions.province_of(region);
}
std::optional<RegionRange> Catalog::prefecture_of(RegionId region) const {
  return data_->regions.prefecture_of(region);
}
std::uint64_t Catalog::clusters_of(RegionId region) const {
  return data_->clusters.mask_of(region);
}
std::size_t Catalog::cluster_count() const {
  return data_->clusters.size();
}
std::string_view Catalog::cluster_name(std::size_t cluster) const {
  return data_->clusters.name_of(cluster);
}
std::span<const RegionRange> Catalog::cluster_ranges(std::size_t cluster) const {
  return data_->clusters.ranges_of(cluster);
}

}  // namespace talentmatch
