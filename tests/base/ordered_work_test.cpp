#include "base/ordered_work.h"

#include <catch2/catch.hpp>

#include <atomic>
#include <numeric>
#include <stdexcept>
#include <string>

using tela::base::work_in_order;

namespace {

/// The results that are accepted of `count` pieces, each its own number.
std::vector<std::size_t> accepted(std::size_t count, unsigned threads) {
  std::vector<std::size_t> list;
  work_in_order<std::size_t>(
      count, threads, [] { return [](std::size_t i) { return i; }; },
      [&](std::size_t result) { list.push_back(result); });
  return list;
}

} // namespace

TEST_CASE("results come in the order of the pieces, each once, whoever made them") {
  const unsigned threads = GENERATE(1U, 2U, 7U);
  for (const std::size_t count : {0, 1, 5, 500}) {
    std::vector<std::size_t> expected(count);
    std::iota(expected.begin(), expected.end(), 0);
    CHECK(accepted(count, threads) == expected);
  }
}

TEST_CASE("each thread has a worker of its own, which takes ascending pieces") {
  std::atomic<int> made = 0;
  std::atomic<bool> ascending = true;
  work_in_order<int>(
      200, 3,
      [&] {
        ++made;
        return [&, last = std::size_t{0}](std::size_t i) mutable {
          if (i < last) ascending = false;
          last = i;
          return 0;
        };
      },
      [](int) {});
  CHECK(made <= 3);
  CHECK(ascending);
}

TEST_CASE("no more than a few results a thread wait for one that is late") {
  std::atomic<std::size_t> furthest = 0;
  std::atomic<std::size_t> taken = 0;
  std::atomic<bool> ran_ahead = false;
  work_in_order<int>(
      300, 2,
      [&] {
        return [&](std::size_t i) {
          if (i > furthest) furthest = i;
          if (i >= taken + 8) ran_ahead = true; // four a thread
          return 0;
        };
      },
      [&](int) { ++taken; });
  CHECK_FALSE(ran_ahead);
}

TEST_CASE("the first failure ends the work, and comes out: of a worker, its maker or who accepts") {
  const auto fail_at = [](std::size_t which) {
    return [which](std::size_t i) {
      if (i == which) throw std::runtime_error("piece");
      return i;
    };
  };
  CHECK_THROWS_WITH(work_in_order<std::size_t>(
                        100, 3, [&] { return fail_at(40); }, [](std::size_t) {}),
                    "piece");
  const auto no_worker = []() -> std::size_t (*)(std::size_t) {
    throw std::runtime_error("maker");
  };
  CHECK_THROWS_WITH(work_in_order<std::size_t>(100, 3, no_worker, [](std::size_t) {}), "maker");
  std::size_t seen = 0;
  const auto refuse = [&](std::size_t) {
    if (++seen == 10) throw std::runtime_error("reader");
  };
  CHECK_THROWS_WITH(work_in_order<std::size_t>(
                        100, 3, [&] { return fail_at(1000); }, refuse),
                    "reader");
  CHECK(seen == 10);
}
