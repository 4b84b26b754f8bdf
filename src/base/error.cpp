#include "base/error.h"

#include "base/utf8.h"

#include <utility>

namespace tela::base {

namespace {

std::string sentence(const Place& place, const std::string& message, const std::string& advice) {
  std::string text = to_string(place);
  if (!text.empty()) text += ": ";
  text += message;
  if (!advice.empty()) text += "; " + advice;
  return text;
}

} // namespace

std::string to_string(const Place& place) {
  std::string text = place.source;
  if (place.line == 0) return text;
  text += (text.empty() ? "line " : ":") + std::to_string(place.line);
  if (place.column != 0) text += ":" + std::to_string(place.column);
  return text;
}

Place place_at(std::string_view source, std::string_view text, std::uint64_t offset) {
  text = text.substr(0, offset);
  Place place{std::string(source), 1, 1};
  std::size_t line_start = 0;
  for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    ++place.line;
    line_start = at + 1;
  }
  place.column = 1 + code_point_count(text.substr(line_start));
  return place;
}

Error::Error(Failure failure, Place place, std::string message, std::string advice)
    : std::runtime_error(sentence(place, message, advice)), failure_(failure),
      place_(std::move(place)), message_(std::move(message)), advice_(std::move(advice)) {}

Error::Error(Failure failure, std::string message, std::string advice)
    : Error(failure, Place{}, std::move(message), std::move(advice)) {}

} // namespace tela::base
