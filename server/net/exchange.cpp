#include "server/net/exchange.hpp"

#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/post.hpp>

#include "server/http/problem.hpp"

namespace talentmatch {

namespace {

constexpr std::size_t kBodyAhead = 1 << 20;
constexpr std::size_t kAnswerAhead = 256 << 10;
constexpr std::size_t kChunk = 64 << 10;

auto raiser(const Executor& executor, Signal& signal) {
  return [executor, &signal] { net::post(executor, [&signal] { signal.raise(); }); };
}

// An HTTP/1.0 client knows an answer of unknown length by its connection's end.
Delivery delivery_of(const Dialogue& dialogue) {
  Delivery delivery = dialogue.delivery();
  delivery.keep_alive = delivery.keep_alive && delivery.version != 10;
  return delivery;
}

}  // namespace

Exchange::Exchange(Wire& wire, Dialogue& dialogue)
    : wire_(wire),
      request_(dialogue.request()),
      parser_(dialogue.parser()),
      handler_(dialogue.transfer()),
      call_(dialogue.call()),
      delivery_(delivery_of(dialogue)),
      limits_(call_.server.limits),
      imports_(request_.method == Method::post),
      room_(wire.socket().get_executor()),
      output_(wire.socket().get_executor()),
      body_(kBodyAhead, raiser(wire.socket().get_executor(), room_)),
      outbox_(kAnswerAhead, imports_ ? Outbox::WhenFull::spool : Outbox::WhenFull::wait, call_.server.spool,
              raiser(wire.socket().get_executor(), output_)) {
  answer_.type = handler_.type == nullptr ? MediaType::ndjson : handler_.type(call_);
  answer_.status = handler_.status;
}

bool Exchange::start(WorkPool& pool) {
  return pool.submit([this] { work(); });
}

// On the pool's thread. After its last post this object may be gone.
void Exchange::work() {
  const Ends ends{.source = [this](char* buffer, std::size_t size) { return body_.read(buffer, size); },
                  .sink = [this](std::string_view bytes) { return outbox_.put(bytes); },
                  .cancel = &cancelled_};
  result_ = handler_.run(call_, ends);
  body_.close();
  net::post(wire_.socket().get_executor(), [this] {
    worked_ = true;
    output_.raise();
  });
}

Awaitable<bool> Exchange::run() {
  using net::experimental::awaitable_operators::operator&&;
  co_await (bring_body() && take_answer());
  co_return reusable();
}

bool Exchange::reusable() const {
  return sound_ && parser_.complete() && delivery_.keep_alive;
}

// Also of what its client did not stay to be told.
std::string_view Exchange::error() const {
  return answer_.error.empty() && !result_ ? name_of(result_.error().code) : answer_.error;
}

void Exchange::cancel() {
  cancelled_ = true;
  body_.fail({.code = ErrorCode::stopping});
  if (!imports_) outbox_.close();
}

Awaitable<void> Exchange::bring_body() {
  while (pass_on_body()) {
    while (body_.full() && !unwanted_) co_await room_.wait();
    if (unwanted_) break;
    reading_ = true;
    watch();
    const ErrorCondition error = co_await wire_.receive(kChunk);
    reading_ = false;
    watch();
    if (error) {
      body_.fail({.code = ErrorCode::io_error, .detail = "the body ends before its end"});
      break;
    }
  }
}

// False: no more of the body is to come.
bool Exchange::pass_on_body() {
  std::string_view bytes = wire_.unread();
  const std::size_t before = bytes.size();
  const ParseState state = parser_.feed(bytes);
  wire_.consume(before - bytes.size());
  received_ += request_.body.size();
  body_.push(request_.body);
  request_.body.clear();
  if (state == ParseState::need_more) return true;
  broken_ = state != ParseState::complete;
  if (broken_) {
    body_.fail({.code = ErrorCode::io_error, .detail = "the body is not valid HTTP"});
  } else {
    body_.finish();
  }
  return false;
}

Awaitable<void> Exchange::take_answer() {
  sound_ = co_await send_chunks();
  outbox_.close();
  if (!sound_) cancel();
  while (!worked_) co_await output_.wait();
  if (sound_) {
    end_answer();
    const bool sent = co_await send();
    sound_ = sound_ && sent;
  }
  stop_bringing();
}

// Until the handler has returned and all its output is sent, or cannot be.
Awaitable<bool> Exchange::send_chunks() {
  while (outbox_.take(kChunk, chunk_)) {
    if (chunk_.empty() && worked_) co_return true;
    if (chunk_.empty()) {
      co_await output_.wait();
      continue;
    }
    begin_answer();
    sent_ += chunk_.size();
    append_chunk(wire_.output(), chunk_, delivery_.version);
    const bool sent = co_await send();
    if (!sent) co_return false;
  }
  co_return false;
}

Awaitable<bool> Exchange::send() {
  sending_ = true;
  const bool sent = co_await wire_.send_rest(limits_.request);
  sending_ = false;
  watch();
  co_return sent;
}

// Only what waits for the client can be overdue; progress either way shows that it is alive.
void Exchange::watch() {
  if (reading_ || sending_) {
    wire_.expect_within(limits_.request);
  } else {
    wire_.expect_nothing();
  }
}

void Exchange::begin_answer() {
  if (!std::exchange(begun_, true)) append_stream_head(wire_.output(), answer_, delivery_);
}

void Exchange::end_answer() {
  if (!result_) set_error(answer_, result_.error(), call_.language);
  if (broken_) set_problem(answer_, Problem::malformed_request, call_.language);
  if (!begun_) {
    sent_ = answer_.body.size();
    append_response(wire_.output(), answer_, delivery_);
    return;
  }
  if (!result_) append_chunk(wire_.output(), answer_.body + "\n", delivery_.version);
  // An export that broke off must not look whole.
  if (result_ || imports_) append_last_chunk(wire_.output(), delivery_.version);
  sound_ = result_ || imports_;
}

// The handler has ended before the body, or the client is gone: who waits for more of it waits in vain.
void Exchange::stop_bringing() {
  unwanted_ = true;
  room_.raise();
  ErrorCondition ignored;
  wire_.socket().cancel(ignored);
  wire_.expect_nothing();
}

}  // namespace talentmatch
