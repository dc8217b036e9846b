#include "server/net/dialogue.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "storage/codec/text_form.hpp"

namespace talentmatch {

namespace {

// A name of this machine that no name server can give to somebody else's page.
bool is_loopback(std::string_view host) {
  if (host.starts_with("[::1]")) return true;
  host = host.substr(0, host.find(':'));
  const bool digits = std::ranges::all_of(host, [](char c) { return c == '.' || (c >= '0' && c <= '9'); });
  return host.empty() || host == "localhost" || (digits && host.starts_with("127."));
}

}  // namespace

Dialogue::Dialogue(ServerState& server, WorkerState& worker, std::string& output)
    : server_(server), worker_(worker), output_(output) {
  expect_request();
}

Dialogue::Step Dialogue::take(std::string_view& bytes) {
  switch (parser_->feed(bytes)) {
    case ParseState::need_more:
      return more();
    case ParseState::header:
      return after_header();
    case ParseState::complete:
      return after_request();
    case ParseState::malformed:
      return refuse(Problem::malformed_request);
    case ParseState::header_too_large:
      return refuse(Problem::header_too_large);
    case ParseState::body_too_large:
      return refuse(Problem::body_too_large);
  }
  return Step::close;
}

Dialogue::Step Dialogue::more() {
  const bool invite = parser_->in_body() && std::exchange(request_.expects_continue, false);
  if (invite) output_ += "HTTP/1.1 100 Continue\r\n\r\n";
  return Step::receive;
}

// What can be judged without the body.
Dialogue::Step Dialogue::after_header() {
  match_ = server_.router.find(request_.method, request_.path());
  language_ = accepted_language(request_.accept_language);
  if (const auto problem = objection()) return refuse(*problem);
  if (auto known = identify(); !known) {
    started_ = Clock::now();
    set_option_error(answer_, known.error(), language_);
    return answered();
  }
  if (is_beyond_reach()) return refuse(Problem::beyond_reach);
  if (!std::holds_alternative<Transfer>(match_.route->handler)) return Step::proceed;
  if (request_.method == Method::head) return head_of_transfer();
  parser_->set_body_limit(std::numeric_limits<std::size_t>::max());
  started_ = Clock::now();
  more();
  return Step::transfer;
}

// A page from elsewhere, open in the user's browser, must not be able to act for him.
bool Dialogue::is_foreign() const {
  std::string_view origin = request_.origin;
  if (origin.empty()) return false;
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (origin.starts_with(scheme)) origin.remove_prefix(scheme.size());
  }
  return origin != request_.host;
}

std::optional<Problem> Dialogue::objection() {
  if (is_foreign()) return Problem::foreign_origin;
  const Route* route = match_.route;
  if (route == nullptr) return match_.allow.empty() ? Problem::no_such_path : Problem::method_not_allowed;
  if (const auto refused = admit()) return refused;
  const std::string_view type = request_.content_type;
  const bool readable =
      type.empty() || is_media_type(type, "application/json") || is_media_type(type, "application/x-ndjson");
  if (route->body != Body::none && !readable) return Problem::unsupported_media_type;
  return std::nullopt;
}

// The keys come with the data.
std::optional<Problem> Dialogue::admit() {
  const Route& route = *match_.route;
  const Service* service = server_.service.load(std::memory_order_acquire);
  if (service == nullptr && (route.needs_data || !route.permit.open())) return Problem::loading;
  if (service == nullptr) return std::nullopt;
  auto admission =
      worker_.gate.admit(service->keys(), route.permit, request_.authorization, worker_.beat.wall);
  key_ = std::move(admission.key);
  // Without a key the request must be this machine's own, not that of a page whose name was made to lead
  // here.
  const bool trusted = !admission.problem && key_ == nullptr && !route.permit.open();
  if (trusted && !is_loopback(request_.host)) return Problem::foreign_origin;
  return admission.problem;
}

bool Dialogue::is_beyond_reach() const {
  if (key_ == nullptr || match_.route->permit.share_of(key_->spec.reach) != Share::own) return false;
  const auto now = server_.service.load(std::memory_order_acquire)->snapshot();
  return standing(key_->spec.reach, *now, match_.route->collection, id_) == Standing::foreign;
}

const Reach* Dialogue::reach() const {
  if (key_ == nullptr) return nullptr;
  const Reach& reach = key_->spec.reach;
  return match_.route->permit.share_of(reach) == Share::all ? nullptr : &reach;
}

// The parameters, the language and the path's id.
Result<void> Dialogue::identify() {
  if (auto parsed = query_.parse(request_.query()); !parsed) return parsed;
  if (const auto name = query_.get("lang")) {
    const auto language = parse_word<Language>(*name);
    if (!language) {
      return fail({.code = ErrorCode::invalid_option,
                   .field = "lang",
                   .value = shortened(*name),
                   .detail = "zh, en"});
    }
    language_ = *language;
  }
  id_.clear();
  const bool sound = decode_percent(match_.id, false, id_) && is_utf8(id_);
  return sound ? Result<void>{} : fail({.code = ErrorCode::invalid_id, .field = "id"});
}

// There is no length to tell.
Dialogue::Step Dialogue::head_of_transfer() {
  started_ = Clock::now();
  const Delivery how = delivery();
  answer_.type = MediaType::ndjson;
  append_stream_head(output_, answer_, how);
  return conclude({.status = answer_.status, .stays = how.keep_alive && parser_->complete()});
}

Dialogue::Step Dialogue::after_request() {
  started_ = Clock::now();
  if (is_beyond_reach())
    return refuse(Problem::beyond_reach);  // the record may have come with the body's time
  const auto* quick = std::get_if<Quick>(&match_.route->handler);
  if (quick == nullptr) return Step::work;
  if (quick->repeatable) {
    answer_repeatable(*quick);
  } else {
    quick->run(call(), answer_);
  }
  return answered();
}

void Dialogue::answer_repeatable(const Quick& quick) {
  const Moment now = server_.service.load(std::memory_order_acquire)->moment();
  repeat_key_.assign(word(language_)).append(request_.target);
  // An employer is told less (RankRequest::employer_view_only).
  if (const Reach* limit = reach(); limit != nullptr && !limit->employers.empty()) repeat_key_ += " employer";
  if (worker_.answers.find(now, repeat_key_, answer_.body)) return worker_.metrics.record_repeated_answer();
  quick.run(call(), answer_);
  if (answer_.status == 200) worker_.answers.keep(now, repeat_key_, answer_.body);
}

bool Dialogue::start_work(std::function<void()> done) {
  if (const auto* lengthy = std::get_if<Lengthy>(&match_.route->handler)) {
    return server_.batches.submit([this, run = lengthy->run, call = call(), done = std::move(done)] {
      run(call, answer_);
      done();
    });
  }
  std::get<Deferred>(match_.route->handler).start(call(), [this, done = std::move(done)](Answer&& answer) {
    answer_ = std::move(answer);
    done();
  });
  return true;
}

Dialogue::Step Dialogue::refuse(Problem problem) {
  started_ = Clock::now();
  set_problem(answer_, problem, language_);
  if (problem == Problem::method_not_allowed) answer_.allow = match_.allow;
  return answered();
}

// Where the next request begins is not known unless this one has been taken whole.
Dialogue::Step Dialogue::answered() {
  Delivery how = delivery();
  how.keep_alive = how.keep_alive && parser_->complete();
  append_response(output_, answer_, how);
  return conclude({.status = answer_.status,
                   .error = answer_.error,
                   .received = request_.body.size(),
                   .sent = how.head_only ? 0 : answer_.body.size(),
                   .stays = how.keep_alive});
}

Dialogue::Step Dialogue::transferred(const Done& done) {
  return conclude(done);
}

}  // namespace talentmatch
