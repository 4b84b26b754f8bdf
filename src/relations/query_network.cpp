#include "relations/query_network.h"

#include "base/error.h"
#include "rdf/namespaces.h"
#include "relations/id_index.h"
#include "relations/node_description.h"
#include "relations/triple_network.h"
#include "relations/words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace tela::relations {

namespace {

using network::Node;
using network::Period;
using network::Value;
using network::ValueType;
using sparql::results::Cell;

bool is_one_of(std::string_view datatype, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), datatype) != list.end();
}

ValueType type_of(const rdf::TermView& term) {
  if (term.kind != rdf::TermKind::literal) return ValueType::text;
  if (term.datatype == rdf::xsd::boolean) return ValueType::boolean;
  if (term.datatype == rdf::xsd::integer) return ValueType::integer;
  if (is_one_of(term.datatype, {rdf::xsd::decimal, rdf::xsd::double_, rdf::xsd::float_}))
    return ValueType::real;
  return ValueType::text;
}

// The type that holds both.
ValueType common(ValueType a, ValueType b) {
  if (a == b) return a;
  const auto number = [](ValueType t) { return t == ValueType::integer || t == ValueType::real; };
  return number(a) && number(b) ? ValueType::real : ValueType::text;
}

template<class Number>
std::optional<Number> read_number(std::string_view text) {
  Number number{};
  if (text.starts_with('+')) text.remove_prefix(1);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// A variable that becomes an attribute: texts until the type of all is known.
struct Attribute {
  std::string name;
  std::size_t column = 0;
  std::optional<ValueType> type;
  std::vector<std::optional<std::string>> cells;
};

Value value_of(const std::optional<std::string>& cell, ValueType type) {
  if (!cell) return {};
  switch (type) {
  case ValueType::boolean:
    return *cell == "true" || *cell == "1";
  case ValueType::integer:
    if (const auto number = read_number<std::int64_t>(*cell)) return *number;
    return {};
  case ValueType::real:
    if (const auto number = read_number<double>(*cell)) return *number;
    return {};
  case ValueType::text:
  case ValueType::list:
    break;
  }
  return std::string_view(*cell);
}

// Takes the rows of a SELECT.
class Collector final : public sparql::results::ResultWriter {
 public:
  void begin(std::span<const std::string> variables) override {
    for (std::size_t c = 0; c < variables.size(); ++c) {
      const auto known = std::find(names.begin(), names.end(), variables[c]);
      if (known != names.end()) {
        places_[static_cast<std::size_t>(known - names.begin())] = c;
      } else {
        const bool taken = is_one_of(variables[c], {"id", "label", "interaction", "directed"});
        attributes_.push_back({taken ? "value_" + variables[c] : variables[c], c, {}, {}});
      }
    }
    if (!places_[source] || !places_[target])
      throw base::Error(base::Failure::usage, "the query has no ?source and ?target",
                        "SELECT ?source ?target, and if you like ?weight ?type ?start ?end");
  }

  void row(std::span<const Cell> cells) override {
    const Cell& from = cells[*places_[source]];
    const Cell& to = cells[*places_[target]];
    if (!from || !to) {
      ++unbound_;
      return;
    }
    if (edges_.size() == most_edges)
      throw base::Error(base::Failure::limit, "the network has too many edges",
                        "put a LIMIT or a FILTER into the query");
    edges_.add({node_of(*from), node_of(*to), weight_of(cells), period_of(cells)}, kind_of(cells));
    for (Attribute& attribute : attributes_) add(attribute, cells[attribute.column]);
  }

  void end() override {}
  void boolean(bool /*value*/) override {
    throw base::Error(base::Failure::usage, "ASK gives no network", "use SELECT or CONSTRUCT");
  }
  void cut_short(std::string_view /*reason*/) override {}

  [[nodiscard]] Network take(const store::Store& store, std::string_view language) {
    Network result;
    result.head.title = words_in(language)("query");
    result.head.direction = network::Direction::directed;
    result.head.nodes = nodes(store, language);
    for (const Attribute& attribute : attributes_) {
      const ValueType type = attribute.type.value_or(ValueType::text);
      network::Column& column = edges_.add_column({attribute.name, type});
      for (const auto& cell : attribute.cells) column.push(value_of(cell, type));
    }
    result.edges = std::move(edges_);
    if (unbound_ > 0)
      result.notes.push_back(std::to_string(unbound_) +
                             " rows without ?source or ?target left out");
    if (undated_ > 0)
      result.notes.push_back(std::to_string(undated_) +
                             " values of ?start or ?end are no dates and left out");
    return result;
  }

 private:
  enum Place : std::size_t { source, target, weight, type, start, finish };
  static constexpr std::array<std::string_view, 6> names{"source", "target", "weight",
                                                         "type",   "start",  "end"};

  [[nodiscard]] const Cell& cell(std::span<const Cell> cells, Place place) const {
    static const Cell nothing;
    return places_[place] ? cells[*places_[place]] : nothing;
  }

  Node node_of(const rdf::TermView& term) {
    const auto [found, fresh] =
        numbers_.try_emplace(rdf::to_ntriples(term), static_cast<Node>(terms_.size()));
    if (fresh) terms_.push_back(rdf::to_term(term));
    return found->second;
  }

  [[nodiscard]] double weight_of(std::span<const Cell> cells) const {
    const Cell& given = cell(cells, weight);
    if (!given) return 1;
    if (const auto number = read_number<double>(given->value)) return *number;
    throw base::Error(base::Failure::input,
                      "?weight is \"" + std::string(given->value) + "\", which is no number",
                      "let the query give a number or nothing");
  }

  Period period_of(std::span<const Cell> cells) {
    return {days_of(cell(cells, start)).first, days_of(cell(cells, finish)).last};
  }

  // All of time when there is nothing, or no date.
  Period days_of(const Cell& given) {
    if (!given) return {};
    const auto days = network::days_of(given->value);
    undated_ += !days;
    return days.value_or(Period{});
  }

  [[nodiscard]] std::string_view kind_of(std::span<const Cell> cells) const {
    const Cell& given = cell(cells, type);
    if (!given) return "";
    if (given->kind != rdf::TermKind::iri) return given->value;
    return given->value.substr(given->value.find_last_of("/#") + 1);
  }

  static void add(Attribute& attribute, const Cell& cell) {
    if (!cell) {
      attribute.cells.emplace_back();
      return;
    }
    attribute.cells.emplace_back(std::string(cell->value));
    const ValueType type = type_of(*cell);
    attribute.type = attribute.type ? common(*attribute.type, type) : type;
  }

  // What the store knows is described from it; anything else has its text as label.
  [[nodiscard]] network::NodeTable nodes(const store::Store& store,
                                         std::string_view language) const {
    std::vector<rdf::Id> ids(terms_.size());
    std::vector<rdf::Id> things;
    for (std::size_t n = 0; n < terms_.size(); ++n) {
      if (terms_[n].kind == rdf::TermKind::literal) continue;
      ids[n] = store.find(terms_[n]).value_or(rdf::Id{});
      if (ids[n].defined()) things.push_back(ids[n]);
    }
    make_set(things);
    const network::NodeTable described = describe(store, things, language);
    const IdIndex index(things);
    network::NodeTable result;
    std::unordered_set<std::string> taken;
    for (std::size_t n = 0; n < terms_.size(); ++n) {
      const Node known = ids[n].defined() ? index[ids[n]] : IdIndex::absent;
      network::NodeName name =
          known != IdIndex::absent
              ? described[known]
              : network::NodeName{node_token(terms_[n].value), terms_[n].value, "", {}};
      if (!taken.insert(name.id).second) name.id += "-" + std::to_string(n);
      taken.insert(name.id);
      result.add(std::move(name));
    }
    for (const network::Column& column : described.columns()) {
      network::Column& copy = result.add_column(column.attribute());
      for (const rdf::Id id : ids) {
        const Node known = id.defined() ? index[id] : IdIndex::absent;
        copy.push(known == IdIndex::absent ? Value() : column[known]);
      }
    }
    return result;
  }

  std::array<std::optional<std::size_t>, 6> places_;
  std::vector<Attribute> attributes_;
  std::vector<rdf::Term> terms_;
  std::unordered_map<std::string, Node> numbers_; // by N-Triples form
  network::EdgeTable edges_;
  std::uint64_t unbound_ = 0;
  std::uint64_t undated_ = 0; // values of ?start and ?end
};

} // namespace

Network query_network(const store::Store& store, engine::Query& query, std::string_view language) {
  if (query.gives_graph()) {
    TripleNetwork triples{std::string(language)};
    query.run(triples);
    return triples.take("query");
  }
  Collector collector;
  query.run(collector);
  return collector.take(store, language);
}

} // namespace tela::relations
