#pragma once

#include "base/cancellation.h"
#include "base/error.h"

#include <string>

namespace tela::base {

/// The wish that this process stops: the program raises it by its handlers of signals, and whatever
/// waits for a pipe or a terminal looks at it. In a library that nobody raises it in it never is.
[[nodiscard]] Cancellation& interruption() noexcept;

/// Nobody reads the pipe any more that output goes to: no fault, but the end of the work.
class BrokenPipe : public Error {
 public:
  /// `name` is what the user called the pipe.
  explicit BrokenPipe(std::string name);
};

} // namespace tela::base
