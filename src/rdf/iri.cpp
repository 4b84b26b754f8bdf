#include "rdf/iri.h"

#include "base/require.h"

#include <algorithm>
#include <filesystem>

namespace tela::rdf {

namespace {

bool is_alpha(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Length of "scheme:" at the start, or 0 (RFC 3986 section 3.1).
std::size_t scheme_length(std::string_view text) {
  if (text.empty() || !is_alpha(text.front())) return 0;
  for (std::size_t i = 1; i < text.size(); ++i) {
    const char c = text[i];
    if (c == ':') return i + 1;
    if (!is_alpha(c) && !is_digit(c) && c != '+' && c != '-' && c != '.') return 0;
  }
  return 0;
}

// The five components of RFC 3986 section 3, each with its delimiter, "" when absent.
struct Parts {
  std::string_view scheme, authority, path, query, fragment;
};

Parts split(std::string_view text) {
  Parts parts;
  const auto take = [&](std::string_view& part, std::size_t length) {
    part = text.substr(0, length);
    text.remove_prefix(part.size());
  };
  take(parts.scheme, scheme_length(text));
  if (text.starts_with("//"))
    take(parts.authority, std::min(text.find_first_of("/?#", 2), text.size()));
  take(parts.path, std::min(text.find_first_of("?#"), text.size()));
  take(parts.query, std::min(text.find('#'), text.size()));
  parts.fragment = text;
  return parts;
}

void remove_last_segment(std::string& path) {
  const auto slash = path.rfind('/');
  path.erase(slash == std::string::npos ? 0 : slash);
}

// RFC 3986 section 5.2.4.
std::string remove_dot_segments(std::string_view in) {
  std::string out;
  while (!in.empty()) {
    if (in.starts_with("../")) {
      in.remove_prefix(3);
    } else if (in.starts_with("./") || in.starts_with("/./")) {
      in.remove_prefix(2);
    } else if (in == "/.") {
      in = "/";
    } else if (in.starts_with("/../")) {
      in.remove_prefix(3);
      remove_last_segment(out);
    } else if (in == "/..") {
      in = "/";
      remove_last_segment(out);
    } else if (in == "." || in == "..") {
      in = {};
    } else {
      const auto length = std::min(in.find('/', 1), in.size());
      out += in.substr(0, length);
      in.remove_prefix(length);
    }
  }
  return out;
}

// RFC 3986 section 5.2.3.
std::string merged_path(const Parts& base, std::string_view path) {
  if (!base.authority.empty() && base.path.empty()) return "/" + std::string(path);
  const auto slash = base.path.rfind('/');
  if (slash == std::string_view::npos) return std::string(path);
  return std::string(base.path.substr(0, slash + 1)) += path;
}

std::string join(std::string_view scheme, std::string_view authority, const std::string& path,
                 std::string_view query, std::string_view fragment) {
  std::string text(scheme);
  text += authority;
  text += path;
  text += query;
  text += fragment;
  return text;
}

void append_percent(std::string& out, char c) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  out += '%';
  out += hex[static_cast<unsigned char>(c) >> 4U];
  out += hex[static_cast<unsigned char>(c) & 15U];
}

std::string encode_except(std::string_view text, std::string_view kept) {
  std::string out;
  for (const char c : text) {
    if (is_alpha(c) || is_digit(c) || kept.find(c) != std::string_view::npos)
      out += c;
    else
      append_percent(out, c);
  }
  return out;
}

} // namespace

bool is_absolute_iri(std::string_view text) {
  base::require_utf8(text);
  constexpr std::string_view forbidden = "<>\"{}|^`\\";
  return scheme_length(text) != 0 && std::ranges::all_of(text, [&](char c) {
           return static_cast<unsigned char>(c) > 0x20 && c != 0x7F &&
                  forbidden.find(c) == std::string_view::npos;
         });
}

std::string resolve_iri(std::string_view base, std::string_view reference) {
  const Parts r = split(reference);
  if (base.empty()) return std::string(reference);
  if (!r.scheme.empty())
    return join(r.scheme, r.authority, remove_dot_segments(r.path), r.query, r.fragment);
  const Parts b = split(base);
  if (!r.authority.empty())
    return join(b.scheme, r.authority, remove_dot_segments(r.path), r.query, r.fragment);
  if (r.path.empty())
    return join(b.scheme, b.authority, std::string(b.path), r.query.empty() ? b.query : r.query,
                r.fragment);
  const std::string path = r.path.starts_with('/') ? std::string(r.path) : merged_path(b, r.path);
  return join(b.scheme, b.authority, remove_dot_segments(path), r.query, r.fragment);
}

std::string file_iri(std::string_view path) {
  const auto absolute = std::filesystem::absolute(path).lexically_normal().string();
  return "file://" + encode_except(absolute, "-._~/!$&'()*+,;=:@");
}

std::string percent_encode(std::string_view text) {
  return encode_except(text, "-._~");
}

} // namespace tela::rdf
