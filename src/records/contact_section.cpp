#include "records/contact_section.h"

#include "records/label_key.h"
#include "records/page_words.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace tela::records {

namespace {

std::string_view first_word(std::string_view key) {
  return key.substr(0, key.find(' '));
}

bool is_word(std::string_view kind, std::string_view word) {
  return PageWords::built_in().has(kind, word);
}

/// "For details …", "Para consultas …".
bool asks_for_information(std::string_view key) {
  if (!is_word("contact-for", first_word(key))) return false;
  constexpr std::size_t near = 9;
  std::size_t words = 0;
  bool asks = false;
  for_each_word(key, [&](std::string_view word) {
    asks |= ++words <= near && is_word("contact-wish", word);
  });
  return asks;
}

bool holds_word(std::string_view kind, std::string_view key) {
  bool holds = false;
  for_each_word(key, [&](std::string_view word) { holds |= is_word(kind, word); });
  return holds;
}

/// Digits of the longest run that marks of telephone numbers part; whether it opens with a plus.
struct DigitRun {
  std::size_t digits = 0;
  std::size_t groups = 0;
  bool plus = false;
};

DigitRun longest_digit_run(std::string_view line) {
  DigitRun longest, run;
  bool in_group = false;
  for (const char c : line) {
    const bool digit = c >= '0' && c <= '9';
    if (digit) {
      run.groups += in_group ? 0 : 1;
      ++run.digits;
    } else if (c == '+') {
      run = {0, 0, true};
    } else if (std::string_view(" -().").find(c) == std::string_view::npos) {
      run = {};
    }
    in_group = digit;
    if (run.digits > longest.digits) longest = run;
  }
  return longest;
}

/// A number is a telephone's where a plus or a word says so: years, sums and ids have as many
/// digits ("2015-2016", "15 000 000").
bool has_telephone(std::string_view line, std::string_view key) {
  constexpr std::size_t fewest_digits = 8;
  constexpr std::size_t fewest_local = 6; // behind the word alone
  const DigitRun run = longest_digit_run(line);
  if (run.plus && run.digits >= fewest_digits) return true;
  return run.digits >= fewest_local && holds_word("telephone", key);
}

bool has_address(std::string_view line) {
  const auto at = line.find('@');
  return at != std::string_view::npos && line.find('.', at) != std::string_view::npos;
}

/// Says itself that it is a contact: a telephone number, an e-mail address, "contact us".
bool is_evidence(std::string_view line) {
  const std::string key = label_key(line);
  return has_address(line) || has_telephone(line, key) || holds_word("contact-verb", key);
}

bool is_formula(std::string_view line) {
  const std::string key = label_key(line);
  if (asks_for_information(key)) return true;
  constexpr std::size_t longest_head = 48;
  const auto colon = line.find(':');
  return colon != std::string_view::npos && colon <= longest_head &&
         is_word("contact-opening", first_word(key));
}

bool is_prose(std::string_view line) {
  constexpr std::ptrdiff_t spaces_of_prose = 14;
  return std::count(line.begin(), line.end(), ' ') >= spaces_of_prose && !is_evidence(line);
}

/// The line behind the contact that begins at `first`: at running text or a footnote.
std::size_t contact_end(std::span<const PageLine> lines, std::size_t first) {
  std::size_t at = first + 1;
  for (; at < lines.size(); ++at) {
    const std::string_view line = lines[at].text.value;
    if (line.starts_with('[') || is_prose(line)) break;
  }
  return at;
}

/// "For the programme, click here:" above "For more information, contact …" only leads to it.
bool leads_to_other(std::span<const PageLine> section) {
  if (is_evidence(section.front().text.value)) return false;
  return std::any_of(section.begin() + 1, section.end(), [](const PageLine& line) {
    return asks_for_information(label_key(line.text.value));
  });
}

bool holds_evidence(std::span<const PageLine> lines) {
  return std::any_of(lines.begin(), lines.end(),
                     [](const PageLine& line) { return is_evidence(line.text.value); });
}

} // namespace

LineRange find_contact(std::span<const PageLine> lines) {
  for (std::size_t first = 1; first < lines.size(); ++first) {
    if (!lines[first].has_text() || !is_formula(lines[first].text.value)) continue;
    const std::size_t last = contact_end(lines, first);
    const auto section = lines.subspan(first, last - first);
    if (holds_evidence(section) && !leads_to_other(section)) return {first, last};
  }
  return {lines.size(), lines.size()};
}

} // namespace tela::records
