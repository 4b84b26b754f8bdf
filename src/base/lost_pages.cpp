#include "base/lost_pages.h"

#include <fcntl.h>
#include <signal.h> // NOLINT(modernize-deprecated-headers): sigaction
#include <unistd.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

// All of this runs in a handler of a signal: it may call nothing but what signal-safety(7) lists.
namespace tela::base {

namespace {

// A line of /proc/self/maps is "begin-end rights offset device inode      path".
class MapLine {
 public:
  // Takes the next byte of the file; returns whether the line is whole.
  bool take(char byte) noexcept {
    if (byte == '\n') return true;
    if (size_ < text_.size()) text_[size_++] = byte;
    return false;
  }
  void clear() noexcept { size_ = 0; }

  [[nodiscard]] bool holds(std::uint64_t address) const noexcept {
    std::size_t at = 0;
    const std::uint64_t begin = number(at);
    ++at; // '-'
    return begin <= address && address < number(at);
  }
  [[nodiscard]] std::string_view path() const noexcept {
    const std::string_view line(text_.data(), size_);
    const auto slash = line.find('/');
    return slash == std::string_view::npos ? "a file" : line.substr(slash);
  }

 private:
  std::uint64_t number(std::size_t& at) const noexcept {
    std::uint64_t value = 0;
    for (; at < size_; ++at) {
      const char digit = text_[at];
      if (digit >= '0' && digit <= '9')
        value = value * 16 + static_cast<std::uint64_t>(digit - '0');
      else if (digit >= 'a' && digit <= 'f')
        value = value * 16 + static_cast<std::uint64_t>(digit - 'a' + 10);
      else
        break;
    }
    return value;
  }

  std::array<char, 4096 + 128> text_{}; // a path, and what stands before it
  std::size_t size_ = 0;
};

void say(std::string_view text) noexcept {
  while (!text.empty()) {
    const ssize_t done = ::write(STDERR_FILENO, text.data(), text.size());
    if (done <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(done));
  }
}

// Leaves in `line` that of the mapping which holds `address`, else an empty one.
void find_mapping(std::uint64_t address, MapLine& line) noexcept {
  const int maps = ::open("/proc/self/maps", O_RDONLY | O_CLOEXEC); // NOLINT(*-vararg)
  char byte = 0;
  while (::read(maps, &byte, 1) == 1) {
    if (!line.take(byte)) continue;
    if (line.holds(address)) return;
    line.clear();
  }
}

void on_lost_page(int, siginfo_t* info, void*) {
  MapLine line;
  find_mapping(reinterpret_cast<std::uint64_t>(info->si_addr), line);
  say("tela: ");
  say(line.path());
  say(": was cut short, or its disk failed, while it was read; run again when it is whole\n");
  ::_exit(1);
}

} // namespace

void end_on_lost_pages() noexcept {
  struct sigaction action {};
  action.sa_sigaction = on_lost_page;
  action.sa_flags = SA_SIGINFO;
  ::sigaction(SIGBUS, &action, nullptr);
}

} // namespace tela::base
