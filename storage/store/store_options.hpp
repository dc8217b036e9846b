#pragma once
// How a store is opened.

#include <string>

namespace rocksdb {
class Env;
}

namespace talentmatch {

struct StoreOptions {
  std::string program = "talentmatch";  // how this process is named to others that find the directory locked
  rocksdb::Env* env = nullptr;          // null = the system's; outlives the store
};

}  // namespace talentmatch
