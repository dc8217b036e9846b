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

Result<bool> is_empty(const std::shared_ptr<Family>& family) {
  Scan scan(family);
  const bool found = scan.next();
  if (auto good = scan.check(); !good) return fail(std::move(good.error()));
  return !found;
}

// A database without a format is a new one, or one whose creation was cut off: it holds no record yet.
Result<void> initialise(StoreCore& core, const OpenFamilies& leftovers) {
  for (const auto& family : leftovers) family->drop();
  rocksdb::WriteBatch batch;
  for (std::size_t i = 0; i < kCollections; ++i) {
    const auto collection = static_cast<Collection>(i);
    auto family = core.create_family(collection);
    if (!family) return fail(std::move(family.error()));
    batch.Put(core.meta->handle(), meta::family_key(collection), (*family)->name()).PermitUncheckedError();
    core.exchange_family(collection, std::move(*family));
  }
  batch.Put(core.meta->handle(), slice(meta::kCommit), "0").PermitUncheckedError();
  batch.Put(core.meta->handle(), slice(meta::kFormat), slice(meta::kFormatVersion)).PermitUncheckedError();
  return core.write(batch);
}

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

// Each collection takes the family that meta names; what nothing names was staged and never swapped in.
Result<void> take_families(StoreCore& core, const OpenFamilies& families) {
  OpenFamilies unnamed = families;
  for (std::size_t i = 0; i < kCollections; ++i) {
    const auto collection = static_cast<Collection>(i);
    const auto name = core.read_meta(meta::family_key(collection));
    if (!name) return fail(name.error());
    const auto found = std::ranges::find(unnamed, *name, &Family::name);
    if (found == unnamed.end()) {
      return fail({.code = ErrorCode::corrupt_data,
                   .detail = "the data of " + std::string(word(collection)) + " are missing"});
    }
    core.exchange_family(collection, *found);
    unnamed.erase(found);
  }
  for (const auto& family : unnamed) family->drop();
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
    return initialise(core, families);
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
