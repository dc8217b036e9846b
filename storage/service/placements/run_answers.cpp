#include "storage/service/placements/run_answers.hpp"

#include "storage/service/placements/kept_pieces.hpp"

namespace talentmatch {
namespace {

constexpr std::size_t kChunkBytes = std::size_t{64} << 10U;

// Collects text for a sink that may be gone.
class Chunks {
 public:
  Chunks(std::string_view head, const ByteSink& sink) : text_(head), sink_(sink) {}

  std::string& text() { return text_; }
  Result<void> pass_on() { return text_.size() < kChunkBytes ? Result<void>{} : finish(); }
  Result<void> finish() {
    if (!text_.empty() && !sink_(text_)) return fail({.code = ErrorCode::stopping});
    text_.clear();
    return {};
  }

 private:
  std::string text_;
  const ByteSink& sink_;
};

}  // namespace

Result<void> write_rows(const Store& store, const RunHead& head, RowFormat format, const ByteSink& sink) {
  Chunks chunks(format == RowFormat::csv ? kCsvHead : "", sink);
  const auto written = for_each_row(store, head, [&](const RunRow& row) -> Result<void> {
    if (row.erased()) return {};
    append_row(chunks.text(), row, format);
    return chunks.pass_on();
  });
  return written ? chunks.finish() : written;
}

Result<void> write_postings(const Store& store, const RunHead& head, RowFormat format, const ByteSink& sink) {
  if (auto seats = check_takes_seats(head); !seats) return seats;
  Chunks chunks(format == RowFormat::csv ? kPostingsCsvHead : "", sink);
  const auto written = for_each_posting(store, head, [&](const RunPosting& posting) {
    append_posting(chunks.text(), posting, format);
    return chunks.pass_on();
  });
  return written ? chunks.finish() : written;
}

Result<void> check_takes_seats(const RunHead& head) {
  if (head.mode != PlacementMode::lists) return {};
  return fail({.code = ErrorCode::invalid_option, .field = "mode", .value = "lists"});
}

}  // namespace talentmatch
