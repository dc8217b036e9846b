#pragma once
// What is done to a server while it is killed. Each kind of work has `run`, which goes on until the
// connection breaks and notes what was acknowledged; and `check`, which asks the server that came up again
// whether all of that is there, whole, and what was under way whole or not at all: it gives what is wrong, or
// nothing. `run` and `check` take turns; different kinds run at once.

#include <array>
#include <cstdint>
#include <string>

namespace talentmatch::testing {

// Single PUTs and DELETEs of a few records with a rising value, 0 = removed.
class Puts {
 public:
  void run(std::uint16_t port);
  std::string check(std::uint16_t port);
  std::uint64_t acknowledged() const { return acknowledged_; }

 private:
  struct Key {
    std::uint64_t acknowledged = 0;
    std::uint64_t sent = 0;
  };
  std::array<Key, 8> keys_;
  std::uint64_t next_ = 0;
  std::uint64_t acknowledged_ = 0;
};

// Imports of one chunk, each the same ids with the next value.
class Imports {
 public:
  void run(std::uint16_t port);
  std::string check(std::uint16_t port);
  std::uint64_t acknowledged() const { return acknowledged_; }

 private:
  std::uint64_t value_ = 0;  // of the last acknowledged
  std::uint64_t sent_ = 0;
  std::uint64_t acknowledged_ = 0;
};

// Imports that replace a collection, each by other ids.
class Replacements {
 public:
  void run(std::uint16_t port);
  std::string check(std::uint16_t port);
  std::uint64_t acknowledged() const { return acknowledged_; }

 private:
  std::uint64_t value_ = 0;
  std::uint64_t sent_ = 0;
  std::uint64_t acknowledged_ = 0;
};

// Placement runs: computed, confirmed, taken back, removed.
class Confirmations {
 public:
  void run(std::uint16_t port);
  std::string check(std::uint16_t port);
  std::uint64_t acknowledged() const { return acknowledged_; }

 private:
  bool confirmed_ = false;  // the last acknowledged state
  bool sent_ = false;       // and the one that was asked for last
  std::uint64_t acknowledged_ = 0;
};

}  // namespace talentmatch::testing
