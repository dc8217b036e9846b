#pragma once
// Reads a catalogue folder (data/catalog; its files and columns are described in data/README.md).

#include <filesystem>
#include <memory>
#include <optional>

#include "engine/catalog/catalog.hpp"
#include "engine/catalog/tables.hpp"
#include "engine/model/error.hpp"

namespace talentmatch {

// The rows of all files; `version` is a digest (16 hex digits) over their contents. Errors: io_error with the
// path; invalid_utf8, invalid_value with file and line. major_occupations.tsv may be missing.
Result<CatalogTables> read_catalog(const std::filesystem::path& folder);

// read_catalog, then Catalog::build.
Result<std::shared_ptr<const Catalog>> load_catalog(const std::filesystem::path& folder);

// The catalogue that came with a program: data/catalog beside it, one or two folders above it, or
// share/talentmatch/catalog of its install prefix.
std::optional<std::filesystem::path> find_default_catalog(const std::filesystem::path& program);

}  // namespace talentmatch
