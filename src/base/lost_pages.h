#pragma once

namespace tela::base {

/// From now on a mapped file that is cut short, or whose disk fails, while it is read ends the
/// process with status 1 and a message that names the file, where the system would end it with
/// SIGBUS. For programs, not for libraries: there is one handler a process.
void end_on_lost_pages() noexcept;

} // namespace tela::base
