#pragma once

#include <cstdint>
#include <cstdlib>

namespace tela::tests {

/// The number that an environment variable holds: for seeds and numbers of cases.
inline std::uint64_t environment_number(const char* name, std::uint64_t otherwise) {
  const char* text = std::getenv(name); // NOLINT(concurrency-mt-unsafe): no thread has been started
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

} // namespace tela::tests
