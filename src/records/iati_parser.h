#pragma once

#include "records/record_sink.h"
#include "records/xml_elements.h"

#include <cstdint>
#include <string>
#include <vector>

namespace tela::records {

/// What becomes of the transactions of an activity.
enum class TransactionDetail : std::uint8_t {
  totals, ///< one sum for each kind, year and currency
  single, ///< each by itself
};

/// An <iati-activity> as it was read.
struct ParsedActivity {
  Activity activity;
  std::string language;                 ///< its xml:lang; may be empty
  std::vector<MappedText> descriptions; ///< those of the activity, with the places of all bytes
  std::vector<Warning> warnings;
};

/// Reads one <iati-activity> of IATI 1.0x or 2.0x. What became of each element is counted in
/// `ledger`; codes that are on no list as "<name> of unknown kind" beside. Throws Error(input) with
/// place and advice where the activity has no identifier. REQUIRES: well-formed XML, as
/// read_elements() hands over.
[[nodiscard]] ParsedActivity parse_activity(const XmlElement& element, TransactionDetail detail,
                                            Ledger& ledger);

} // namespace tela::records
