#pragma once

#include "importer/part_file.h"

#include <string>
#include <string_view>
#include <utility>

/// The comments of a part, as JSON in one line each. What reads them throws
/// nlohmann::json::exception where they are not ours.
namespace tela::importer {

[[nodiscard]] std::string to_json(const PartHead& head);
[[nodiscard]] std::string to_json(const SourceReport& source); ///< without its rejections
[[nodiscard]] std::string to_json(const base::Error& error);
[[nodiscard]] std::string alias_json(std::string_view prima_id, std::string_view project_id);
[[nodiscard]] std::string end_json(std::uint64_t statements, std::string_view hash);

[[nodiscard]] PartHead head_of(std::string_view json);
[[nodiscard]] SourceReport source_of(std::string_view json);
[[nodiscard]] base::Error error_of(std::string_view json);
[[nodiscard]] std::pair<std::string, std::string> alias_of(std::string_view json);

} // namespace tela::importer
