#include <chrono>
#include <csignal>
#include <cstdlib>
#include <future>
#include <memory>
#include <thread>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "server/server.hpp"
#include "tools/backend.hpp"
#include "tools/backup_options.hpp"
#include "tools/commands.hpp"

namespace talentmatch {
namespace {

using namespace std::chrono_literals;

struct ServeArguments {
  Access access;
  ServerOptions server;
  BackupOptions backups;
};

// SIGTERM and SIGINT, waited for instead of handled. Blocked before any thread starts, so that all inherit
// it.
class StopSignals {
 public:
  StopSignals() {
    sigemptyset(&signals_);
    sigaddset(&signals_, SIGTERM);
    sigaddset(&signals_, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
  }

  bool arrived(std::chrono::milliseconds within) const {
    const timespec time{.tv_sec = 0, .tv_nsec = std::chrono::nanoseconds(within).count()};
    return sigtimedwait(&signals_, nullptr, &time) > 0;
  }
  void wait() const {
    int signal = 0;
    sigwait(&signals_, &signal);
  }
  // From now on another signal ends the process at once.
  void release() const { pthread_sigmask(SIG_UNBLOCK, &signals_, nullptr); }

 private:
  sigset_t signals_{};
};

Outcome<void> load(const ServeArguments& arguments, Server& server) {
  const auto start = std::chrono::steady_clock::now();
  auto service = open_service(arguments.access, Missing::created, arguments.backups);
  if (!service) return std::unexpected(std::move(service.error()));
  server.set_service(std::move(*service));
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  fmt::print(stderr, "data loaded in {:.2f} s\n", took.count());
  return {};
}

void announce(const ServeArguments& arguments, const Server& server) {
  fmt::print("talentmatch serves http://{}:{}/ (this machine only); stop with Ctrl-C or SIGTERM\n",
             arguments.server.address, server.port());
  std::fflush(stdout);
}

// A signal during loading ends the process: nothing has been written that could be lost.
Outcome<void> load_unless_stopped(const ServeArguments& arguments, Server& server,
                                  const StopSignals& signals) {
  auto loading = std::async(std::launch::async, [&] { return load(arguments, server); });
  while (loading.wait_for(0s) != std::future_status::ready) {
    if (signals.arrived(20ms)) {
      server.stop();
      std::_Exit(kDone);
    }
  }
  return loading.get();
}

Outcome<int> serve(const ServeArguments& arguments) {
  if (arguments.access.data.empty()) return give_up("give --data DIR", kMisused);
  const StopSignals signals;
  auto server = Server::start(arguments.server);
  if (!server) return give_up(message(server.error(), arguments.access.language));
  if (auto loaded = load_unless_stopped(arguments, **server, signals); !loaded) {
    return std::unexpected(std::move(loaded.error()));
  }
  announce(arguments, **server);
  signals.wait();
  signals.release();
  fmt::print(stderr, "stopping\n");
  (*server)->stop();
  return kDone;
}

}  // namespace

void add_serve(CLI::App& program, Action& chosen) {
  auto* command = program.add_subcommand("serve", "Serve a data directory over HTTP");
  auto arguments = std::make_shared<ServeArguments>();
  add_data(*command, arguments->access);
  command->get_option("--data")->required();
  command->add_option("--port", arguments->server.port, "Port; 0 = any free one (default 8080)")
      ->type_name("N");
  command
      ->add_option("--address", arguments->server.address,
                   "Loopback address to listen on (default 127.0.0.1)")
      ->type_name("IP");
  command->add_option("--threads", arguments->server.threads, "Threads; default: one a core")->type_name("N");
  add_backup_options(*command, "--backups", arguments->backups);
  add_catalog(*command, arguments->access);
  add_language(*command, arguments->access);
  command->footer(
      "The data directory is made if it is missing.\nExample:\n  talentmatch serve --data var/data --port "
      "8080");
  command->callback([&chosen, arguments] { chosen = [arguments] { return serve(*arguments); }; });
}

}  // namespace talentmatch
