#include "tools/load/load_connection.hpp"

#include <boost/asio/write.hpp>

namespace talentmatch {

LoadConnection::LoadConnection(Socket socket, LoadBoard& board, unsigned which)
    : socket_(std::move(socket)), timer_(socket_.get_executor()), board_(board), which_(which) {}

Awaitable<void> LoadConnection::run() {
  while (true) {
    const auto asked = co_await due();
    if (asked >= board_.end || Clock::now() >= board_.end) co_return;
    const bool sent = co_await send_burst();
    const bool answered = sent && co_await read_answers(asked);
    if (!answered) {
      ++board_.figures.broken;
      co_return;
    }
  }
}

// The moment at which the next burst is to be sent, waited for; at once if that is over.
Awaitable<Clock::time_point> LoadConnection::due() {
  const LoadPlan& plan = board_.plan;
  if (plan.rate == 0) co_return Clock::now();
  const auto turn = static_cast<double>(bursts_++ * plan.connections + which_);
  const std::chrono::duration<double> offset(turn * plan.pipeline / plan.rate);
  const auto moment = board_.begin + std::chrono::duration_cast<Clock::duration>(offset);
  if (moment > Clock::now() && moment < board_.end) {
    ErrorCondition error;
    timer_.expires_at(moment);
    co_await timer_.async_wait(into(error));
  }
  co_return moment;
}

Awaitable<bool> LoadConnection::send_burst() {
  burst_.clear();
  asked_.clear();
  for (unsigned i = 0; i < board_.plan.pipeline; ++i) {
    asked_.push_back(board_.next_request++ % board_.plan.requests.size());
    burst_ += board_.plan.requests[asked_.back()];
  }
  ErrorCondition error;
  co_await net::async_write(socket_, net::buffer(burst_), into(error));
  co_return !error;
}

Awaitable<bool> LoadConnection::read_answers(Clock::time_point asked) {
  std::size_t answered = 0;
  while (answered < asked_.size()) {
    ErrorCondition error;
    const auto size = co_await socket_.async_read_some(net::buffer(buffer_), into(error));
    if (error) co_return false;
    std::string_view bytes{buffer_.data(), size};
    while (const auto answer = reader_.feed(bytes)) {
      if (answered == asked_.size()) co_return false;
      count(*answer, asked_[answered++], asked);
    }
    if (reader_.failed()) co_return false;
  }
  co_return true;
}

void LoadConnection::count(const AnswerSeen& answer, std::size_t request, Clock::time_point asked) {
  LoadFigures& figures = board_.figures;
  auto& first = board_.digests[request];
  if (first == 0) first = answer.digest;
  const auto now = Clock::now();
  if (now < board_.count_from || now > board_.end) return;
  figures.differing += first == answer.digest ? 0U : 1U;
  figures.bytes += answer.bytes;
  (answer.status == 200 ? figures.answers : figures.refused) += 1;
  const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(now - asked).count();
  figures.latencies.push_back(static_cast<std::uint32_t>(micros));
}

}  // namespace talentmatch
