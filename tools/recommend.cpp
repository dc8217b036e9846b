#include "tools/ranking_command.hpp"

namespace talentmatch {

void add_recommend(CLI::App& program, Action& chosen) {
  add_ranking(
      program, chosen, Side::postings,
      {.name = "recommend",
       .help = "The best postings for a graduate",
       .asking_option = "--graduate",
       .asking_help = "Id of the graduate",
       .footer = "Example:\n  talentmatch recommend --data var/data --graduate G1 --k 5 --explain\n"
                 "  talentmatch recommend --server http://127.0.0.1:8080 --profile "
                 "'{\"major\":\"510201\",\"level\":\"junior_college\",\"year\":2026}'\n"
                 "  talentmatch recommend --data var/data --all --k 20 --out recommendations.ndjson"});
}

}  // namespace talentmatch
