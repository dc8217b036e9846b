// Random sequences of everything that changes data, against plain maps.

#include <map>
#include <random>

#include <fmt/format.h>

#include "storage/store/backup/backups.hpp"
#include "tests/storage/service_support.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

using Records = std::map<std::string, std::string>;

struct Model {
  Records graduates;
  Records postings;
};

struct KeptBackup {
  std::uint32_t id;
  Model model;
  std::string version;
};

class Sequence {
 public:
  Sequence(const std::filesystem::path& folder, std::uint32_t seed) : folder_(folder), random_(seed) {
    open();
    put_actors(*service_);
  }

  void step() {
    switch (random_() % 14) {
      case 0:
      case 1:
      case 2:
      case 3:
        return put();
      case 4:
      case 5:
        return remove();
      case 6:
      case 7:
        return import(ImportMode::upsert);
      case 8:
        return import(ImportMode::replace);
      case 9:
      case 10:
      case 11:
        return query();
      case 12:
        return reopen();
      default:
        return random_() % 2 == 0 ? back_up() : restore();
    }
  }

  // All that is stored, and how much of it is indexed.
  void compare() const {
    REQUIRE(exported(*service_, Collection::graduates) == lines_of(model_.graduates));
    REQUIRE(exported(*service_, Collection::postings) == lines_of(model_.postings));
    REQUIRE(service_->snapshot()->counts().graduates == model_.graduates.size());
    REQUIRE(service_->snapshot()->counts().postings == model_.postings.size());
  }

 private:
  static std::string lines_of(const Records& records) {
    std::string text;
    for (const auto& [id, json] : records) text += json + "\n";
    return text;
  }

  std::string random_id() { return "X" + std::to_string(random_() % 40); }
  bool with_graduates() { return random_() % 2 == 0; }
  Records& records(bool graduates) { return graduates ? model_.graduates : model_.postings; }
  static Collection collection(bool graduates) {
    return graduates ? Collection::graduates : Collection::postings;
  }
  std::string random_record(bool graduates, const std::string& id) {
    if (graduates) return graduate(id, fmt::format(R"(,"expected_pay":{})", 2000 + random_() % 9 * 500));
    return posting(id, fmt::format(R"(,"headcount":{})", 1 + random_() % 4));
  }

  void put() {
    const bool graduates = with_graduates();
    const auto id = random_id();
    const auto json = random_record(graduates, id);
    const auto outcome = service_->put(collection(graduates), id, json);
    REQUIRE(outcome);
    auto& kept = records(graduates)[id];
    CHECK(outcome->status == (kept.empty()   ? WriteStatus::created
                              : kept == json ? WriteStatus::unchanged
                                             : WriteStatus::updated));
    kept = json;
  }

  void remove() {
    const bool graduates = with_graduates();
    const auto id = random_id();
    const auto outcome = service_->remove(collection(graduates), id);
    CHECK(outcome.has_value() == (records(graduates).erase(id) == 1));
    if (!outcome) CHECK(outcome.error().code == ErrorCode::not_found);
  }

  void import(ImportMode mode) {
    const bool graduates = with_graduates();
    Records file;
    for (auto count = random_() % 30; count > 0; --count) {
      const auto id = random_id();
      file[id] = random_record(graduates, id);
    }
    const auto imported = import_text(*service_, collection(graduates), lines_of(file),
                                      {.mode = mode, .errors_only = true, .progress = {}});
    REQUIRE(imported.totals);
    CHECK(imported.totals->rejected == 0);
    if (mode == ImportMode::replace) records(graduates).clear();
    for (const auto& [id, json] : file) records(graduates)[id] = json;
  }

  // Everybody who can be proposed is, and nobody else: all records here fit each other.
  void query() {
    const auto id = random_id();
    RankRequest request;
    request.options.k = 1000;
    std::string out;
    const auto ranked = service_->recommend(id, request, out);
    REQUIRE(ranked.has_value() == model_.graduates.contains(id));
    if (!ranked) return;
    for (int i = 0; i < 40; ++i) {
      const auto posting_id = "X" + std::to_string(i);
      REQUIRE(has(out, R"("posting":")" + posting_id + '"') == model_.postings.contains(posting_id));
    }
  }

  void open() {
    auto options = service_options(data());
    options.backups = folder_ / "backups";
    options.retention = {.keep = 3, .days = 30};
    service_ = open_service(std::move(options));
  }
  void reopen() {
    service_.reset();
    open();
  }
  void back_up() {
    const auto made = service_->back_up();
    REQUIRE(made);
    CHECK(made->version == service_->snapshot()->version());
    backups_.push_back({made->id, model_, made->version});
    if (backups_.size() > 3) backups_.erase(backups_.begin());
    CHECK(service_->backups()->size() == backups_.size());
  }
  void restore() {
    if (backups_.empty()) return;
    const auto& backup = backups_[random_() % backups_.size()];
    service_.reset();
    std::filesystem::remove_all(data());
    ++restored_;
    const auto folder = Backups::open(folder_ / "backups");
    REQUIRE(folder);
    REQUIRE(folder->restore(backup.id, data()));
    open();
    model_ = backup.model;
    CHECK(service_->snapshot()->version() == backup.version);
  }
  std::filesystem::path data() const { return folder_ / ("data-" + std::to_string(restored_)); }

  std::filesystem::path folder_;
  std::mt19937 random_;
  Model model_;
  std::vector<KeptBackup> backups_;
  int restored_ = 0;
  std::unique_ptr<Service> service_;
};

}  // namespace

TEST_CASE("random sequences leave what a plain map holds") {
  constexpr int kSequences = 2;
  constexpr int kSteps = 150;
  for (std::uint32_t i = 0; i < kSequences; ++i) {
    const TemporaryDirectory directory;
    const auto seed = Catch::rngSeed() + i;
    Sequence sequence(directory.path(), seed);
    for (int step = 0; step < kSteps; ++step) {
      INFO("seed " << seed << ", step " << step);
      sequence.step();
      sequence.compare();
    }
  }
}
