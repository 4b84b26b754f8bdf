#include "base/lost_pages.h"

#include <fcntl.h>
#include <signal.h> // NOLINT(modernize-deprecated-headers): sigaction
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <string_view>

// All of this runs in a handler of a signal: it may call nothing but what signal-safety(7) lists.
namespace tela::base {

namespace {

std::atomic<bool> outlived = false;
std::atomic<std::uint64_t> lost = 0;
static_assert(std::atomic<std::uint64_t>::is_always_lock_free);

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
    return number(at) <= address && address < end();
  }
  // The address behind the mapping.
  [[nodiscard]] std::uint64_t end() const noexcept {
    std::size_t at = 0;
    number(at);
    ++at; // '-'
    return number(at);
  }
  [[nodiscard]] bool is_of_a_file() const noexcept {
    return std::string_view(text_.data(), size_).find('/') != std::string_view::npos;
  }
  [[nodiscard]] std::string_view path() const noexcept {
    const std::string_view line(text_.data(), size_);
    const auto slash = line.find('/');
    return slash == std::string_view::npos ? "a file" : line.substr(slash);
  }

 private:
  std::uint64_t number(std::size_t& at) const noexcept { // NOLINT(modernize-use-nodiscard)
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
  bool found = false;
  while (!found && ::read(maps, &byte, 1) == 1) {
    if (!line.take(byte)) continue;
    found = line.holds(address);
    if (!found) line.clear();
  }
  ::close(maps);
}

// Puts zeros in place of the mapping from the lost page on: what is cut is cut to its end, and a
// mapping of a page each would soon be more than the system allows. False when it cannot.
bool replace_by_zeros(std::uint64_t address, const MapLine& line) noexcept {
  if (!line.is_of_a_file()) return false;
  const auto page = static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
  const std::uint64_t begin = address / page * page;
  lost.fetch_add(1); // first: who sees zeros must see this
  return ::mmap(reinterpret_cast<void*>(begin), line.end() - begin,
                PROT_READ, // NOLINT(*int-to-ptr)
                MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED | MAP_NORESERVE, -1, 0) != MAP_FAILED;
}

void on_lost_page(int, siginfo_t* info, void*) {
  const int error = errno;
  const auto address = reinterpret_cast<std::uint64_t>(info->si_addr);
  MapLine line;
  find_mapping(address, line);
  if (outlived && info->si_code == BUS_ADRERR && replace_by_zeros(address, line)) {
    errno = error;
    return;
  }
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

void outlive_lost_pages() noexcept {
  outlived = true;
  end_on_lost_pages();
}

std::uint64_t lost_pages() noexcept {
  return lost;
}

} // namespace tela::base
