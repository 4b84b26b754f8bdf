#include "base/interruption.h"

namespace tela::base {

Cancellation& interruption() {
  static Cancellation cancellation;
  return cancellation;
}

} // namespace tela::base
