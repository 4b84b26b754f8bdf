#include "cli/review_xml.h"

#include "events/doubt.h"
#include "records/record_xml_writer.h"

#include <cmath>

namespace tela::cli {

namespace {

std::vector<std::string> codes(const std::vector<gazetteer::StateLink>& links) {
  std::vector<std::string> found;
  for (const auto& link : links) found.push_back(link.state->iso2);
  return found;
}

records::EventLink stated(const gazetteer::Event& event) {
  records::EventLink link;
  if (event.process != nullptr) link.process = event.process->id;
  link.edition = static_cast<std::uint32_t>(event.edition.value_or(0));
  link.place.value = event.place;
  link.dates.value = event.dates;
  link.start.value = event.start;
  link.end.value = event.end;
  if (event.country) link.country = event.country->state->iso2;
  link.chairs = codes(event.chairs);
  link.participants = codes(event.participants);
  return link;
}

/// A comment must not hold two hyphens in a row.
std::string commented(std::string text) {
  for (auto at = text.find("--"); at != std::string::npos; at = text.find("--", at))
    text[at + 1] = ' ';
  return text;
}

std::string comments(const gazetteer::Links& links) {
  std::string lines;
  for (const auto& event : links.events)
    for (const auto& doubt : events::doubtful_links(event)) {
      const auto percent = std::lround(doubt.probability * 100);
      const std::string decision =
          doubt.part == "other" ? "add <participant iso=\"" + doubt.value + "\"/> if it took part"
                                : "change or delete it if it is wrong";
      lines += "    <!-- doubtful (" + std::to_string(percent) + " %): " + std::string(doubt.part) +
               ' ' + commented(doubt.value) + ", read from “" + commented(doubt.quote) +
               "”: " + decision + " -->\n";
    }
  return lines;
}

} // namespace

std::size_t append_review(std::string& out, records::Record record, const gazetteer::Links& links) {
  if (record.links.events.empty())
    for (const auto& event : links.events) record.links.events.push_back(stated(event));
  const auto lost = records::append_record_xml(out, record);
  const auto end = out.rfind("</record>");
  const auto line = end == std::string::npos ? out.size() : out.rfind('\n', end) + 1;
  out.insert(line, comments(links));
  return lost;
}

} // namespace tela::cli
