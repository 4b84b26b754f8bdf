#include "relations/similar_actors.h"

#include "base/error.h"
#include "base/require.h"
#include "network/similarity_join.h"
#include "relations/chosen_nodes.h"
#include "relations/node_description.h"

#include <array>

namespace tela::relations {

namespace {

using network::Node;
using network::ValueType;

class SimilarityStream final : public network::EdgeStream {
 public:
  SimilarityStream(const network::Affiliation& graph, double min_weight,
                   const base::Execution& execution, std::string kind, std::vector<Node> places)
      : join_(graph, min_weight, execution), kind_(std::move(kind)), places_(std::move(places)) {
    edge_.kind = kind_;
    edge_.values = values_;
  }

  [[nodiscard]] const network::EdgeSchema& schema() const override { return schema_; }

  [[nodiscard]] const network::EdgeView* next() override {
    if (at_ == block_.size()) {
      block_ = join_.next();
      at_ = 0;
      if (block_.empty()) return nullptr;
    }
    const network::ProjectedEdge& found = block_[at_++];
    edge_.source = places_[found.a];
    edge_.target = places_[found.b];
    edge_.weight = found.weight;
    values_.front() = std::int64_t{found.shared};
    return &edge_;
  }

 private:
  network::SimilarityJoin join_;
  std::string kind_;
  std::vector<Node> places_; // of the actors among the nodes
  network::EdgeSchema schema_{{{"shared", ValueType::integer}}, false};
  std::array<network::Value, 1> values_;
  network::EdgeView edge_;
  std::span<const network::ProjectedEdge> block_;
  std::size_t at_ = 0;
};

void check_size(std::uint64_t edges) {
  if (edges <= most_streamed_edges) return;
  throw base::Error(base::Failure::limit,
                    "the network has more than " + std::to_string(most_streamed_edges) + " edges",
                    "raise --min-weight, take --top N, or narrow it with --where");
}

} // namespace

bool asks_for_similar_actors(const OneModeOptions& options) noexcept {
  return has_jaccard_threshold(options) && options.by.size() == 1 && options.top == 0 &&
         options.kinds == Kinds::apart && options.backbone == Backbone::none &&
         options.ego.empty() && !options.dates && !options.evidence && !options.slicing &&
         !options.where.period;
}

StreamedNetwork similar_actors(const store::Store& store, const OneModeOptions& options) {
  base::require(asks_for_similar_actors(options), "asks_for_similar_actors");
  const Relation tied = relation(options.actors, options.by.front(), options.where.role);
  std::vector<RawTies> ties;
  ties.push_back(read_ties(store, tied, tie_filter(store, options.actors, options.where)));
  std::vector<rdf::Id> actors = all_actors(ties);
  const TwoMode read = two_mode(std::move(ties.front()), std::move(actors));

  StreamedNetwork result;
  std::vector<bool> chosen(read.actors.size());
  result.edge_count = network::SimilarityJoin(read.graph, options.min_weight, options.execution)
                          .count(chosen, most_streamed_edges)
                          .pairs;
  check_size(result.edge_count);
  if (options.isolates) chosen.assign(chosen.size(), true);
  ChosenNodes nodes = choose(read.actors, chosen);
  result.head.title = title(options, options.language);
  result.head.nodes = describe(store, nodes.things, options.language);
  if (std::string note = left_out_note(nodes, options.actors); !note.empty())
    result.notes.push_back(std::move(note));
  result.edges = std::make_unique<SimilarityStream>(
      read.graph, options.min_weight, options.execution, tied.kind, std::move(nodes.place));
  return result;
}

} // namespace tela::relations
