#pragma once

#include "records/record.h"

#include <optional>
#include <string>
#include <string_view>

/// The values of a project's fields as pages write them.
namespace tela::records {

/// "Achevé", "Finalizado", "Active" …; nothing for any other word.
[[nodiscard]] std::optional<Status> read_status(std::string_view value);

/// "National", "Régional", "Multi-Regional", "Mundial" …; nothing for any other word.
[[nodiscard]] std::optional<Coverage> read_coverage(std::string_view value);

/// The shape of a project id of the fund: "LM.0276", "L20-805", "614-800".
[[nodiscard]] bool is_project_id(std::string_view value);

/// The shape of a Prima id: "CR10P0001".
[[nodiscard]] bool is_prima_id(std::string_view value);

} // namespace tela::records
