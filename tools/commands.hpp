#pragma once
// The commands of the program, one file each. add_… declares the command's options; when the command line
// names it, `chosen` becomes what is to be done.

#include <functional>

#include "tools/outcome.hpp"

namespace CLI {
class App;
}

namespace talentmatch {

// Gives the exit status.
using Action = std::function<Outcome<int>()>;

void add_serve(CLI::App& program, Action& chosen);
void add_import(CLI::App& program, Action& chosen);
void add_export(CLI::App& program, Action& chosen);
void add_recommend(CLI::App& program, Action& chosen);
void add_candidates(CLI::App& program, Action& chosen);
void add_explain(CLI::App& program, Action& chosen);
void add_gaps(CLI::App& program, Action& chosen);
void add_relaxations(CLI::App& program, Action& chosen);
void add_place(CLI::App& program, Action& chosen);
void add_stats(CLI::App& program, Action& chosen);
void add_keys(CLI::App& program, Action& chosen);
void add_generate(CLI::App& program, Action& chosen);
void add_backup(CLI::App& program, Action& chosen);
void add_restore(CLI::App& program, Action& chosen);
void add_person(CLI::App& program, Action& chosen);
void add_audit(CLI::App& program, Action& chosen);
void add_verify(CLI::App& program, Action& chosen);
void add_bench(CLI::App& program, Action& chosen);
void add_catalog_command(CLI::App& program, Action& chosen);

}  // namespace talentmatch
