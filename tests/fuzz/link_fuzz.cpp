#include "base/utf8.h"
#include "events/link.h"
#include "gazetteer/state_list.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

/// The first byte chooses the language, the first line is the title, the rest the text.
tela::records::Record record_of(std::string_view bytes) {
  constexpr std::array<std::string_view, 4> languages = {"en", "fr", "es", ""};
  tela::records::Record record;
  record.language = languages.at(static_cast<unsigned char>(bytes.front()) % languages.size());
  bytes.remove_prefix(1);
  const auto line = std::min(bytes.find('\n'), bytes.size());
  record.title.value = bytes.substr(0, line);
  record.body.value = bytes.substr(line);
  record.content = tela::records::Article{};
  return record;
}

} // namespace

/// Links made of any text: no crash, each quote is in the text, each score between 0 and 1.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  if (text.empty() || tela::base::first_invalid_utf8(text.substr(1))) return 0;
  const auto& gazetteer = tela::gazetteer::Gazetteer::built_in();
  const auto record = record_of(text);
  const auto links = tela::events::link(record, gazetteer);
  for (const auto& link : links.states)
    if (text.find(link.evidence.quote) == std::string::npos || link.evidence.score < 0 ||
        link.evidence.score > 1)
      std::abort();
  tela::records::StateList list;
  list.raw.value = record.body.value;
  (void)tela::gazetteer::link_states(list, gazetteer);
  return 0;
}
