#pragma once

#include <string_view>

namespace tela::records {

/// Identifiers of IOM's own systems; views of the text they were found in, at most one not empty.
struct OwnIds {
  std::string_view project_id; ///< "LM.0276"
  std::string_view prima_id;   ///< "SV10P0560"
};

/// Those that end an IATI identifier of IOM: "XM-DAC-47066-LM.0276" holds "LM.0276". Identifiers of
/// other publishers hold none, whatever their shape.
[[nodiscard]] OwnIds own_ids(std::string_view iati_identifier);
/// Whether it is one that IOM gave.
[[nodiscard]] bool is_own(std::string_view iati_identifier);

} // namespace tela::records
