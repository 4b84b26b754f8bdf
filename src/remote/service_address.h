#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tela::remote {

/// An http address with all that does not matter taken out (RFC 3986, section 6.2.2 and 6.2.3):
/// scheme and host in lower case, the port always written, percent-encodings of unreserved
/// characters decoded, dot segments removed, no fragment.
struct ServiceAddress {
  std::string origin; ///< "http://host:80"
  std::string path;   ///< begins with "/"
  std::string query;  ///< with its "?", or empty

  [[nodiscard]] std::string text() const { return origin + path + query; }
  /// Without scheme and port; of IPv6 with its brackets.
  [[nodiscard]] std::string host() const;
  /// Whether nobody on the way can read what is sent there: https, or an address of this machine.
  [[nodiscard]] bool is_confidential() const;
};

/// Nothing for what is no http(s) address, for one with a user's name or password, and for a path
/// with an encoded slash or backslash, which servers read in two ways.
[[nodiscard]] std::optional<ServiceAddress> parse_service_address(std::string_view text);

/// Whether `address` is `allowed` or lies below it, segment by segment: "http://h/pub" and
/// "http://h/pub/" allow "http://h/pub/x" and "http://h/pub?x", not "http://h/public". A query in
/// `allowed` must be the same.
[[nodiscard]] bool lies_below(const ServiceAddress& address, const ServiceAddress& allowed);

} // namespace tela::remote
