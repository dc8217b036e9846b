#pragma once
// The rows that a catalogue is built from: facts as the files in data/ state them, still as text.
// storage/catalog reads them; Catalog::build checks and links them.

#include <string>
#include <vector>

namespace talentmatch {

// A code and its name: a major (six digits, no T/K), a class (four), a category (two), a region (six), or a
// certificate's id.
struct CodeRow {
  std::string code;
  std::string name;
};

struct RetiredCodeRow {
  std::string code;
  std::string name;
  std::vector<std::string> successors;  // none, one or several, all current
};

struct ProgressionRow {  // `from` is officially continued by `to` (接续)
  std::string from;
  std::string to;
};

struct ClusterRow {
  std::string cluster;
  std::string region;
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
  std::vector<CodeRow> categories;
  std::vector<CodeRow> classes;
  std::vector<CodeRow> majors;
  std::vector<RetiredCodeRow> retired_majors;
  std::vector<ProgressionRow> progressions;
  std::vector<CodeRow> regions;
  std::vector<RetiredCodeRow> retired_regions;
  std::vector<ClusterRow> clusters;
  std::vector<CodeRow> certificates;
  std::vector<CertificateMajorRow> certificate_majors;
  std::vector<MajorOccupationRow> major_occupations;  // empty when the optional table is not loaded
  std::string version;                                // a digest of the files' contents
};

}  // namespace talentmatch
