#include "records/field_value.h"

#include "records/label_key.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tela::records {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

template<class Value, std::size_t N>
std::optional<Value> look_up(const std::array<std::pair<std::string_view, Value>, N>& table,
                             std::string_view text) {
  const std::string key = label_key(text);
  for (const auto& [word, value] : table)
    if (word == key) return value;
  return std::nullopt;
}

constexpr std::array<std::pair<std::string_view, Status>, 23> status_words{{
    {"actif", Status::active},        {"active", Status::active},
    {"activo", Status::active},       {"en cours", Status::active},
    {"en curso", Status::active},     {"ongoing", Status::active},
    {"in progress", Status::active},  {"en execution", Status::active},
    {"en ejecucion", Status::active}, {"acheve", Status::completed},
    {"achevee", Status::completed},   {"termine", Status::completed},
    {"cloture", Status::completed},   {"finalise", Status::completed},
    {"completed", Status::completed}, {"complete", Status::completed},
    {"closed", Status::completed},    {"finalizado", Status::completed},
    {"finalised", Status::completed}, {"completado", Status::completed},
    {"concluido", Status::completed}, {"terminado", Status::completed},
    {"cerrado", Status::completed},
}};

constexpr std::array<std::pair<std::string_view, Coverage>, 20> coverage_words{{
    {"national", Coverage::national},
    {"nationale", Coverage::national},
    {"nacional", Coverage::national},
    {"country", Coverage::national},
    {"regional", Coverage::regional},
    {"regionale", Coverage::regional},
    {"multi regional", Coverage::multi_regional},
    {"multiregional", Coverage::multi_regional},
    {"multi regionale", Coverage::multi_regional},
    {"multiregionale", Coverage::multi_regional},
    {"multirregional", Coverage::multi_regional},
    {"interregional", Coverage::multi_regional},
    {"inter regional", Coverage::multi_regional},
    {"interregionale", Coverage::multi_regional},
    {"global", Coverage::global},
    {"globale", Coverage::global},
    {"mondial", Coverage::global},
    {"mondiale", Coverage::global},
    {"mundial", Coverage::global},
    {"worldwide", Coverage::global},
}};

} // namespace

std::optional<Status> read_status(std::string_view value) {
  return look_up(status_words, value);
}

std::optional<Coverage> read_coverage(std::string_view value) {
  return look_up(coverage_words, value);
}

bool is_project_id(std::string_view value) {
  const auto mark = value.find_first_of(".-");
  if (mark == std::string_view::npos || mark < 1 || mark > 4) return false;
  const std::string_view head = value.substr(0, mark);
  const std::string_view tail = value.substr(mark + 1);
  const bool dashed = value[mark] == '-';
  return std::all_of(head.begin(), head.end(), [](char c) { return is_upper(c) || is_digit(c); }) &&
         (dashed || is_upper(head.front())) && tail.size() >= 3 && tail.size() <= 5 &&
         std::all_of(tail.begin(), tail.end(), is_digit);
}

bool is_prima_id(std::string_view value) {
  constexpr std::string_view shape = "AA00A0000";
  return value.size() == shape.size() &&
         std::equal(value.begin(), value.end(), shape.begin(),
                    [](char c, char wanted) { return wanted == 'A' ? is_upper(c) : is_digit(c); });
}

} // namespace tela::records
