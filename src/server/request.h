#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// `tela serve`: the graph over HTTP, for programs and people. See README.md.
namespace tela::server {

/// The methods that some address takes; `other` is answered with 405.
enum class Method : std::uint8_t { get, head, post, query, remove, options, other };

/// Names and values in the order they came: of a query string or a form.
using Parameters = std::vector<std::pair<std::string, std::string>>;

/// A request, read whole and within the limits of its size. A value: any thread may hold it.
struct Request {
  Method method = Method::get;
  std::string path;      ///< percent-decoded, begins with '/'; no "." and ".." segments
  Parameters parameters; ///< of the query string, decoded
  std::vector<std::pair<std::string, std::string>> fields; ///< header fields, names in lower case
  std::string body;
  std::string peer; ///< address of the client without port; "unix" of a local socket

  /// The first field of that name (in lower case); nothing when there is none.
  [[nodiscard]] std::optional<std::string_view> field(std::string_view name) const;
  /// The media type of the body without parameters, in lower case; "" when it has none.
  [[nodiscard]] std::string content_type() const;
};

/// The first value of `name`; nothing when there is none.
[[nodiscard]] std::optional<std::string_view> value_of(const Parameters& parameters,
                                                       std::string_view name);
/// Every value of `name`.
[[nodiscard]] std::vector<std::string> values_of(const Parameters& parameters,
                                                 std::string_view name);

} // namespace tela::server
