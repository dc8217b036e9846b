#include "storage/codec/algorithm_json.hpp"

#include <array>
#include <span>
#include <string_view>

#include "engine/ranking/evaluation.hpp"
#include "storage/codec/answer_parts.hpp"
#include "storage/codec/json_text.hpp"

namespace talentmatch {
namespace {

struct InBoth {
  std::string_view zh;
  std::string_view en;
};

// By Gate.
constexpr std::array<InBoth, words<Gate>.size()> kGates{
    InBoth{"岗位须已发布、未截止、未关闭且仍有空缺名额。",
           "The posting is published, not past its last day, not closed, and has a seat left."},
    InBoth{"用人单位须处于有效状态。", "The employer is active."},
    InBoth{"毕业生须在求职，且没有退出自动推荐。",
           "The graduate is looking for a place and has not opted out of automatic recommendation."},
    InBoth{"岗位类别（就业、实习、订单班）须是毕业生所求。",
           "The kind (job, internship, order class) is one that the graduate asks for."},
    InBoth{"毕业生的学历不低于岗位要求。", "The graduate's level is not below the one asked for."},
    InBoth{"毕业年份须符合岗位对应届生的规定。",
           "The year of graduation fits what the posting says of fresh graduates."},
    InBoth{"须持有岗位必需的证书，等级不低于要求且在有效期内。",
           "Every required certificate is held, valid, at the level asked for or above."},
    InBoth{
        "专业须与岗位接受的专业相关；岗位严格限定专业时须被其列出；实习岗位须属同一专业大类。",
        "The major relates to one that the posting accepts; a strict posting names it; an internship lies in "
        "the same category group."},
    InBoth{"毕业生只接受意向地区时，岗位须在其中。",
           "If the graduate takes wished regions only, the posting lies in one."},
    InBoth{"订单班岗位只面向其学校的毕业生。", "An order class is for graduates of its school."}};

// By EmployerComponent and GraduateComponent.
constexpr std::array<InBoth, 4> kEmployerComponents{
    InBoth{"专业与岗位接受的专业有多近，0 至 100。",
           "How near the major is to those that the posting accepts, 0 to 100."},
    InBoth{
        "岗位所列证书（必需与优先）逐项计分的平均：达到等级 100，低于等级 50，未持有 0；未列证书为 50。",
        "The mean over the certificates that the posting lists: held at the level 100, below it 50, not held "
        "0; none listed 50."},
    InBoth{"学历与要求相同 100，高一级 80，更高 50；未要求为 100。",
           "The level asked for 100, one above 80, more 50; none asked for 100."},
    InBoth{
        "毕业生与单位的约定、订单班或学徒 100，实习过 80；其学校与单位合作有效 50；否则 0。",
        "Bound to the employer, in its order class or its apprentice 100, once its intern 80; the school has "
        "a current tie 50; else 0."}};
constexpr std::array<InBoth, 4> kGraduateComponents{
    InBoth{"岗位地区与意向、生源地有多近：第一意向 100，依次递减至 70；同市 65，同城市群 60，同省 45；均未填 "
           "50；其余 15。",
           "How near the posting is to the wishes and to home: first wish 100, further ones down to 70; same "
           "prefecture 65, same city cluster 60, same province 45; neither given 50; else 15."},
    kEmployerComponents[0],
    InBoth{"岗位薪酬占期望薪酬的百分比，至多 100；任一方未填为 50。",
           "The offer as a percentage of the expected pay, at most 100; either side missing 50."},
    kEmployerComponents[3]};

struct ScoreRule {
  Perspective perspective;
  InBoth text;
};
constexpr std::array<ScoreRule, 3> kScores{
    ScoreRule{Perspective::mutual,
              {"双方评分 E 与 S 的调和平均：⌊2·E·S/(E+S)⌋，双方都合意才排得高。",
               "The harmonic mean of both views E and S, ⌊2·E·S/(E+S)⌋: both sides must like a pair."}},
    ScoreRule{Perspective::graduate, {"毕业生一方的评分 S。", "The graduate's view S."}},
    ScoreRule{Perspective::employer, {"单位一方的评分 E。", "The employer's view E."}}};

struct NamedRule {
  std::string_view code;
  InBoth text;
};
constexpr std::array<NamedRule, 5> kRules{
    NamedRule{
        "points",
        {"每项得分 = ⌊权重·值/100⌋；一方评分是各项得分之和，0 至 1000，全部为整数运算。",
         "A component's points are ⌊weight·value/100⌋; a view is their sum, 0 to 1000, all in integers."}},
    NamedRule{
        "order",
        {"按分数从高到低；同分的岗位按发布日期由新到旧，再按编号；同分的毕业生按编号。没有随机，也没有竞价。",
         "By score, highest first; equal postings by date, newest first, then by id; equal graduates by "
         "id. Nothing is random, nothing is for sale."}},
    NamedRule{
        "weights",
        {"每次请求可以改变任何一项权重，答复写明所用的权重；explain=true 给出每一项的理由。",
         "A request may set any weight, the answer names those that were applied; explain=true gives the "
         "reason of every component."}},
    NamedRule{"personal",
              {"排序不使用姓名、性别、民族、出生日期、户籍、困难情况和学校名气：匹配内核中没有这些数据。",
               "Ranking uses no name, gender, ethnicity, birth date, household registration, hardship or "
               "prestige of a school: the matching core does not hold them."}},
    NamedRule{
        "opt_out",
        {"personalized=false 给出与个人无关的列表；登记 opt_out "
         "的毕业生不会被推荐给任何单位，也不参加自动安置。"
         "安置结果只是建议，由人确认。",
         "personalized=false gives a list that does not depend on the person; a graduate with opt_out is "
         "recommended to nobody and placed by no run. A placement is a proposal, confirmed by a person."}}};

void append_both(std::string& out, const InBoth& text) {
  out += ",\"zh\":";
  append_text(out, text.zh);
  out += ",\"en\":";
  append_text(out, text.en);
  out += '}';
}

void append_code(std::string& out, std::string_view name, std::string_view code) {
  if (out.back() != '[') out += ',';
  out += "{\"";
  out += name;
  out += "\":";
  append_text(out, code);
}

template <class Component>
void append_components(std::string& out, std::string_view view, std::span<const std::int32_t, 4> weights,
                       std::span<const InBoth, 4> texts) {
  for (std::size_t i = 0; i < texts.size(); ++i) {
    append_code(out, "view", view);
    out += ",\"component\":";
    append_text(out, words<Component>[i]);
    out += ",\"weight\":";
    append_number(out, weights[i]);
    append_both(out, texts[i]);
  }
}

}  // namespace

void append_algorithm(std::string& out, const RankOptions& defaults) {
  out += '{';
  append_mode(out, defaults.perspective, defaults.weights);
  out += ",\"gates\":[";
  for (std::size_t i = 0; i < kGates.size(); ++i) {
    append_code(out, "code", words<Gate>[i]);
    append_both(out, kGates[i]);
  }
  out += "],\"components\":[";
  append_components<EmployerComponent>(out, "employer", defaults.weights.employer, kEmployerComponents);
  append_components<GraduateComponent>(out, "graduate", defaults.weights.graduate, kGraduateComponents);
  out += "],\"scores\":[";
  for (const ScoreRule& rule : kScores) {
    append_code(out, "perspective", word(rule.perspective));
    append_both(out, rule.text);
  }
  out += "],\"rules\":[";
  for (const NamedRule& rule : kRules) {
    append_code(out, "code", rule.code);
    append_both(out, rule.text);
  }
  out += "]}";
}

}  // namespace talentmatch
