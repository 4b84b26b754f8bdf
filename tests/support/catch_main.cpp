#define CATCH_CONFIG_RUNNER
#include "support/paths.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <iostream>
#include <span>
#include <string_view>

namespace {

constexpr int skipped = 77; // ctest's SKIP_RETURN_CODE in tests/CMakeLists.txt

bool asks_for_shared(std::span<const char* const> arguments) {
  return std::ranges::any_of(arguments, [](std::string_view one) { return one == "[shared]"; });
}

} // namespace

int main(int count, char** arguments) {
  const auto& shared = tela::tests::shared_folder();
  if (asks_for_shared({arguments, static_cast<std::size_t>(count)}) &&
      !std::filesystem::exists(shared)) {
    std::cout << "skipped: there is no " << shared.string() << '\n';
    return skipped;
  }
  return Catch::Session().run(count, arguments);
}
