#include "mapping/project_mapper.h"

#include "base/require.h"
#include "mapping/activity_mapper.h"
#include "mapping/fund_mapper.h"
#include "mapping/record_text.h"
#include "rdf/namespaces.h"
#include "records/own_ids.h"
#include "vocabulary/reused.h"
#include "vocabulary/tela.h"

namespace tela::mapping {

namespace {

using namespace vocabulary; // NOLINT(google-build-using-namespace): its names are terms

std::string_view concept_of(records::Status status) {
  switch (status) {
  case records::Status::active:
    return active_status;
  case records::Status::completed:
    return completed_status;
  case records::Status::planned:
    return planned_status;
  case records::Status::cancelled:
    return cancelled_status;
  case records::Status::suspended:
    return suspended_status;
  case records::Status::unknown:
    break;
  }
  return {};
}

std::string_view concept_of(records::Coverage coverage) {
  switch (coverage) {
  case records::Coverage::national:
    return national_coverage;
  case records::Coverage::regional:
    return regional_coverage;
  case records::Coverage::multi_regional:
    return multi_regional_coverage;
  case records::Coverage::global:
    return global_coverage;
  case records::Coverage::unknown:
    break;
  }
  return {};
}

// One project record on its way into its graph.
class ProjectMapper {
 public:
  ProjectMapper(const records::Record& record, const gazetteer::Links& links, const Names& names,
                rdf::GraphWriter& out)
      : record_(record), project_(*record.project()), links_(links), names_(names),
        topic_(names.topic(record)), out_(out), evidence_(out, topic_) {}

  void map() {
    out_.type(topic_, classes::project);
    map_heading(record_, topic_, out_);
    map_identifiers();
    map_concepts();
    map_theme();
    map_regions();
    map_fund();
    if (project_.activity)
      map_activity(record_, topic_, names_, out_);
    else
      map_partners();
    map_budget();
    map_date(topic_, project_.start.value, start_year, schema::start_date, out_);
    map_date(topic_, project_.end.value, end_year, schema::end_date, out_);
    map_year(topic_, project_.year.value, allocation_year, out_);
    for (const auto& [state, why] : links_.beneficiaries)
      evidence_.link(topic_, beneficiary, names_.state(state->iso2), why);
    for (const auto& [state, why] : links_.other_countries)
      evidence_.link(topic_, other_beneficiary, names_.state(state->iso2), why);
    map_mentions(links_, topic_, names_, evidence_);
  }

 private:
  // What ends the topic's IRI, unless that is a Prima id, which has a property of its own.
  [[nodiscard]] std::string_view identifier() const {
    if (!project_.project_id.empty()) return project_.project_id.value;
    const auto own = records::own_ids(project_.iati_id.value);
    if (!project_.prima_id.empty() || !own.prima_id.empty()) return {};
    if (project_.iati_id.empty()) return record_.has_own_id() ? record_.key : std::string_view();
    return own.project_id.empty() ? std::string_view(project_.iati_id.value) : own.project_id;
  }

  void map_identifiers() {
    if (const auto id = identifier(); !id.empty()) out_.text(topic_, dcterms::identifier, id);
    if (!project_.iati_id.empty()) out_.text(topic_, iati_identifier, project_.iati_id.value);
    if (!project_.prima_id.empty()) out_.text(topic_, prima_id, project_.prima_id.value);
    map_alias();
  }

  // An activity of another publisher is named by its identifier wherever it stands alone.
  void map_alias() {
    const std::string& identifier = project_.iati_id.value;
    if (identifier.empty() || records::is_own(identifier)) return;
    if (const std::string alias = names_.activity(identifier); alias != topic_)
      out_.link(topic_, owl::same_as, alias);
  }

  void map_concepts() {
    if (const auto iri = concept_of(project_.status); !iri.empty()) out_.link(topic_, status, iri);
    if (const auto iri = concept_of(project_.coverage); !iri.empty())
      out_.link(topic_, coverage, iri);
  }

  void map_theme() {
    if (links_.theme)
      evidence_.link(topic_, theme, names_.theme(links_.theme->theme->id), links_.theme->evidence);
    else if (!project_.type.empty())
      out_.text(topic_, type_text, project_.type.value, record_.language);
  }

  void map_regions() {
    for (const auto& [place, why] : links_.regions)
      evidence_.link(topic_, region, names_.region(place->m49), why);
    if (links_.regions.empty() && !project_.region.empty())
      out_.text(topic_, region_text, project_.region.value, record_.language);
  }

  // A fund that map_funds() does not know has no other name than its id.
  void map_fund() {
    if (project_.fund.empty()) return;
    const std::string iri = names_.fund(project_.fund.value);
    out_.link(topic_, fund, iri);
    if (is_known_fund(project_.fund.value)) return;
    out_.type(iri, classes::fund);
    out_.text(iri, rdf::rdfs_label, project_.fund.value);
  }

  // A partner with an id is described by the gazetteer. Others are known by their name within the
  // state that benefits, or within the project when there are several: every state has a ministry
  // of health.
  void map_partners() {
    const std::string_view owner = links_.beneficiaries.size() == 1
                                       ? links_.beneficiaries.front().state->iso2
                                       : iris::last_part(topic_);
    for (const auto& [id, name] : project_.partners) {
      const std::string iri =
          id.empty() ? names_.partner(owner, name.value) : names_.organisation(id);
      out_.link(topic_, partner, iri);
      if (!id.empty()) continue;
      out_.type(iri, classes::organisation);
      out_.text(iri, rdf::rdfs_label, name.value, record_.language);
    }
  }

  // The amount is in the IRI: sources that agree share the budget, others stand beside each other.
  void map_budget() {
    if (!project_.budget) return;
    const std::string node = Names::budget(topic_, *project_.budget);
    out_.link(topic_, budget, node);
    out_.type(node, classes::budget);
    map_money(node, *project_.budget, out_);
  }

  const records::Record& record_;
  const records::Project& project_;
  const gazetteer::Links& links_;
  const Names& names_;
  std::string topic_;
  rdf::GraphWriter& out_;
  EvidenceMapper evidence_;
};

} // namespace

void map_project(const records::Record& record, const gazetteer::Links& links, const Names& names,
                 rdf::GraphWriter& out) {
  base::require(record.project() != nullptr, "record.project()");
  ProjectMapper(record, links, names, out).map();
}

} // namespace tela::mapping
