#pragma once

#include "base/json.h"
#include "export/write_report.h"
#include "network/attribute.h"
#include "network/period.h"

#include <string>
#include <string_view>

namespace tela::export_ {

/// The type's name in GraphML and GEXF, which both have lists as texts: "boolean", "long", "double"
/// or "string".
[[nodiscard]] std::string_view type_name(network::ValueType type) noexcept;

/// Notes in `report` what readers may lose of a number. Whether it can be written at all: not when
/// it is NaN or infinite.
bool check_number(const network::Value& value, WriteReport& report);

/// Appends a boolean, an integer or a double. REQUIRES: one of them, finite.
void append_scalar(std::string& out, const network::Value& value);

/// The field `name` with the value: lists as arrays, numbers exact. Writes nothing for an empty
/// value or a number that is not finite, which is counted.
void json_field(base::JsonWriter& json, const network::Attribute& attribute,
                const network::Value& value, WriteReport& report);

/// The field `name` with a text; malformed UTF-8 is replaced and counted.
void json_text(base::JsonWriter& json, std::string_view name, std::string_view text,
               WriteReport& report);

/// The fields "start" and "end", where the period has them.
void json_period(base::JsonWriter& json, const network::Period& period);

} // namespace tela::export_
