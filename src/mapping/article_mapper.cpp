#include "mapping/article_mapper.h"

#include "base/require.h"
#include "mapping/meeting_mapper.h"
#include "mapping/record_text.h"
#include "rdf/namespaces.h"
#include "vocabulary/reused.h"
#include "vocabulary/tela.h"

namespace tela::mapping {

using namespace vocabulary; // NOLINT(google-build-using-namespace): its names are terms

void map_article(const records::Record& record, const gazetteer::Links& links, const Names& names,
                 rdf::GraphWriter& out) {
  base::require(record.article() != nullptr, "record.article()");
  const std::string topic = names.topic(record);
  EvidenceMapper evidence(out, topic);
  const records::Article& article = *record.article();
  out.type(topic, classes::article);
  map_heading(record, topic, out);
  map_day(topic, article.date.value, schema::date_published, out);
  if (!article.dateline.empty())
    out.text(topic, schema::dateline, article.dateline.value, record.language);
  for (std::size_t rank = 0; rank < links.events.size(); ++rank) {
    const std::string meeting = names.meeting(links.events[rank], record, rank);
    out.link(topic, reports_on, meeting);
    map_meeting(links.events[rank], meeting, record, names, out, evidence);
  }
  map_mentions(links, topic, names, evidence);
}

} // namespace tela::mapping
