#pragma once
// The options of `talentmatch serve`, from the command line or a file.

#include "server/server.hpp"
#include "tools/access.hpp"
#include "tools/backup_options.hpp"

namespace CLI {
class Option;
}

namespace talentmatch {

struct ServeArguments {
  Access access;
  ServerOptions server;
  BackupOptions backups;
};

void add_serve_options(CLI::App& command, ServeArguments& arguments);

// `--config FILE` (TOML; the options without their dashes in the section [serve], an unknown one is refused;
// what the command line says goes first) and `--print-config`, which is returned.
const CLI::Option* add_config_options(CLI::App& program, CLI::App& serve);
// To the output, as such a file: the options in force, with what they mean.
void print_config(const CLI::App& serve);

}  // namespace talentmatch
