#pragma once
// The options that every command has: where the data is, how to answer.

#include <filesystem>
#include <memory>
#include <string>

#include "engine/catalog/catalog.hpp"
#include "tools/outcome.hpp"

namespace CLI {
class App;
}

namespace talentmatch {

struct Access {
  std::filesystem::path data;
  std::filesystem::path catalog;   // empty = the one that came with the program
  std::string server;              // URL; instead of `data`
  std::filesystem::path ca;        // certificates that a https server's is checked by; empty = the system's
  std::filesystem::path key_file;  // holds the key for the server; empty = TALENTMATCH_KEY, if that is set
  bool json = false;
  Language language = Language::en;
};

void add_language(CLI::App& command, Access& access);  // --lang and --json, which every command has
void add_catalog(CLI::App& command, Access& access);
void add_data(CLI::App& command, Access& access);
void add_server(CLI::App& command, Access& access);  // --key-file and --ca
void add_key_file(CLI::App& command, Access& access);
// All of them.
void add_access(CLI::App& command, Access& access);

// The key for the server, empty without one. Never from the command line, which others can see.
Outcome<std::string> key_of(const Access& access);
Outcome<std::filesystem::path> catalog_folder(const Access& access);
Outcome<std::shared_ptr<const Catalog>> open_catalog(const Access& access);

}  // namespace talentmatch
