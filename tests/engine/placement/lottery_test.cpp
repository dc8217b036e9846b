#include "engine/placement/lottery.hpp"

#include <catch2/catch.hpp>

#include "engine/placement/reserve.hpp"
#include "engine/placement/sha256.hpp"

using namespace talentmatch;

TEST_CASE("SHA-256 gives the digests of FIPS 180-4's examples") {
  CHECK(sha256("abc") == std::array<std::uint32_t, 8>{0xba7816bf, 0x8f01cfea, 0x414140de, 0x5dae2223,
                                                      0xb00361a3, 0x96177a9c, 0xb410ff61, 0xf20015ad});
  CHECK(sha256("")[0] == 0xe3b0c442);
  // 56 bytes: the length needs a second block.
  CHECK(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        std::array<std::uint32_t, 8>{0x248d6a61, 0xd20638b8, 0xe5c02693, 0x0c3e6039, 0xa33ce459, 0x64ff2167,
                                     0xf6ecedd4, 0x19db06c1});
}

TEST_CASE("a lottery number can be computed with sha256sum") {
  // printf '7\nG1' | sha256sum
  CHECK(lottery_number(7, "G1") == 0xe17a7bed5c95afc1);
  CHECK(lottery_number(18446744073709551615U, "A.b-c_d:e") == 0xd32a23bb7fa3de83);
}

TEST_CASE("a need is spread by largest remainder, then id") {
  const std::vector<ReserveShare> shares{{"c", 1}, {"a", 1}, {"b", 1}, {"d", 7}};
  CHECK(apportion(0, shares) == std::vector{0, 0, 0, 0});
  CHECK(apportion(4, shares) == std::vector{0, 1, 0, 3});  // 0.4 0.4 0.4 2.8
  CHECK(apportion(10, shares) == std::vector{1, 1, 1, 7});
  CHECK(apportion(0, {}).empty());
}
