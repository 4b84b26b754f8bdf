#include "dump/diff.h"

#include "dump/blank_components.h"
#include "dump/blank_statements.h"
#include "dump/common_ids.h"
#include "dump/row_walk.h"

#include <algorithm>
#include <map>
#include <span>
#include <string_view>
#include <utility>

namespace tela::dump {

namespace {

using Side = CommonIds::Side;

/// The statements of a store without blank nodes, in common ids, ascending.
class GroundRows {
 public:
  GroundRows(const store::Store& store, const CommonIds& ids, Side side)
      : store_(store), ids_(ids), side_(side),
        cursor_(store.scan(rdf::Order::spo, {}, every_graph(store))) {
    next();
  }

  [[nodiscard]] bool at_end() const { return at_end_; }
  [[nodiscard]] const Row& common() const { return common_; }

  void next() {
    do
      if (!step()) return;
    while (has_blank(own_));
    common_ = {common(own_.subject), common(own_.predicate), common(own_.object),
               common(own_.graph)};
  }

  /// The statement; valid until the next call.
  rdf::QuadView quad() {
    rdf::QuadView quad{store_.term(own_.subject, storage_[0]),
                       store_.term(own_.predicate, storage_[1]),
                       store_.term(own_.object, storage_[2]), std::nullopt};
    if (own_.graph.defined()) quad.graph = store_.term(own_.graph, storage_[3]);
    return quad;
  }

 private:
  static bool has_blank(const Row& row) {
    return std::ranges::any_of(std::array{row.subject, row.object, row.graph},
                               [](rdf::Id id) { return id.tag() == rdf::IdTag::blank; });
  }

  bool step() {
    if (at_ == rows_.count) {
      rows_ = cursor_.next();
      at_ = 0;
      at_end_ = rows_.count == 0;
      if (at_end_) return false;
    }
    own_ = row_at(rows_, rdf::Order::spo, at_++);
    return true;
  }

  [[nodiscard]] rdf::Id common(rdf::Id id) const { return ids_.common(side_, id); }

  const store::Store& store_;
  const CommonIds& ids_;
  Side side_;
  store::Cursor cursor_;
  rdf::Rows rows_;
  std::size_t at_ = 0;
  bool at_end_ = false;
  Row own_, common_;
  std::array<rdf::Term, 4> storage_;
};

std::strong_ordering order(const GroundRows& a, const GroundRows& b) {
  if (a.at_end() || b.at_end()) return a.at_end() <=> b.at_end();
  return a.common() <=> b.common();
}

bool has_graph(const store::Store& store, const std::optional<rdf::Term>& graph) {
  const auto id = graph ? store.find(*graph) : rdf::Id{};
  return id && std::ranges::binary_search(store.graphs(), *id, {}, &store::GraphStatistics::graph);
}

class Diff {
 public:
  Diff(const store::Store& old_data, const store::Store& new_data, DiffSink& sink)
      : old_(old_data), new_(new_data), sink_(sink) {}

  DiffReport run() {
    compare_ground();
    compare_components();
    for (auto& [name, change] : changes_) {
      if (!has_graph(old_, change.graph)) change.kind = GraphChange::Kind::added;
      if (!has_graph(new_, change.graph)) change.kind = GraphChange::Kind::removed;
      report_.graphs.push_back(std::move(change));
    }
    return std::move(report_);
  }

 private:
  void compare_ground() {
    const CommonIds ids(old_, new_);
    GroundRows old_rows(old_, ids, Side::old_store);
    GroundRows new_rows(new_, ids, Side::new_store);
    while (!old_rows.at_end() || !new_rows.at_end()) {
      const auto comparison = order(old_rows, new_rows);
      if (comparison < 0) remove(old_rows.quad());
      if (comparison > 0) add(new_rows.quad());
      if (comparison == 0) ++report_.unchanged;
      if (comparison <= 0) old_rows.next();
      if (comparison >= 0) new_rows.next();
    }
  }

  void compare_components() {
    const auto old_components = blank_components(blank_statements(old_, every_graph(old_)));
    const auto new_components = blank_components(blank_statements(new_, every_graph(new_)));
    // Of equal components, as many as the other has too are unchanged.
    std::map<std::string_view, std::pair<std::size_t, std::size_t>> counts;
    for (const auto& component : old_components) ++counts[component.digest].first;
    for (const auto& component : new_components) ++counts[component.digest].second;
    std::map<std::string_view, std::size_t> seen;
    for (const auto& component : old_components) {
      const std::size_t copy = ++seen[component.digest];
      if (copy <= counts[component.digest].second)
        report_.unchanged += component.quads.size();
      else
        for (const auto& quad : labelled(component, copy)) remove_blank(quad);
    }
    seen.clear();
    for (const auto& component : new_components) {
      const std::size_t copy = ++seen[component.digest];
      if (copy > counts[component.digest].first)
        for (const auto& quad : labelled(component, copy)) add_blank(quad);
    }
  }

  void remove_blank(const rdf::Quad& quad) {
    ++report_.with_blank_nodes;
    remove(rdf::view(quad));
  }

  void add_blank(const rdf::Quad& quad) {
    ++report_.with_blank_nodes;
    add(rdf::view(quad));
  }

  void remove(const rdf::QuadView& quad) {
    ++report_.removed;
    ++change_of(quad).removed;
    sink_.removed(quad);
  }

  void add(const rdf::QuadView& quad) {
    ++report_.added;
    ++change_of(quad).added;
    sink_.added(quad);
  }

  GraphChange& change_of(const rdf::QuadView& quad) {
    const std::string name = quad.graph ? rdf::to_ntriples(*quad.graph) : std::string();
    const auto [entry, is_new] = changes_.try_emplace(name);
    if (is_new && quad.graph) entry->second.graph = rdf::to_term(*quad.graph);
    return entry->second;
  }

  const store::Store& old_;
  const store::Store& new_;
  DiffSink& sink_;
  DiffReport report_;
  std::map<std::string, GraphChange> changes_;
};

} // namespace

DiffReport diff(const store::Store& old_data, const store::Store& new_data, DiffSink& sink) {
  return Diff(old_data, new_data, sink).run();
}

} // namespace tela::dump
