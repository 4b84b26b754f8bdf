#pragma once

#include <cstdint>

namespace tela::base {

/// From now on a mapped file that is cut short, or whose disk fails, while it is read ends the
/// process with status 1 and a message that names the file, where the system would end it with
/// SIGBUS. For programs, not for libraries: there is one handler a process.
void end_on_lost_pages() noexcept;

/// The same for a program that goes on: lost pages read as zeros, and are counted. Whoever gives
/// away what was read from a mapped file must compare lost_pages() with what it was before the file
/// was mapped, on the thread that read or on one that has waited for it.
void outlive_lost_pages() noexcept;
/// How often pages were lost since the process began.
[[nodiscard]] std::uint64_t lost_pages() noexcept;

} // namespace tela::base
