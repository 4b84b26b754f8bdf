#include "shapes/path.h"

#include "base/error.h"
#include "rdf/namespaces.h"
#include "shapes/vocabulary.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace tela::shapes {

namespace {

constexpr int max_depth = 100;
constexpr std::size_t most_parts = 10'000; // a node that two parts share is two parts

using Ids = std::vector<rdf::Id>;

[[noreturn]] void refuse(const Graph& shapes, rdf::Id node, const std::string& why) {
  throw base::Error(base::Failure::input,
                    "the path " + rdf::to_ntriples(shapes.term(node)) + " " + why,
                    "see section 2.3.1 of SHACL for the forms of paths");
}

class PathReader {
 public:
  explicit PathReader(const Graph& shapes) : shapes_(shapes) {}

  Path read(rdf::Id node, int depth) {
    if (depth > max_depth) refuse(shapes_, node, "is nested too deeply");
    if (++parts_read_ > most_parts) refuse(shapes_, node, "is too long when written out");
    if (!shapes_.objects(node, rdf::rdf_first).empty())
      return {Path::Kind::sequence, {}, parts(node, node, depth)};
    if (node.tag() == rdf::IdTag::iri) return {Path::Kind::predicate, shapes_.term(node), {}};
    return blank(node, depth);
  }

 private:
  [[nodiscard]] Path blank(rdf::Id node, int depth) {
    constexpr std::array<std::pair<std::string_view, Path::Kind>, 4> unary{{
        {"inversePath", Path::Kind::inverse},
        {"zeroOrMorePath", Path::Kind::zero_or_more},
        {"oneOrMorePath", Path::Kind::one_or_more},
        {"zeroOrOnePath", Path::Kind::zero_or_one},
    }};
    for (const auto& [local, kind] : unary)
      if (const auto inner = shapes_.objects(node, sh(local)); inner.size() == 1)
        return {kind, {}, {read(inner.front(), depth + 1)}};
    if (const auto list = shapes_.objects(node, sh("alternativePath")); list.size() == 1)
      return {Path::Kind::alternative, {}, parts(node, list.front(), depth)};
    refuse(shapes_, node, "has no known form");
  }

  [[nodiscard]] std::vector<Path> parts(rdf::Id node, rdf::Id list, int depth) {
    std::vector<Path> result;
    for (const rdf::Id member : shapes_.list(list)) result.push_back(read(member, depth + 1));
    if (result.size() < 2) refuse(shapes_, node, "needs at least two members");
    return result;
  }

  const Graph& shapes_;
  std::size_t parts_read_ = 0;
};

void tidy(Ids& ids) {
  std::ranges::sort(ids);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

// Follows paths, forward or against the arrow.
class Walker {
 public:
  Walker(const Graph& data, bool backward) : data_(data), backward_(backward) {}

  [[nodiscard]] Ids step(rdf::Id from, const BoundPath& path) const {
    switch (path.kind) {
    case Path::Kind::predicate:
      return backward_ ? data_.subjects(path.predicate, from) : data_.objects(from, path.predicate);
    case Path::Kind::inverse:
      return Walker(data_, !backward_).step(from, path.parts.front());
    case Path::Kind::sequence:
      return sequence(from, path);
    case Path::Kind::alternative:
      return alternative(from, path);
    case Path::Kind::zero_or_more:
      return closure({from}, path.parts.front(), {from});
    case Path::Kind::one_or_more: {
      const Ids first = step(from, path.parts.front());
      return closure(first, path.parts.front(), {first.begin(), first.end()});
    }
    case Path::Kind::zero_or_one: {
      Ids result = step(from, path.parts.front());
      result.push_back(from);
      tidy(result);
      return result;
    }
    case Path::Kind::negated: // SHACL has none
      break;
    }
    return {};
  }

 private:
  [[nodiscard]] Ids sequence(rdf::Id from, const BoundPath& path) const {
    std::vector<const BoundPath*> order;
    for (const BoundPath& part : path.parts) order.push_back(&part);
    if (backward_) std::ranges::reverse(order);
    Ids at{from};
    for (const BoundPath* part : order) {
      Ids next;
      for (const rdf::Id node : at) std::ranges::copy(step(node, *part), std::back_inserter(next));
      tidy(next);
      at = std::move(next);
    }
    return at;
  }

  [[nodiscard]] Ids alternative(rdf::Id from, const BoundPath& path) const {
    Ids result;
    for (const BoundPath& part : path.parts)
      std::ranges::copy(step(from, part), std::back_inserter(result));
    tidy(result);
    return result;
  }

  [[nodiscard]] Ids closure(Ids todo, const BoundPath& path, std::set<rdf::Id> seen) const {
    while (!todo.empty()) {
      const rdf::Id node = todo.back();
      todo.pop_back();
      for (const rdf::Id next : step(node, path))
        if (seen.insert(next).second) todo.push_back(next);
    }
    return {seen.begin(), seen.end()};
  }

  const Graph& data_;
  bool backward_;
};

} // namespace

Path read_path(const Graph& shapes, rdf::Id node) {
  return PathReader(shapes).read(node, 0);
}

BoundPath bind(const Graph& data, const Path& path) {
  BoundPath bound{path.kind, {}, {}};
  if (path.kind == Path::Kind::predicate) bound.predicate = data.id(path.iri);
  for (const Path& part : path.parts) bound.parts.push_back(bind(data, part));
  return bound;
}

std::vector<rdf::Id> values(const Graph& data, rdf::Id focus, const BoundPath& path) {
  return Walker(data, false).step(focus, path);
}

} // namespace tela::shapes
