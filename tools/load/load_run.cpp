#include "tools/load/load_run.hpp"

#include <memory>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/detached.hpp>
#include <fmt/format.h>

#include "tools/load/load_connection.hpp"

namespace talentmatch {
namespace {

using Connections = std::vector<std::unique_ptr<LoadConnection>>;

Outcome<Connections> connect(const LoadPlan& plan, LoadBoard& board, net::io_context& context) {
  ErrorCondition error;
  Tcp::resolver resolver(context);
  const auto places = resolver.resolve(plan.host, plan.port, error);
  Connections connections;
  for (unsigned i = 0; !error && i < plan.connections; ++i) {
    Socket socket(context.get_executor());
    net::connect(socket, places, error);
    if (!error) socket.set_option(Tcp::no_delay(true), error);
    if (!error) connections.push_back(std::make_unique<LoadConnection>(std::move(socket), board, i));
  }
  if (error) return give_up(fmt::format("http://{}:{}: {}", plan.host, plan.port, error.message()));
  return connections;
}

Awaitable<void> tell_progress(Executor executor, const LoadBoard& board,
                              const std::function<void(double)>& progress) {
  Timer timer(executor);
  for (auto now = Clock::now(); now < board.end; now = Clock::now()) {
    progress((now - board.begin) / std::chrono::duration<double>(board.end - board.begin));
    ErrorCondition error;
    timer.expires_after(std::chrono::milliseconds(200));
    co_await timer.async_wait(into(error));
  }
}

Clock::duration span(double seconds) {
  return std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
}

}  // namespace

Outcome<LoadFigures> run_load(const LoadPlan& plan, const std::function<void(double)>& progress) {
  net::io_context context(1);
  LoadBoard board{.plan = plan, .digests = std::vector<std::uint64_t>(plan.requests.size())};
  const auto connections = connect(plan, board, context);
  if (!connections) return std::unexpected(connections.error());
  board.begin = Clock::now();
  board.count_from = board.begin + span(plan.warm_up);
  board.end = board.count_from + span(plan.seconds);
  for (const auto& connection : *connections) {
    net::co_spawn(context.get_executor(), connection->run(), net::detached);
  }
  if (progress) {
    net::co_spawn(context.get_executor(), tell_progress(context.get_executor(), board, progress),
                  net::detached);
  }
  context.run();
  board.figures.seconds = plan.seconds;
  return std::move(board.figures);
}

}  // namespace talentmatch
