#include "relations/why_text.h"

#include "base/printable.h"
#include "relations/words.h"

#include <algorithm>
#include <functional>
#include <span>

namespace tela::relations {

namespace {

using base::printable;
using Words = std::function<std::string(std::string_view)>;

void append_line(std::string& out, std::string_view text) {
  if (!text.empty()) out += "      " + printable(text) + "\n";
}

// "2008 to 2009" in the words of the language.
std::string when_for_readers(const std::string& when, const Words& words) {
  constexpr std::string_view between = " to ";
  const auto at = when.find(between);
  if (at == std::string::npos) return when;
  return when.substr(0, at) + " " + words("to") + " " + when.substr(at + between.size());
}

void append_reason(std::string& out, const Reason& reason, const Words& words) {
  out += "  " + printable(reason.label.empty() ? reason.iri : reason.label) + "\n";
  append_line(out, reason.iri);
  append_line(out, when_for_readers(reason.when, words));
  append_line(out, reason.page);
  if (reason.quotes.empty()) return;
  out += "      " + words("in the source") + ":";
  for (const std::string& quote : reason.quotes) out += " “" + printable(quote) + "”";
  out += '\n';
}

} // namespace

std::string as_text(const Why& why, std::string_view language) {
  const Words words = words_in(language);
  std::string out =
      printable(why.first_label) + " " + words("and") + " " + printable(why.second_label) + "\n";
  if (why.reasons.empty()) return out + words("share nothing here") + "\n";
  std::span<const Reason> rest = why.reasons;
  while (!rest.empty()) {
    const std::string& kind = rest.front().kind;
    const auto end = std::ranges::find_if(rest, [&](const Reason& r) { return r.kind != kind; });
    const auto group = rest.first(static_cast<std::size_t>(end - rest.begin()));
    out += "\n" + kind_in_words(kind, language) + ": " + std::to_string(group.size()) + "\n";
    for (const Reason& reason : group) append_reason(out, reason, words);
    rest = rest.subspan(group.size());
  }
  return out;
}

} // namespace tela::relations
