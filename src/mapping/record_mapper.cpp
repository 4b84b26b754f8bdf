#include "mapping/record_mapper.h"

#include "mapping/article_mapper.h"
#include "mapping/project_mapper.h"
#include "mapping/provenance_mapper.h"
#include "mapping/record_text.h"

namespace tela::mapping {

void map_record(const records::Record& record, std::string_view file, const gazetteer::Links& links,
                const Names& names, rdf::QuadSink& sink) {
  GraphWriter facts(sink, names.record(record));
  if (record.project())
    map_project(record, links, names, facts);
  else
    map_article(record, links, names, facts);
  map_properties(record, names.topic(record), facts);
  GraphWriter provenance(sink, names.provenance_graph());
  map_record_provenance(record, file, links, names, provenance);
}

} // namespace tela::mapping
