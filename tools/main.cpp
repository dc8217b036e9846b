#include <cstdio>
#include <exception>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "tools/commands.hpp"
#include "tools/memory.hpp"

namespace talentmatch {
namespace {

void add_commands(CLI::App& program, Action& chosen) {
  program.require_subcommand(1);
  add_serve(program, chosen);
  add_import(program, chosen);
  add_export(program, chosen);
  add_recommend(program, chosen);
  add_candidates(program, chosen);
  add_explain(program, chosen);
  add_gaps(program, chosen);
  add_relaxations(program, chosen);
  add_place(program, chosen);
  add_stats(program, chosen);
  add_keys(program, chosen);
  add_generate(program, chosen);
  add_backup(program, chosen);
  add_restore(program, chosen);
  add_person(program, chosen);
  add_audit(program, chosen);
  add_verify(program, chosen);
  add_bench(program, chosen);
  add_catalog_command(program, chosen);
}

int run(int count, char** arguments) {
  CLI::App program("Matches graduates of vocational and higher schools with job postings.", "talentmatch");
  program.footer(
      "Exit status: 0 done, 1 failed, 2 called wrongly. `talentmatch COMMAND --help` shows an example.");
  Action chosen;
  add_commands(program, chosen);
  try {
    program.parse(count, arguments);
  } catch (const CLI::ConfigError& error) {
    fmt::print(stderr,
               "talentmatch: --config: {}; `talentmatch serve --print-config` shows what it may hold\n",
               error.what());
    return kMisused;
  } catch (const CLI::ParseError& error) {
    return program.exit(error) == 0 ? kDone : kMisused;
  }
  const auto status = chosen();
  if (status) return *status;
  fmt::print(stderr, "talentmatch: {}\n", status.error().message);
  return status.error().status;
}

}  // namespace
}  // namespace talentmatch

// The libraries below throw; nothing of ours does.
int main(int count, char** arguments) {
  talentmatch::give_freed_memory_back();
  try {
    return talentmatch::run(count, arguments);
  } catch (const std::exception& error) {
    fmt::print(stderr, "talentmatch: {}\n", error.what());
    return talentmatch::kFailed;
  }
}
