#pragma once

#include <graphviz/gvc.h>

#include <memory>
#include <string>

/// Owners of Graphviz's handles. Graphviz is not thread-safe: one thread at a time.
namespace tela::export_::graphviz {

struct CloseGraph {
  void operator()(Agraph_t* graph) const noexcept { agclose(graph); }
};
using Graph = std::unique_ptr<Agraph_t, CloseGraph>;

/// The one context of the process. Never freed: the font plugin of Graphviz 2.43 keeps a pointer
/// into the font names of the context it met first.
[[nodiscard]] inline GVC_t* shared_context() {
  static GVC_t* const context = gvContext();
  return context;
}

[[nodiscard]] inline Graph make_graph(Agdesc_t kind) {
  return Graph(agopen(std::string("tela").data(), kind, nullptr));
}

/// Sets an attribute of a graph, node or edge, declaring it when it is new. (The library's
/// signatures lack const; it copies the strings.)
inline void set(void* object, std::string name, std::string value) {
  agsafeset(object, name.data(), value.data(), std::string().data());
}

[[nodiscard]] inline Agnode_t* add_node(Agraph_t* graph, std::string name) {
  return agnode(graph, name.data(), 1);
}

[[nodiscard]] inline Agedge_t* add_edge(Agraph_t* graph, Agnode_t* from, Agnode_t* to) {
  return agedge(graph, from, to, nullptr, 1);
}

/// A layout of a graph that is freed before the graph.
class Layout {
 public:
  /// Runs `engine`, "neato" for instance. ok() tells whether it worked.
  Layout(GVC_t* context, Agraph_t* graph, const char* engine)
      : context_(context), graph_(graph), ok_(gvLayout(context, graph, engine) == 0) {}
  ~Layout() { gvFreeLayout(context_, graph_); }
  Layout(const Layout&) = delete;
  Layout& operator=(const Layout&) = delete;

  [[nodiscard]] bool ok() const noexcept { return ok_; }

 private:
  GVC_t* context_;
  Agraph_t* graph_;
  bool ok_;
};

} // namespace tela::export_::graphviz
