#include <algorithm>
#include <charconv>
#include <string>
#include <system_error>

#include <fmt/format.h>

#include "storage/store/records.hpp"
#include "storage/store/rocks.hpp"

namespace talentmatch {
namespace {

namespace fs = std::filesystem;

using OpenFamilies = std::vector<std::shared_ptr<Family>>;

// A database without a format is a new one, or one whose creation was cut off: it must not hold anything.
Result<void> check_new(const OpenFamilies& families, const fs::path& directory) {
  for (const auto& family : families) {
    const auto empty = is_empty(family);
    if (!empty) return fail(empty.error());
    if (!*empty) {
      return fail({.code = ErrorCode::wrong_format,
                   .value = directory.string(),
                   .detail = "it holds other data than this program's"});
    }
  }
  return {};
}

Result<void> create_missing(OpenDatabase& open) {
  std::vector<std::string> missing;
  for (std::size_t i = 0; i < 2 * kCollections; ++i) {
    auto name = family_name(static_cast<Collection>(i / 2), i % 2);
    const auto found = std::ranges::find(open.families, name, &Family::name);
    if (found == open.families.end()) missing.push_back(std::move(name));
  }
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  const auto status = open.database->CreateColumnFamilies(open.options, missing, &handles);
  for (auto* handle : handles) open.families.push_back(std::make_shared<Family>(open.database, handle));
  if (!status.ok()) return fail(error_of(status, "new families"));
  return {};
}

// What makes a new database ours, in one write.
Result<void> initialise(const Records& records) {
  rocksdb::WriteBatch batch;
  auto* meta_handle = records.meta->handle();
  for (std::size_t i = 0; i < kCollections; ++i) {
    const auto collection = static_cast<Collection>(i);
    batch.Put(meta_handle, meta::family_key(collection), family_name(collection, 0)).PermitUncheckedError();
  }
  batch.Put(meta_handle, slice(meta::kCommit), "0").PermitUncheckedError();
  batch.Put(meta_handle, slice(meta::kFormat), slice(meta::kFormatVersion)).PermitUncheckedError();
  if (const auto status = records.write(batch); !status.ok()) return fail(error_of(status, "meta"));
  return {};
}

Result<std::shared_ptr<Family>> find_family(const OpenFamilies& families, const std::string& name) {
  const auto found = std::ranges::find(families, name, &Family::name);
  if (found != families.end()) return *found;
  return fail({.code = ErrorCode::corrupt_data, .detail = fmt::format("the family \"{}\" is missing", name)});
}

Result<void> take_families(Records& records, const OpenFamilies& families) {
  for (std::size_t i = 0; i < kCollections; ++i) {
    const auto collection = static_cast<Collection>(i);
    const auto named = records.read_meta(meta::family_key(collection));
    if (!named) return fail(named.error());
    const bool second = *named == family_name(collection, 1);
    auto current = find_family(families, *named);
    if (!current) return fail(std::move(current.error()));
    auto spare = find_family(families, family_name(collection, second ? 0 : 1));
    if (!spare) return fail(std::move(spare.error()));
    records.families[i] = {std::move(*current), std::move(*spare)};
  }
  return {};
}

Result<void> read_commit(Records& records) {
  const auto text = records.read_meta(meta::kCommit);
  if (!text) return fail(text.error());
  const auto [end, bad] = std::from_chars(text->data(), text->data() + text->size(), records.last_commit);
  if (bad != std::errc{} || end != text->data() + text->size()) {
    return fail({.code = ErrorCode::corrupt_data, .detail = "the number of the last commit is unreadable"});
  }
  return {};
}

Result<void> check_format(const Records& records, OpenDatabase& open, const fs::path& directory) {
  const auto format = records.read_meta(meta::kFormat);
  if (!format) return fail(format.error());
  if (*format == meta::kFormatVersion) return {};
  if (!format->empty()) {
    return fail({.code = ErrorCode::wrong_format,
                 .value = directory.string(),
                 .detail = fmt::format("it has format {}, this program reads and writes format {}", *format,
                                       meta::kFormatVersion)});
  }
  if (auto fresh = check_new(open.families, directory); !fresh) return fresh;
  if (auto created = create_missing(open); !created) return created;
  return initialise(records);
}

}  // namespace

Result<std::unique_ptr<Records>> take_over(OpenDatabase open, const fs::path& directory) {
  auto records = std::make_unique<Records>();
  records->database = open.database;
  records->meta = open.families.front();
  if (auto good = check_format(*records, open, directory); !good) return fail(std::move(good.error()));
  if (auto taken = take_families(*records, open.families); !taken) return fail(std::move(taken.error()));
  if (auto read = read_commit(*records); !read) return fail(std::move(read.error()));
  return records;
}

}  // namespace talentmatch
