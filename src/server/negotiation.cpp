#include "server/negotiation.h"

#include "base/ascii.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace tela::server {

namespace {

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

// Takes what stands before the next separator off `list`.
std::string_view take(std::string_view& list, char separator) {
  const std::string_view first = list.substr(0, list.find(separator));
  list.remove_prefix(std::min(list.size(), first.size() + 1));
  return trimmed(first);
}

struct Weighted {
  std::string name;
  double quality = 1;
};

// One element of a list: a name, parameters, among them q. A quality that is no number counts as 0.
Weighted read_element(std::string_view element) {
  Weighted result{base::ascii_lower(take(element, ';')), 1};
  while (!element.empty()) {
    const std::string parameter = base::ascii_lower(take(element, ';'));
    if (!parameter.starts_with("q=")) continue;
    const std::string_view digits = std::string_view(parameter).substr(2);
    double quality = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), quality);
    result.quality = error == std::errc() ? std::clamp(quality, 0.0, 1.0) : 0;
  }
  return result;
}

// 0: no match; 1: */*; 2: type/*; 3: the type itself.
int specificity(std::string_view range, std::string_view type) {
  if (range == type) return 3;
  if (range == "*/*" || range == "*") return 1;
  const bool whole_type =
      range.ends_with("/*") && type.starts_with(range.substr(0, range.size() - 1));
  return whole_type ? 2 : 0;
}

double quality_of(std::string_view accept, std::string_view type) {
  int best = 0;
  double quality = 0;
  while (!accept.empty()) {
    const Weighted element = read_element(take(accept, ','));
    const int match = specificity(element.name, type);
    if (match == 0 || match < best) continue;
    quality = match == best ? std::max(quality, element.quality) : element.quality;
    best = match;
  }
  return quality;
}

} // namespace

std::optional<std::size_t> negotiate(std::string_view accept,
                                     std::span<const std::string_view> offers) {
  if (trimmed(accept).empty()) return offers.empty() ? std::nullopt : std::optional<std::size_t>(0);
  std::optional<std::size_t> chosen;
  double best = 0;
  for (std::size_t i = 0; i < offers.size(); ++i) {
    const double quality = quality_of(accept, offers[i]);
    if (quality <= best) continue;
    best = quality;
    chosen = i;
  }
  return chosen;
}

double coding_quality(std::string_view accept_encoding, std::string_view coding) {
  while (!accept_encoding.empty()) {
    const Weighted element = read_element(take(accept_encoding, ','));
    if (element.name == coding) return element.quality;
  }
  return 0;
}

} // namespace tela::server
