#pragma once

#include "base/compressor.h"
#include "base/file.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace tela::cli {

/// Where results go: standard output, a file that appears whole or not at all, or a device, pipe or
/// socket, to which they are written as they come. Packed when the name ends with .gz or .zst.
class Destination {
 public:
  /// `path` empty or "-": standard output.
  explicit Destination(const std::string& path);
  ~Destination() = default;
  Destination(const Destination&) = delete;
  Destination& operator=(const Destination&) = delete;

  /// Throws Error(input) when the disk or the pipe refuses, BrokenPipe when nobody reads the pipe.
  void write(std::string_view bytes);
  /// Must be called after the last byte; without it the file does not appear.
  void commit();

  /// Whether a person reads along: standard output on a terminal.
  [[nodiscard]] bool is_terminal() const;

 private:
  std::optional<base::AtomicFile> file_; // one of the two
  std::unique_ptr<base::OutputFile> stream_;
  bool terminal_ = false;
  base::Compressor compressor_; // writes to it
};

/// Columns of the terminal that standard output is; 0 when it is none.
[[nodiscard]] std::size_t terminal_width();

} // namespace tela::cli
