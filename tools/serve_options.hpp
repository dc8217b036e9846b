#pragma once
// The options of `talentmatch serve`, from the command line or a file.

#include <cstddef>

#include "server/server.hpp"
#include "tools/access.hpp"
#include "tools/backup_options.hpp"

namespace CLI {
class Option;
}

namespace talentmatch {

// What an operator may set of the server's limits (server/limits.hpp), in the units that people write.
struct LimitArguments {
  std::size_t connections = Limits{}.connections;
  std::size_t in_flight = Limits{}.in_flight;
  std::size_t transfers = Limits{}.transfers;
  std::size_t waiting_transfers = Limits{}.waiting_transfers;
  std::size_t body_mib = Limits{}.body >> 20U;
  std::size_t placement_mib = Limits{}.placement >> 20U;
  unsigned request_seconds = 30;
  unsigned idle_seconds = 75;

  Limits limits() const;
};

struct ServeArguments {
  Access access;
  ServerOptions server;
  LimitArguments limits;
  BackupOptions backups;
};

void add_serve_options(CLI::App& command, ServeArguments& arguments);

// `--config FILE` (TOML; the options without their dashes in the section [serve], an unknown one is refused;
// what the command line says goes first) and `--print-config`, which is returned.
const CLI::Option* add_config_options(CLI::App& program, CLI::App& serve);
// To the output, as such a file: the options in force, with what they mean.
void print_config(const CLI::App& serve);

}  // namespace talentmatch
