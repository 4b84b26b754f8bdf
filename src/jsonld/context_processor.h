#pragma once

#include "jsonld/context.h"
#include "jsonld/document.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

namespace tela::jsonld {

/// Whether text that is no term and no IRI is taken against the base, the vocabulary, or either.
enum class Relative : std::uint8_t { to_nothing, to_base, to_vocabulary, to_both };

/// How a local context is added to an active one.
struct Manner {
  bool overrides_protected = false;
  bool propagates = true; ///< into the nodes that stand inside this one
};

/// Makes active contexts from local ones (sections 4.1 and 4.2) and IRIs from text (5.2). Remote
/// contexts are refused, as nothing is opened. All errors are Error(input), with the place and the
/// specification's code.
class ContextProcessor {
 public:
  /// `document` outlives the processor. `is_1_0` refuses what JSON-LD 1.0 did not have; more than
  /// `most_terms_copied` into contexts inside others are refused, too.
  ContextProcessor(Document& document, bool is_1_0, std::uint64_t most_terms_copied,
                   std::string base);

  /// The context before any is read.
  [[nodiscard]] SharedContext initial() const;
  /// `local` outlives what comes back.
  [[nodiscard]] SharedContext process(const SharedContext& active, const Value& local,
                                      Manner manner = {});
  /// The same for a context that stands in a term's definition and is met again and again. What was
  /// made is kept until forget().
  [[nodiscard]] SharedContext scoped(const SharedContext& active, const Value& local,
                                     Manner manner = {});
  /// To be called before the trees of local contexts go.
  void forget() { scoped_.clear(); }

  /// Section 5.2.2. Nothing when the text stands for nothing.
  [[nodiscard]] std::optional<std::string> expand_iri(const Context& active, std::string_view text,
                                                      Relative relative, std::size_t offset) {
    return expand_iri({&active, nullptr}, text, relative, offset);
  }

  [[nodiscard]] bool is_1_0() const { return is_1_0_; }

 private:
  friend class TermMaker;

  /// A local context on its way into an active one.
  struct Making {
    Context& result;
    const Object& local;
    Manner manner;
    bool is_protected = false;
    std::map<std::string, bool, std::less<>> defined = {}; // false: begun
    std::size_t depth = 0;                                 // of terms that need each other
  };
  struct Scope {
    const Context* active;
    Making* making; // null: the context is made
  };
  using ScopedKey = std::tuple<const Context*, const Value*, bool, bool>;
  struct Scoped {
    SharedContext active, made; // the first is kept, so that its address stays its own
  };

  void add(Context& result, const SharedContext& active, const Value& local, Manner manner);
  void take_away_all(Context& result, const Value& local, Manner manner) const;
  void refuse_remote(const Value& context, std::string_view name) const;
  void read_version(const Object& local) const;
  void read_import(const Object& local) const;
  void read_base(Context& result, const Object& local) const;
  void read_vocabulary(Context& result, const Object& local);
  void read_language(Context& result, const Object& local) const;
  void read_direction(Context& result, const Object& local) const;
  void read_propagate(const Object& local) const;
  [[nodiscard]] bool read_protected(const Object& local) const;
  void define_terms(Making& making);
  void define(Making& making, const std::string& term);

  [[nodiscard]] std::optional<std::string> expand_iri(const Scope& scope, std::string_view text,
                                                      Relative relative, std::size_t offset);
  [[nodiscard]] std::optional<std::string> expand_compact(const Scope& scope,
                                                          std::string_view text);
  void define_first(const Scope& scope, std::string_view term);
  void charge_copy(const Context& context, std::size_t offset);
  void not_in_1_0(std::string_view code, const Value& value, std::string_view what) const;

  Document& document_;
  bool is_1_0_;
  std::string base_;
  std::map<ScopedKey, Scoped> scoped_;
  std::uint64_t most_terms_copied_;
  std::uint64_t terms_copied_ = 0;
};

/// "ltr", "rtl" or null, else a refusal.
[[nodiscard]] std::optional<std::string> read_direction(const Document& document,
                                                        const Value& value);

} // namespace tela::jsonld
