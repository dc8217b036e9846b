#include "tests/server/test_routes.hpp"

#include <array>
#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>

namespace talentmatch::testing {
namespace {

using namespace std::chrono_literals;

std::atomic<bool> gate{true};

void fixed(const Call&, Answer& answer) {
  answer.body = R"({"fixed":true})";
}

void id(const Call& call, Answer& answer) {
  answer.body = call.id;
}

void echo(const Call& call, Answer& answer) {
  answer.body = call.request.body;
}

void later(const Call& call, Finish finish) {
  std::thread([id = std::string(call.id), finish = std::move(finish)] {
    std::this_thread::sleep_for(2ms);
    Answer answer;
    answer.body = id;
    finish(std::move(answer));
  }).detach();
}

void gated(const Call&, Answer& answer) {
  gate.wait(false);
  answer.body = "opened";
}

void large(const Call&, Answer& answer) {
  answer.body.assign(1 << 20, 'x');
}

Result<void> lines(const Call&, const Ends& ends) {
  std::string line;
  std::string buffer(10'000, ' ');
  for (;;) {
    const auto count = ends.source(buffer.data(), buffer.size());
    if (!count) return fail(count.error());
    if (*count == 0) return {};
    std::string out;
    for (std::size_t i = 0; i < *count; ++i) {
      line += buffer[i];
      if (buffer[i] != '\n') continue;
      if (line == "fail\n") return fail({.code = ErrorCode::no_space});
      out += "ok " + line;
      line.clear();
    }
    if (*ends.cancel || !ends.sink(out)) return fail({.code = ErrorCode::stopping});
  }
}

Result<void> count(const Call&, const Ends& ends) {
  for (int i = 0; i < 2'000'000; ++i) {
    if (!ends.sink(std::to_string(i) + "\n")) return fail({.code = ErrorCode::stopping});
  }
  return {};
}

const std::array kRoutes{
    Route{.method = Method::get,
          .path = "/fixed",
          .permit = Permit::nothing(),
          .handler = Quick{fixed},
          .needs_data = false},
    Route{.method = Method::get,
          .path = "/id/{id}",
          .permit = Permit::nothing(),
          .handler = Quick{id},
          .needs_data = false},
    Route{.method = Method::put,
          .path = "/echo/{id}",
          .permit = Permit::nothing(),
          .handler = Lengthy{echo},
          .body = Body::json,
          .needs_data = false},
    Route{.method = Method::put,
          .path = "/later/{id}",
          .permit = Permit::nothing(),
          .handler = Deferred{later},
          .needs_data = false},
    Route{.method = Method::get,
          .path = "/gated",
          .permit = Permit::nothing(),
          .handler = Lengthy{gated},
          .needs_data = false},
    Route{.method = Method::get,
          .path = "/large",
          .permit = Permit::nothing(),
          .handler = Quick{large},
          .needs_data = false},
    Route{.method = Method::post,
          .path = "/lines",
          .permit = Permit::nothing(),
          .handler = Transfer{lines},
          .body = Body::lines,
          .needs_data = false},
    Route{.method = Method::get,
          .path = "/count",
          .permit = Permit::nothing(),
          .handler = Transfer{count},
          .needs_data = false},
    Route{.method = Method::get, .path = "/data", .permit = Permit::nothing(), .handler = Quick{fixed}},
};

}  // namespace

std::span<const Route> test_routes() {
  return kRoutes;
}

void open_gate() {
  gate = true;
  gate.notify_all();
}

void close_gate() {
  gate = false;
}

Limits quick_to_stop() {
  Limits limits;
  limits.stop_grace = 10ms;
  limits.linger = 500ms;
  return limits;
}

std::unique_ptr<Server> start_server(const Limits& limits) {
  ServerOptions options;
  options.port = 0;
  options.threads = 2;
  options.limits = limits;
  options.routes = test_routes();
  auto server = Server::start(std::move(options));
  if (!server) throw std::runtime_error(message(server.error(), Language::en));
  return *std::move(server);
}

}  // namespace talentmatch::testing
