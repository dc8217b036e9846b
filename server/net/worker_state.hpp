#pragma once
// What the connections of one worker share, all on its thread.

#include "server/access/gatekeeper.hpp"
#include "server/access/tally.hpp"
#include "server/http/answer_cache.hpp"
#include "server/http/request_id.hpp"
#include "server/metrics/metrics.hpp"
#include "server/net/beat.hpp"

namespace talentmatch {

struct WorkerState {
  Beat beat;
  MetricsShard& metrics;
  AnswerCache answers;
  Gatekeeper gate;
  Tally tally;
  RequestIds request_ids;
};

}  // namespace talentmatch
