#include "engine/market/market.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <tbb/parallel_invoke.h>

#include "engine/market/encode.hpp"
#include "engine/market/market_state.hpp"
#include "engine/market/segment_editor.hpp"

namespace talentmatch {
namespace {

// The last word of a batch on each id of one side; null = removed.
template <class R>
using LastWords = std::unordered_map<std::string_view, const R*>;

template <class Table>
std::shared_ptr<Table> copy_once(std::shared_ptr<Table>& copy, const std::shared_ptr<const Table>& original) {
  if (!copy) copy = std::make_shared<Table>(*original);
  return copy;
}

void count(MarketCounts& counts, const PostingFacts& posting, bool added) {
  const auto by = added ? std::uint64_t{1} : ~std::uint64_t{0};  // modular: -1
  const auto headcount = static_cast<std::uint64_t>(posting.headcount);
  const auto open = posting.open && posting.taken < posting.headcount ? posting.headcount - posting.taken : 0;
  counts.postings += by;
  counts.headcount += by * headcount;
  counts.seats_open += by * static_cast<std::uint64_t>(open);
}

void count(MarketCounts& counts, const GraduateFacts& graduate, bool added) {
  const auto by = added ? std::uint64_t{1} : ~std::uint64_t{0};
  const bool seeking = graduate.status == GraduateStatus::seeking && !graduate.opt_out;
  counts.graduates += by;
  counts.graduates_seeking += seeking ? by : 0;
}

}  // namespace

// Gathers one batch and turns it into the next snapshot. Schools, employers, ties and placements come first,
// so that graduates and postings of the same batch find them.
class Market::Batch {
 public:
  explicit Batch(State& state) : state_(state), next_(std::make_shared<Snapshot>(*state.current.load())) {}

  void take(const Mutation& mutation) {
    if (mutation.record) {
      std::visit([&](const auto& record) { put(record); }, *mutation.record);
    } else {
      remove(mutation.collection, mutation.id);
    }
  }

  void publish(std::uint64_t commit) {
    if (employers_) next_->employers_ = employers_;
    if (schools_) next_->schools_ = schools_;
    if (ties_changed_) rebuild_ties();
    finish_graduates();
    finish_postings();
    next_->counts_.placements = state_.placements.size();
    next_->counts_.ties = state_.ties.size();
    stamp(*next_, *state_.catalog, commit);
    state_.current.store(std::move(next_));
  }

  static void stamp(Snapshot& snapshot, const Catalog& catalog, std::uint64_t commit) {
    snapshot.commit_ = commit;
    snapshot.version_ = fmt::format("{}-{}", commit, catalog.version());
  }

 private:
  const EmployerTable& employers() const { return employers_ ? *employers_ : *next_->employers_; }
  const SchoolTable& schools() const { return schools_ ? *schools_ : *next_->schools_; }

  void put(const School& school) {
    auto table = copy_once(schools_, next_->schools_);
    next_->counts_.schools += table->find(school.id) ? 0U : 1U;
    table->put(school.id, {.kind = school.kind, .region = school.region, .name = school.name});
  }

  void put(const Employer& employer) {
    auto table = copy_once(employers_, next_->employers_);
    next_->counts_.employers += table->find(employer.id) ? 0U : 1U;
    const bool active = employer.status.value_or(EmployerStatus::active) == EmployerStatus::active;
    table->put(employer.id, {.active = active,
                             .region = employer.region,
                             .size = employer.size,
                             .hiring_plan = employer.hiring_plan,
                             .name = employer.name});
  }

  void put(const Tie& tie) {
    ties_changed_ = true;
    state_.ties.insert_or_assign(tie.id, TieRow{.school = schools().find(tie.school).value_or(kNoSlot),
                                                .employer = employers().find(tie.employer).value_or(kNoSlot),
                                                .kind = tie.kind,
                                                .starts = tie.starts.value_or(TieRow{}.starts),
                                                .ends = tie.ends.value_or(kOpenEnd)});
  }

  void put(const Placement& placement) { state_.placements.put(placement, touched_postings_); }
  void put(const Graduate& graduate) { graduates_.insert_or_assign(graduate.id, &graduate); }
  void put(const Posting& posting) { postings_.insert_or_assign(posting.id, &posting); }

  void remove(Collection collection, const std::string& id) {
    switch (collection) {
      case Collection::schools:
        next_->counts_.schools -= schools().find(id) ? 1U : 0U;
        return copy_once(schools_, next_->schools_)->remove(id);
      case Collection::employers:
        next_->counts_.employers -= employers().find(id) ? 1U : 0U;
        return copy_once(employers_, next_->employers_)->remove(id);
      case Collection::ties:
        ties_changed_ = true;
        state_.ties.erase(id);
        return;
      case Collection::placements:
        return state_.placements.remove(id, touched_postings_);
      case Collection::graduates:
        graduates_.insert_or_assign(id, nullptr);
        return;
      case Collection::postings:
        postings_.insert_or_assign(id, nullptr);
        return;
    }
  }

  void rebuild_ties() {
    std::vector<TieRow> rows;
    rows.reserve(state_.ties.size());
    for (const auto& [id, row] : state_.ties) rows.push_back(row);
    next_->ties_ = std::make_shared<const TieTable>(std::move(rows));
  }

  void finish_graduates() {
    if (graduates_.empty()) return;
    GraduateEditor editor(std::move(next_->graduates_), *state_.catalog, state_.tuning);
    GraduateColumns added;
    for (const auto& [id, graduate] : graduates_) {
      kill(editor, id);
      if (graduate == nullptr) continue;
      const EncodedGraduate encoded(*graduate, employers(), schools());
      count(next_->counts_, encoded.facts(), true);
      added.add(encoded.facts());
    }
    next_->graduates_ = std::move(editor).finish(added);
  }

  void finish_postings() {
    if (postings_.empty() && touched_postings_.empty()) return;
    PostingEditor editor(std::move(next_->postings_), *state_.catalog, state_.tuning);
    PostingColumns added;
    for (const auto& [id, posting] : postings_) {
      kill(editor, id);
      if (posting != nullptr) add(added, EncodedPosting(*posting, employers(), schools()).facts(), id);
    }
    retake_seats(editor, added);
    next_->postings_ = std::move(editor).finish(added);
  }

  // Postings whose placements changed come again with their new count.
  void retake_seats(PostingEditor& editor, PostingColumns& added) {
    std::ranges::sort(touched_postings_);
    const auto [last, end] = std::ranges::unique(touched_postings_);
    touched_postings_.erase(last, end);
    for (const std::string& id : touched_postings_) {
      const auto ref = postings_.contains(id) ? std::nullopt : editor.find(id);
      if (!ref) continue;
      const PostingFacts facts = editor.facts(*ref);
      kill(editor, id);
      add(added, facts, id);
    }
  }

  void add(PostingColumns& added, PostingFacts facts, std::string_view id) {
    facts.taken = state_.placements.taken(id);
    count(next_->counts_, facts, true);
    added.add(facts);
  }

  template <class Editor>
  void kill(Editor& editor, std::string_view id) {
    if (const auto ref = editor.find(id)) {
      count(next_->counts_, editor.facts(*ref), false);
      editor.kill(*ref);
    }
  }

  State& state_;
  std::shared_ptr<Snapshot> next_;
  std::shared_ptr<EmployerTable> employers_;
  std::shared_ptr<SchoolTable> schools_;
  bool ties_changed_ = false;
  LastWords<Graduate> graduates_;
  LastWords<Posting> postings_;
  std::vector<std::string> touched_postings_;
};

Market::Market(std::shared_ptr<const Catalog> catalog, IndexTuning tuning)
    : state_(std::make_unique<State>()) {
  auto empty = std::make_shared<Snapshot>();
  empty->employers_ = std::make_shared<const EmployerTable>();
  empty->schools_ = std::make_shared<const SchoolTable>();
  empty->ties_ = std::make_shared<const TieTable>();
  empty->catalog_ = catalog;
  Batch::stamp(*empty, *catalog, 0);
  state_->catalog = std::move(catalog);
  state_->tuning = tuning;
  state_->current.store(std::move(empty));
}

Market::~Market() = default;

std::shared_ptr<const Snapshot> Market::snapshot() const {
  return state_->current.load();
}

void Market::apply(std::span<const Mutation> mutations, std::uint64_t commit) {
  Batch batch(*state_);
  for (const Mutation& mutation : mutations) batch.take(mutation);
  batch.publish(commit);
}

// ---- bulk

class Market::ColumnPart final : public Market::Part {
 public:
  ColumnPart(std::shared_ptr<const Snapshot> snapshot, const PlacementBook& placements)
      : snapshot_(std::move(snapshot)), placements_(placements) {}

  void add(const Record& record) override {
    if (const auto* graduate = std::get_if<Graduate>(&record)) {
      graduates.add(EncodedGraduate(*graduate, snapshot_->employers(), snapshot_->schools()).facts());
    } else if (const auto* posting = std::get_if<Posting>(&record)) {
      const EncodedPosting encoded(*posting, snapshot_->employers(), snapshot_->schools());
      PostingFacts facts = encoded.facts();
      facts.taken = placements_.taken(posting->id);
      postings.add(facts);
    }
  }

  GraduateColumns graduates;
  PostingColumns postings;

 private:
  std::shared_ptr<const Snapshot> snapshot_;
  const PlacementBook& placements_;
};

std::unique_ptr<Market::Part> Market::part() const {
  return std::make_unique<ColumnPart>(snapshot(), state_->placements);
}

void Market::adopt(std::vector<std::unique_ptr<Part>> parts, std::uint64_t commit) {
  GraduateColumns graduates;
  PostingColumns postings;
  for (auto& part : parts) {
    auto& columns = static_cast<ColumnPart&>(*part);
    graduates.append(columns.graduates);
    postings.append(columns.postings);
    part.reset();
  }
  auto next = std::make_shared<Snapshot>(*snapshot());
  for (std::uint32_t row = 0; row < graduates.size(); ++row) count(next->counts_, graduates.facts(row), true);
  for (std::uint32_t row = 0; row < postings.size(); ++row) count(next->counts_, postings.facts(row), true);
  GraduateEditor graduate_editor(std::move(next->graduates_), *state_->catalog, state_->tuning);
  PostingEditor posting_editor(std::move(next->postings_), *state_->catalog, state_->tuning);
  tbb::parallel_invoke([&] { next->graduates_ = std::move(graduate_editor).finish(graduates); },
                       [&] { next->postings_ = std::move(posting_editor).finish(postings); });
  Batch::stamp(*next, *state_->catalog, commit);
  state_->current.store(std::move(next));
}

}  // namespace talentmatch
