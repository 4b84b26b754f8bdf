#include "records/contact_section.h"

#include "records/label_key.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace tela::records {

namespace {

/// First words of a line that hands the reader on, when a colon stands behind them.
constexpr std::array<std::string_view, 32> openings{
    "contact",   "contacts",    "contacto",    "contactos",     "contacter",      "contactar",
    "correo",    "courriel",    "e",           "editor",        "editorial",      "email",
    "enquiries", "information", "informacion", "informaciones", "informations",   "informes",
    "inquiries", "mail",        "media",       "medios",        "newsroom",       "prensa",
    "press",     "presse",      "redaccion",   "redaction",     "renseignements", "tel",
    "telephone", "telefono"};

/// What "for …", "pour …", "para …" lines ask for.
constexpr std::array<std::string_view, 18> wishes{
    "complement", "complements", "consultas",   "detalles",     "details",       "enquiries",
    "info",       "informacion", "information", "informations", "informaciones", "inquiries",
    "precisions", "queries",     "question",    "questions",    "renseignement", "renseignements"};

template<std::size_t N>
bool contains(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string_view first_word(std::string_view key) {
  return key.substr(0, key.find(' '));
}

bool asks_for_information(std::string_view key) {
  const std::string_view opening = first_word(key);
  if (opening != "pour" && opening != "for" && opening != "para" && opening != "por") return false;
  constexpr std::size_t near = 9;
  std::size_t words = 0;
  bool asks = false;
  for_each_word(key,
                [&](std::string_view word) { asks |= ++words <= near && contains(wishes, word); });
  return asks;
}

bool has_telephone(std::string_view line) {
  std::size_t digits = 0;
  for (const char c : line) {
    if (c >= '0' && c <= '9')
      ++digits;
    else if (std::string_view("+ -().").find(c) == std::string_view::npos)
      digits = 0;
    constexpr std::size_t shortest = 8;
    if (digits >= shortest) return true;
  }
  return false;
}

bool has_address(std::string_view line) {
  const auto at = line.find('@');
  return at != std::string_view::npos && line.find('.', at) != std::string_view::npos;
}

/// Says itself that it is a contact: a telephone number, an e-mail address, the word.
bool is_evidence(std::string_view line) {
  const std::string key = label_key(line);
  return has_address(line) || has_telephone(line) || key.find("contact") != std::string::npos ||
         key.find("adresser") != std::string::npos || key.find("comuni") != std::string::npos ||
         key.find("dirigirse") != std::string::npos;
}

bool is_formula(std::string_view line) {
  const std::string key = label_key(line);
  if (asks_for_information(key)) return true;
  constexpr std::size_t longest_head = 48;
  const auto colon = line.find(':');
  return colon != std::string_view::npos && colon <= longest_head &&
         contains(openings, first_word(key));
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
