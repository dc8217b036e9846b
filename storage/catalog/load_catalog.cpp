#include "storage/catalog/load_catalog.hpp"

#include <array>
#include <fstream>
#include <string>
#include <system_error>

#include <fmt/format.h>
#include <xxhash.h>

#include "storage/catalog/tsv.hpp"

namespace talentmatch {
namespace {

using Cells = std::span<const std::string_view>;

template <class Row>  // of two texts
Row pair_row(Cells cells) {
  return {std::string(cells[0]), std::string(cells[1])};
}

RetiredCodeRow retired_row(Cells cells) {
  RetiredCodeRow row{std::string(cells[0]), std::string(cells[1]), {}};
  for (auto rest = cells[2]; !rest.empty();) {
    const auto end = std::min(rest.find('|'), rest.size());
    row.successors.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return row;
}

Result<std::string> contents_of(const std::filesystem::path& path) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  if (error) return fail({.code = ErrorCode::io_error, .value = path.string(), .detail = error.message()});
  std::string text(size, '\0');
  std::ifstream file(path, std::ios::binary);
  if (!file.read(text.data(), static_cast<std::streamsize>(size))) {
    return fail({.code = ErrorCode::io_error, .value = path.string(), .detail = "cannot be read"});
  }
  return text;
}

// Reads table after table. After the first error the rest is passed over.
class FolderReader {
 public:
  explicit FolderReader(const std::filesystem::path& folder) : folder_(folder) {}

  template <class Row>
  FolderReader& read(std::string_view table, std::vector<Row>& rows, Row (*make)(Cells),
                     std::vector<std::string_view> columns) {
    if (result_) result_ = read_table(table, rows, make, columns);
    return *this;
  }

  template <class Row>
  FolderReader& read_if_there(std::string_view table, std::vector<Row>& rows, Row (*make)(Cells),
                              std::vector<std::string_view> columns) {
    std::error_code error;
    if (!std::filesystem::exists(folder_ / file_of(table), error) && !error) return *this;
    return read(table, rows, make, std::move(columns));
  }

  const Result<void>& result() const { return result_; }
  std::string digest() const { return fmt::format("{:016x}", digest_); }

 private:
  static std::string file_of(std::string_view table) { return std::string(table).append(".tsv"); }

  template <class Row>
  Result<void> read_table(std::string_view table, std::vector<Row>& rows, Row (*make)(Cells),
                          std::span<const std::string_view> columns) {
    const auto file = file_of(table);
    const auto text = contents_of(folder_ / file);
    if (!text) return fail(text.error());
    digest_ = XXH3_64bits_withSeed(file.data(), file.size(), digest_);
    digest_ = XXH3_64bits_withSeed(text->data(), text->size(), digest_);
    return read_tsv(file, *text, columns, [&](Cells cells) { rows.push_back(make(cells)); });
  }

  std::filesystem::path folder_;
  Result<void> result_;
  std::uint64_t digest_ = 0;
};

}  // namespace

Result<CatalogTables> read_catalog(const std::filesystem::path& folder) {
  CatalogTables tables;
  FolderReader reader(folder);
  reader.read("categories", tables.categories, pair_row<CodeRow>, {"code", "name"})
      .read("classes", tables.classes, pair_row<CodeRow>, {"code", "name"})
      .read("majors", tables.majors, pair_row<CodeRow>, {"code", "name"})
      .read("retired_majors", tables.retired_majors, retired_row, {"code", "name", "successors"})
      .read("progressions", tables.progressions, pair_row<ProgressionRow>, {"from", "to"})
      .read("regions", tables.regions, pair_row<CodeRow>, {"code", "name"})
      .read("retired_regions", tables.retired_regions, retired_row, {"code", "name", "successors"})
      .read("clusters", tables.clusters, pair_row<ClusterRow>, {"cluster", "region"})
      .read("certificates", tables.certificates, pair_row<CodeRow>, {"id", "name"})
      .read("certificate_majors", tables.certificate_majors, pair_row<CertificateMajorRow>,
            {"certificate", "major"})
      .read_if_there("major_occupations", tables.major_occupations, pair_row<MajorOccupationRow>,
                     {"major", "occupation"});
  if (!reader.result()) return fail(reader.result().error());
  tables.version = reader.digest();
  return tables;
}

Result<std::shared_ptr<const Catalog>> load_catalog(const std::filesystem::path& folder) {
  const auto tables = read_catalog(folder);
  if (!tables) return fail(tables.error());
  return Catalog::build(*tables);
}

std::optional<std::filesystem::path> find_default_catalog(const std::filesystem::path& program) {
  constexpr std::array<std::string_view, 4> kPlaces{"data/catalog", "../data/catalog", "../../data/catalog",
                                                    "../share/talentmatch/catalog"};
  for (const auto place : kPlaces) {
    const auto folder = program.parent_path() / place;
    std::error_code error;
    if (std::filesystem::is_directory(folder, error)) return folder.lexically_normal();
  }
  return std::nullopt;
}

}  // namespace talentmatch
