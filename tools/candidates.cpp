#include "tools/ranking_command.hpp"

namespace talentmatch {

void add_candidates(CLI::App& program, Action& chosen) {
  add_ranking(
      program, chosen, Side::graduates,
      {.name = "candidates",
       .help = "The best graduates for a posting",
       .asking_option = "--posting",
       .asking_help = "Id of the posting",
       .footer =
           "Example:\n  talentmatch candidates --data var/data --posting P1 --k 5 --explain --lang zh"});
}

}  // namespace talentmatch
