#include "records/table_mapping.h"

#include "base/error.h"
#include "records/column_names.h"
#include "records/text_check.h"

#include <algorithm>
#include <utility>

namespace tela::records {

namespace {

using base::Error;
using base::Failure;

std::string_view trim(std::string_view text) {
  constexpr std::string_view blank = " \t\r";
  const auto first = text.find_first_not_of(blank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

/// The first word of `text`, and the rest.
std::pair<std::string_view, std::string_view> cut_word(std::string_view text) {
  const auto space = std::min(text.find(' '), text.size());
  return {text.substr(0, space), trim(text.substr(space))};
}

class Parser {
 public:
  explicit Parser(std::string_view source) : source_(source) { mapping_.source = source; }

  TableMapping parse(std::string_view text) {
    while (!text.empty()) {
      ++line_;
      const std::string_view line = text.substr(0, text.find('\n'));
      text.remove_prefix(std::min(line.size() + 1, text.size()));
      take(trim(line));
    }
    return std::move(mapping_);
  }

 private:
  void take(std::string_view line) {
    if (line.empty() || line.starts_with('#')) return;
    const auto equals = equals_sign(line);
    if (equals == std::string_view::npos) refuse("a line without '='", "write: column = field");
    const std::string_view name = trim(line.substr(0, equals));
    const std::string_view value = trim(line.substr(equals + 1));
    constexpr std::string_view constant = "constant ";
    if (name == "separator")
      mapping_.separator = separator(value);
    else if (name == "sheet")
      mapping_.sheet = value;
    else if (name.starts_with(constant))
      mapping_.constants[field(trim(name.substr(constant.size())))] = value;
    else if (!take_habit(name, value))
      mapping_.columns[std::string(name)] = use(value);
  }

  /// Fields hold none, so that the last one parts the two; properties may.
  static std::size_t equals_sign(std::string_view line) {
    const auto last = line.rfind('=');
    const auto spaced = line.find(" = ");
    const bool is_property =
        spaced != std::string_view::npos && line.find(':', spaced) != std::string_view::npos;
    return is_property ? spaced + 1 : last;
  }

  /// "list", "dates of Début"; false when the line is none of a habit.
  bool take_habit(std::string_view name, std::string_view value) {
    constexpr std::string_view of = "of ";
    const auto [habit, rest] = cut_word(name);
    if (!rest.empty() && !rest.starts_with(of)) return false;
    ColumnHabits& habits =
        rest.empty() ? mapping_.habits : mapping_.own[std::string(trim(rest.substr(of.size())))];
    if (habit == "list")
      habits.list_separator = separator(value);
    else if (habit == "dates")
      habits.dates = order(value);
    else if (habit == "decimal")
      habits.decimals = mark(value);
    else
      return false;
    return true;
  }

  [[nodiscard]] ColumnUse use(std::string_view value) const {
    if (value == "-") return {};
    if (value.find(':') != std::string_view::npos) return {std::nullopt, property(value)};
    return {field(value), std::nullopt};
  }

  [[nodiscard]] ColumnProperty property(std::string_view value) const {
    const auto [name, kind] = cut_word(value);
    const auto [word, rest] = cut_word(kind);
    ColumnProperty property;
    property.name =
        name.starts_with('<') && name.ends_with('>') ? name.substr(1, name.size() - 2) : name;
    if (word.empty() || word == "text")
      property.language = rest;
    else if (word == "number" || word == "date")
      property.kind = word == "date" ? ValueKind::date : ValueKind::number;
    else if (word == "iri")
      take_pattern(rest.empty() ? "{}" : rest, property);
    else
      refuse("an unknown kind of value '" + std::string(word) + "'",
             "write text, number, date or iri https://example.org/{}");
    return property;
  }

  void take_pattern(std::string_view pattern, ColumnProperty& property) const {
    if (pattern.find("{}") == std::string_view::npos)
      refuse("an IRI without a place for the value", "write {} where it is to stand");
    property.kind = ValueKind::iri;
    property.pattern = pattern;
  }

  [[nodiscard]] char separator(std::string_view value) const {
    if (value == "tab") return '\t';
    if (value.size() != 1 || value == "\"")
      refuse("a separator that is not one character", "write one character, or tab");
    return value.front();
  }

  [[nodiscard]] DayOrder order(std::string_view value) const {
    if (value == "day first") return DayOrder::day_first;
    if (value == "month first") return DayOrder::month_first;
    refuse("an unknown order of dates", "write 'day first' or 'month first'");
  }

  [[nodiscard]] DecimalMark mark(std::string_view value) const {
    if (value == "," || value == "comma") return DecimalMark::comma;
    if (value == "." || value == "point") return DecimalMark::point;
    refuse("an unknown decimal mark", "write , or .");
  }

  [[nodiscard]] TableField field(std::string_view name) const {
    if (const auto field = field_named(name)) return *field;
    refuse("an unknown field '" + std::string(name) + "'",
           "write one of: " + field_names() + "; or a property such as tela:sector");
  }

  [[noreturn]] void refuse(std::string what, std::string advice) const {
    throw Error(Failure::input, base::Place{std::string(source_), line_, 0}, std::move(what),
                std::move(advice));
  }

  std::string_view source_;
  std::uint64_t line_ = 0;
  TableMapping mapping_;
};

} // namespace

ColumnHabits TableMapping::habits_of(std::string_view column) const {
  ColumnHabits result = habits;
  const auto found = own.find(column);
  if (found == own.end()) return result;
  const ColumnHabits& single = found->second;
  if (single.list_separator) result.list_separator = single.list_separator;
  if (single.dates != DayOrder::unknown) result.dates = single.dates;
  if (single.decimals != DecimalMark::unknown) result.decimals = single.decimals;
  return result;
}

TableMapping parse_table_mapping(std::string_view source, std::string_view text) {
  check_text(source, text);
  return Parser(source).parse(text);
}

} // namespace tela::records
