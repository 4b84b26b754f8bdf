#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace tela::base {

/// SHA-256 (FIPS 180-4) of a stream of bytes. Not thread-safe. Move-only.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;

  void update(std::string_view bytes);
  /// The digest of all bytes so far, 64 lower-case hexadecimal digits; starts anew.
  [[nodiscard]] std::string finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The digest of `bytes`.
[[nodiscard]] std::string sha256(std::string_view bytes);

} // namespace tela::base
