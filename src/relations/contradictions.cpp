#include "relations/contradictions.h"

#include "network/period.h"
#include "relations/identities.h"
#include "vocabulary/reused.h"
#include "vocabulary/tela.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
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
                                   terms::organisation_type,
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

/// A statement of a thing that has other names.
struct Named {
  rdf::Id subject, value, graph;
  auto operator<=>(const Named&) const = default;
};

std::set<rdf::Id> graphs_of(const Contradiction& contradiction) {
  std::set<rdf::Id> graphs;
  for (const Claim& claim : contradiction.claims)
    graphs.insert(claim.graphs.begin(), claim.graphs.end());
  return graphs;
}

// Who gives a day gives its year, too: when days differ, that is told once.
void drop_years_of_days(const store::Store& store, std::vector<Contradiction>& found) {
  constexpr std::array pairs{std::pair{terms::start_year, terms::schema::start_date},
                             std::pair{terms::end_year, terms::schema::end_date}};
  for (const auto& [year_iri, day_iri] : pairs) {
    const auto year = store.find(rdf::iri(year_iri));
    const auto day = store.find(rdf::iri(day_iri));
    if (!year || !day) continue;
    std::map<rdf::Id, std::set<rdf::Id>> told; // by subject: whose days differ
    for (const Contradiction& one : found)
      if (one.property == *day) told.emplace(one.subject, graphs_of(one));
    std::erase_if(found, [&](const Contradiction& one) {
      if (one.property != *year) return false;
      const auto days = told.find(one.subject);
      return days != told.end() && std::ranges::includes(days->second, graphs_of(one));
    });
  }
}

// A month and a day in it do not contradict each other.
void drop_rougher_dates(const store::Store& store, std::vector<Contradiction>& found) {
  const auto start = store.find(rdf::iri(terms::schema::start_date));
  const auto end = store.find(rdf::iri(terms::schema::end_date));
  const auto agree = [&](const Contradiction& one) {
    network::Period common;
    rdf::Term storage;
    for (const Claim& claim : one.claims) {
      const auto days = network::days_of(store.term(claim.value, storage).value);
      if (!days || !common.overlaps(*days)) return false;
      common = network::intersection(common, *days);
    }
    return true;
  };
  std::erase_if(found, [&](const Contradiction& one) {
    return (one.property == start || one.property == end) && agree(one);
  });
}

} // namespace

std::vector<Contradiction> contradictions(const store::Store& store) {
  std::vector<Contradiction> found;
  const Identities identities(store);
  for (const std::string_view iri : single_valued) {
    const auto property = store.find(rdf::iri(iri));
    if (!property) continue;
    Claims claims(store, *property, found);
    std::vector<Named> joined;
    auto cursor = store.scan(rdf::Order::pso, std::array{*property},
                             {rdf::GraphSelection::Kind::each_named, {}});
    for (auto rows = cursor.next(); rows.count != 0; rows = cursor.next())
      for (std::size_t i = 0; i < rows.count; ++i) {
        const Named row{rows.columns[1][i], rows.columns[2][i], rows.columns[3][i]};
        if (identities.is_single(row.subject))
          claims.add(row.subject, row.value, row.graph);
        else
          joined.push_back({identities.representative(row.subject), row.value, row.graph});
      }
    std::ranges::sort(joined);
    for (const auto& [subject, value, graph] : joined) claims.add(subject, value, graph);
    claims.finish();
  }
  drop_rougher_dates(store, found);
  drop_years_of_days(store, found);
  return found;
}

} // namespace tela::relations
