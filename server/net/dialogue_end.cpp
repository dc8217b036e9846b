// What a request leaves behind when it has been answered, and what its handler and its answer are told of it.

#include "server/net/dialogue.hpp"

namespace talentmatch {

Dialogue::Step Dialogue::conclude(const Done& done) {
  const std::size_t number = match_.route == nullptr ? server_.router.table().size() : match_.number;
  const auto took = Clock::now() - started_;
  worker_.metrics.record(number, done.status, took);
  const bool transfer = match_.route != nullptr && std::holds_alternative<Transfer>(match_.route->handler);
  if (server_.log.wants(done.status, took, transfer)) log(done, took);
  if (done.status < 400 && match_.route != nullptr) note(match_.route->noted);
  expect_request();
  return done.stays ? Step::proceed : Step::close;
}

void Dialogue::log(const Done& done, Clock::duration took) const {
  server_.log.write({.id = request_id(),
                     .method = request_.method,
                     .route = match_.route == nullptr ? std::string_view{} : match_.route->path,
                     .status = done.status,
                     .took = took,
                     .received = done.received,
                     .sent = done.sent,
                     .key = key_ == nullptr ? std::string_view{} : key_->spec.id,
                     .error = done.error});
}

std::string_view Dialogue::request_id() const {
  return request_.request_id.empty() ? made_id_.text() : request_.request_id;
}

void Dialogue::note(const Noted& noted) {
  if (noted.as == Noted::As::nothing) return;
  if (noted.as == Noted::As::count) {
    if (key_ == nullptr) return worker_.tally.count(noted.what, kLocalCaller);
    return worker_.tally.count(noted.what, key_->spec.id);
  }
  AuditEvent event{.who = caller().who, .what = std::string(noted.what)};
  if (noted.as == Noted::As::person) event.person = id_;
  if (noted.as == Noted::As::graduate) event.person = query_.get("graduate").value_or(std::string_view{});
  server_.service.load(std::memory_order_acquire)->note(std::move(event));
}

Caller Dialogue::caller() const {
  return key_ == nullptr ? Caller{} : Caller{.who = key_->spec.id};
}

void Dialogue::expect_request() {
  ++number_;
  made_id_ = worker_.request_ids.next();
  parser_.emplace(request_, server_.limits.header, server_.limits.body);
  answer_.clear();
  match_ = {};
  key_.reset();
  language_ = kDefaultLanguage;
}

Delivery Dialogue::delivery() const {
  return {.date = {worker_.beat.date.data(), worker_.beat.date.size()},
          .request_id = request_id(),
          .version = request_.version,
          .keep_alive = request_.keep_alive && !server_.stopping.load(std::memory_order_relaxed),
          .head_only = request_.method == Method::head,
          .secure = server_.secure};
}

Call Dialogue::call() const {
  return {.server = server_,
          .service = server_.service.load(std::memory_order_acquire),
          .request = request_,
          .query = query_,
          .id = id_,
          .collection = match_.route->collection,
          .language = language_,
          .reach = reach(),
          .caller = caller()};
}

}  // namespace talentmatch
