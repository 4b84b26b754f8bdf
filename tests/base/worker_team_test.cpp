#include "base/worker_team.h"

#include <catch2/catch.hpp>

#include <atomic>
#include <stdexcept>
#include <vector>

using tela::base::WorkerTeam;

TEST_CASE("Every piece of every spell is done once, and no worker does two at a time") {
  WorkerTeam team(GENERATE(1U, 2U, 5U));
  std::vector<std::atomic<bool>> busy(team.size());
  std::atomic<bool> clashed = false;
  for (const std::size_t pieces : {0, 1, 2, 3, 100, 1000}) {
    std::vector<std::atomic<int>> done(pieces);
    team.run(pieces, [&](unsigned worker, std::size_t i) {
      if (busy.at(worker).exchange(true)) clashed = true;
      ++done[i];
      busy[worker] = false;
    });
    for (const auto& times : done) REQUIRE(times == 1);
  }
  CHECK_FALSE(clashed.load());
}

TEST_CASE("The first failure of a piece comes to the caller, and the team lives on") {
  WorkerTeam team(3);
  const auto fail_at_seven = [](unsigned, std::size_t i) {
    if (i == 7) throw std::runtime_error("seven");
  };
  CHECK_THROWS_WITH(team.run(1000, fail_at_seven), "seven");
  std::atomic<int> done = 0;
  team.run(10, [&](unsigned, std::size_t) { ++done; });
  CHECK(done == 10);
}
