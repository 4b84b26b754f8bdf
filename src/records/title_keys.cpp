#include "records/title_keys.h"

#include "records/label_key.h"

#include <functional>
#include <string>

namespace tela::records {

void TitleKeys::settle(Record& record, std::uint64_t number) {
  if (record.has_name()) return;
  const bool is_first =
      titles_.insert(std::hash<std::string>()(record.source + '\n' + label_key(record.title.value)))
          .second;
  if (!is_first) record.key = place_key(number);
}

} // namespace tela::records
