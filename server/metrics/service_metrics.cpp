#include "server/metrics/service_metrics.hpp"

#include <iterator>
#include <string_view>

#include <fmt/format.h>

namespace talentmatch {
namespace {

// One figure that goes up and down, or `counter`: only up.
void append_figure(std::string& out, std::string_view name, std::string_view help, std::uint64_t value,
                   std::string_view type = "gauge") {
  fmt::format_to(std::back_inserter(out),
                 "# HELP talentmatch_{0} {1}\n# TYPE talentmatch_{0} {2}\ntalentmatch_{0} {3}\n", name, help,
                 type, value);
}

void append_records(std::string& out, const MarketCounts& counts) {
  out +=
      "# HELP talentmatch_records Records in memory.\n"
      "# TYPE talentmatch_records gauge\n";
  const auto append = [&](std::string_view collection, std::uint64_t count) {
    fmt::format_to(std::back_inserter(out), "talentmatch_records{{collection=\"{}\"}} {}\n", collection,
                   count);
  };
  append("schools", counts.schools);
  append("employers", counts.employers);
  append("graduates", counts.graduates);
  append("postings", counts.postings);
}

void append_store(std::string& out, const StoreFigures& store) {
  append_figure(out, "store_commits_total", "Number of the last commit.", store.commits, "counter");
  append_figure(out, "store_table_bytes", "Tables on disk.", store.table_bytes);
  append_figure(out, "store_memtable_bytes", "In memory, not yet in tables.", store.memtable_bytes);
  append_figure(out, "store_compaction_pending_bytes", "Wait to be merged.", store.compaction_bytes);
  append_figure(out, "store_compactions", "Merges under way.", store.compactions);
  append_figure(out, "store_flushes", "Flushes under way.", store.flushes);
  append_figure(out, "store_background_errors_total", "Failures of flushes and merges.",
                store.background_errors, "counter");
}

}  // namespace

void append_metrics(std::string& out, const ServiceFigures& figures) {
  fmt::format_to(std::back_inserter(out),
                 "# HELP talentmatch_data_info The version of the data that answers are computed from.\n"
                 "# TYPE talentmatch_data_info gauge\n"
                 "talentmatch_data_info{{version=\"{}\"}} 1\n",
                 figures.version);
  append_figure(out, "data_changed_seconds", "When the data last changed or were loaded, since 1970.",
                static_cast<std::uint64_t>(figures.changed));
  append_records(out, figures.counts);
  append_figure(out, "seats_open", "Seats left at open postings.", figures.counts.seats_open);
  append_figure(out, "graduate_segments", "Segments of the graduates' index.", figures.graduate_segments);
  append_figure(out, "posting_segments", "Segments of the postings' index.", figures.posting_segments);
  append_figure(out, "writes_waiting", "Writes that wait for the writer.", figures.writes_waiting);
  append_figure(out, "imports_running", "Imports under way.", figures.imports_running);
  append_figure(out, "import_lines_total", "Lines of imports read since the start.", figures.import_lines,
                "counter");
  append_figure(out, "erasure_unfinished", "An erased person's bytes may still be on the disk.",
                figures.erasure_unfinished ? 1 : 0);
  append_figure(out, "placements_waiting", "Placement runs that wait.", figures.runs.waiting);
  append_figure(out, "placements_running", "Placement runs under way.",
                static_cast<std::uint64_t>(figures.runs.running));
  append_figure(out, "placement_progress_permille", "How far the run under way is.",
                static_cast<std::uint64_t>(figures.runs.progress));
  append_store(out, figures.store);
}

}  // namespace talentmatch
