#pragma once
// What a run did with the seats of each posting, kept as a line of text: posting, place in the run's field,
// order, seats, reserved, filled, filled reserved, released, the two cutoffs and the record's seal.

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/model/error.hpp"
#include "engine/placement/run.hpp"
#include "storage/service/placements/columns.hpp"
#include "storage/service/placements/run_rows.hpp"

namespace talentmatch {

// By what a posting's seats were given, and so how its cutoffs are to be read.
enum class SeatOrder : std::uint8_t {
  employer_view,  // E, lottery
  given_list,     // place in the posting's own list, lottery
  order_class,    // no cutoffs are kept or told: they would betray priority groups
  none            // mode max_score: there are no cutoffs
};
template <>
inline constexpr std::array<std::string_view, 4> words<SeatOrder>{"employer_view", "given_list",
                                                                  "order_class", "none"};
constexpr bool has_cutoffs(SeatOrder order) {
  return order == SeatOrder::employer_view || order == SeatOrder::given_list;
}

struct RunPosting {
  std::string_view posting;
  std::uint32_t place = 0;  // row of the run's field: of wishes with equal S the smaller is wanted more
  SeatOrder order{};
  PostingOutcome outcome;
  std::uint64_t seal = 0;
};

void append_line(Pieces& pieces, const RunPosting& posting);
// Of a line without its end. Error: corrupt_data.
Result<RunPosting> read_posting(std::string_view line);

// "cutoffs":{"open":…,"members":…} or null; null inside = seats are free, members of null = no seats of the
// kind. A place in a given list counts from 1.
void append_cutoffs(std::string& out, SeatOrder order, const PostingOutcome& outcome);
// As answers show it, with the line's end.
void append_posting(std::string& out, const RunPosting& posting, RowFormat format);
inline constexpr std::string_view kPostingsCsvHead =
    "posting,seats,filled,reserved,filled_reserved,released,free,order,open_cutoff,open_lottery,"
    "members_cutoff,members_lottery\n";

// Sixteen hexadecimal digits, as a command line shows the digest: printf '7\nG1' | sha256sum.
std::string lottery_text(std::uint64_t number);

}  // namespace talentmatch
