#pragma once
// One client of a load test: sends a burst of requests at once, reads all their answers, and again.

#include <array>

#include "server/net/asio.hpp"
#include "tools/load/answer_reader.hpp"
#include "tools/load/load_plan.hpp"

namespace talentmatch {

// What the connections of a run share; all live on one thread.
struct LoadBoard {
  const LoadPlan& plan;
  std::vector<std::uint64_t> digests;  // of the first answer to each request, 0 = none yet
  Clock::time_point begin{};           // of the schedule
  Clock::time_point count_from{};
  Clock::time_point end{};
  std::size_t next_request = 0;
  LoadFigures figures{};
};

class LoadConnection {
 public:
  // `which` of plan.connections it is: they take turns in a schedule.
  LoadConnection(Socket socket, LoadBoard& board, unsigned which);

  Awaitable<void> run();

 private:
  Awaitable<Clock::time_point> due();
  Awaitable<bool> send_burst();
  Awaitable<bool> read_answers(Clock::time_point asked);
  void count(const AnswerSeen& answer, std::size_t request, Clock::time_point asked);

  Socket socket_;
  Timer timer_;
  LoadBoard& board_;
  unsigned which_;
  std::uint64_t bursts_ = 0;
  std::string burst_;
  std::vector<std::size_t> asked_;  // the burst's requests
  AnswerReader reader_;
  std::array<char, 65536> buffer_{};
};

}  // namespace talentmatch
