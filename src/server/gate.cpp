#include "server/gate.h"

#include "base/ascii.h"

#include <algorithm>
#include <array>

namespace tela::server {

namespace {

// "[::1]:7878" and "localhost:7878" without the port.
std::string_view without_port(std::string_view host) {
  if (host.starts_with('[')) return host.substr(0, std::min(host.size(), host.find(']') + 1));
  return host.substr(0, host.find(':'));
}

bool is_loopback_name(std::string_view host) {
  constexpr std::array<std::string_view, 3> names{"localhost", "127.0.0.1", "[::1]"};
  return std::ranges::find(names, host) != names.end();
}

} // namespace

bool is_own_host(const Request& request, const GateSettings& settings) {
  if (request.peer == "unix") return true;
  const std::string field =
      base::ascii_lower(request.field("host").value_or("localhost")); // none in HTTP/1.0
  const std::string_view host = without_port(field);
  return is_loopback_name(host) || std::ranges::any_of(settings.hosts, [&](const std::string& own) {
           return own == "*" || base::ascii_lower(own) == host;
         });
}

bool same_secret(std::string_view one, std::string_view other) {
  if (one.size() != other.size()) return false;
  unsigned difference = 0;
  for (std::size_t i = 0; i < one.size(); ++i)
    difference |= static_cast<unsigned char>(one[i]) ^ static_cast<unsigned char>(other[i]);
  return difference == 0;
}

std::optional<Problem> turned_away(const Request& request, const GateSettings& settings) {
  if (!is_own_host(request, settings))
    return Problem{421,
                   "this server does not answer under that name",
                   "start it with --host NAME if it is meant to",
                   {},
                   {}};
  if (settings.token.empty()) return std::nullopt;
  constexpr std::string_view scheme = "bearer ";
  const std::string_view given = request.field("authorization").value_or("");
  if (base::ascii_lower(given.substr(0, scheme.size())) == scheme &&
      same_secret(given.substr(scheme.size()), settings.token))
    return std::nullopt;
  return Problem{401,
                 "a token is needed here",
                 "send the field Authorization: Bearer TOKEN",
                 {},
                 {{"WWW-Authenticate", "Bearer"}}};
}

Parameters cors_fields(const Request& request, const GateSettings& settings) {
  const auto origin = request.field("origin");
  if (settings.cors.empty() || !origin) return {};
  if (settings.cors != "*" && settings.cors != *origin) return {{"Vary", "Origin"}};
  Parameters fields{
      {"Access-Control-Allow-Origin", settings.cors},
      {"Access-Control-Expose-Headers", "ETag, Retry-After, Server-Timing, Tela-Status"}};
  if (request.method != Method::options) return fields;
  fields.emplace_back("Access-Control-Allow-Methods", "GET, HEAD, POST, QUERY, DELETE, OPTIONS");
  fields.emplace_back("Access-Control-Allow-Headers",
                      "Accept, Authorization, Content-Type, If-None-Match, Tela-Query-Id");
  fields.emplace_back("Access-Control-Max-Age", "86400");
  return fields;
}

} // namespace tela::server
