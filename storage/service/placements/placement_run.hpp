#pragma once
// One placement run as the service keeps it, in memory and in the store.

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/error.hpp"
#include "engine/placement/run.hpp"
#include "storage/store/store.hpp"

namespace talentmatch {

enum class RunState : std::uint8_t { queued, running, done, failed, cancelled, interrupted };
template <>
inline constexpr std::array<std::string_view, 6> words<RunState>{"queued", "running",   "done",
                                                                 "failed", "cancelled", "interrupted"};

// What is told of a run. JSON members are complete values, empty = not there yet.
struct RunHead {
  std::uint64_t number = 0;
  RunState state = RunState::queued;
  PlacementMode mode = PlacementMode::stable;
  std::string version;                      // of the data
  std::string as_of;                        // YYYY-MM-DD
  std::string request;                      // JSON: policy and options, no list of persons
  std::string report;                       // JSON, when done
  std::string failure;                      // JSON {"error":…}, when failed
  std::string confirmation;                 // JSON, when confirmed
  bool from_scores = false;                 // mode `stable` with every list from scores
  bool retraceable = false;                 // and nothing that is not kept decided: no priority groups
  std::vector<std::string> firsts;          // the graduate with which each piece of rows begins
  std::vector<std::string> posting_firsts;  // the same of the pieces that tell of postings

  std::string id() const { return "R" + std::to_string(number); }
  bool finished() const { return state != RunState::queued && state != RunState::running; }
};

// {"id":"R1","state":"running","progress":412,…}; progress 0…1000.
void append_run(std::string& out, const RunHead& head, int progress);

// The same in short, for lists of runs: without request and report.
// {"id":"R1","state":"done","progress":1000,"mode":"stable","version":…,"as_of":…,"confirmed":false}
void append_run_summary(std::string& out, const RunHead& head, int progress);

// "R12" -> 12. Error: not_found.
Result<std::uint64_t> run_number(std::string_view id);

// ---- documents of the store

inline constexpr std::string_view kRunHeads = "runs/heads/";
Document head_document(const RunHead& head);
Result<RunHead> parse_head(std::string_view document);

enum class PieceKind : std::uint8_t { rows, postings };
inline constexpr std::array kPieceKinds{PieceKind::rows, PieceKind::postings};
inline const std::vector<std::string>& firsts_of(const RunHead& head, PieceKind kind) {
  return kind == PieceKind::rows ? head.firsts : head.posting_firsts;
}
std::string piece_name(PieceKind kind, std::uint64_t number, std::size_t piece);

}  // namespace talentmatch
