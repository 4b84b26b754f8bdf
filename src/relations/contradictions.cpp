#include "relations/contradictions.h"

#include "vocabulary/reused.h"
#include "vocabulary/tela.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>

namespace tela::relations {

namespace {

namespace terms = vocabulary;

constexpr std::array single_valued{terms::status,
                                   terms::coverage,
                                   terms::budget,
                                   terms::start_year,
                                   terms::end_year,
                                   terms::allocation_year,
                                   terms::schema::start_date,
                                   terms::schema::end_date,
                                   terms::prima_id,
                                   terms::iati_identifier,
                                   terms::edition,
                                   terms::host_state,
                                   terms::schema::date_published,
                                   terms::dcterms::title};

/// The statements of one subject and property, on their way to contradictions.
class Claims {
 public:
  Claims(const store::Store& store, rdf::Id property, std::vector<Contradiction>& out)
      : store_(store), property_(property), out_(out) {}

  /// By subject, then value.
  void add(rdf::Id subject, rdf::Id value, rdf::Id graph) {
    if (subject != subject_) finish();
    subject_ = subject;
    std::vector<Claim>& claims = by_language_[language_of(value)];
    if (claims.empty() || claims.back().value != value) claims.push_back({value, {}});
    claims.back().graphs.push_back(graph);
  }

  void finish() {
    for (auto& [language, claims] : by_language_) {
      const auto same_graphs = [&first = claims.front()](const Claim& claim) {
        return claim.graphs == first.graphs;
      };
      if (!std::ranges::all_of(claims, same_graphs))
        out_.push_back({subject_, property_, std::move(claims)});
    }
    by_language_.clear();
  }

 private:
  // Titles in two languages do not contradict each other.
  [[nodiscard]] std::string_view language_of(rdf::Id value) const {
    return value.tag() == rdf::IdTag::literal ? store_.literal_kind(value).language
                                              : std::string_view();
  }

  const store::Store& store_;
  rdf::Id property_;
  std::vector<Contradiction>& out_;
  rdf::Id subject_;
  std::map<std::string_view, std::vector<Claim>> by_language_;
};

} // namespace

std::vector<Contradiction> contradictions(const store::Store& store) {
  std::vector<Contradiction> found;
  for (const std::string_view iri : single_valued) {
    const auto property = store.find(rdf::iri(iri));
    if (!property) continue;
    Claims claims(store, *property, found);
    auto cursor = store.scan(rdf::Order::pso, std::array{*property},
                             {store::GraphSelection::Kind::each_named, {}});
    for (auto rows = cursor.next(); rows.count != 0; rows = cursor.next())
      for (std::size_t i = 0; i < rows.count; ++i)
        claims.add(rows.columns[1][i], rows.columns[2][i], rows.columns[3][i]);
    claims.finish();
  }
  return found;
}

} // namespace tela::relations
