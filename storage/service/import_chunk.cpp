#include "storage/service/import_chunk.hpp"

#include <utility>

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

namespace talentmatch {
namespace {

void parse_line(ImportedLine& line, Collection collection, std::string_view text, RecordParser& parser,
                const Catalog& catalog) {
  auto parsed = parser.parse(collection, text, catalog);
  if (!parsed) {
    line.id = parser.rejected_id();
    return line.reject(std::move(parsed.error()));
  }
  line.id = id_of(parsed->record);
  line.notices = std::move(parsed->notices);
  line.json.reserve(text.size());
  append_json(line.json, parsed->record, catalog);
  line.record = std::move(parsed->record);
}

Error too_large() {
  return {.code = ErrorCode::too_large,
          .detail = "a line has at most " + std::to_string(kMaxLineBytes) + " bytes"};
}

}  // namespace

void parse_lines(ImportChunk& chunk, Collection collection, const LineChunk& lines,
                 const ImportTools& tools) {
  constexpr std::size_t kGrain = 128;
  chunk.collection = collection;
  chunk.lines.clear();
  chunk.lines.resize(lines.size());
  const auto parse = [&](const tbb::blocked_range<std::size_t>& range) {
    const auto parser = tools.parsers.borrow();
    for (std::size_t i = range.begin(); i != range.end(); ++i) {
      chunk.lines[i].number = lines.number(i);
      if (lines.too_large(i)) {
        chunk.lines[i].reject(too_large());
      } else {
        parse_line(chunk.lines[i], collection, lines.text(i), *parser, tools.catalog);
      }
    }
  };
  tools.arena.execute(
      [&] { tbb::parallel_for(tbb::blocked_range<std::size_t>(0, lines.size(), kGrain), parse); });
}

void reject_repeated_ids(ImportChunk& chunk, IdSet& seen) {
  for (auto& line : chunk.lines) {
    if (!line.record || seen.insert(line.id)) continue;
    line.reject({.code = ErrorCode::duplicate_id, .field = "id", .value = line.id});
  }
}

}  // namespace talentmatch
