#include "storage/service/placements/restored_result.hpp"

#include <tbb/parallel_for.h>

#include "engine/placement/setup.hpp"
#include "storage/service/placements/kept_pieces.hpp"

namespace talentmatch {
namespace {

std::unexpected<Error> not_the_runs_row() {
  return fail({.code = ErrorCode::corrupt_data, .detail = "a row of a placement run"});
}

PlacementInput input_again(const KeptRun& run) {
  PlacementInput input;
  input.snapshot = run.snapshot;
  input.as_of = run.as_of;
  input.scope = run.request.scope;
  input.weights = run.request.weights;
  input.policy = run.request.policy;
  input.seed = run.request.seed;
  input.seat_changes = run.request.seat_changes;
  return input;
}

using RowPairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

// Rows are by the graduates' ids, as those of the field are.
class RowReader {
 public:
  RowReader(const KeptRun& run, const Field& field, std::vector<Assignment>& assignments)
      : run_(run), field_(field), assignments_(assignments) {}

  Result<RowPairs> read(std::size_t piece) const {
    const auto text = run_.store.document(piece_name(PieceKind::rows, run_.head.number, piece));
    if (!text) return fail(text.error());
    const auto rows = read_rows(*text);
    if (!rows) return fail(rows.error());
    const auto first = field_.find_graduate(run_.head.firsts[piece]);
    if (!first || field_.graduates() - *first < rows->size()) return not_the_runs_row();
    RowPairs bans;
    for (std::size_t i = 0; i < rows->size(); ++i) {
      if (auto taken = take((*rows)[i], *first + static_cast<std::uint32_t>(i), bans); !taken) {
        return fail(std::move(taken.error()));
      }
    }
    return bans;
  }

 private:
  Result<void> take(const RunRow& row, std::uint32_t graduate, RowPairs& bans) const {
    if (field_.graduate_id(graduate) != row.graduate) return not_the_runs_row();
    Assignment got = placeless_assignment_of(row);
    got.rank = static_cast<std::uint32_t>(row.rank);
    if (!row.posting.empty()) {
      const auto posting = field_.find_posting(row.posting);
      if (!posting) return not_the_runs_row();
      got.posting = *posting;
    }
    assignments_[graduate] = got;
    for_each_banned(row, [&](std::string_view id) {
      if (const auto posting = field_.find_posting(id)) bans.emplace_back(graduate, *posting);
    });
    return {};
  }

  const KeptRun& run_;
  const Field& field_;
  std::vector<Assignment>& assignments_;
};

Result<RowPairs> read_all(const KeptRun& run, const Field& field, std::vector<Assignment>& assignments) {
  const RowReader reader(run, field, assignments);
  std::vector<Result<RowPairs>> pieces(run.head.firsts.size());
  tbb::parallel_for(std::size_t{0}, pieces.size(),
                    [&](std::size_t piece) { pieces[piece] = reader.read(piece); });
  RowPairs bans;
  for (auto& piece : pieces) {
    if (!piece) return fail(std::move(piece.error()));
    bans.insert(bans.end(), piece->begin(), piece->end());
  }
  return bans;
}

}  // namespace

Result<std::shared_ptr<const PlacementResult>> restored_result(const KeptRun& run) {
  auto setup = set_up(input_again(run));
  if (!setup) return fail(std::move(setup.error()));
  auto result = std::make_shared<PlacementResult>();
  result->field = setup->field;
  result->as_of = run.as_of;
  result->weights = run.request.weights;
  result->local = std::move(setup->local);
  result->lottery = std::move(setup->lottery.numbers);
  result->assignments.resize(result->field->graduates());
  auto bans = read_all(run, *result->field, result->assignments);
  if (!bans) return fail(std::move(bans.error()));
  result->bans = PairSet(*std::move(bans));
  for (const SeatTerms& terms : setup->terms) {
    PostingOutcome outcome;
    outcome.seats = terms.seats;
    result->postings.push_back(outcome);
  }
  return result;
}

}  // namespace talentmatch
