#include "storage/store/scan.hpp"

#include "storage/store/family.hpp"
#include "storage/store/rocks.hpp"

namespace talentmatch {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{256} << 10U;

rocksdb::ReadOptions scan_options() {
  rocksdb::ReadOptions options;
  options.verify_checksums = true;
  options.fill_cache = false;
  options.readahead_size = std::size_t{2} << 20U;
  return options;
}

}  // namespace

void ScanBlock::add(std::string_view id, std::string_view value) {
  bytes_ += id;
  ends_.push_back(static_cast<std::uint32_t>(bytes_.size()));
  bytes_ += value;
  ends_.push_back(static_cast<std::uint32_t>(bytes_.size()));
}

void ScanBlock::clear() {
  bytes_.clear();
  ends_.clear();
}

std::string_view ScanBlock::slice(std::size_t part) const {
  const std::size_t begin = part == 0 ? 0 : ends_[part - 1];
  return std::string_view{bytes_}.substr(begin, ends_[part] - begin);
}

struct Scan::State {
  std::shared_ptr<const Family> family;
  std::unique_ptr<rocksdb::Iterator> iterator;
  bool started = false;
};

Scan::Scan(std::shared_ptr<const Family> family) {
  if (!family) {
    state_ = std::make_unique<State>();
    return;
  }
  auto iterator =
      std::unique_ptr<rocksdb::Iterator>(family->database().NewIterator(scan_options(), family->handle()));
  state_ = std::make_unique<State>(State{std::move(family), std::move(iterator), false});
}

Scan::~Scan() = default;
Scan::Scan(Scan&&) noexcept = default;
Scan& Scan::operator=(Scan&&) noexcept = default;

bool Scan::next() {
  if (!state_->iterator) return false;
  if (!state_->started) {
    state_->iterator->SeekToFirst();
  } else if (state_->iterator->Valid()) {
    state_->iterator->Next();
  }
  state_->started = true;
  return state_->iterator->Valid();
}

std::string_view Scan::id() const {
  return view(state_->iterator->key());
}

std::string_view Scan::value() const {
  return view(state_->iterator->value());
}

Result<void> Scan::check() const {
  if (!state_->iterator) return fail(not_open());
  const auto status = state_->iterator->status();
  if (!status.ok()) return fail(error_of(status, state_->family->name()));
  return {};
}

Result<bool> is_empty(const std::shared_ptr<const Family>& family) {
  Scan scan(family);
  const bool found = scan.next();
  if (auto good = scan.check(); !good) return fail(std::move(good.error()));
  return !found;
}

Result<void> Scan::fill(ScanBlock& block) {
  block.clear();
  while (block.bytes() < kBlockBytes && next()) block.add(id(), value());
  return check();
}

}  // namespace talentmatch
