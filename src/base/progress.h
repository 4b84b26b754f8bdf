#pragma once

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

namespace tela::base {

/// One line on a terminal that says how far long work is; nothing anywhere else. One thread.
class Progress {
 public:
  /// Shows nothing until 200 ms have passed, and nothing at all when `stream` is null.
  /// `total` 0: unknown, only the count is shown.
  Progress(std::FILE* stream, std::string_view label, std::uint64_t total);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// `done` of `total`. Cheap: reads the clock only every 256th call.
  void update(std::uint64_t done);

 private:
  void draw();

  std::FILE* stream_;
  std::string label_;
  std::uint64_t total_;
  std::uint64_t done_ = 0;
  std::uint64_t calls_ = 0;
  std::chrono::steady_clock::time_point next_;
  bool drawn_ = false;
};

} // namespace tela::base
