#include "jsonld/document.h"

#include "base/printable.h"

#include <algorithm>

namespace tela::jsonld {

void Document::refuse(std::string_view code, std::size_t offset, std::string_view message,
                      std::string_view advice) const {
  throw base::Error(base::Failure::input, place(offset),
                    std::string(code) + ": " + std::string(message), std::string(advice));
}

void Document::pass_over(const std::string& message, std::size_t offset) {
  const auto found = passed_over_.find(message);
  if (found != passed_over_.end())
    ++found->second.count;
  else if (passed_over_.size() < warnings_kept)
    passed_over_[message] = {offset, 1};
  else
    ++not_kept_;
}

std::vector<std::string> Document::warnings() const {
  std::vector<std::string> lines;
  for (const auto& [message, seen] : passed_over_) {
    lines.push_back(base::to_string(place(seen.first)) + ": " + message);
    if (seen.count > 1) lines.back() += " (" + std::to_string(seen.count) + " times)";
  }
  if (not_kept_ > 0) lines.push_back(std::to_string(not_kept_) + " more warnings");
  return lines;
}

// Values keep the place behind what was read before them, as that costs nothing.
base::Place Document::place(std::size_t offset) const {
  const auto begin = text_.find_first_not_of(" \t\r\n,:", offset);
  return base::place_at(source_, text_, std::min(begin, text_.size()));
}

std::string in_quotes(std::string_view text) {
  constexpr std::size_t most = 200;
  return '"' + base::printable(text.substr(0, most)) + (text.size() > most ? "…\"" : "\"");
}

} // namespace tela::jsonld
