#include "redland/storage_stream.h"

#include "base/error.h"
#include "redland/librdf_term.h"

#include <array>
#include <exception>
#include <memory>
#include <optional>
#include <utility>

namespace tela::redland {

namespace {

// What is asked for: nodes and ids of subject, predicate and object, empty where anything goes.
struct Pattern {
  std::array<LibrdfNode, 3> nodes;
  std::array<rdf::Id, 3> ids;
  bool is_known = true; // false: a term that the store does not hold, so nothing matches
};

Pattern make_pattern(const store::Store& store, librdf_statement* statement) {
  Pattern pattern;
  if (statement == nullptr) return pattern;
  const std::array<librdf_node*, 3> parts{librdf_statement_get_subject(statement),
                                          librdf_statement_get_predicate(statement),
                                          librdf_statement_get_object(statement)};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts.at(i) == nullptr) continue;
    const auto id = store.find(term_of(parts.at(i)));
    if (!id) pattern.is_known = false;
    pattern.ids.at(i) = id.value_or(rdf::Id{});
    pattern.nodes.at(i).reset(librdf_new_node_from_node(parts.at(i)));
  }
  return pattern;
}

// The order in which the bound positions come first; by the bits subject 4, predicate 2, object 1.
rdf::Order best_order(const std::array<rdf::Id, 3>& ids) {
  using rdf::Order;
  constexpr std::array<Order, 8> table{Order::spo, Order::osp, Order::pso, Order::pos,
                                       Order::spo, Order::sop, Order::spo, Order::spo};
  return table.at((ids[0].defined() ? 4U : 0U) | (ids[1].defined() ? 2U : 0U) |
                  (ids[2].defined() ? 1U : 0U));
}

class Statements {
 public:
  Statements(librdf_storage* storage, const store::Store& store, Pattern pattern,
             std::vector<rdf::GraphSelection> selections)
      : storage_(storage), world_(librdf_storage_get_world(storage)), store_(store),
        pattern_(std::move(pattern)), selections_(std::move(selections)),
        order_(best_order(pattern_.ids)) {
    for (const std::uint8_t position : rdf::positions(order_))
      if (pattern_.ids.at(position).defined()) prefix_.push_back(pattern_.ids.at(position));
    librdf_storage_add_reference(storage_);
    if (pattern_.is_known) load_rows();
  }

  ~Statements() { librdf_storage_remove_reference(storage_); }
  Statements(const Statements&) = delete;
  Statements& operator=(const Statements&) = delete;

  [[nodiscard]] librdf_world* world() const { return world_; }
  [[nodiscard]] bool at_end() const { return row_ >= rows_.count; }

  void advance() {
    statement_.reset();
    if (++row_ >= rows_.count) load_rows();
  }

  librdf_statement* statement() {
    if (at_end() || statement_) return statement_.get();
    LibrdfStatement made(librdf_new_statement(world_));
    if (!made) throw base::Error(base::Failure::limit, "no memory for a statement");
    librdf_statement_set_subject(made.get(), node(0).release());
    librdf_statement_set_predicate(made.get(), node(1).release());
    librdf_statement_set_object(made.get(), node(2).release());
    statement_ = std::move(made);
    return statement_.get();
  }

  // The graph of the statement; null for the default graph.
  librdf_node* context() {
    if (at_end() || rows_.columns[3] == nullptr) return nullptr;
    const rdf::Id graph = rows_.columns[3][row_];
    if (!graph.defined()) return nullptr;
    return cached(3, graph);
  }

  // Ends the stream after an error: the rest cannot be given.
  void give_up() noexcept {
    rows_ = {};
    row_ = 0;
    cursor_.reset();
    selections_.clear();
  }

 private:
  // The next run of rows that is not empty, if there is one.
  void load_rows() {
    row_ = 0;
    rows_ = {};
    for (;;) {
      if (cursor_) rows_ = cursor_->next();
      if (rows_.count > 0) return;
      cursor_.reset();
      if (selections_.empty()) return;
      cursor_.emplace(store_.scan(order_, prefix_, std::move(selections_.front())));
      selections_.erase(selections_.begin());
    }
  }

  // A new reference to the node at `position` (0 subject, 1 predicate, 2 object) of this row.
  LibrdfNode node(std::size_t position) {
    librdf_node* known = pattern_.nodes.at(position).get();
    if (known == nullptr) known = cached(position, id_at(position));
    return LibrdfNode(librdf_new_node_from_node(known));
  }

  [[nodiscard]] rdf::Id id_at(std::size_t position) const {
    const auto positions = rdf::positions(order_);
    std::size_t column = 0;
    while (positions.at(column) != position) ++column;
    return rows_.columns.at(column)[row_];
  }

  // Neighbouring rows share most of their terms.
  librdf_node* cached(std::size_t position, rdf::Id id) {
    auto& [cached_id, cached_node] = cache_.at(position);
    if (!cached_node || cached_id != id) {
      cached_node = make_node(world_, store_.term(id, term_));
      cached_id = id;
    }
    return cached_node.get();
  }

  librdf_storage* storage_;
  librdf_world* world_;
  const store::Store& store_;
  Pattern pattern_;
  std::vector<rdf::GraphSelection> selections_; // still to come
  rdf::Order order_;
  std::vector<rdf::Id> prefix_;
  std::optional<store::Cursor> cursor_;
  rdf::Rows rows_;
  std::size_t row_ = 0;
  LibrdfStatement statement_;
  std::array<std::pair<rdf::Id, LibrdfNode>, 4> cache_;
  rdf::Term term_;
};

// Runs `work` for librdf; when it throws, the stream ends and librdf gets `failed`.
template<typename Result, typename Work>
Result guarded(void* context, Result failed, Work work) noexcept {
  auto& statements = *static_cast<Statements*>(context);
  try {
    return work(statements);
  } catch (...) {
    log_current_exception(statements.world());
    statements.give_up();
    return failed;
  }
}

int is_end(void* context) {
  return static_cast<Statements*>(context)->at_end() ? 1 : 0;
}

int next(void* context) {
  return guarded(context, 1, [](Statements& statements) {
    statements.advance();
    return statements.at_end() ? 1 : 0;
  });
}

void* get(void* context, int what) {
  return guarded(context, static_cast<void*>(nullptr), [&](Statements& statements) -> void* {
    if (what == LIBRDF_STREAM_GET_METHOD_GET_CONTEXT) return statements.context();
    return statements.statement();
  });
}

void finished(void* context) {
  const std::unique_ptr<Statements> owner(static_cast<Statements*>(context));
}

} // namespace

librdf_stream* new_statement_stream(librdf_storage* storage, const store::Store& store,
                                    librdf_statement* pattern,
                                    std::vector<rdf::GraphSelection> selections) {
  auto statements = std::make_unique<Statements>(storage, store, make_pattern(store, pattern),
                                                 std::move(selections));
  librdf_world* world = librdf_storage_get_world(storage);
  librdf_stream* stream = librdf_new_stream(world, statements.get(), is_end, next, get, finished);
  if (stream == nullptr) throw base::Error(base::Failure::limit, "no memory for a stream");
  // From here on finished() frees it.
  static_cast<void>(statements.release());
  return stream;
}

void log_current_exception(librdf_world* world) noexcept {
  try {
    throw;
  } catch (const std::exception& error) {
    librdf_log(world, 0, LIBRDF_LOG_ERROR, LIBRDF_FROM_STORAGE, nullptr, "tela: %s", error.what());
  } catch (...) {
    librdf_log(world, 0, LIBRDF_LOG_ERROR, LIBRDF_FROM_STORAGE, nullptr, "tela: unknown error");
  }
}

} // namespace tela::redland
