#pragma once

#include "base/error.h"
#include "server/channel.h"

#include <cstdint>
#include <string>

namespace tela::server {

/// Why a request is not answered as asked (RFC 9457).
struct Problem {
  unsigned status = 400;
  std::string title;   ///< what is wrong, a sentence in plain words
  std::string advice;  ///< what to do about it; may be empty
  base::Place place;   ///< where in the query or the document; may be empty
  Parameters fields{}; ///< further header fields: "Retry-After", "Allow"
};

/// Thrown by handlers; the dispatcher sends it.
class Refusal : public std::runtime_error {
 public:
  explicit Refusal(Problem problem)
      : std::runtime_error(problem.title), problem_(std::move(problem)) {}
  [[nodiscard]] const Problem& problem() const noexcept { return problem_; }

 private:
  Problem problem_;
};

/// The problem of an error that ended the work on a request: input and usage are 400, a limit is
/// 503 with Retry-After, since the same request may succeed on a quieter server or with a longer
/// limit.
[[nodiscard]] Problem problem_of(const base::Error& error);

/// The phrase of a status: "Not Found".
[[nodiscard]] std::string_view phrase(unsigned status);

/// A problem as JSON for who accepts JSON, as text for everybody else.
[[nodiscard]] ResponseHead head_of(const Problem& problem, const Request& request);
[[nodiscard]] std::string body_of(const Problem& problem, const Request& request);

} // namespace tela::server
