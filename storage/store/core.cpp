#include "storage/store/core.hpp"

#include <chrono>
#include <thread>

#include "storage/store/rocks.hpp"
#include "storage/store/undo.hpp"

namespace talentmatch {

StoreCore::StoreCore(std::filesystem::path directory, StoreOptions options, DirectoryLock lock,
                     std::unique_ptr<Records> records)
    : directory_(std::move(directory)),
      options_(std::move(options)),
      lock_(std::move(lock)),
      space_(options_.env, directory_),
      last_commit_(records->last_commit),
      records_(std::move(records)) {}

// What is in the log only would have to be replayed at the next start. A failure loses nothing: the log
// stays.
StoreCore::~StoreCore() {
  if (!records_) return;
  std::vector<rocksdb::ColumnFamilyHandle*> handles{records_->meta->handle()};
  for (const auto& pair : records_->families) handles.push_back(pair.current->handle());
  records_->database->Flush({}, handles).PermitUncheckedError();
}

std::shared_ptr<Family> StoreCore::family(Collection collection) const {
  std::unique_lock lock(mutex_);
  opened_.wait(lock, [this] { return !reopening_; });
  return records_ ? records_->families[static_cast<std::size_t>(collection)].current : nullptr;
}

std::shared_ptr<Family> StoreCore::meta() const {
  std::unique_lock lock(mutex_);
  opened_.wait(lock, [this] { return !reopening_; });
  return records_ ? records_->meta : nullptr;
}

Result<std::vector<std::shared_ptr<Family>>> StoreCore::all_families() const {
  std::unique_lock lock(mutex_);
  opened_.wait(lock, [this] { return !reopening_; });
  if (!records_) return fail(not_open());
  std::vector families{records_->meta};
  for (const auto& pair : records_->families) {
    if (!pair.spare) return fail({.code = ErrorCode::busy, .detail = pair.current->name()});
    families.push_back(pair.current);
    families.push_back(pair.spare);
  }
  return families;
}

std::shared_ptr<Family> StoreCore::lend_spare(Collection collection) {
  const std::lock_guard guard(mutex_);
  if (!records_ || spares_held_) return nullptr;
  return std::exchange(records_->families[static_cast<std::size_t>(collection)].spare, nullptr);
}

Result<void> StoreCore::hold_spares() {
  std::unique_lock lock(mutex_);
  opened_.wait(lock, [this] { return !reopening_; });
  if (!records_) return fail(not_open());
  for (const auto& pair : records_->families) {
    if (!pair.spare) return fail({.code = ErrorCode::busy, .detail = pair.current->name()});
  }
  if (std::exchange(spares_held_, true)) return fail({.code = ErrorCode::busy});
  return {};
}

void StoreCore::release_spares() {
  const std::lock_guard guard(mutex_);
  spares_held_ = false;
}

void StoreCore::take_back(Collection collection, std::shared_ptr<Family> spare) {
  const std::lock_guard guard(mutex_);
  records_->families[static_cast<std::size_t>(collection)].spare = std::move(spare);
}

std::shared_ptr<Family> StoreCore::exchange_current(Collection collection, std::shared_ptr<Family> family) {
  const std::lock_guard guard(mutex_);
  return std::exchange(records_->families[static_cast<std::size_t>(collection)].current, std::move(family));
}

Result<std::uint64_t> StoreCore::commit(rocksdb::WriteBatch& batch) {
  const auto number = last_commit_ + 1;
  batch.Put(records_->meta->handle(), slice(meta::kCommit), std::to_string(number)).PermitUncheckedError();
  if (auto written = write(batch); !written) return fail(std::move(written.error()));
  last_commit_ = number;
  return number;
}

// A failure that is over is not told: the database may have stopped long ago, in the background.
Result<void> StoreCore::write(rocksdb::WriteBatch& batch) {
  if (auto room = space_.check(batch.GetDataSize()); !room) return room;
  for (const bool last : {false, true}) {
    const auto status = records_->write(batch);
    if (status.ok()) return {};
    failure_ = error_of(status, "commit");
    undo_ = undo_of(batch, *records_);
    if (last) break;
    if (auto settled = settle(); !settled) return settled;
  }
  return fail(*failure_);
}

Result<void> StoreCore::settle() {
  if (!failure_) return {};
  if (!space_.can_write()) return fail(*failure_);
  if (auto opened = reopen(); !opened) return opened;
  if (records_->last_commit != last_commit_) {
    if (!undo_ || !records_->write(*undo_).ok()) return fail(*failure_);
    if (auto opened = reopen(); !opened) return opened;
  }
  failure_.reset();
  undo_.reset();
  return {};
}

Result<void> StoreCore::reopen() {
  auto old = take_records();
  if (!old) return fail(std::move(old.error()));
  old->reset();
  auto opened = open_records(directory_, options_);
  if (!opened) {
    give_records(nullptr);
    return fail(std::move(opened.error()));
  }
  give_records(*std::move(opened));
  return {};
}

// Reads of single records are over at once; scans and stagings are not waited for.
Result<std::unique_ptr<Records>> StoreCore::take_records() {
  constexpr int kPatience = 100;
  for (int i = 0; i < kPatience; ++i) {
    {
      const std::lock_guard guard(mutex_);
      if (!records_ || !records_->in_use()) {
        reopening_ = true;
        return std::move(records_);
      }
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  return fail(*failure_);
}

void StoreCore::give_records(std::unique_ptr<Records> records) {
  {
    const std::lock_guard guard(mutex_);
    records_ = std::move(records);
    reopening_ = false;
  }
  opened_.notify_all();
}

}  // namespace talentmatch
