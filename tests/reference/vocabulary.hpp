#pragma once
// What the reference takes from the catalogue: codes, names, official continuations, occupations, clusters.
// All as text; every conclusion from them is the reference's own.

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "engine/catalog/catalog.hpp"
#include "engine/catalog/tables.hpp"

namespace talentmatch::reference {

using Codes = std::set<std::string, std::less<>>;

class Vocabulary {
 public:
  Vocabulary(std::shared_ptr<const Catalog> catalog, const CatalogTables& tables);

  const std::shared_ptr<const Catalog>& catalog() const { return catalog_; }
  std::string_view code(EntryId entry) const { return catalog_->code_of(entry); }
  std::string_view code(MajorId major) const { return catalog_->code_of(Catalog::entry_of(major)); }
  std::string_view code(RegionId region) const { return catalog_->code_of(region); }
  std::string_view name(EntryId entry) const { return catalog_->name_of(entry); }

  // Does one of the two majors officially continue the other (接续).
  bool continues(std::string_view a, std::string_view b) const;
  bool has_occupations() const { return !occupations_.empty(); }
  const Codes& occupations(std::string_view major) const;
  // Cluster -> codes of the regions that it lists.
  const std::map<std::string, Codes>& clusters() const { return clusters_; }

 private:
  std::shared_ptr<const Catalog> catalog_;
  Codes continuations_;  // "410101>210101"
  std::map<std::string, Codes, std::less<>> occupations_;
  std::map<std::string, Codes> clusters_;
};

}  // namespace talentmatch::reference
