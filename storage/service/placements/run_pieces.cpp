#include "storage/service/placements/run_pieces.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_set>

#include <tbb/parallel_for.h>

#include "storage/service/placements/run_postings.hpp"
#include "storage/service/placements/run_rows.hpp"
#include "storage/service/placements/seals.hpp"

namespace talentmatch {
namespace {

using Seals = std::vector<std::uint64_t>;

Seals graduate_seals(const Field& field) {
  Seals seals(field.graduates());
  tbb::parallel_for(std::uint32_t{0}, field.graduates(),
                    [&](std::uint32_t g) { seals[g] = seal_of(field.snapshot(), field.graduate(g)); });
  return seals;
}

Seals posting_seals(const Field& field) {
  Seals seals(field.postings());
  tbb::parallel_for(std::uint32_t{0}, field.postings(),
                    [&](std::uint32_t p) { seals[p] = seal_of(field.snapshot(), field.posting(p)); });
  return seals;
}

class RowLines {
 public:
  explicit RowLines(const Field& field)
      : field_(field), graduates_(graduate_seals(field)), postings_(posting_seals(field)) {}

  const Seals& postings() const { return postings_; }

  void add(Pieces& pieces, std::uint32_t graduate, const Assignment& assignment,
           std::string_view banned) const {
    RunRow row{.graduate = field_.graduate_id(graduate),
               .reason = word(assignment.reason),
               .graduate_seal = graduates_[graduate],
               .banned = banned};
    if (assignment.posting != kUnplaced) {
      row.posting = field_.posting_id(assignment.posting);
      row.rank = static_cast<std::int32_t>(assignment.rank);
      row.employer_view = assignment.employer_view;
      row.graduate_view = assignment.graduate_view;
      row.posting_seal = postings_[assignment.posting];
    }
    append_line(pieces, row);
  }

 private:
  const Field& field_;
  Seals graduates_;
  Seals postings_;
};

std::string banned_of(const PlacementResult& result, std::uint32_t graduate) {
  std::string ids;
  for (const auto& [g, posting] : result.bans.of(graduate)) {
    if (!ids.empty()) ids += ' ';
    ids += result.field->posting_id(posting);
  }
  return ids;
}

class PostingLines {
 public:
  PostingLines(const PlacementResult& result, const PlacementInput& input) : result_(result), input_(input) {
    for (const GivenPriorities& list : input.priorities) listed_.insert(list.posting);
  }

  Pieces make(const Seals& seals) const {
    Pieces pieces;
    for (const auto p : by_id()) {
      append_line(pieces, {.posting = result_.field->posting_id(p),
                           .place = p,
                           .order = order_of(p),
                           .outcome = result_.postings[p],
                           .seal = seals[p]});
    }
    return pieces;
  }

 private:
  std::vector<std::uint32_t> by_id() const {
    std::vector<std::uint32_t> rows(result_.field->postings());
    std::iota(rows.begin(), rows.end(), 0U);
    std::ranges::sort(rows, {}, [&](std::uint32_t p) { return result_.field->posting_id(p); });
    return rows;
  }
  SeatOrder order_of(std::uint32_t p) const {
    if (input_.mode != PlacementMode::stable) return SeatOrder::none;
    if (result_.field->posting(p).kind == PostingKind::order_class) return SeatOrder::order_class;
    return listed_.contains(result_.field->posting_id(p)) ? SeatOrder::given_list : SeatOrder::employer_view;
  }

  const PlacementResult& result_;
  const PlacementInput& input_;
  std::unordered_set<std::string_view> listed_;  // postings with a list of their own
};

}  // namespace

RunPieces pieces_of(const PlacementResult& result, const PlacementInput& input) {
  RunPieces pieces;
  const RowLines lines(*result.field);
  for (std::uint32_t g = 0; g < result.assignments.size(); ++g) {
    lines.add(pieces.rows, g, result.assignments[g], banned_of(result, g));
  }
  pieces.postings = PostingLines(result, input).make(lines.postings());
  return pieces;
}

RunPieces pieces_of(const ListsRun& run) {
  RunPieces pieces;
  const RowLines lines(*run.market.setup.field);
  for (std::uint32_t g = 0; g < run.granted.graduates(); ++g) {
    for (const auto index : run.granted.of(g)) {
      const Choice& choice = run.market.given.lists.choices[index];
      lines.add(pieces.rows, g,
                {.posting = choice.posting,
                 .rank = run.market.rank(g, index),
                 .employer_view = choice.employer_view,
                 .graduate_view = choice.graduate_view,
                 .reason = PlacementReason::placed},
                {});
    }
  }
  return pieces;
}

}  // namespace talentmatch
