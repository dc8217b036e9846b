#pragma once
// Names by which a request is found again in the logs of all who handled it.

#include <array>
#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>

namespace talentmatch {

// What a client may bring: 1 to 64 of [A-Za-z0-9._-].
bool is_request_id(std::string_view text);

// One that was made: a value without allocation.
class RequestId {
 public:
  std::string_view text() const { return {text_.data(), size_}; }

 private:
  friend class RequestIds;
  std::array<char, 44> text_{};
  std::uint32_t size_ = 0;
};

// Makes ids: "1f9c02ab-0-2a", which are the process's nonce, the worker and a counter. One thread.
class RequestIds {
 public:
  RequestIds(std::uint32_t nonce, std::size_t worker);

  RequestId next() {
    RequestId id = prefix_;
    char* const end = id.text_.data() + id.text_.size();
    char* const digits = std::to_chars(id.text_.data() + id.size_, end, ++count_, 16).ptr;
    id.size_ = static_cast<std::uint32_t>(digits - id.text_.data());
    return id;
  }

 private:
  RequestId prefix_;
  std::uint64_t count_ = 0;
};

// Differs from process to process.
std::uint32_t boot_nonce();

}  // namespace talentmatch
