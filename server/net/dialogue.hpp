#pragma once
// A client's requests and our answers in order, without the socket: bytes in, bytes appended to the output.
// What cannot be answered at once is handed back to the owner, which waits for it and then goes on.

#include <functional>
#include <optional>
#include <string>

#include "server/http/header_values.hpp"
#include "server/http/problem.hpp"
#include "server/http/query.hpp"
#include "server/http/request_parser.hpp"
#include "server/http/response.hpp"
#include "server/net/worker_state.hpp"
#include "server/server_state.hpp"

namespace talentmatch {

class Dialogue {
 public:
  enum class Step : std::uint8_t {
    receive,   // the request goes on in bytes that have not come yet
    proceed,   // answered: take the next
    work,      // start_work(), then answered()
    transfer,  // an Exchange takes over the body and the answer, then transferred()
    close      // nothing more after what is in the output
  };

  Dialogue(ServerState& server, WorkerState& worker, std::string& output);

  // Takes what it can off the front of `bytes`.
  Step take(std::string_view& bytes);
  bool in_request() const { return parser_->started(); }
  std::size_t number() const { return number_; }  // of the request that is awaited or has begun, from 1

  // Any thread calls `done` once; until then nothing here may be touched. False: too much work, not started.
  bool start_work(std::function<void()> done);
  Step answered();
  Step refuse(Problem problem);

  Request& request() { return request_; }
  RequestParser& parser() { return *parser_; }
  const Transfer& transfer() const { return std::get<Transfer>(match_.route->handler); }
  // How a request ended.
  struct Done {
    unsigned status = 200;
    std::string_view error{};  // its code; empty: none
    std::size_t received = 0;  // bytes of the body
    std::size_t sent = 0;      // bytes of the answer's body
    bool stays = false;        // the connection can be used again
  };
  Step transferred(const Done& done);
  Call call() const;
  Delivery delivery() const;

 private:
  Step after_header();
  Step after_request();
  void answer_repeatable(const Quick& quick);
  Step more();
  bool is_foreign() const;
  std::optional<Problem> objection();
  std::optional<Problem> admit();
  bool is_beyond_reach() const;
  const Reach* reach() const;
  Result<void> identify();
  Step head_of_transfer();
  Step conclude(const Done& done);
  void log(const Done& done, Clock::duration took) const;
  std::string_view request_id() const;
  void note(const Noted& noted);
  Caller caller() const;
  void expect_request();

  ServerState& server_;
  WorkerState& worker_;
  std::string& output_;
  Request request_;
  std::optional<RequestParser> parser_;
  Query query_;
  std::string id_;  // decoded
  Match match_;
  KeyPointer key_;  // that the request came with
  Language language_ = kDefaultLanguage;
  Answer answer_;
  std::string repeat_key_;  // the language and the request, by which its answer is kept
  Clock::time_point started_;
  RequestId made_id_;  // for a request that brings none
  std::size_t number_ = 0;
};

}  // namespace talentmatch
