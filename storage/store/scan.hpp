#pragma once
// All records of one collection as they were at one moment, ascending by id (bytes).

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/error.hpp"

namespace talentmatch {

class Family;

// Some consecutive records, copied, so that many threads can work on the blocks of one scan.
class ScanBlock {
 public:
  std::size_t size() const { return ends_.size() / 2; }
  std::string_view id(std::size_t i) const { return slice(2 * i); }
  std::string_view value(std::size_t i) const { return slice(2 * i + 1); }
  void add(std::string_view id, std::string_view value);
  void clear();
  std::size_t bytes() const { return bytes_.size(); }

 private:
  std::string_view slice(std::size_t part) const;

  std::string bytes_;
  std::vector<std::uint32_t> ends_;  // of id and value in turn
};

// One thread at a time; keeps its moment alive while it lives.
class Scan {
 public:
  // Null: the records could not be opened again after a failed write; `check` says so.
  explicit Scan(std::shared_ptr<const Family> family);
  ~Scan();
  Scan(Scan&&) noexcept;
  Scan& operator=(Scan&&) noexcept;

  // False at the end, and after an error, which `check` then tells: corrupt_data, io_error.
  bool next();
  std::string_view id() const;  // valid until the next call of next()
  std::string_view value() const;
  Result<void> check() const;
  // Replaces the block's contents by the next records, about 256 KiB; an empty block is the end.
  Result<void> fill(ScanBlock& block);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Inside storage/store only.
Result<bool> is_empty(const std::shared_ptr<const Family>& family);

}  // namespace talentmatch
