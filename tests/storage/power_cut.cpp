#include "tests/storage/power_cut.hpp"

#include <algorithm>
#include <system_error>

namespace talentmatch::testing {
namespace {

namespace fs = std::filesystem;
using rocksdb::Status;

// Syncs are only noted: what is tested is what RocksDB and the store ask for, not the disk.
class CutFile : public rocksdb::WritableFileWrapper {
 public:
  CutFile(std::string path, std::unique_ptr<rocksdb::WritableFile> file, PowerCutEnv& env)
      : rocksdb::WritableFileWrapper(file.get()), path_(std::move(path)), file_(std::move(file)), env_(env) {}

  using rocksdb::WritableFileWrapper::Append;
  Status Append(const rocksdb::Slice& data) override {
    auto status = env_.step();
    if (status.ok()) status = rocksdb::WritableFileWrapper::Append(data);
    if (status.ok()) env_.note_size(path_, size_ += data.size());
    return status;
  }
  Status Truncate(std::uint64_t size) override {
    auto status = env_.step();
    if (status.ok()) status = rocksdb::WritableFileWrapper::Truncate(size);
    if (status.ok()) env_.note_size(path_, size_ = size);
    return status;
  }
  Status Sync() override {
    auto status = env_.step();
    if (status.ok()) env_.note_synced(path_);
    return status;
  }
  Status Fsync() override { return Sync(); }
  Status RangeSync(std::uint64_t, std::uint64_t) override { return Status::OK(); }  // promises nothing

 private:
  std::string path_;
  std::unique_ptr<rocksdb::WritableFile> file_;
  PowerCutEnv& env_;
  std::uint64_t size_ = 0;
};

class CutDirectory : public rocksdb::Directory {
 public:
  CutDirectory(std::string path, PowerCutEnv& env) : path_(std::move(path)), env_(env) {}
  Status Fsync() override {
    auto status = env_.step();
    if (status.ok()) env_.note_folder_synced(path_);
    return status;
  }

 private:
  std::string path_;
  PowerCutEnv& env_;
};

std::string plain(const std::string& path) {
  return fs::path(path).lexically_normal().string();
}
// Without the separator that it may end with.
std::string folder_name(const std::string& path) {
  auto text = plain(path);
  if (text.ends_with('/')) text.pop_back();
  return text;
}
std::string folder_of(const std::string& path) {
  return fs::path(plain(path)).parent_path().string();
}

}  // namespace

PowerCutEnv::PowerCutEnv(fs::path attic)
    : rocksdb::EnvWrapper(rocksdb::Env::Default()), attic_(std::move(attic)) {}

Status PowerCutEnv::step() {
  if (left_.fetch_sub(1) <= 0) {
    left_ = -1;
    return Status::IOError("the power is gone");
  }
  ++done_;
  return Status::OK();
}

void PowerCutEnv::note_size(const std::string& path, std::uint64_t size) {
  const std::lock_guard guard(mutex_);
  auto& extent = files_[plain(path)];
  extent.size = size;
  extent.synced = std::min(extent.synced, size);
}

void PowerCutEnv::note_synced(const std::string& path) {
  const std::lock_guard guard(mutex_);
  auto& extent = files_[plain(path)];
  extent.synced = extent.size;
}

void PowerCutEnv::note_folder_synced(const std::string& folder) {
  const std::lock_guard guard(mutex_);
  unsynced_.erase(folder_name(folder));
}

// With the mutex. Moves the file to where it can come back from; none if it is not there.
std::optional<PowerCutEnv::Change> PowerCutEnv::take_aside(const std::string& path) {
  if (!fs::exists(path)) return std::nullopt;
  Change change{.removed = path, .kept = (attic_ / std::to_string(++kept_)).string()};
  fs::rename(path, change.kept);
  if (const auto known = files_.extract(path)) {
    change.removed_extent = known.mapped();
  } else {
    const auto size = fs::file_size(change.kept);  // of an earlier life: all of it is on the disk
    change.removed_extent = {.size = size, .synced = size};
  }
  return change;
}

Status PowerCutEnv::NewWritableFile(const std::string& path, std::unique_ptr<rocksdb::WritableFile>* file,
                                    const rocksdb::EnvOptions& options) {
  if (auto status = step(); !status.ok()) return status;
  {
    const std::lock_guard guard(mutex_);
    auto change = take_aside(plain(path)).value_or(Change{});
    change.made = plain(path);
    unsynced_[folder_of(path)].push_back(std::move(change));
    files_[plain(path)] = {};
  }
  std::unique_ptr<rocksdb::WritableFile> inner;
  auto status = rocksdb::EnvWrapper::NewWritableFile(path, &inner, options);
  if (status.ok()) *file = std::make_unique<CutFile>(path, std::move(inner), *this);
  return status;
}

Status PowerCutEnv::NewDirectory(const std::string& path, std::unique_ptr<rocksdb::Directory>* folder) {
  *folder = std::make_unique<CutDirectory>(path, *this);
  return Status::OK();
}

Status PowerCutEnv::RenameFile(const std::string& from, const std::string& to) {
  if (auto status = step(); !status.ok()) return status;
  const std::lock_guard guard(mutex_);
  auto change = take_aside(plain(to)).value_or(Change{});
  std::error_code error;
  fs::rename(from, to, error);
  if (error) return Status::IOError(error.message());
  if (auto known = files_.extract(plain(from))) files_[plain(to)] = known.mapped();
  change.made = plain(to);
  change.renamed_from = plain(from);
  unsynced_[folder_of(to)].push_back(std::move(change));
  return Status::OK();
}

Status PowerCutEnv::DeleteFile(const std::string& path) {
  if (auto status = step(); !status.ok()) return status;
  const std::lock_guard guard(mutex_);
  auto change = take_aside(plain(path));
  if (!change) return Status::PathNotFound(path);
  unsynced_[folder_of(path)].push_back(*std::move(change));
  return Status::OK();
}

void PowerCutEnv::SleepForMicroseconds(int microseconds) {
  rocksdb::EnvWrapper::SleepForMicroseconds(std::min(microseconds, 100));
}

// With the mutex.
void PowerCutEnv::undo(const Change& change) {
  if (!change.renamed_from.empty()) {
    fs::rename(change.made, change.renamed_from);
    if (auto known = files_.extract(change.made)) files_[change.renamed_from] = known.mapped();
  } else if (!change.made.empty()) {
    fs::remove(change.made);
    files_.erase(change.made);
  }
  if (change.removed.empty()) return;
  fs::rename(change.kept, change.removed);
  files_[change.removed] = change.removed_extent;
}

void PowerCutEnv::cut_file(const std::string& path, const Extent& extent, Dice& dice) const {
  if (!fs::exists(path) || extent.size == extent.synced) return;
  const auto size = extent.synced + dice.below(extent.size - extent.synced + 1);
  const bool empty = dice.chance(25);
  fs::resize_file(path, empty ? extent.synced : size);
  if (empty) fs::resize_file(path, size);  // zeros
}

void PowerCutEnv::lose(Dice& dice) {
  const std::lock_guard guard(mutex_);
  for (auto& [folder, changes] : unsynced_) {
    for (auto stay = dice.below(changes.size() + 1); changes.size() > stay; changes.pop_back())
      undo(changes.back());
  }
  for (const auto& [path, extent] : files_) cut_file(path, extent, dice);
  unsynced_.clear();
  files_.clear();
  left_ = INT64_MAX;
  done_ = 0;
}

fs::path make_attic(const fs::path& folder) {
  fs::create_directories(folder / "attic");
  fs::create_directories(folder / "data" / "records");
  return folder / "attic";
}

}  // namespace talentmatch::testing
