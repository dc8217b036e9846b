#pragma once
// Cuts a stream of bytes into numbered lines, a chunk at a time, in bounded memory. Blank lines are counted
// and skipped, a carriage return before the line's end and a byte order mark at the beginning are dropped,
// the last line may lack its newline.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/error.hpp"
#include "storage/service/service.hpp"

namespace talentmatch {

inline constexpr std::size_t kMaxLineBytes = std::size_t{1} << 20U;

class LineChunk {
 public:
  std::size_t size() const { return lines_.size(); }
  std::uint64_t number(std::size_t i) const { return lines_[i].number; }  // from 1
  std::string_view text(std::size_t i) const;
  bool too_large(std::size_t i) const { return lines_[i].too_large; }  // its text is not kept

  void add(std::uint64_t number, std::string_view text);
  void add_too_large(std::uint64_t number) { lines_.push_back({number, bytes_.size(), bytes_.size(), true}); }
  void clear();
  bool full() const { return lines_.size() >= kMaxLines || bytes_.size() >= kMaxBytes; }

 private:
  static constexpr std::size_t kMaxLines = 16384;
  static constexpr std::size_t kMaxBytes = std::size_t{4} << 20U;

  struct Line {
    std::uint64_t number = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
    bool too_large = false;
  };
  std::string bytes_;
  std::vector<Line> lines_;
};

class LineReader {
 public:
  explicit LineReader(const ByteSource& source) : source_(source) {}

  // Replaces the chunk's contents by the next lines; an empty chunk is the end. From a source that is slow to
  // give bytes a chunk comes before it is full. Errors: the source's.
  Result<void> read(LineChunk& chunk);

 private:
  Result<void> refill();
  bool take_line(LineChunk& chunk);
  void take_last_line(LineChunk& chunk);
  void add(LineChunk& chunk, std::string_view line);

  const ByteSource& source_;
  std::string buffer_;
  std::size_t begin_ = 0;    // of the next line in the buffer
  std::size_t scanned_ = 0;  // no newline in [begin_, scanned_)
  std::uint64_t number_ = 0;
  bool oversized_ = false;  // the beginning of the next line was too much to keep
  bool ended_ = false;
};

}  // namespace talentmatch
