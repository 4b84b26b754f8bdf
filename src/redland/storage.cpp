#include "redland/storage.h"

#include "base/error.h"
#include "redland/librdf_handles.h"
#include "redland/librdf_term.h"
#include "redland/storage_stream.h"

#include <exception>
#include <limits>
#include <memory>
#include <optional>
#include <utility>

namespace tela::redland {

namespace {

using rdf::GraphSelection;

// A store handed to new_storage(); librdf's constructor has no place for it but a name.
thread_local const store::Store* store_in_hand = nullptr; // NOLINT(*-global-variables)

// What stands behind one librdf_storage.
class Instance {
 public:
  Instance(const char* path, bool contexts) : contexts_(contexts), store_(store_in_hand) {
    if (store_ != nullptr) return;
    if (path == nullptr || *path == '\0')
      throw base::Error(base::Failure::input, "no store named", "name the file of a Tela store");
    own_ = store::Store::open(path);
    store_ = &*own_;
  }

  [[nodiscard]] const store::Store& store() const { return *store_; }
  [[nodiscard]] bool contexts() const { return contexts_; }

  // The graphs of a search without context.
  [[nodiscard]] std::vector<GraphSelection> everywhere() const {
    if (!contexts_) return {{GraphSelection::Kind::merge_of_all, {}}};
    return {{GraphSelection::Kind::each_of, {rdf::Id{}}}, {GraphSelection::Kind::each_named, {}}};
  }

  // The graph `context`, or no graph when the store has none of that name.
  [[nodiscard]] std::vector<GraphSelection> in(librdf_node* context) const {
    if (context == nullptr || !contexts_) return everywhere();
    const auto graph = store_->find(term_of(context));
    if (!graph) return {};
    return {{GraphSelection::Kind::each_of, {*graph}}};
  }

 private:
  bool contexts_;
  std::optional<store::Store> own_;
  const store::Store* store_;
};

const Instance& instance(librdf_storage* storage) {
  return *static_cast<const Instance*>(librdf_storage_get_instance(storage));
}

// Runs `work` for librdf; logs what it throws and returns `failed` instead.
template<typename Result, typename Work>
Result guarded(librdf_storage* storage, Result failed, Work work) noexcept {
  try {
    return work();
  } catch (...) {
    log_current_exception(librdf_storage_get_world(storage));
    return failed;
  }
}

int init(librdf_storage* storage, const char* name, librdf_hash* options) {
  const LibrdfHash owned_options(options); // librdf gives it away here
  return guarded(storage, 1, [&] {
    const auto option = [&](const char* key) {
      return options == nullptr ? -1 : librdf_hash_get_as_boolean(options, key);
    };
    if (option("new") == 1)
      throw base::Error(base::Failure::input, "a Tela store is read-only here",
                        "build one with tela build");
    auto made = std::make_unique<Instance>(name, option("contexts") != 0);
    librdf_storage_set_instance(storage, made.release()); // terminate() frees it
    return 0;
  });
}

void terminate(librdf_storage* storage) {
  const std::unique_ptr<Instance> owner(
      static_cast<Instance*>(librdf_storage_get_instance(storage)));
}

int open(librdf_storage* /*storage*/, librdf_model* /*model*/) {
  return 0;
}

int close(librdf_storage* /*storage*/) {
  return 0;
}

int size(librdf_storage* storage) {
  const store::Counts& counts = instance(storage).store().counts();
  const std::uint64_t statements = instance(storage).contexts() ? counts.quads : counts.triples;
  const bool fits = statements <= static_cast<std::uint64_t>(std::numeric_limits<int>::max());
  return fits ? static_cast<int>(statements) : -1; // librdf's "cannot be determined"
}

librdf_stream* empty_stream(librdf_storage* storage) {
  return librdf_new_empty_stream(librdf_storage_get_world(storage));
}

librdf_stream* stream(librdf_storage* storage, librdf_statement* pattern, librdf_node* context) {
  librdf_stream* made = guarded(storage, static_cast<librdf_stream*>(nullptr), [&] {
    const Instance& self = instance(storage);
    return new_statement_stream(storage, self.store(), pattern, self.in(context));
  });
  return made != nullptr ? made : empty_stream(storage);
}

librdf_stream* serialise(librdf_storage* storage) {
  return stream(storage, nullptr, nullptr);
}

librdf_stream* find_statements(librdf_storage* storage, librdf_statement* pattern) {
  return stream(storage, pattern, nullptr);
}

librdf_stream* context_serialise(librdf_storage* storage, librdf_node* context) {
  return stream(storage, nullptr, context);
}

librdf_stream* find_statements_in_context(librdf_storage* storage, librdf_statement* pattern,
                                          librdf_node* context) {
  return stream(storage, pattern, context);
}

int contains_statement(librdf_storage* storage, librdf_statement* statement) {
  const LibrdfStream found(find_statements(storage, statement));
  return found && librdf_stream_end(found.get()) == 0 ? 1 : 0;
}

// The named graphs of a store, for librdf to walk through.
class Contexts {
 public:
  Contexts(librdf_storage* storage, const store::Store& store)
      : storage_(storage), store_(store), graphs_(store.named_graphs()) {
    librdf_storage_add_reference(storage_);
  }
  ~Contexts() { librdf_storage_remove_reference(storage_); }
  Contexts(const Contexts&) = delete;
  Contexts& operator=(const Contexts&) = delete;

  [[nodiscard]] bool at_end() const { return at_ >= graphs_.size(); }
  void advance() {
    ++at_;
    node_.reset();
  }
  librdf_node* node() noexcept {
    return guarded(storage_, static_cast<librdf_node*>(nullptr), [&] {
      if (!at_end() && !node_)
        node_ = make_node(librdf_storage_get_world(storage_), store_.term(graphs_[at_], term_));
      return node_.get();
    });
  }

 private:
  librdf_storage* storage_;
  const store::Store& store_;
  std::vector<rdf::Id> graphs_;
  std::size_t at_ = 0;
  LibrdfNode node_;
  rdf::Term term_;
};

librdf_iterator* get_contexts(librdf_storage* storage) {
  const auto is_end = [](void* contexts) {
    return static_cast<Contexts*>(contexts)->at_end() ? 1 : 0;
  };
  const auto next = [](void* contexts) {
    static_cast<Contexts*>(contexts)->advance();
    return static_cast<Contexts*>(contexts)->at_end() ? 1 : 0;
  };
  const auto get = [](void* contexts, int what) -> void* {
    if (what != LIBRDF_ITERATOR_GET_METHOD_GET_OBJECT) return nullptr;
    return static_cast<Contexts*>(contexts)->node();
  };
  const auto finished = [](void* contexts) {
    const std::unique_ptr<Contexts> owner(static_cast<Contexts*>(contexts));
  };
  librdf_world* world = librdf_storage_get_world(storage);
  librdf_iterator* made = guarded(storage, static_cast<librdf_iterator*>(nullptr), [&] {
    auto contexts = std::make_unique<Contexts>(storage, instance(storage).store());
    librdf_iterator* iterator =
        librdf_new_iterator(world, contexts.get(), is_end, next, get, finished);
    if (iterator != nullptr) static_cast<void>(contexts.release()); // finished() frees it
    return iterator;
  });
  return made != nullptr ? made : librdf_new_empty_iterator(world);
}

// Tells librdf whether there are contexts: without an answer it does not ask for any.
librdf_node* get_feature(librdf_storage* storage, librdf_uri* feature) {
  return guarded(storage, static_cast<librdf_node*>(nullptr), [&] {
    librdf_world* world = librdf_storage_get_world(storage);
    const LibrdfNode asked(librdf_new_node_from_uri(world, feature));
    if (!asked || term_of(asked.get()).value != LIBRDF_MODEL_FEATURE_CONTEXTS)
      return static_cast<librdf_node*>(nullptr);
    return make_node(world, rdf::literal(instance(storage).contexts() ? "1" : "0")).release();
  });
}

// The read-only storage leaves add, remove and the like empty: librdf then returns an error. It
// leaves has_arc_in and its kin empty as well: librdf's own, over find_statements(), are right,
// while the header that tells implementers what to do has the two the wrong way round.
void fill_factory(librdf_storage_factory* factory) {
  factory->version = LIBRDF_STORAGE_INTERFACE_VERSION;
  factory->init = init;
  factory->terminate = terminate;
  factory->open = open;
  factory->close = close;
  factory->size = size;
  factory->contains_statement = contains_statement;
  factory->serialise = serialise;
  factory->find_statements = find_statements;
  factory->context_serialise = context_serialise;
  factory->find_statements_in_context = find_statements_in_context;
  factory->get_contexts = get_contexts;
  factory->get_feature = get_feature;
}

} // namespace

bool register_storage(librdf_world_s* world) {
  return librdf_storage_register_factory(world, "tela", "Tela store (read-only)", fill_factory) ==
         0;
}

librdf_storage_s* new_storage(librdf_world_s* world, const store::Store& store,
                              const char* options) {
  store_in_hand = &store;
  librdf_storage* storage = librdf_new_storage(world, "tela", nullptr, options);
  store_in_hand = nullptr;
  return storage;
}

} // namespace tela::redland
