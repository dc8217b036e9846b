#include "storage/service/placements/run_answers.hpp"

#include "storage/codec/json_text.hpp"
#include "storage/service/placements/kept_rows.hpp"

namespace talentmatch {
namespace {

constexpr std::size_t kChunkBytes = std::size_t{64} << 10U;

}  // namespace

Result<void> write_rows(const Store& store, const RunHead& head, RowFormat format, const ByteSink& sink) {
  std::string out(format == RowFormat::csv ? kCsvHead : "");
  const auto written = for_each_row(store, head, [&](const RunRow& row) -> Result<void> {
    append_row(out, row, format);
    if (out.size() < kChunkBytes) return {};
    if (!sink(out)) return fail({.code = ErrorCode::stopping});
    out.clear();
    return {};
  });
  if (!written) return written;
  if (!out.empty() && !sink(out)) return fail({.code = ErrorCode::stopping});
  return {};
}

Result<void> append_graduate(const Store& store, const RunHead& head, std::string_view graduate,
                             std::string& out) {
  const auto lines = lines_of(store, head, graduate);
  if (!lines) return fail(lines.error());
  const auto rows = read_rows(*lines);
  if (!rows) return fail(rows.error());
  out += "{\"run\":";
  append_text(out, head.id());
  out += ",\"version\":";
  append_text(out, head.version);
  out += ",\"assignments\":";
  append_list(out, *rows, [&](const RunRow& row) {
    append_row(out, row, RowFormat::ndjson);
    out.pop_back();
  });
  out += '}';
  return {};
}

}  // namespace talentmatch
