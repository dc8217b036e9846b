#pragma once
// A named value beside the records, such as what a placement run keeps; it lies in the meta family.

#include <string>

namespace talentmatch {

struct Document {
  std::string name;   // "runs/00000012/head"
  std::string value;  // empty = remove
};

}  // namespace talentmatch
