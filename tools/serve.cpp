#include <chrono>
#include <csignal>
#include <cstdlib>
#include <future>
#include <memory>
#include <thread>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "server/server.hpp"
#include "storage/keys/local_keys.hpp"
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

// Gives whether there are keys.
Outcome<bool> load(const ServeArguments& arguments, Server& server) {
  const auto start = std::chrono::steady_clock::now();
  auto service = open_service(arguments.access, Missing::created, arguments.backups);
  if (!service) return std::unexpected(std::move(service.error()));
  const bool keyed = !(*service)->keys().keys()->empty();
  (*service)->placements().keep_ready();
  server.set_service(std::move(*service));
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  fmt::print(stderr, "data loaded in {:.2f} s\n", took.count());
  return keyed;
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

// A signal during loading ends the process: nothing has been written that could be lost.
Outcome<bool> load_unless_stopped(const ServeArguments& arguments, Server& server,
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
  if (auto checked = check_keys(arguments); !checked) return std::unexpected(std::move(checked.error()));
  const StopSignals signals;
  auto server = Server::start(arguments.server);
  if (!server) return give_up(message(server.error(), arguments.access.language));
  const auto keyed = load_unless_stopped(arguments, **server, signals);
  if (!keyed) return std::unexpected(keyed.error());
  announce(arguments, **server, *keyed);
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
      ->add_option(
          "--address", arguments->server.address,
          "Address to listen on (default 127.0.0.1); one that other machines reach needs a key first")
      ->type_name("IP");
  auto* certificate = command->add_option("--tls-certificate", arguments->server.tls.certificate,
                                          "Speak TLS with this certificate and its chain (PEM)");
  auto* key = command->add_option("--tls-key", arguments->server.tls.key, "The certificate's key (PEM)");
  certificate->type_name("FILE")->needs(key);
  key->type_name("FILE")->needs(certificate);
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
