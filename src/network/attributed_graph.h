#pragma once

#include "network/affiliation.h"
#include "network/attribute.h"
#include "network/direction.h"
#include "network/period.h"

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tela::network {

/// What every node has, whatever the network.
struct NodeName {
  std::string id;    ///< stable and unique, "state:HN": letters, digits and . - _ : (an NMTOKEN)
  std::string label; ///< for people, in the language asked for
  std::string iri;   ///< the full name; may be empty
  Period period;     ///< when it exists
};

/// Nodes with their attributes, column by column.
class NodeTable {
 public:
  /// Adds a node; its cells in all columns are empty until set. Throws Error(input) when the id is
  /// empty, longer than 1,000 bytes or not an NMTOKEN. That ids are unique is checked by the
  /// writers.
  Node add(NodeName name);
  /// Adds a column; its cells are pushed by the caller, in the order of the nodes, to size().
  /// The reference is valid as long as the table is not moved. Throws Error(input) when the name is
  /// taken, or is one of those that writers give themselves: id, label, name, iri, start, end.
  Column& add_column(Attribute attribute);

  [[nodiscard]] Node size() const noexcept { return static_cast<Node>(names_.size()); }
  [[nodiscard]] const NodeName& operator[](Node node) const { return names_[node]; }
  [[nodiscard]] const std::deque<Column>& columns() const noexcept { return columns_; }
  /// Whether any node has a period.
  [[nodiscard]] bool dated() const noexcept;
  /// The column of that name, or null.
  [[nodiscard]] const Column* column(std::string_view name) const;

 private:
  std::vector<NodeName> names_;
  std::deque<Column> columns_; // references to its elements stay valid
};

/// One edge on its way out. The texts are borrowed, valid until the stream moves on.
struct EdgeView {
  Node source = 0;
  Node target = 0;
  double weight = 1;
  std::string_view kind;         ///< "shared-projects"; may be empty
  Period period;                 ///< when it holds
  std::span<const Value> values; ///< one for each of EdgeSchema::attributes
};

/// What each edge of a stream has beside its ends, weight and kind.
struct EdgeSchema {
  std::vector<Attribute> attributes;
  bool dated = false; ///< whether any edge has a period
};

/// Edges, one after the other, so that no writer needs them all at once. Single use.
class EdgeStream {
 public:
  virtual ~EdgeStream() = default;
  /// Fixed for the stream.
  [[nodiscard]] virtual const EdgeSchema& schema() const = 0;
  /// The next edge, or null at the end. Valid until the next call.
  [[nodiscard]] virtual const EdgeView* next() = 0;
};

/// A number that describes the whole graph: density, a real, 0.12. Integer or real.
struct Figure {
  Attribute attribute;
  Value value;
};

/// A graph without its edges, which come as an EdgeStream: what a writer must hold in memory.
struct GraphHead {
  std::string title;
  std::string centre; ///< id of the node whose neighbourhood it is; empty: nobody's
  Direction direction = Direction::undirected;
  std::vector<Figure> figures;
  NodeTable nodes;
};

/// Edges held in memory.
class EdgeTable {
 public:
  struct Ends {
    Node source = 0;
    Node target = 0;
    double weight = 1;
    Period period;
  };

  void add(const Ends& ends, std::string_view kind);
  /// As NodeTable::add_column; taken are id, source, target, directed, weight, label, interaction,
  /// start and end.
  Column& add_column(Attribute attribute);

  [[nodiscard]] std::size_t size() const noexcept { return ends_.size(); }
  [[nodiscard]] const Ends& operator[](std::size_t edge) const { return ends_[edge]; }
  [[nodiscard]] std::string_view kind(std::size_t edge) const { return kinds_[kind_of_[edge]]; }
  [[nodiscard]] bool dated() const noexcept { return dated_; }
  /// The distinct kinds, in the order they came.
  [[nodiscard]] const std::vector<std::string>& kinds() const noexcept { return kinds_; }
  [[nodiscard]] const std::deque<Column>& columns() const noexcept { return columns_; }
  /// The edges from the first on. The table must outlive the stream and not change meanwhile.
  [[nodiscard]] std::unique_ptr<EdgeStream> stream() const;

 private:
  std::vector<Ends> ends_;
  std::vector<std::string> kinds_;
  std::map<std::string, std::uint32_t, std::less<>> kind_numbers_;
  std::vector<std::uint32_t> kind_of_;
  std::deque<Column> columns_; // references to its elements stay valid
  bool dated_ = false;
};

} // namespace tela::network
