#include "tests/storage/faulty_env.hpp"

namespace talentmatch::testing {
namespace {

namespace fs = std::filesystem;

class FaultyFile : public rocksdb::WritableFileWrapper {
 public:
  FaultyFile(std::string path, std::unique_ptr<rocksdb::WritableFile> file, FaultyEnv& env)
      : rocksdb::WritableFileWrapper(file.get()), path_(std::move(path)), file_(std::move(file)), env_(env) {}

  using rocksdb::WritableFileWrapper::Append;
  rocksdb::Status Append(const rocksdb::Slice& data) override {
    if (env_.full()) return rocksdb::Status::NoSpace();
    size_ += data.size();
    return rocksdb::WritableFileWrapper::Append(data);
  }
  rocksdb::Status Sync() override {
    if (env_.full()) return rocksdb::Status::NoSpace();
    if (env_.syncs_fail() && path_.ends_with(".log")) return rocksdb::Status::IOError("sync");
    env_.note_synced(path_, size_);
    return rocksdb::WritableFileWrapper::Sync();
  }
  rocksdb::Status Fsync() override { return Sync(); }

 private:
  std::string path_;
  std::unique_ptr<rocksdb::WritableFile> file_;
  FaultyEnv& env_;
  std::uint64_t size_ = 0;
};

}  // namespace

rocksdb::Status FaultyEnv::NewWritableFile(const std::string& path,
                                           std::unique_ptr<rocksdb::WritableFile>* file,
                                           const rocksdb::EnvOptions& options) {
  if (full()) return rocksdb::Status::NoSpace();
  if (tables_fail_ && path.ends_with(".sst")) return rocksdb::Status::IOError("no table");
  std::unique_ptr<rocksdb::WritableFile> inner;
  auto status = rocksdb::EnvWrapper::NewWritableFile(path, &inner, options);
  if (!status.ok()) return status;
  {
    const std::lock_guard guard(mutex_);
    synced_[path] = 0;
  }
  *file = std::make_unique<FaultyFile>(path, std::move(inner), *this);
  return status;
}

rocksdb::Status FaultyEnv::GetFreeSpace(const std::string&, std::uint64_t* bytes) {
  *bytes = free_space_;
  return rocksdb::Status::OK();
}

rocksdb::Status FaultyEnv::RenameFile(const std::string& from, const std::string& to) {
  auto status = rocksdb::EnvWrapper::RenameFile(from, to);
  const std::lock_guard guard(mutex_);
  if (status.ok() && synced_.contains(from)) synced_[to] = synced_.extract(from).mapped();
  return status;
}

void FaultyEnv::note_synced(const std::string& path, std::uint64_t size) {
  if (path.ends_with(".log")) ++log_syncs_;
  const std::lock_guard guard(mutex_);
  synced_[path] = size;
}

void FaultyEnv::copy_synced(const fs::path& from, const fs::path& to) {
  fs::copy(from, to, fs::copy_options::recursive);
  const std::lock_guard guard(mutex_);
  for (const auto& entry : fs::recursive_directory_iterator(from)) {
    const auto known = synced_.find(entry.path().string());
    if (known == synced_.end()) continue;
    const auto copy = to / fs::relative(entry.path(), from);
    if (known->second < fs::file_size(copy)) fs::resize_file(copy, known->second);
  }
}

}  // namespace talentmatch::testing
