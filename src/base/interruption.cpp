#include "base/interruption.h"

#include <utility>

namespace tela::base {

Cancellation& interruption() noexcept {
  static Cancellation cancellation;
  return cancellation;
}

BrokenPipe::BrokenPipe(std::string name)
    : Error(Failure::limit, Place{std::move(name)}, "nobody reads the pipe any more") {}

} // namespace tela::base
