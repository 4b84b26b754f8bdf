#include "sparql/algebra/translation.h"

#include <iterator>
#include <span>
#include <utility>

namespace tela::sparql::algebra {

namespace {

/// A group whose filters have not been put around it: OPTIONAL takes them as its condition.
struct OpenGroup {
  Operator pattern = make(BasicGraphPattern{});
  std::vector<Expression> filters;
};

OpenGroup translate_open_group(const syntax::GroupGraphPattern& group,
                               GeneratedVariables& generated);

/// The empty pattern, Z of the standard: one solution without bindings.
bool is_unit(const Operator& tree) {
  const auto* pattern = std::get_if<BasicGraphPattern>(&tree.node);
  return pattern != nullptr && pattern->triples.empty() && pattern->paths.empty();
}

/// Join with the simplification of section 18.2.2.8.
Operator join(Operator left, Operator right) {
  if (is_unit(left)) return right;
  if (is_unit(right)) return left;
  return make(Join{boxed(std::move(left)), boxed(std::move(right))});
}

Operator filtered(OpenGroup group) {
  if (group.filters.empty()) return std::move(group.pattern);
  return make(Filter{boxed(std::move(group.pattern)), std::move(group.filters)});
}

/// Alternatives as a tree of least depth, in their order.
Operator union_of(std::span<const syntax::GroupGraphPattern> groups,
                  GeneratedVariables& generated) {
  if (groups.size() == 1) return translate_group(groups.front(), generated);
  const auto half = groups.size() / 2;
  auto left = union_of(groups.first(half), generated);
  auto right = union_of(groups.subspan(half), generated);
  return make(Union{boxed(std::move(left)), boxed(std::move(right))});
}

/// Adds the elements of a group one by one, as the loop of section 18.2.2.6 does.
class GroupTranslation {
 public:
  explicit GroupTranslation(GeneratedVariables& generated) : generated_(generated) {}

  void operator()(const syntax::TriplesBlock& block) {
    BasicGraphPattern pattern;
    for (const auto& triple : block.triples) add_triple(triple, generated_, pattern);
    add(make(std::move(pattern)));
  }
  void operator()(const syntax::Optional& optional) {
    auto right = translate_open_group(*optional.group, generated_);
    group_.pattern = make(LeftJoin{boxed(std::move(group_.pattern)),
                                   boxed(std::move(right.pattern)), std::move(right.filters)});
  }
  void operator()(const syntax::Minus& minus) {
    auto right = translate_group(*minus.group, generated_);
    group_.pattern = make(Minus{boxed(std::move(group_.pattern)), boxed(std::move(right))});
  }
  void operator()(const syntax::Alternatives& alternatives) {
    add(union_of(alternatives.groups, generated_));
  }
  void operator()(const syntax::GraphPattern& graph) {
    add(make(Graph{to_node(graph.name), boxed(translate_group(*graph.group, generated_))}));
  }
  void operator()(const syntax::Service& service) {
    add(make(Service{to_node(service.endpoint), boxed(translate_group(*service.group, generated_)),
                     service.silent, service.text}));
  }
  void operator()(const syntax::Filter& filter) {
    group_.filters.push_back(translate_expression(filter.condition, generated_));
  }
  void operator()(const syntax::Bind& bind) {
    group_.pattern = make(Extend{boxed(std::move(group_.pattern)), to_variable(bind.variable),
                                 translate_expression(bind.expression, generated_)});
  }
  void operator()(const syntax::InlineData& data) { add(make(translate_values(data))); }
  void operator()(const std::unique_ptr<syntax::SubSelect>& select) {
    add(translate_select(*select, Projection::selected, generated_));
  }

  OpenGroup take() { return std::move(group_); }

 private:
  void add(Operator pattern) {
    group_.pattern = join(std::move(group_.pattern), std::move(pattern));
  }

  GeneratedVariables& generated_;
  OpenGroup group_;
};

OpenGroup translate_open_group(const syntax::GroupGraphPattern& group,
                               GeneratedVariables& generated) {
  GroupTranslation translation(generated);
  for (const auto& element : group.elements) std::visit(translation, element);
  return translation.take();
}

} // namespace

Operator translate_group(const syntax::GroupGraphPattern& group, GeneratedVariables& generated) {
  return filtered(translate_open_group(group, generated));
}

Values translate_values(const syntax::InlineData& data) {
  Values values;
  for (const auto& variable : data.variables) values.variables.push_back(to_variable(variable));
  values.rows = data.rows;
  return values;
}

} // namespace tela::sparql::algebra
