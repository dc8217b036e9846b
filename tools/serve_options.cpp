#include "tools/serve_options.hpp"

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace talentmatch {
namespace {

void add_address(CLI::App& command, ServerOptions& server) {
  command.add_option("--port", server.port, "Port; 0 = any free one")->capture_default_str()->type_name("N");
  command
      .add_option("--address", server.address,
                  "Address to listen on; one that other machines reach needs a key first")
      ->capture_default_str()
      ->type_name("IP");
  auto* certificate = command.add_option("--tls-certificate", server.tls.certificate,
                                         "Speak TLS with this certificate and its chain (PEM)");
  auto* key = command.add_option("--tls-key", server.tls.key, "The certificate's key (PEM)");
  certificate->type_name("FILE")->needs(key);
  key->type_name("FILE")->needs(certificate);
}

void add_log(CLI::App& command, ServerOptions& server) {
  command
      .add_option_function<std::string>(
          "--log", [&](const std::string& word) { server.log.which = *parse_word<LoggedRequests>(word); },
          "Which requests to log on the error output, a line of JSON each: all, those that failed or took "
          "long, or none")
      ->default_str(std::string(word(server.log.which)))
      ->type_name("requests|problems|none")
      ->check(CLI::IsMember(words<LoggedRequests>).description(""));
}

// In the units that people write: `now` and what `set` is given.
void add_limit(CLI::App& command, const char* name, std::size_t now, std::size_t most,
               const std::function<void(std::size_t)>& set, const char* text) {
  command.add_option_function<std::size_t>(name, set, text)
      ->default_str(fmt::format("{}", now))
      ->check(CLI::Range(std::size_t{1}, most))
      ->type_name("N")
      ->group("Limits");
}

void add_count(CLI::App& command, const char* name, std::size_t& limit, std::size_t most, const char* text) {
  add_limit(command, name, limit, most, [&](std::size_t count) { limit = count; }, text);
}

void add_mebibytes(CLI::App& command, const char* name, std::size_t& limit, const char* text) {
  add_limit(
      command, name, limit >> 20U, 4096, [&](std::size_t mebibytes) { limit = mebibytes << 20U; }, text);
}

void add_seconds(CLI::App& command, const char* name, std::chrono::milliseconds& limit, const char* text) {
  constexpr std::size_t kDay = 86'400;
  const auto now = std::chrono::duration_cast<std::chrono::seconds>(limit).count();
  add_limit(
      command, name, static_cast<std::size_t>(now), kDay,
      [&](std::size_t seconds) { limit = std::chrono::seconds(seconds); }, text);
}

void add_limits(CLI::App& command, Limits& limits) {
  constexpr std::size_t kMost = 1'000'000;
  add_count(command, "--connections", limits.connections, kMost, "Connections at once; above: 503");
  add_count(command, "--in-flight", limits.in_flight, kMost, "Writes and batches at once; above: 503");
  add_count(command, "--transfers", limits.transfers, 64, "Imports and exports at work at once");
  add_count(command, "--waiting-transfers", limits.waiting_transfers, kMost,
            "Imports and exports waiting for their turn; above: 503");
  add_mebibytes(command, "--body-mib", limits.body,
                "MiB of a body that is neither an import nor a placement; above: 413");
  add_mebibytes(command, "--placement-mib", limits.placement,
                "MiB of a placement's body with its lists; above: 413");
  add_seconds(command, "--request-seconds", limits.request,
              "Time for a request to arrive whole, and for a pause in a stream; above: 408, or the end");
  add_seconds(command, "--idle-seconds", limits.idle,
              "Time between the requests of a connection; above: it is closed");
}

// As it is in TOML; what is not set, as a comment.
void print_option(const CLI::Option& option) {
  const auto value = option.count() > 0 ? option.results().back() : option.get_default_str();
  const bool number = !value.empty() && value.find_first_not_of("0123456789") == std::string::npos;
  const char quote = value.contains('"') ? '\'' : '"';
  fmt::print("\n# {}\n{}{} = {}\n", option.get_description(), value.empty() ? "# " : "",
             option.get_single_name(), number ? value : quote + value + quote);
}

}  // namespace

void add_serve_options(CLI::App& command, ServeArguments& arguments) {
  add_data(command, arguments.access);
  add_address(command, arguments.server);
  command.add_option("--threads", arguments.server.threads, "Threads; 0 = one a core")
      ->capture_default_str()
      ->type_name("N");
  add_log(command, arguments.server);
  add_backup_options(command, "--backups", arguments.backups);
  add_limits(command, arguments.server.limits);
  add_catalog(command, arguments.access);
  add_language(command, arguments.access);
  command.get_option("--json")->configurable(false);
}

const CLI::Option* add_config_options(CLI::App& program, CLI::App& serve) {
  program.set_config("--config", "", "Take options of `serve` from this file, which --print-config writes")
      ->type_name("FILE");
  program.allow_config_extras(CLI::config_extras_mode::error);
  serve.fallthrough();
  return serve
      .add_flag_callback(
          "--print-config", [] {}, "Print the options in force as a file for --config, and end")
      ->configurable(false);
}

void print_config(const CLI::App& serve) {
  fmt::print("[{}]\n", serve.get_name());
  for (const auto* option : serve.get_options()) {
    if (option->get_configurable()) print_option(*option);
  }
}

}  // namespace talentmatch
