#include "storage/store/take_over.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <system_error>

#include <fmt/format.h>

#include "storage/store/rocks.hpp"

namespace talentmatch {
namespace {

namespace fs = std::filesystem;

// A database without a format is a new one, or one whose creation was cut off: it must not hold anything.
Result<void> check_new(const StoreCore& core, const OpenFamilies& families, const fs::path& directory) {
  OpenFamilies all = families;
  all.push_back(core.meta);
  for (const auto& family : all) {
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

Result<OpenFamilies> create_missing(StoreCore& core, OpenFamilies families) {
  std::vector<std::string> missing;
  for (std::size_t i = 0; i < 2 * kCollections; ++i) {
    auto name = family_name(static_cast<Collection>(i / 2), i % 2);
    const auto found = std::ranges::find(families, name, &Family::name);
    if (found == families.end()) missing.push_back(std::move(name));
  }
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  const auto status = core.database->CreateColumnFamilies(core.options, missing, &handles);
  for (auto* handle : handles) families.push_back(std::make_shared<Family>(core.database, handle));
  if (!status.ok()) return fail(error_of(status, "new families"));
  return families;
}

// A new database gets its families; then, in one write, what makes it ours.
Result<OpenFamilies> initialise(StoreCore& core, const OpenFamilies& families) {
  auto all = create_missing(core, families);
  if (!all) return all;
  rocksdb::WriteBatch batch;
  for (std::size_t i = 0; i < kCollections; ++i) {
    const auto collection = static_cast<Collection>(i);
    batch.Put(core.meta->handle(), meta::family_key(collection), family_name(collection, 0))
        .PermitUncheckedError();
  }
  batch.Put(core.meta->handle(), slice(meta::kCommit), "0").PermitUncheckedError();
  batch.Put(core.meta->handle(), slice(meta::kFormat), slice(meta::kFormatVersion)).PermitUncheckedError();
  if (auto written = core.write(batch); !written) return fail(std::move(written.error()));
  return all;
}

Result<std::shared_ptr<Family>> find_family(const OpenFamilies& families, const std::string& name) {
  const auto found = std::ranges::find(families, name, &Family::name);
  if (found != families.end()) return *found;
  return fail({.code = ErrorCode::corrupt_data, .detail = fmt::format("the family \"{}\" is missing", name)});
}

Result<void> take_families(StoreCore& core, const OpenFamilies& families) {
  for (std::size_t i = 0; i < kCollections; ++i) {
    const auto collection = static_cast<Collection>(i);
    const auto current = core.read_meta(meta::family_key(collection));
    if (!current) return fail(current.error());
    const bool second = *current == family_name(collection, 1);
    auto first_one = find_family(families, *current);
    if (!first_one) return fail(std::move(first_one.error()));
    auto other = find_family(families, family_name(collection, second ? 0 : 1));
    if (!other) return fail(std::move(other.error()));
    core.families[i] = {std::move(*first_one), std::move(*other)};
  }
  return {};
}

Result<void> read_commit(StoreCore& core) {
  const auto text = core.read_meta(meta::kCommit);
  if (!text) return fail(text.error());
  std::uint64_t number = 0;
  const auto [end, bad] = std::from_chars(text->data(), text->data() + text->size(), number);
  if (bad != std::errc{} || end != text->data() + text->size()) {
    return fail({.code = ErrorCode::corrupt_data, .detail = "the number of the last commit is unreadable"});
  }
  core.last_commit = number;
  return {};
}

}  // namespace

Result<void> take_over(StoreCore& core, const OpenFamilies& families, const fs::path& directory) {
  const auto format = core.read_meta(meta::kFormat);
  if (!format) return fail(format.error());
  if (format->empty()) {
    if (auto fresh = check_new(core, families, directory); !fresh) return fresh;
    const auto all = initialise(core, families);
    if (!all) return fail(all.error());
    return take_families(core, *all);
  }
  if (*format != meta::kFormatVersion) {
    return fail({.code = ErrorCode::wrong_format,
                 .value = directory.string(),
                 .detail = fmt::format("it has format {}, this program reads and writes format {}", *format,
                                       meta::kFormatVersion)});
  }
  if (auto taken = take_families(core, families); !taken) return taken;
  return read_commit(core);
}

}  // namespace talentmatch
