#pragma once
// Bytes of a connection → the answers in them: status, size and a digest of each body.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <boost/beast/http/basic_parser.hpp>

namespace talentmatch {

struct AnswerSeen {
  int status = 0;
  std::uint64_t bytes = 0;
  std::uint64_t digest = 0;
};

class AnswerReader {
 public:
  // Takes the front of `bytes`, up to the end of one answer. None yet: feed it more; `failed` tells why not.
  std::optional<AnswerSeen> feed(std::string_view& bytes);
  bool failed() const { return failed_; }

 private:
  class Parser final : public boost::beast::http::basic_parser<false> {
   public:
    // `body` is scratch space.
    explicit Parser(std::string& body) : body_(body) {
      body_.clear();
      eager(true);
    }
    int status() const { return status_; }

   private:
    using View = boost::beast::string_view;
    using Code = boost::beast::error_code;

    void on_request_impl(boost::beast::http::verb, View, View, int, Code& error) override { error = {}; }
    void on_response_impl(int status, View, int, Code& error) override;
    void on_field_impl(boost::beast::http::field, View, View, Code& error) override { error = {}; }
    void on_header_impl(Code& error) override { error = {}; }
    void on_body_init_impl(const boost::optional<std::uint64_t>&, Code& error) override { error = {}; }
    std::size_t on_body_impl(View bytes, Code& error) override;
    void on_chunk_header_impl(std::uint64_t, View, Code& error) override { error = {}; }
    std::size_t on_chunk_body_impl(std::uint64_t, View bytes, Code& error) override;
    void on_finish_impl(Code& error) override { error = {}; }

    std::string& body_;
    int status_ = 0;
  };

  std::string body_;
  std::optional<Parser> parser_;
  bool failed_ = false;
};

}  // namespace talentmatch
