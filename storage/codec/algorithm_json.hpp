#pragma once
// How ranking works, for people: the law on recommending algorithms asks that the principle, what goes into
// it and the way out of it are told (互联网信息服务算法推荐管理规定, 2022, articles 16 and 17).

#include <string>

#include "engine/ranking/options.hpp"

namespace talentmatch {

// {"perspective":…,"weights":{…},"gates":[{"code":"LEVEL","zh":"…","en":"…"}],"components":[{"view":…,
// "component":…,"weight":…,"zh":…,"en":…}],"scores":[…],"rules":[…]}
void append_algorithm(std::string& out, const RankOptions& defaults);

}  // namespace talentmatch
