#include "relations/why_json.h"

#include "base/json.h"

namespace tela::relations {

using network::Period;

std::string as_json(const Why& why) {
  std::string out;
  base::JsonWriter json(out);
  json.begin_object().field("first", why.first_label).field("second", why.second_label);
  json.key("reasons").begin_array();
  for (const Reason& reason : why.reasons) {
    json.begin_object().field("kind", reason.kind).field("iri", reason.iri);
    json.field("label", reason.label);
    if (reason.period.first != Period::beginning)
      json.field("start", network::iso_date(reason.period.first));
    if (reason.period.last != Period::end_of_time)
      json.field("end", network::iso_date(reason.period.last));
    if (!reason.when.empty()) json.field("when", reason.when);
    if (!reason.page.empty()) json.field("page", reason.page);
    json.key("quotes").begin_array();
    for (const std::string& quote : reason.quotes) json.value(quote);
    json.end_array().end_object();
  }
  json.end_array().end_object();
  return out += '\n';
}

} // namespace tela::relations
