#include "server/framing.h"

#include "server/problem.h"

#include <array>
#include <charconv>
#include <ctime>

namespace tela::server {

namespace {

void append_field(std::string& out, std::string_view name, std::string_view value) {
  out.append(name).append(": ");
  for (const char c : value)
    if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) out += c;
  out += "\r\n";
}

// IMF-fixdate, RFC 9110, section 5.6.7; the names are English whatever the locale.
std::string http_date(std::time_t time) {
  constexpr std::array<const char*, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<const char*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                               "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  std::tm parts{};
  ::gmtime_r(&time, &parts);
  std::array<char, 40> text{};
  const int length = std::snprintf( // NOLINT(*-vararg)
      text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT",
      days.at(static_cast<std::size_t>(parts.tm_wday)), parts.tm_mday,
      months.at(static_cast<std::size_t>(parts.tm_mon)), parts.tm_year + 1900, parts.tm_hour,
      parts.tm_min, parts.tm_sec);
  return {text.data(), static_cast<std::size_t>(length)};
}

std::string hexadecimal(std::size_t number) {
  std::array<char, 2 * sizeof number> digits{};
  const auto end = std::to_chars(digits.begin(), digits.end(), number, 16).ptr;
  return {digits.begin(), end};
}

} // namespace

Framing framing_of(const Piece& first, const Peer& peer) {
  const unsigned status = first.head->status;
  if (peer.head_only || status == 204 || status == 304) return Framing::none;
  if (first.end == BodyEnd::whole) return Framing::length;
  return peer.http_1_0 ? Framing::close : Framing::chunked;
}

std::string head_text(const Piece& first, Framing framing, const Peer& peer) {
  const ResponseHead& head = *first.head;
  std::string out = "HTTP/1.1 " + std::to_string(head.status) + ' ';
  out.append(phrase(head.status)).append("\r\n");
  append_field(out, "Date", http_date(std::time(nullptr)));
  append_field(out, "Server", "tela/" TELA_VERSION);
  append_field(out, "X-Content-Type-Options", "nosniff");
  for (const auto& [name, value] : head.fields) append_field(out, name, value);
  if (framing == Framing::length)
    append_field(out, "Content-Length", std::to_string(first.bytes.size()));
  if (framing == Framing::chunked) append_field(out, "Transfer-Encoding", "chunked");
  if (framing == Framing::chunked && peer.takes_trailers)
    append_field(out, "Trailer", "Tela-Status");
  append_field(out, "Connection",
               peer.keeps_alive && framing != Framing::close ? "keep-alive" : "close");
  return out += "\r\n";
}

std::string before_bytes(const Piece& piece, Framing framing) {
  if (framing != Framing::chunked || piece.bytes.empty()) return {};
  return hexadecimal(piece.bytes.size()) + "\r\n";
}

std::string after_bytes(const Piece& piece, Framing framing, const Peer& peer) {
  if (framing != Framing::chunked) return {};
  std::string out = piece.bytes.empty() ? "" : "\r\n";
  if (piece.end == BodyEnd::whole) return out += "0\r\n\r\n";
  if (piece.end == BodyEnd::open || !peer.takes_trailers) return out;
  out += "0\r\n";
  append_field(out, "Tela-Status", "broken; " + piece.reason);
  return out += "\r\n";
}

} // namespace tela::server
