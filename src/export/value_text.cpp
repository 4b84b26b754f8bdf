#include "export/value_text.h"

#include "export/text_output.h"

#include <cmath>

namespace tela::export_ {

using network::Period;
using network::Value;
using network::ValueType;

std::string_view type_name(ValueType type) noexcept {
  switch (type) {
  case ValueType::boolean:
    return "boolean";
  case ValueType::integer:
    return "long";
  case ValueType::real:
    return "double";
  case ValueType::text:
  case ValueType::list:
    break;
  }
  return "string";
}

bool check_number(const Value& value, WriteReport& report) {
  if (const auto* real = std::get_if<double>(&value); real != nullptr && !std::isfinite(*real)) {
    ++report.left_out_numbers;
    return false;
  }
  constexpr std::int64_t exact = std::int64_t{1} << 53;
  if (const auto* integer = std::get_if<std::int64_t>(&value))
    report.inexact_integers += *integer > exact || *integer < -exact;
  return true;
}

void append_scalar(std::string& out, const Value& value) {
  if (const auto* truth = std::get_if<bool>(&value)) {
    out += *truth ? "true" : "false";
  } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
    append_number(out, *integer);
  } else {
    append_number(out, std::get<double>(value));
  }
}

void json_field(base::JsonWriter& json, const network::Attribute& attribute, const Value& value,
                WriteReport& report) {
  if (!network::has_value(value) || !check_number(value, report)) return;
  const auto* text = std::get_if<std::string_view>(&value);
  if (text == nullptr) {
    std::string number;
    append_scalar(number, value);
    json.key(attribute.name).raw(number);
  } else if (attribute.type == ValueType::list) {
    std::string storage;
    json.key(attribute.name).begin_array();
    for (const std::string_view item : network::list_items(*text))
      json.value(well_formed(item, storage, report.replaced_characters));
    json.end_array();
  } else {
    json_text(json, attribute.name, *text, report);
  }
}

void json_text(base::JsonWriter& json, std::string_view name, std::string_view text,
               WriteReport& report) {
  std::string storage;
  json.field(name, well_formed(text, storage, report.replaced_characters));
}

void json_period(base::JsonWriter& json, const Period& period) {
  if (period.first != Period::beginning) json.field("start", network::iso_date(period.first));
  if (period.last != Period::end_of_time) json.field("end", network::iso_date(period.last));
}

} // namespace tela::export_
