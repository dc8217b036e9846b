#pragma once
// What the tests of placement runs share.

#include <chrono>
#include <thread>

#include "storage/service/placements/placement_runs.hpp"
#include "tests/storage/service_support.hpp"

namespace talentmatch::testing {

// Three graduates, of whom two want the first of two postings with one seat each.
inline void put_cohort(Service& service) {
  put_actors(service);
  for (const auto* id : {"G1", "G2", "G3"}) REQUIRE(service.put(Collection::graduates, id, graduate(id)));
  REQUIRE(service.put(Collection::postings, "P1", posting("P1", R"(,"pay_min":9000)")));
  REQUIRE(service.put(Collection::postings, "P2", posting("P2")));
}

// The same with a seat in an order class, P3, that G2 and G3 alone look for.
inline void put_order_class(Service& service) {
  put_cohort(service);
  REQUIRE(service.put(Collection::postings, "P3", posting("P3", R"(,"kind":"order_class","school":"S1")")));
  for (const auto* id : {"G2", "G3"}) {
    REQUIRE(service.put(Collection::graduates, id, graduate(id, R"(,"kinds":["order_class"])")));
  }
}

inline std::string text_in(const std::string& json, std::string_view name) {
  const auto mark = "\"" + std::string(name) + "\":\"";
  const auto begin = json.find(mark);
  if (begin == std::string::npos) return {};
  const auto from = begin + mark.size();
  return json.substr(from, json.find('"', from) - from);
}

// The run when it is over.
inline std::string finished(Service& service, const std::string& id) {
  while (true) {
    std::string run;
    REQUIRE(service.placements().show(id, run));
    const auto state = text_in(run, "state");
    if (state != "queued" && state != "running") return run;
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
}

inline std::string placed(Service& service, std::string_view request) {
  std::string run;
  const auto started = service.placements().start(request, run);
  if (!started) FAIL(message(started.error(), Language::en));
  return finished(service, text_in(run, "id"));
}

// All bytes of an answer that is written to a sink.
template <class Write>
std::string written(Write write) {
  std::string bytes;
  const Result<void> done = write([&](std::string_view more) {
    bytes += more;
    return true;
  });
  if (!done) FAIL(message(done.error(), Language::en));
  return bytes;
}

inline std::string rows_of(Service& service, const std::string& id, RowFormat format = RowFormat::csv) {
  return written([&](const ByteSink& sink) { return service.placements().rows(id, format, sink); });
}

inline std::string postings_of(Service& service, const std::string& id, RowFormat format = RowFormat::csv) {
  return written([&](const ByteSink& sink) { return service.placements().postings(id, format, sink); });
}

inline std::string explained(Service& service, const std::string& id, const WishQuestion& question) {
  std::string answer;
  const auto done = service.placements().explain(id, question, answer);
  if (!done) FAIL(message(done.error(), Language::en));
  return answer;
}

inline std::string explained(Service& service, const std::string& id, std::string_view graduate,
                             std::string_view posting = {}, Language language = Language::en) {
  return explained(service, id, {.graduate = graduate, .posting = posting, .language = language});
}

inline std::string waiting_at(Service& service, const std::string& id, std::string_view posting,
                              std::size_t most = 50) {
  std::string answer;
  const auto done = service.placements().waiting(id, posting, most, answer);
  if (!done) FAIL(message(done.error(), Language::en));
  return answer;
}

// Asks again while another run is being made ready.
inline Result<std::string> what_if(Service& service, const std::string& id, std::string_view posting,
                                   std::int32_t by, Language language = Language::en) {
  while (true) {
    std::string answer;
    const auto done =
        service.placements().what_if(id, {.posting = posting, .by = by, .language = language}, answer);
    if (done) return answer;
    if (done.error().code != ErrorCode::busy) return fail(done.error());
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
}

inline std::string confirmed(Service& service, const std::string& id) {
  std::string run;
  const auto done = service.placements().confirm(id, run);
  if (!done) FAIL(message(done.error(), Language::en));
  return run;
}

}  // namespace talentmatch::testing
