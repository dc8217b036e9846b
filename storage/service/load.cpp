#include "storage/service/load.hpp"

#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

#include <fmt/format.h>

#include "storage/codec/record_json.hpp"
#include "storage/service/unreadable.hpp"

namespace talentmatch {
namespace {

using Parts = std::vector<std::unique_ptr<Market::Part>>;

class Loader {
 public:
  Loader(const Store& store, const Catalog& catalog, const LoadOptions& options, std::string catalogs)
      : store_(store), catalog_(catalog), options_(options), catalogs_(std::move(catalogs)) {}

  // A small collection, as mutations.
  Result<void> read(Collection collection, std::vector<Mutation>& mutations);
  // A large one, into one part per thread.
  Result<void> read(Collection collection, const Parts& parts);

 private:
  void report(Collection collection, std::uint64_t done, std::uint64_t expected);

  const Store& store_;
  const Catalog& catalog_;
  const LoadOptions& options_;
  std::string catalogs_;
};

Result<void> Loader::read(Collection collection, std::vector<Mutation>& mutations) {
  RecordParser parser;
  Unreadable unreadable;
  auto scan = store_.scan(collection);
  report(collection, 0, 1);
  while (scan.next()) {
    auto parsed = parser.parse(collection, scan.value(), catalog_);
    if (!parsed) {
      unreadable.add(scan.id(), parsed.error());
    } else {
      mutations.emplace_back(collection, std::string(scan.id())).record = std::move(parsed->record);
    }
  }
  if (auto good = scan.check(); !good) return good;
  return unreadable.check(collection, catalogs_);
}

// The threads share one scan: each takes a block of it in turn and parses that beside the others.
Result<void> Loader::read(Collection collection, const Parts& parts) {
  const auto expected = store_.estimated_count(collection);
  auto scan = store_.scan(collection);
  std::mutex mutex;  // of scan, failure and done
  Result<void> failure;
  std::uint64_t done = 0;
  Unreadable unreadable;
  const auto take_block = [&](ScanBlock& block) {
    const std::lock_guard guard(mutex);
    if (auto filled = scan.fill(block); !filled) failure = filled;
    done += block.size();
    report(collection, done, expected);
    return failure && block.size() != 0;
  };
  const auto work = [&](Market::Part& part) {
    RecordParser parser;
    ScanBlock block;
    while (take_block(block)) {
      for (std::size_t i = 0; i < block.size(); ++i) {
        const auto parsed = parser.parse(collection, block.value(i), catalog_);
        parsed ? part.add(parsed->record) : unreadable.add(block.id(i), parsed.error());
      }
    }
  };
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 1; i < parts.size(); ++i) threads.emplace_back(work, std::ref(*parts[i]));
    work(*parts[0]);
  }
  if (!failure) return failure;
  return unreadable.check(collection, catalogs_);
}

void Loader::report(Collection collection, std::uint64_t done, std::uint64_t expected) {
  if (!options_.progress) return;
  const double share = expected == 0 ? 1.0 : static_cast<double>(done) / static_cast<double>(expected);
  options_.progress(word(collection), std::min(share, 1.0));
}

}  // namespace

Result<void> load(const Store& store, const Catalog& catalog, Market& market, const LoadOptions& options) {
  const auto written_with = store.catalog_version();
  if (!written_with) return fail(written_with.error());
  Loader loader(store, catalog, options,
                fmt::format("(written with catalogue {}, read with {})", *written_with, catalog.version()));
  std::vector<Mutation> mutations;
  for (auto collection :
       {Collection::schools, Collection::employers, Collection::ties, Collection::placements}) {
    if (auto loaded = loader.read(collection, mutations); !loaded) return loaded;
  }
  market.apply(mutations, store.last_commit());
  Parts parts(options.threads);
  for (auto& part : parts) part = market.part();
  for (auto collection : {Collection::graduates, Collection::postings}) {
    if (auto loaded = loader.read(collection, parts); !loaded) return loaded;
  }
  market.adopt(std::move(parts), store.last_commit());
  return {};
}

}  // namespace talentmatch
