#include "storage/service/rank_lines.hpp"

#include <algorithm>
#include <array>
#include <atomic>

#include <tbb/parallel_pipeline.h>

#include "engine/ranking/rank_all.hpp"
#include "storage/service/ranking_answer.hpp"

namespace talentmatch {
namespace {

using Lines = std::vector<std::string>;

// Records that are ranked at a time: many enough that neighbours share their cells, few enough that their
// lines take some megabytes.
std::size_t window_of(std::size_t k) {
  return std::clamp<std::size_t>(200'000 / (k + 1), 64, 8192);
}

void rank_window(const Snapshot& snapshot, Side side, std::span<const RowRef> asking,
                 const RankRequest& request, Lines& lines) {
  lines.resize(asking.size());
  const auto append_line = [&](std::size_t i, const auto& facts, const Ranking& ranking) {
    lines[i].clear();
    append_ranking(lines[i], snapshot, facts, request, ranking, {}, true);
    lines[i] += '\n';
  };
  if (side == Side::postings) {
    rank_for_graduates(snapshot, asking, request.options, append_line);
  } else {
    rank_for_postings(snapshot, asking, request.options, append_line);
  }
}

bool write(const Lines& lines, const ByteSink& sink, std::string& buffer) {
  buffer.clear();
  for (const std::string& line : lines) buffer += line;
  return sink(buffer);
}

}  // namespace

// While one window is written, the next is ranked.
Result<std::uint64_t> rank_lines(const Snapshot& snapshot, Side side, const RankRequest& request,
                                 const ByteSink& sink, const Service::LinesDone& progress) {
  const auto all = side == Side::postings ? graduates_by_id(snapshot) : postings_by_id(snapshot);
  const std::size_t window = window_of(request.options.k);
  std::array<Lines, 2> lines;
  std::string buffer;
  std::size_t begun = 0;
  std::size_t written = 0;
  std::atomic<bool> gone = false;
  const auto next = [&](tbb::flow_control& control) {
    const std::size_t first = begun;
    if (gone || first == all.size()) control.stop();
    begun = std::min(all.size(), begun + window);
    return first;
  };
  const auto rank = [&](std::size_t first) {
    const auto asking = std::span(all).subspan(first, std::min(window, all.size() - first));
    rank_window(snapshot, side, asking, request, lines[first / window % lines.size()]);
    return first;
  };
  const auto put = [&](std::size_t first) {
    const Lines& ranked = lines[first / window % lines.size()];
    if (!write(ranked, sink, buffer)) gone = true;
    written += ranked.size();
    if (progress) progress(written, all.size());
  };
  using Mode = tbb::filter_mode;
  tbb::parallel_pipeline(lines.size(),
                         tbb::make_filter<void, std::size_t>(Mode::serial_in_order, next) &
                             tbb::make_filter<std::size_t, std::size_t>(Mode::serial_in_order, rank) &
                             tbb::make_filter<std::size_t, void>(Mode::serial_in_order, put));
  if (gone) return fail({.code = ErrorCode::stopping});
  return written;
}

}  // namespace talentmatch
