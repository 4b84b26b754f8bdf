#pragma once

#include "cli/endpoint_option.h"

#include <string>

namespace tela::cli {

/// What `tela info --endpoint` says of a service: its dialect, what it can and where it cuts, how
/// much it holds, and if asked its graphs. As text of several lines, or as a JSON object.
[[nodiscard]] std::string service_text(const EndpointOptions& options, bool graphs);
[[nodiscard]] std::string service_json(const EndpointOptions& options, bool graphs);

} // namespace tela::cli
