#include "remote/service_address.h"

#include "base/ascii.h"
#include "rdf/iri.h"
#include "rdf/name_characters.h"

#include <algorithm>

namespace tela::remote {

namespace {

constexpr auto npos = std::string_view::npos;

bool is_unreserved(int c) {
  return rdf::is_letter(static_cast<char32_t>(c)) || rdf::is_digit(static_cast<char32_t>(c)) ||
         c == '-' || c == '.' || c == '_' || c == '~';
}

/// The text with encodings that mean nothing decoded; nothing when one is broken or hides a
/// separator.
std::optional<std::string> decoded(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\\' || static_cast<unsigned char>(text[at]) <= ' ') return std::nullopt;
    if (text[at] != '%') {
      out += text[at];
      continue;
    }
    if (at + 2 >= text.size()) return std::nullopt;
    const int high = rdf::hex_value(text[at + 1]);
    const int low = rdf::hex_value(text[at + 2]);
    const int value = high * 16 + low;
    if (high < 0 || low < 0 || value == '/' || value == '\\') return std::nullopt;
    if (is_unreserved(value))
      out += static_cast<char>(value);
    else
      out += text.substr(at, 3);
    at += 2;
  }
  return out;
}

/// "host:port" in lower case with the port of the scheme where none is written; nothing when it is
/// malformed or names a user.
std::optional<std::string> authority(std::string_view text, std::string_view scheme) {
  if (text.empty() || text.find_first_of("@\\% \t\r\n") != npos) return std::nullopt;
  const auto bracket = text.rfind(']'); // of an IPv6 address
  auto colon = text.rfind(':');
  if (colon != npos && bracket != npos && colon < bracket) colon = npos;
  const std::string_view host = text.substr(0, colon);
  std::string_view port = colon == npos ? "" : text.substr(colon + 1);
  if (host.empty() || port.find_first_not_of("0123456789") != npos) return std::nullopt;
  port.remove_prefix(std::min(port.find_first_not_of('0'), port.size()));
  const std::string_view usual = scheme == "https" ? "443" : "80";
  return base::ascii_lower(host) + ':' + std::string(port.empty() ? usual : port);
}

} // namespace

std::optional<ServiceAddress> parse_service_address(std::string_view text) {
  const auto colon = text.find("://");
  if (colon == npos) return std::nullopt;
  const std::string scheme = base::ascii_lower(text.substr(0, colon));
  if (scheme != "http" && scheme != "https") return std::nullopt;
  text = text.substr(colon + 3, text.find('#') == npos ? npos : text.find('#') - colon - 3);
  const auto end = std::min(text.find_first_of("/?"), text.size());
  const auto host = authority(text.substr(0, end), scheme);
  const auto question = std::min(text.find('?'), text.size());
  const auto path = decoded(text.substr(end, question - end));
  if (!host || !path) return std::nullopt;
  ServiceAddress address;
  address.origin = scheme + "://" + *host;
  const std::string resolved = rdf::resolve_iri(address.origin + '/', path->empty() ? "/" : *path);
  address.path = resolved.substr(address.origin.size());
  address.query = text.substr(question);
  return address;
}

std::string ServiceAddress::host() const {
  const auto begin = origin.find("://") + 3;
  return origin.substr(begin, origin.rfind(':') - begin);
}

bool ServiceAddress::is_confidential() const {
  if (origin.starts_with("https:")) return true;
  const std::string name = host();
  const bool is_ipv4_loopback =
      name.starts_with("127.") && name.find_first_not_of("0123456789.") == std::string::npos;
  return is_ipv4_loopback || name == "localhost" || name == "[::1]";
}

bool lies_below(const ServiceAddress& address, const ServiceAddress& allowed) {
  if (address.origin != allowed.origin) return false;
  if (!allowed.query.empty()) return address.path == allowed.path && address.query == allowed.query;
  if (!address.path.starts_with(allowed.path)) return false;
  return address.path.size() == allowed.path.size() || allowed.path.ends_with('/') ||
         address.path[allowed.path.size()] == '/';
}

} // namespace tela::remote
