#pragma once

#include "records/record.h"

#include <string>
#include <string_view>

/// Codes of IATI. Files of version 2 still carry codes of the lists before 2.01 (words and letters
/// where there are numbers now); each function returns the code of 2.03, or the code as it is when
/// it knows no translation.
namespace tela::records {

[[nodiscard]] std::string_view organisation_role(std::string_view code);  ///< "Funding" → "1"
[[nodiscard]] std::string_view activity_date_type(std::string_view code); ///< "end-actual" → "4"
[[nodiscard]] std::string_view transaction_type(std::string_view code);   ///< "D" → "3"
[[nodiscard]] std::string_view sector_vocabulary(std::string_view code);  ///< "DAC", "" → "1"
[[nodiscard]] std::string_view region_vocabulary(std::string_view code);  ///< "" → "1"

/// ActivityStatus as the status of a project: implementation is active, finalisation and closed are
/// completed; pipeline, cancelled and suspended are neither.
[[nodiscard]] Status status_of_activity(std::string_view code);

/// ActivityScope as the coverage of a project: multi-national counts as regional, everything within
/// one state as national.
[[nodiscard]] Coverage coverage_of_scope(std::string_view code);

} // namespace tela::records
