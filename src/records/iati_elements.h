#pragma once

#include "records/element_account.h"

#include <array>

namespace tela::records {

namespace iati {

inline constexpr std::array narratives{ElementRule{"narrative", "#text"}};
inline constexpr std::array title{ElementRule{"title", "", narratives}};
inline constexpr std::array money_in_time{
    ElementRule{"period-start", ""}, ElementRule{"period-end", ""}, ElementRule{"value", "#text"}};
inline constexpr std::array transaction{ElementRule{"transaction-type", "@code"},
                                        ElementRule{"transaction-date", ""},
                                        ElementRule{"value", "#text"},
                                        ElementRule{"recipient-country", "@code", narratives},
                                        ElementRule{"recipient-region", "@code", narratives},
                                        ElementRule{"sector", "@code", narratives}};

} // namespace iati

/// The elements of an <iati-activity> whose content the fields of Activity take.
inline constexpr std::array iati_elements{
    ElementRule{"iati-identifier", "#text"},
    ElementRule{"reporting-org", "", iati::narratives},
    ElementRule{"title", "", iati::narratives},
    ElementRule{"description", "", iati::narratives},
    ElementRule{"participating-org", "", iati::narratives},
    ElementRule{"activity-status", "@code"},
    ElementRule{"activity-date", ""},
    ElementRule{"activity-scope", "@code"},
    ElementRule{"recipient-country", "@code", iati::narratives},
    ElementRule{"recipient-region", "@code", iati::narratives},
    ElementRule{"sector", "@code", iati::narratives},
    ElementRule{"budget", "value", iati::money_in_time},
    ElementRule{"transaction", "value", iati::transaction},
    ElementRule{"related-activity", "@ref"},
    ElementRule{"result", "title", iati::title},
};

} // namespace tela::records
