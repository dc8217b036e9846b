// The power goes at any moment of puts, removals, imports, erasures and confirmations: what was acknowledged
// is there, what was under way is there whole or not at all, and the audit log is whole.

#include <functional>
#include <optional>

#include <fmt/format.h>

#include "storage/audit/audit_reader.hpp"
#include "tests/storage/placement_support.hpp"
#include "tests/storage/power_cut.hpp"
#include "tests/support/seeds.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

using Records = std::map<std::string, std::string>;  // by id

struct World {
  Records graduates;
  Records postings;
  Records placements;

  bool operator==(const World&) const = default;
};

Records records_of(const Service& service, Collection collection) {
  Records records;
  const auto text = exported(service, collection);
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = text.find('\n', begin);
    const auto line = text.substr(begin, end - begin);
    records[text_in(line, "id")] = line;
    begin = end + 1;
  }
  return records;
}

World world_of(const Service& service) {
  return {.graduates = records_of(service, Collection::graduates),
          .postings = records_of(service, Collection::postings),
          .placements = records_of(service, Collection::placements)};
}

class Office {
 public:
  Office(const std::filesystem::path& folder, std::uint64_t seed)
      : folder_(folder), env_(make_attic(folder)), dice_(seed) {
    const auto service = open_service(options());
    put_actors(*service);
  }

  void round() {
    env_.cut_after(1 + dice_.below(dice_.chance(50) ? 60 : 600));
    {
      const auto service = Service::open(options());
      while (service && !env_.is_cut()) step(**service);
    }
    env_.lose(dice_);
    compare();
  }
  std::size_t acknowledged() const { return acknowledged_; }

 private:
  ServiceOptions options() {
    auto options = service_options(folder_ / "data");
    options.store.env = &env_;
    return options;
  }

  std::string id() { return fmt::format("X{}", dice_.below(30)); }
  std::string graduate_json(const std::string& id) {
    return graduate(id, fmt::format(R"(,"expected_pay":{})", 2000 + dice_.below(9) * 500));
  }
  std::string posting_json(const std::string& id) {
    return posting(id, fmt::format(R"(,"headcount":{})", 1 + dice_.below(4)));
  }
  static void forget(World& world, const std::string& graduate) {
    world.graduates.erase(graduate);
    std::erase_if(world.placements,
                  [&](const auto& entry) { return text_in(entry.second, "graduate") == graduate; });
  }

  // `next` is what there is if `change` is done.
  template <class Change>
  void attempt(const World& next, Change change) {
    under_way_ = [next](const World& found) { return found == next; };
    if (!change()) return;
    known_ = next;
    under_way_ = nullptr;
    ++acknowledged_;
  }

  void put(Service& service) {
    const auto name = id();
    const bool graduates = dice_.chance(50);
    const auto json = graduates ? graduate_json(name) : posting_json(name);
    World next = known_;
    (graduates ? next.graduates : next.postings)[name] = json;
    const auto collection = graduates ? Collection::graduates : Collection::postings;
    attempt(next, [&] { return service.put(collection, name, json).has_value(); });
  }

  void remove(Service& service) {
    const auto name = id();
    World next = known_;
    forget(next, name);
    attempt(next, [&] {
      const auto removed = dice_.chance(80) ? service.remove(Collection::graduates, name).has_value()
                                            : service.erase_person(name).has_value();
      return removed || !known_.graduates.contains(name);
    });
  }

  void import(Service& service) {
    World next = known_;
    std::string lines;
    const bool replace = dice_.chance(20) && known_.placements.empty();
    if (replace) next.graduates.clear();
    for (int i = 0; i < 30; ++i) {
      if (dice_.chance(50)) continue;
      const auto name = fmt::format("X{}", i);
      next.graduates[name] = graduate_json(name);
      lines += next.graduates[name] + "\n";
    }
    const ImportOptions options{.mode = replace ? ImportMode::replace : ImportMode::upsert, .progress = {}};
    attempt(next, [&] {
      const auto totals = import_text(service, Collection::graduates, lines, options).totals;
      return totals && totals->rejected == 0 && (!replace || totals->swapped);
    });
  }

  // What the run proposes is placed, all of it.
  void confirm(Service& service) {
    std::string started;
    if (!service.placements().start("{}", started)) return;
    const auto run = text_in(started, "id");
    if (text_in(finished(service, run), "state") != "done") return;
    const auto rows = rows_of(service, run, RowFormat::ndjson);
    std::size_t proposed = 0;
    for (auto at = rows.find("\"posting\":\""); at != std::string::npos;
         at = rows.find("\"posting\":\"", at + 1))
      ++proposed;
    under_way_ = [before = known_, run, proposed](const World& found) {
      return found.postings == before.postings &&
             found.placements.size() == before.placements.size() + proposed && all_placed(found, run);
    };
    std::string out;
    if (!service.placements().confirm(run, out)) return;
    REQUIRE(under_way_(world_of(service)));
    take(service, run);
  }

  void undo(Service& service) {
    if (run_.empty()) return;
    under_way_ = [run = run_](const World& found) {
      return std::ranges::none_of(found.placements,
                                  [&](const auto& entry) { return entry.first.starts_with(run + ":"); });
    };
    std::string out;
    if (!service.placements().undo(run_, out)) return;
    REQUIRE(under_way_(world_of(service)));
    take(service, {});
  }

  void take(const Service& service, const std::string& run) {
    known_ = world_of(service);
    under_way_ = nullptr;
    run_ = run;
    ++acknowledged_;
    ++runs_;
  }

  static bool all_placed(const World& found, const std::string& run) {
    return std::ranges::all_of(found.placements, [&](const auto& entry) {
      const auto graduate = found.graduates.find(text_in(entry.second, "graduate"));
      return !entry.first.starts_with(run + ":") ||
             (graduate != found.graduates.end() && has(graduate->second, R"("status":"placed")"));
    });
  }

  void step(Service& service) {
    const auto what = dice_.below(100);
    if (what < 45) return put(service);
    if (what < 65) return remove(service);
    if (what < 85) return import(service);
    if (what < 95) return confirm(service);
    undo(service);
  }

  void compare() {
    {
      const auto store = Store::open(folder_ / "data", {.env = &env_});
      REQUIRE(store);
      REQUIRE(verify_audit_log(**store));
    }
    const auto service = open_service(options());
    const auto found = world_of(*service);
    const bool acknowledged = found == known_;
    const bool one_more = under_way_ && under_way_(found);
    REQUIRE((acknowledged || one_more));
    REQUIRE(service->snapshot()->counts().graduates == found.graduates.size());
    REQUIRE(service->snapshot()->counts().placements == found.placements.size());
    known_ = found;
    under_way_ = nullptr;
  }

  std::filesystem::path folder_;
  PowerCutEnv env_;
  Dice dice_;
  World known_;                                  // acknowledged
  std::function<bool(const World&)> under_way_;  // it is there, though it was not acknowledged
  std::string run_;                              // confirmed last
  std::size_t acknowledged_ = 0;
  std::size_t runs_ = 0;
};

}  // namespace

TEST_CASE("whenever the power goes, the service loses nothing that it acknowledged") {
  constexpr int kRounds = 25;
  for (const auto seed : world_seeds(Catch::rngSeed(), 2)) {
    INFO("TALENTMATCH_SEED=" << seed);
    const TemporaryDirectory directory;
    Office office(directory.path(), seed);
    for (int round = 0; round < kRounds; ++round) {
      INFO("round " << round);
      office.round();
    }
    CHECK(office.acknowledged() > kRounds);
  }
}
