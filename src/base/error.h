#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

/// What every room may use: errors with a place, text, files, limits, progress.
namespace tela::base {

/// A place in a text that a person can find again.
struct Place {
  std::string source;       ///< file name or IRI as the user gave it; empty when unknown
  std::uint64_t line = 0;   ///< from 1; 0 when the whole source is meant
  std::uint64_t column = 0; ///< from 1, in code points; 0 when the whole line is meant

  bool operator==(const Place&) const = default;
};

/// "file:12:7", "file:12", "file" or "" — as much as is known.
[[nodiscard]] std::string to_string(const Place& place);

/// Line and column of byte `offset` of `text`. Cost: linear in `offset`.
[[nodiscard]] Place place_at(std::string_view source, std::string_view text, std::uint64_t offset);

/// Why an operation failed; decides the exit status of the program.
enum class Failure {
  input, ///< the data, the query or a file is wrong or unreadable: exit 1
  usage, ///< the command line is wrong: exit 2
  limit, ///< a time or memory limit, or the user, ended the work: exit 3
};

/// The one exception of the project: an operation that could not be done. A missing *value* (an
/// unbound variable, a failed expression) is never an Error but an empty optional or an undefined
/// id.
class Error : public std::runtime_error {
 public:
  /// `message` says in plain words what is wrong, `advice` what to do about it (may be empty).
  Error(Failure failure, Place place, std::string message, std::string advice = {});
  Error(Failure failure, std::string message, std::string advice = {});

  [[nodiscard]] Failure failure() const noexcept { return failure_; }
  [[nodiscard]] const Place& place() const noexcept { return place_; }
  [[nodiscard]] const std::string& message() const noexcept { return message_; }
  [[nodiscard]] const std::string& advice() const noexcept { return advice_; }

 private:
  Failure failure_;
  Place place_;
  std::string message_;
  std::string advice_;
};

} // namespace tela::base
