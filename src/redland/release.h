#pragma once

namespace tela::redland {

/// Deleter of a std::unique_ptr that owns a handle of a C library.
template<auto Free>
struct Release {
  template<typename T>
  void operator()(T* handle) const noexcept {
    Free(handle);
  }
};

} // namespace tela::redland
