#include "relations/derived_graph.h"

#include "rdf/graph_writer.h"
#include "rdf/namespaces.h"
#include "rdf/numeric.h"
#include "relations/derived_edges.h"
#include "relations/relation.h"
#include "vocabulary/reused.h"
#include "vocabulary/tela.h"

#include <array>
#include <string>
#include <utility>

namespace tela::relations {

namespace {

using namespace vocabulary; // NOLINT(google-build-using-namespace): its names are terms
using network::Period;

constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kind_concepts{{
    {"shared-projects", shared_projects},
    {"shared-memberships", shared_memberships},
    {"shared-meetings", shared_meetings},
    {"shared-articles", shared_articles},
    {"shared-members", shared_members},
    {"shared-participants", shared_participants},
    {"shared-partners", shared_partners},
    {"shared-beneficiaries", shared_beneficiaries},
}};

constexpr std::array<std::pair<network::Weight, std::string_view>, 6> formula_concepts{{
    {network::Weight::count, count_formula},
    {network::Weight::jaccard, jaccard_formula},
    {network::Weight::cosine, cosine_formula},
    {network::Weight::overlap, overlap_formula},
    {network::Weight::newman, newman_formula},
    {network::Weight::hypergeometric, hypergeometric_formula},
}};

template<class Table, class Key>
std::string_view concept_of(const Table& table, const Key& key) {
  for (const auto& [known, iri] : table)
    if (known == key) return iri;
  return {};
}

// Writes the ties of one kind of actors.
class TieWriter {
 public:
  TieWriter(const store::Store& store, const iris::Scheme& names, network::Weight weight,
            rdf::QuadSink& sink)
      : store_(store), names_(names), formula_(concept_of(formula_concepts, weight)),
        out_(sink, names.derived_graph()) {}

  void write(const DerivedEdges& derived) {
    // Blank nodes have no name that a tie's own name could be made of.
    std::vector<std::string> actors(derived.actors.size());
    store_.terms(derived.actors, [&](std::size_t i, const rdf::TermView& term) {
      if (term.kind == rdf::TermKind::iri) actors[i] = term.value;
    });
    for (const DerivedEdge& edge : derived.edges) {
      const std::string& first = actors[edge.edge.a];
      const std::string& second = actors[edge.edge.b];
      if (first.empty() || second.empty()) {
        ++counts_.unnamed;
        continue;
      }
      const std::string tie = names_.tie(derived.kinds[edge.kind], first, second);
      write_tie(tie, derived.kinds[edge.kind], edge);
      write_parties(tie, first, second);
      write_reasons(tie, derived.two_modes[edge.kind], edge);
    }
  }

  [[nodiscard]] const DerivedCounts& counts() const noexcept { return counts_; }

 private:
  void write_tie(const std::string& tie, const std::string& kind, const DerivedEdge& edge) {
    out_.type(tie, classes::tie);
    out_.link(tie, tie_kind, concept_of(kind_concepts, kind));
    out_.link(tie, formula, formula_);
    out_.typed(tie, weight, rdf::to_string(edge.edge.weight), rdf::xsd::double_);
    out_.integer(tie, shared_count, edge.edge.shared);
    if (edge.period.first != Period::beginning)
      out_.typed(tie, schema::start_date, network::iso_date(edge.period.first), rdf::xsd::date);
    if (edge.period.last != Period::end_of_time)
      out_.typed(tie, schema::end_date, network::iso_date(edge.period.last), rdf::xsd::date);
    ++counts_.ties;
  }

  void write_parties(const std::string& tie, const std::string& first, const std::string& second) {
    out_.link(tie, party, first);
    out_.link(tie, party, second);
    out_.link(first, tied_to, second);
    out_.link(second, tied_to, first);
  }

  void write_reasons(const std::string& tie, const TwoMode& two_mode, const DerivedEdge& edge) {
    reasons_.clear();
    for (const auto& shared : shared_events(two_mode.graph, edge.edge.a, edge.edge.b))
      reasons_.push_back(two_mode.events[shared.event]);
    store_.terms(reasons_, [&](std::size_t, const rdf::TermView& term) {
      out_.state(tie, prov::was_derived_from, term);
    });
    counts_.reasons += reasons_.size();
  }

  const store::Store& store_;
  const iris::Scheme& names_;
  std::string_view formula_;
  rdf::GraphWriter out_;
  std::vector<rdf::Id> reasons_;
  DerivedCounts counts_;
};

} // namespace

DerivedCounts derive_graph(const store::Store& store, const iris::Scheme& names,
                           network::Weight weight, rdf::QuadSink& sink) {
  TieWriter writer(store, names, weight, sink);
  for (const Actors actors : {Actors::states, Actors::processes, Actors::organisations}) {
    writer.write(derive(store, {.actors = actors, .by = relations_of(actors)},
                        {.weight = weight, .dates = true}, {}, {}));
  }
  if (writer.counts().ties > 0 && id_of(store, names.build()).defined())
    rdf::GraphWriter(sink, names.derived_graph())
        .link(names.derived_graph(), prov::was_generated_by, names.build());
  return writer.counts();
}

} // namespace tela::relations
