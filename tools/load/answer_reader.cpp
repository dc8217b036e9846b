#include "tools/load/answer_reader.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/error.hpp>
#include <xxhash.h>

namespace talentmatch {

void AnswerReader::Parser::on_response_impl(int status, View, int, Code& error) {
  status_ = status;
  error = {};
}

std::size_t AnswerReader::Parser::on_body_impl(View bytes, Code& error) {
  body_.append(bytes.data(), bytes.size());
  error = {};
  return bytes.size();
}

std::size_t AnswerReader::Parser::on_chunk_body_impl(std::uint64_t, View bytes, Code& error) {
  return on_body_impl(bytes, error);
}

std::optional<AnswerSeen> AnswerReader::feed(std::string_view& bytes) {
  if (!parser_) parser_.emplace(body_);
  while (!bytes.empty()) {
    boost::beast::error_code error;
    const auto taken = parser_->put(boost::asio::buffer(bytes.data(), bytes.size()), error);
    bytes.remove_prefix(taken);
    if (parser_->is_done()) {
      const AnswerSeen seen{.status = parser_->status(),
                            .bytes = body_.size(),
                            .digest = XXH3_64bits(body_.data(), body_.size())};
      parser_.reset();
      return seen;
    }
    if (error == boost::beast::http::error::need_more) return std::nullopt;
    if (error) {
      failed_ = true;
      return std::nullopt;
    }
  }
  return std::nullopt;
}

}  // namespace talentmatch
