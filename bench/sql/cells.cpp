// Writes a generated world as CSV, one file for each table of schema.sql, and what the engine answers to a
// sample of graduates (answers.csv); prints the engine's own latency on that sample as JSON.

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ostream.h>

#include "bench/bench_world.hpp"
#include "bench/latency.hpp"
#include "engine/ranking/ranker.hpp"
#include "storage/catalog/load_catalog.hpp"

namespace talentmatch::bench {
namespace {

struct Run {
  std::string catalog = "data/catalog";
  std::filesystem::path out = "var/cells";
  WorldOptions world;
  std::size_t queries = 50;
  Date as_of{20'605};  // 2026-06-01
};

class Tables {
 public:
  explicit Tables(std::filesystem::path folder) : folder_(std::move(folder)) {
    std::filesystem::create_directories(folder_);
  }
  std::ofstream open(std::string_view table) const {
    return std::ofstream(folder_ / fmt::format("{}.csv", table));
  }

 private:
  std::filesystem::path folder_;
};

std::int64_t number(Slot slot) {
  return slot == kNoSlot ? -1 : std::int64_t{slot};
}

void write_postings(const Snapshot& snapshot, const Tables& tables) {
  auto posting = tables.open("posting");
  auto entry = tables.open("entry");
  auto item = tables.open("item");
  std::uint32_t number_of_row = 0;
  snapshot.for_each_posting([&](RowRef, const PostingFacts& p) {
    if (!p.open || p.taken >= p.headcount) return;
    const auto row = number_of_row++;
    fmt::print(posting, "{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}\n", row, p.id, number(p.employer),
               int{snapshot.employers()[p.employer].active}, index_of(p.region), kind_bit(p.kind),
               static_cast<int>(p.fresh), int{p.majors_strict}, p.min_rank, p.offer, p.posted.days,
               p.closes.days, number(p.school), p.required.size(), p.required.size() + p.preferred.size(),
               int{p.majors.empty()});
    for (const EntryId e : p.majors) fmt::print(entry, "{},{}\n", row, index_of(e));
    for (const auto& i : p.required) fmt::print(item, "{},{},{},1\n", row, index_of(i.certificate), i.level);
    for (const auto& i : p.preferred) fmt::print(item, "{},{},{},0\n", row, index_of(i.certificate), i.level);
  });
}

void write_graduates(const Snapshot& snapshot, const Tables& tables) {
  auto graduate = tables.open("graduate");
  auto wish = tables.open("wish");
  auto holding = tables.open("holding");
  auto own_tie = tables.open("own_tie");
  snapshot.for_each_graduate([&](RowRef, const GraduateFacts& g) {
    if (!own_gates(g).empty()) return;
    const bool has_home = g.home != kNoRegion;
    fmt::print(graduate, "{},{},{},{},{},{},{},{},{},{}\n", g.id, number(g.school), index_of(g.major),
               rank_of(g.level), g.year, g.kinds, int{g.wishes_only && !g.wishes.empty()}, g.expected_pay,
               has_home ? int{index_of(g.home)} : -1, g.wishes.empty() && !has_home ? 50 : 15);
    for (std::size_t i = 0; i < g.wishes.size(); ++i) {
      fmt::print(wish, "{},{},{}\n", g.id, index_of(g.wishes[i]),
                 std::max(70, 100 - 10 * static_cast<int>(i)));
    }
    for (const auto& h : g.certificates) {
      fmt::print(holding, "{},{},{},{}\n", g.id, index_of(h.certificate), h.level, h.expires.days);
    }
    for (const auto& t : g.ties) fmt::print(own_tie, "{},{},{}\n", g.id, number(t.employer), t.value);
  });
}

void write_ties(const Snapshot& snapshot, const Tables& tables) {
  auto tie = tables.open("tie");
  for (Slot school = 0; school < snapshot.schools().slots(); ++school) {
    for (const TieRow& t : snapshot.ties().of_school(school)) {
      fmt::print(tie, "{},{},{},{}\n", school, t.employer, t.starts.days, t.ends.days);
    }
  }
}

void write_majors(const Catalog& catalog, const Tables& tables) {
  auto related = tables.open("related");
  for (std::size_t m = 0; m < catalog.major_count(); ++m) {
    const MajorId major{static_cast<std::uint16_t>(m)};
    for (const RelatedEntry r : catalog.related(major)) {
      fmt::print(related, "{},{},{},{},{}\n", m, index_of(r.entry), r.affinity,
                 int{catalog.names(r.entry, major)},
                 int{catalog.family_of(r.entry) == catalog.family_of(major)});
    }
  }
}

// The value of `region` for a graduate whose only place is `place`, as a wish or as the home; 15 = elsewhere.
std::int32_t value_near(const Catalog& catalog, RegionId place, RegionId region, bool as_home) {
  GraduateFacts graduate;
  if (as_home) {
    graduate.home = place;
  } else {
    graduate.wishes = {&place, 1};
  }
  return region_value(catalog, graduate, region);
}

void write_regions(const Catalog& catalog, const Tables& tables) {
  auto near = tables.open("near");
  const auto or_null = [](std::int32_t value) { return value == 15 ? std::string{} : std::to_string(value); };
  for (std::size_t p = 0; p < catalog.region_count(); ++p) {
    for (std::size_t r = 0; r < catalog.region_count(); ++r) {
      const RegionId place{static_cast<std::uint16_t>(p)};
      const RegionId region{static_cast<std::uint16_t>(r)};
      const auto as_wish = value_near(catalog, place, region, false);
      if (as_wish == 15) continue;
      fmt::print(near, "{},{},{},{},{}\n", p, r, int{catalog.contains(place, region)}, as_wish,
                 or_null(value_near(catalog, place, region, true)));
    }
  }
}

std::string write_answers(const Snapshot& snapshot, const Tables& tables, const Run& run) {
  auto asked = tables.open("asked");
  auto answers = tables.open("answers");
  Ranker ranker;
  Latencies latencies;
  RankOptions options;
  options.as_of = run.as_of;
  const auto& segment = *snapshot.graduates().front().segment;
  std::size_t left = run.queries;
  for (std::uint64_t i = 0; left > 0; ++i) {
    const auto graduate = segment.facts(static_cast<std::uint32_t>(i * 2'654'435'761U % segment.size()));
    if (!own_gates(graduate).empty()) continue;
    const auto ranking = latencies.measure([&] { return ranker.rank(snapshot, graduate, options); });
    fmt::print(asked, "{}\n", graduate.id);
    for (const auto& [ref, found] : ranking.results) {
      fmt::print(answers, "{},{},{},{},{}\n", graduate.id, snapshot.posting(ref).id, found.employer_view,
                 found.graduate_view, found.mutual);
    }
    --left;
  }
  return latencies.json();
}

int write_all(const Run& run) {
  const auto catalog = load_catalog(run.catalog);
  if (!catalog) return fmt::print(stderr, "{}\n", message(catalog.error(), Language::en)), 2;
  const auto market = market_of(*catalog, run.world);
  if (!market) return fmt::print(stderr, "{}\n", message(market.error(), Language::en)), 2;
  const auto snapshot = (*market)->snapshot();
  const Tables tables(run.out);
  write_postings(*snapshot, tables);
  write_graduates(*snapshot, tables);
  write_ties(*snapshot, tables);
  write_majors(**catalog, tables);
  write_regions(**catalog, tables);
  fmt::print("{}\n", write_answers(*snapshot, tables, run));
  return EXIT_SUCCESS;
}

}  // namespace
}  // namespace talentmatch::bench

int main(int argc, char** argv) {
  talentmatch::bench::Run run;
  CLI::App app{"Writes a generated world and the engine's answers for bench/sql/run."};
  app.add_option("--catalog", run.catalog, "folder of the catalogue")->capture_default_str();
  app.add_option("--out", run.out, "folder for the CSV files")->capture_default_str();
  app.add_option("--seed", run.world.seed)->capture_default_str();
  app.add_option("--graduates", run.world.graduates)->capture_default_str();
  app.add_option("--postings", run.world.postings)->capture_default_str();
  app.add_option("--queries", run.queries)->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  return talentmatch::bench::write_all(run);
}
