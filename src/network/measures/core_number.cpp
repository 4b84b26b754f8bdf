#include "network/measures/core_number.h"

#include "network/boost_view.h"

#include <boost/graph/core_numbers.hpp>

namespace tela::network {

std::vector<std::uint32_t> core_number(const Graph& graph) {
  std::optional<Graph> storage;
  const Graph& simple = without_direction(graph, storage);
  std::vector<std::uint32_t> result(simple.node_count());
  UndirectedView view(simple);
  if (!result.empty())
    boost::core_numbers(view, boost::make_iterator_property_map(
                                  result.begin(), boost::typed_identity_property_map<Node>()));
  return result;
}

} // namespace tela::network
