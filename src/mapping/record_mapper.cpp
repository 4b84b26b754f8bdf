#include "mapping/record_mapper.h"

#include "mapping/article_mapper.h"
#include "mapping/meeting_mapper.h"
#include "mapping/membership_list_mapper.h"
#include "mapping/project_mapper.h"
#include "mapping/provenance_mapper.h"
#include "mapping/record_text.h"

namespace tela::mapping {

namespace {

// The one that the record is about; empty for the members of a body that nobody knows.
std::string topic_of(const records::Record& record, const gazetteer::Links& links,
                     const Names& names) {
  if (record.meeting()) return names.meeting(links.events.front(), record, 0);
  if (!record.membership_list()) return names.topic(record);
  const gazetteer::Body* body = body_of_list(links);
  return body ? names.body(*body) : std::string();
}

} // namespace

void map_record(const records::Record& record, std::string_view file, const gazetteer::Links& links,
                const Names& names, rdf::QuadSink& sink) {
  const std::string topic = topic_of(record, links, names);
  rdf::GraphWriter facts(sink, names.record(record));
  if (record.project())
    map_project(record, links, names, facts);
  else if (record.article())
    map_article(record, links, names, facts);
  else if (record.meeting())
    map_meeting_record(record, links, topic, names, facts);
  else
    map_membership_list(record, links, names, facts);
  map_properties(record, topic, facts);
  rdf::GraphWriter provenance(sink, names.provenance_graph());
  map_record_provenance(record, file, topic, links, names, provenance);
}

} // namespace tela::mapping
