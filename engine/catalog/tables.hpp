#pragma once
// The rows that a catalogue is built from: facts as the files in data/ state them, still as text.
// storage/catalog reads them; Catalog::build checks and links them.

#include <string>
#include <vector>

namespace talentmatch {

struct MajorRow {
  std::string code;  // six digits, no T/K
  std::string name;
};

struct GroupRow {  // a class (four digits) or a category (two)
  std::string code;
  std::string name;
};

struct RetiredCodeRow {
  std::string code;
  std::string name;
  std::vector<std::string> successors;  // none, one or several
};

struct ProgressionRow {  // `from` is officially continued by `to` (接续)
  std::string from;
  std::string to;
};

struct RegionRow {
  std::string code;
  std::string name;
};

struct ClusterRow {
  std::string cluster;
  std::string region;
};

struct CertificateRow {
  std::string id;
  std::string name;
};

struct CertificateMajorRow {
  std::string certificate;
  std::string major;
};

struct MajorOccupationRow {  // the optional table
  std::string major;
  std::string occupation;
};

struct CatalogTables {
  std::vector<GroupRow> categories;
  std::vector<GroupRow> classes;
  std::vector<MajorRow> majors;
  std::vector<RetiredCodeRow> retired_majors;
  std::vector<ProgressionRow> progressions;
  std::vector<RegionRow> regions;
  std::vector<RetiredCodeRow> retired_regions;
  std::vector<ClusterRow> clusters;
  std::vector<CertificateRow> certificates;
  std::vector<CertificateMajorRow> certificate_majors;
  std::vector<MajorOccupationRow> major_occupations;  // empty when the optional table is not loaded
  std::string version;                                // a digest of the files' contents
};

}  // namespace talentmatch
