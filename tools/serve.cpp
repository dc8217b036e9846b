#include <chrono>
#include <cstdlib>
#include <future>
#include <memory>
#include <thread>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <unistd.h>

#include "server/log/event_line.hpp"
#include "server/log/event_log.hpp"
#include "server/server.hpp"
#include "storage/keys/local_keys.hpp"
#include "tools/backend.hpp"
#include "tools/commands.hpp"
#include "tools/serve_options.hpp"
#include "tools/serve_signals.hpp"

namespace talentmatch {
namespace {

using namespace std::chrono_literals;

struct Loaded {
  bool keyed = false;  // there are keys
  std::string version;
  MarketCounts counts;
  std::chrono::nanoseconds took{};
};

Outcome<Loaded> load(const ServeArguments& arguments, Server& server) {
  const auto start = std::chrono::steady_clock::now();
  auto service = open_service(arguments.access, Missing::created, arguments.backups);
  if (!service) return std::unexpected(std::move(service.error()));
  const auto data = (*service)->snapshot();
  Loaded loaded{.keyed = !(*service)->keys().keys()->empty(),
                .version = std::string(data->version()),
                .counts = data->counts(),
                .took = std::chrono::steady_clock::now() - start};
  (*service)->placements().keep_ready();
  server.set_service(std::move(*service));
  return loaded;
}

bool is_local(const std::string& address) {
  return address == "localhost" || address == "::1" || address.starts_with("127.");
}

// Other machines are not served before there is a key: looked at before the server listens.
Outcome<void> check_keys(const ServeArguments& arguments) {
  const Access& access = arguments.access;
  const ServerOptions& server = arguments.server;
  if (is_local(server.address)) return {};
  if (std::filesystem::is_directory(access.data)) {
    const auto keys = LocalKeys::open(access.data);
    if (!keys) return give_up_opening(keys.error(), access.language);
    if (!keys->ring().keys()->empty()) return {};
  }
  const auto* text =
      access.language == Language::zh
          ? "--address {0}：尚无访问密钥，只能监听本机地址；请先运行 talentmatch keys add NAME "
            "--scopes admin,read --data {1}"
          : "--address {0}: there is no key yet, so only this machine can be served; first run "
            "talentmatch keys add NAME --scopes admin,read --data {1}";
  return give_up(fmt::format(fmt::runtime(text), server.address, access.data.string()), kMisused);
}

void announce(const ServeArguments& arguments, const Server& server, bool keyed) {
  fmt::print("talentmatch serves {}://{}:{}/ ({}); stop with Ctrl-C or SIGTERM\n",
             arguments.server.tls.given() ? "https" : "http", arguments.server.address, server.port(),
             keyed ? "for holders of keys" : "this machine only: there are no keys");
  std::fflush(stdout);
}

void log_start(EventLog& log, const ServeArguments& arguments, const Server& server, const Loaded& loaded) {
  EventLine line("started");
  line.add("address", arguments.server.address)
      .add("port", server.port())
      .add("version", loaded.version)
      .add("schools", loaded.counts.schools)
      .add("employers", loaded.counts.employers)
      .add("ties", loaded.counts.ties)
      .add("graduates", loaded.counts.graduates)
      .add("postings", loaded.counts.postings)
      .add("placements", loaded.counts.placements)
      .add("load_ms", loaded.took);
  log.write(line.finish());
}

void log_event(EventLog& log, std::string_view event) {
  log.write(EventLine(event).finish());
}

// A certificate that cannot be used changes nothing: the server goes on with the one it has.
void reload(EventLog& log, const ServeArguments& arguments, Server& server) {
  const auto reloaded = server.reload_tls();
  EventLine line(reloaded ? "reloaded" : "not_reloaded");
  line.add("certificate", arguments.server.tls.certificate.string());
  if (!reloaded) line.add("message", message(reloaded.error(), Language::en));
  log.write(line.finish());
}

// A signal during loading ends the process: nothing has been written that could be lost.
Outcome<Loaded> load_unless_stopped(const ServeArguments& arguments, Server& server,
                                    const ServeSignals& signals) {
  auto loading = std::async(std::launch::async, [&] { return load(arguments, server); });
  while (loading.wait_for(0s) != std::future_status::ready) {
    if (signals.look(20ms) == ServeSignals::Sent::stop) {
      server.stop();
      std::_Exit(kDone);
    }
  }
  return loading.get();
}

Outcome<int> serve(ServeArguments arguments) {
  if (arguments.access.data.empty()) return give_up("give --data DIR", kMisused);
  if (auto checked = check_keys(arguments); !checked) return std::unexpected(std::move(checked.error()));
  const ServeSignals signals;
  EventLog log(STDERR_FILENO);
  arguments.server.log.log = &log;
  auto server = Server::start(arguments.server);
  if (!server) return give_up(message(server.error(), arguments.access.language));
  const auto loaded = load_unless_stopped(arguments, **server, signals);
  if (!loaded) return std::unexpected(loaded.error());
  log_start(log, arguments, **server, *loaded);
  announce(arguments, **server, loaded->keyed);
  while (signals.wait() == ServeSignals::Sent::reload) reload(log, arguments, **server);
  signals.release();
  log_event(log, "stopping");
  (*server)->stop();
  log_event(log, "stopped");
  return kDone;
}

}  // namespace

void add_serve(CLI::App& program, Action& chosen) {
  auto* command = program.add_subcommand("serve", "Serve a data directory over HTTP");
  auto arguments = std::make_shared<ServeArguments>();
  add_serve_options(*command, *arguments);
  const auto* print = add_config_options(program, *command);
  command->footer(
      "The data directory is made if it is missing.\nExample:\n  talentmatch serve --data var/data --port "
      "8080\n"
      "  talentmatch serve --data var/data --port 8080 --print-config > talentmatch.toml\n"
      "  talentmatch serve --config talentmatch.toml");
  command->callback([&chosen, command, arguments, print] {
    chosen = [command, arguments, print]() -> Outcome<int> {
      if (print->count() == 0) return serve(*arguments);
      print_config(*command);
      return kDone;
    };
  });
}

}  // namespace talentmatch
