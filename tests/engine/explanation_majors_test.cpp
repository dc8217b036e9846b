// The sentence for each relation of a major to what a posting accepts.

#include <catch2/catch.hpp>

#include "tests/engine/explanation_support.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

TEST_CASE("Each relation of majors has its sentence") {
  ExplainedPair pair;
  const auto accept = [&](std::vector<EntryId> entries) { pair.posting.majors = std::move(entries); };
  accept({});
  check_texts(pair, kMajor, "The posting accepts any major.", "岗位不限专业。");
  accept({entry("51"), entry("510201"), entry("5102")});
  check_texts(pair, kMajor, "The posting asks for 计算机应用技术 (510201), the graduate's own major.",
              "岗位要求的计算机应用技术（510201）就是毕业生所学专业。");
  accept({entry("51"), entry("5102")});
  check_texts(pair, kMajor,
              "The posting accepts the class 计算机类 (5102), which 计算机应用技术 (510201) belongs to.",
              "岗位接受专业类计算机类（5102），毕业生所学的计算机应用技术（510201）属于该类。");
  accept({entry("51")});
  check_texts(
      pair, kMajor,
      "The posting accepts the category 电子与信息大类 (51), which 计算机应用技术 (510201) belongs to.",
      "岗位接受电子与信息大类（51），毕业生所学的计算机应用技术（510201）属于其中。");
  accept({entry("310201")});
  check_texts(
      pair, kMajor,
      "The posting asks for 计算机应用工程 (310201); it and 计算机应用技术 (510201) officially continue one "
      "another.",
      "岗位要求计算机应用工程（310201），与毕业生所学的计算机应用技术（510201）互为官方目录中的接续专业。");
  accept({entry("510202")});
  check_texts(
      pair, kMajor,
      "The posting asks for 计算机网络技术 (510202); 计算机应用技术 (510201) is of the same class, "
      "计算机类 (5102).",
      "岗位要求计算机网络技术（510202），与毕业生所学的计算机应用技术（510201）同属专业类计算机类（5102）。");
  accept({entry("7102")});
  check_texts(
      pair, kMajor,
      "The posting accepts 计算机类 (7102); 计算机应用技术 (510201) belongs to the corresponding class of "
      "another level.",
      "岗位接受计算机类（7102），毕业生所学的计算机应用技术（510201）属于另一层次目录中的对应专业类。");
  accept({entry("71")});
  check_texts(pair, kMajor,
              "The posting accepts 电子与信息大类 (71); 计算机应用技术 (510201) shares only its category.",
              "岗位接受电子与信息大类（71），与毕业生所学的计算机应用技术（510201）仅专业大类（门类）相同。");
  accept({entry("520201")});
  check_texts(pair, kMajor, "No major that the posting accepts relates to 计算机应用技术 (510201).",
              "岗位接受的专业与毕业生所学的计算机应用技术（510201）均无关联。");
}

TEST_CASE("A major of the same name in another catalogue is said to be one") {
  ExplainedPair pair;
  pair.graduate.major = major("520201");
  pair.posting.majors = {entry("720201")};
  check_texts(
      pair, kMajor,
      "The posting asks for 护理 (720201); 护理 (520201) has the same name in another level's catalogue.",
      "岗位要求护理（720201），毕业生所学的护理（520201）是另一层次专业目录中的同名专业。");
}
