#include "publish/page_path.h"

#include "base/ascii.h"
#include "base/sha256.h"

#include <algorithm>
#include <array>

namespace tela::publish {

namespace {

constexpr std::size_t longest_part = 120;
constexpr std::size_t longest_path = 200;

// What stands at the top of a release; no resource may.
constexpr std::array<std::string_view, 14> own_names{
    "assets",   "dcat",   "dump",     "index",  "license", "lists",  "networks",
    "ontology", "reused", "resource", "search", "server",  "shapes", "void"};

// Names of devices, which Windows gives to no file, whatever the extension.
constexpr std::array<std::string_view, 6> devices{"aux", "con", "nul", "prn", "com", "lpt"};

bool is_safe(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
         c == '-' || c == '_';
}

bool is_device(std::string_view part) {
  std::string stem = base::ascii_lower(part.substr(0, part.find('.')));
  if (stem.size() == 4 && stem[3] >= '0' && stem[3] <= '9') stem.pop_back();
  return std::ranges::find(devices, stem) != devices.end();
}

bool is_safe_part(std::string_view part) {
  return !part.empty() && part.size() <= longest_part && part.front() != '.' &&
         part.back() != '.' && std::ranges::all_of(part, is_safe) && !is_device(part);
}

bool is_own_name(std::string_view part) {
  return std::ranges::find(own_names, base::ascii_lower(part)) != own_names.end();
}

} // namespace

std::optional<std::string> natural_path(std::string_view iri, std::string_view base) {
  if (!iri.starts_with(base)) return std::nullopt;
  const std::string_view path = iri.substr(base.size());
  if (path.size() > longest_path || is_own_name(path.substr(0, path.find('/'))))
    return std::nullopt;
  for (std::size_t start = 0; start <= path.size();) {
    const std::size_t end = std::min(path.find('/', start), path.size());
    if (!is_safe_part(path.substr(start, end - start))) return std::nullopt;
    start = end + 1;
  }
  return std::string(path);
}

std::string hashed_path(std::string_view iri) {
  constexpr std::size_t hash_digits = 32;
  constexpr std::size_t longest_hint = 40;
  const std::string hash = base::sha256(iri).substr(0, hash_digits);
  std::string hint;
  for (const char c : iri.substr(std::min(iri.size(), iri.find_last_of("/#") + 1))) {
    if (hint.size() == longest_hint) break;
    if (c != '.' && is_safe(c)) hint += c;
  }
  return "resource/" + hash.substr(0, 2) + '/' + hint + (hint.empty() ? "" : "-") + hash;
}

std::string_view document_of(std::string_view iri) {
  return iri.substr(0, iri.find('#'));
}

std::string_view fragment_of(std::string_view iri) {
  const auto hash = iri.find('#');
  return hash == std::string_view::npos ? std::string_view() : iri.substr(hash + 1);
}

std::string anchor(std::string_view fragment) {
  const bool plain = !fragment.empty() && fragment.size() <= longest_part &&
                     std::ranges::all_of(fragment, is_safe);
  return plain ? "r-" + std::string(fragment) : "r-" + base::sha256(fragment).substr(0, 16);
}

std::string way_up(std::string_view path) {
  std::string result;
  for (const char c : path)
    if (c == '/') result += "../";
  return result;
}

} // namespace tela::publish
