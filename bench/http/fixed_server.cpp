// Answers GET /fixed with 2 KB through the product's server, to be compared with another server's file of the
// same bytes. Prints its port and serves until SIGTERM.

#include <array>
#include <csignal>
#include <string>

#include <fmt/format.h>

#include "server/routing/route.hpp"
#include "server/server.hpp"

namespace talentmatch {
namespace {

void fixed(const Call&, Answer& answer) {
  answer.body.assign(2048, 'x');
}

constexpr std::array kRoutes{Route{.method = Method::get,
                                   .path = "/fixed",
                                   .permit = Permit::nothing(),
                                   .handler = Quick{fixed},
                                   .needs_data = false}};

int serve() {
  sigset_t end{};
  sigemptyset(&end);
  sigaddset(&end, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &end, nullptr);
  ServerOptions options;
  options.port = 0;
  options.routes = kRoutes;
  const auto server = Server::start(options);
  if (!server) {
    fmt::print(stderr, "{}\n", message(server.error(), Language::en));
    return 1;
  }
  fmt::print("{}\n", (*server)->port());
  std::fflush(stdout);
  int signal = 0;
  sigwait(&end, &signal);
  return 0;
}

}  // namespace
}  // namespace talentmatch

int main() {
  return talentmatch::serve();
}
