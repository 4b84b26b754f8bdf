#include "base/require.h"
#include "base/utf8.h"

#include <catch2/catch.hpp>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>

using namespace tela::base;

namespace {

/// What an action says on standard error when it is aborted; empty when it comes to its end.
template<class Action>
std::string last_words(Action action) {
  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    ::dup2(ends[1], STDERR_FILENO);
    std::signal(SIGABRT, SIG_DFL);
    action();
    ::_exit(0);
  }
  ::close(ends[1]);
  std::string said;
  std::array<char, 256> piece{};
  for (ssize_t count = 1; count > 0;) {
    count = ::read(ends[0], piece.data(), piece.size());
    if (count > 0) said.append(piece.data(), static_cast<std::size_t>(count));
  }
  ::close(ends[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  const bool aborted = WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
  return aborted ? said : "";
}

} // namespace

TEST_CASE("a requirement that holds says nothing, nor does a release") {
  CHECK(last_words([] { require(1 < 2, "order"); }).empty());
  CHECK(last_words([] { require_utf8("né"); }).empty());
  static_assert([] {
    require(true, "a constant");
    return true;
  }());
}

TEST_CASE("a requirement that is broken tells itself and its place, and aborts") {
  if (!checks_requirements) return;
  const std::string said = last_words([] { require([] { return false; }, "something"); });
  CHECK_THAT(said, Catch::Contains("require_test.cpp") && Catch::Contains("requires: something"));
  CHECK_THAT(last_words([] { require_utf8("n\xE9"); }), Catch::Contains("well-formed UTF-8"));
}

TEST_CASE("who breaks what a header requires is aborted at its door") {
  if (!checks_requirements) return;
  CHECK_THAT(last_words([] {
               std::string text;
               append_utf8(text, 0xD800);
             }),
             Catch::Contains("utf8.cpp") && Catch::Contains("a Unicode scalar value"));
}
