#pragma once

#include "base/error.h"

namespace tela::store {

/// What is thrown where a store's bytes are not what was written: no fault of what was asked.
class Damaged : public base::Error {
 public:
  using base::Error::Error;
};

} // namespace tela::store
