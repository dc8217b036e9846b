#pragma once
// An import or an export: the handler works on a pool's thread, the connection's thread brings it the body
// and takes the answer away, both at the same time and in constant memory. The body is read on whether or not
// the client takes the answer; the socket is not read while the handler has enough to do.

#include "server/net/body_pipe.hpp"
#include "server/net/dialogue.hpp"
#include "server/net/outbox.hpp"
#include "server/net/signal.hpp"
#include "server/net/wire.hpp"

namespace talentmatch {

class Exchange {
 public:
  Exchange(Wire& wire, Dialogue& dialogue);

  // False: too many are at work, nothing was started.
  bool start(WorkPool& pool);
  // Until handler and answer are finished. True: the connection can be used again.
  Awaitable<bool> run();
  // Lets the handler end at its next step; what it has done is still answered.
  void cancel();

  unsigned status() const { return answer_.status; }
  std::string_view error() const;                     // its code; empty: none
  std::size_t received() const { return received_; }  // bytes of the body
  std::size_t sent() const { return sent_; }          // bytes of the answer's body

 private:
  void work();
  bool reusable() const;
  Awaitable<void> bring_body();
  Awaitable<void> take_answer();
  Awaitable<bool> send_chunks();
  Awaitable<bool> send();
  bool pass_on_body();
  void watch();
  void begin_answer();
  void end_answer();
  void stop_bringing();

  Wire& wire_;
  Request& request_;
  RequestParser& parser_;
  const Transfer handler_;
  const Call call_;
  const Delivery delivery_;
  const Limits& limits_;
  const bool imports_;
  Signal room_;
  Signal output_;
  BodyPipe body_;
  Outbox outbox_;
  std::atomic<bool> cancelled_{false};
  Result<void> result_;
  Answer answer_;
  std::string chunk_;
  std::size_t received_ = 0;
  std::size_t sent_ = 0;
  bool worked_ = false;    // the handler has returned
  bool begun_ = false;     // the answer's head is out
  bool sound_ = true;      // the answer arrives
  bool unwanted_ = false;  // the rest of the body
  bool broken_ = false;    // the body is not valid HTTP
  bool reading_ = false;
  bool sending_ = false;
};

}  // namespace talentmatch
