#pragma once

#include "records/record.h"

#include <string>
#include <string_view>

/// Codes of IATI. Files of version 2 still carry codes of the lists before 2.01 (words and letters
/// where there are numbers now); each function returns the code of 2.03, or the code as it is when
/// it knows no translation.
namespace tela::records {

/// Whether OrganisationType of 2.03 has the code; older lists had the same.
[[nodiscard]] bool is_organisation_type(std::string_view code);
/// Lists whose codes are the numbers from 1 to these.
inline constexpr unsigned last_role = 4, last_date_type = 4, last_status = 6, last_scope = 8,
                          last_transaction_type = 13;
/// Whether `code` is a number from 1 to `last`.
[[nodiscard]] bool is_listed(std::string_view code, unsigned last);

[[nodiscard]] std::string_view organisation_role(std::string_view code);  ///< "Funding" → "1"
[[nodiscard]] std::string_view activity_date_type(std::string_view code); ///< "end-actual" → "4"
[[nodiscard]] std::string_view transaction_type(std::string_view code);   ///< "D" → "3"
[[nodiscard]] std::string_view sector_vocabulary(std::string_view code);  ///< "DAC", "" → "1"
[[nodiscard]] std::string_view region_vocabulary(std::string_view code);  ///< "" → "1"

/// The region of UN M49 with the name of a region of the DAC (vocabulary "1") or
/// of M49 itself ("2"); empty where there is none, as for the DAC's "Middle East".
[[nodiscard]] std::string_view m49_of_region(std::string_view code, std::string_view vocabulary);

/// ActivityStatus as the status of a project: pipeline is planned, implementation active,
/// finalisation and closed completed.
[[nodiscard]] Status status_of_activity(std::string_view code);

/// ActivityScope as the coverage of a project: multi-national counts as regional, everything within
/// one state as national.
[[nodiscard]] Coverage coverage_of_scope(std::string_view code);

} // namespace tela::records
