#pragma once

#include "base/compressor.h"
#include "base/file.h"

#include <optional>
#include <string>
#include <string_view>

namespace tela::cli {

/// Where results go: standard output, or a file that appears whole or not at all, packed when its
/// name ends with .gz or .zst.
class Destination {
 public:
  /// `path` empty or "-": standard output.
  explicit Destination(const std::string& path);
  ~Destination() = default;
  Destination(const Destination&) = delete;
  Destination& operator=(const Destination&) = delete;

  /// Throws Error(input) when the disk or the pipe refuses.
  void write(std::string_view bytes);
  /// Must be called after the last byte; without it the file does not appear.
  void commit();

  /// Whether a person reads along: standard output on a terminal.
  [[nodiscard]] bool is_terminal() const;

 private:
  std::optional<base::AtomicFile> file_;
  std::optional<base::Compressor> compressor_; // with a file only; writes to it
};

} // namespace tela::cli
