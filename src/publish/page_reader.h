#pragma once

#include "publish/site.h"
#include "publish/sorted_rows.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace tela::publish {

/// A statement about a resource.
struct Fact {
  rdf::Id predicate, object;
  std::vector<rdf::Id> graphs; ///< where it is said; Id{} is the default graph
};

/// What is said of one resource of a page.
struct ResourceFacts {
  rdf::Id resource;
  std::vector<Fact> facts;    ///< in the order of the store
  std::uint64_t left_out = 0; ///< beyond most_facts
};

/// Why a statement is believed: the words it was read from (tela:Mention), or who says that a
/// membership holds (tela:Membership). Undefined ids where nothing is known.
struct Evidence {
  rdf::Id subject, predicate, object;
  rdf::Id quote, rule, score; ///< of a mention
  rdf::Id role, basis;        ///< of a membership
  std::vector<rdf::Id> sources;
};

/// A statement of another page that leads to this one.
struct IncomingLink {
  rdf::Id predicate, source;
};

/// What a page's resource shares with another thing (tela:Tie).
struct DerivedTie {
  rdf::Id tie, other, kind;
  std::uint64_t shared = 0;
  double weight = 0;
};

/// What stands on a page.
struct PageContent {
  PageNumber page = 0;
  std::vector<ResourceFacts> resources; ///< the document first, then those with a fragment
  std::vector<ResourceFacts> blanks;    ///< blank nodes that those lead to
  std::vector<Evidence> evidence;
  std::vector<DerivedTie> ties;          ///< of the first resource
  std::uint64_t ties_left_out = 0;       ///< beyond most_ties
  std::vector<IncomingLink> incoming;    ///< by target, predicate, source
  std::vector<IncomingLink> memberships; ///< the same of memberships, which are no incoming links
  std::uint64_t incoming_left_out = 0;   ///< of both beyond most_incoming
};

/// Reads pages out of the store, in ascending order: the facts from the permutation SPO, what
/// points to them from OPS, evidence beside. One pass over each, jumping where pages are left out.
/// One thread.
class PageReader {
 public:
  static constexpr std::size_t most_facts = 2'000;
  static constexpr std::size_t most_blanks = 100;
  static constexpr std::size_t most_evidence = 1'000;
  static constexpr std::size_t most_ties = 2'000;
  static constexpr std::size_t most_incoming = 10'000;

  explicit PageReader(const Site& site);

  /// REQUIRES: `page` greater than that of the last call.
  [[nodiscard]] PageContent read(PageNumber page);

 private:
  /// The ids of the terms that evidence is made of; undefined where the store has none.
  struct Terms {
    explicit Terms(const store::Store& store);
    rdf::Id predicate, object, target, selector, exact, rule, score;
    rdf::Id member, role, basis, source;
    rdf::Id mention_subject, organization;
    rdf::Id party, tied_to, tie_kind, shared_count, weight;
  };

  [[nodiscard]] ResourceFacts read_facts(rdf::Id resource);
  void read_blanks(PageContent& content) const;
  void read_mentions(rdf::Id subject, PageContent& content);
  void read_memberships(rdf::Id subject, PageContent& content);
  void read_ties(rdf::Id subject, PageContent& content);
  void read_incoming(rdf::Id resource, PageContent& content);
  [[nodiscard]] Evidence mention(rdf::Id mention) const;
  [[nodiscard]] Evidence membership(rdf::Id membership) const;
  [[nodiscard]] DerivedTie tie(rdf::Id tie, rdf::Id party) const;
  [[nodiscard]] double number(rdf::Id literal) const;
  [[nodiscard]] bool explains_others(std::size_t subject) const;

  const Site& site_;
  Terms terms_;
  SortedRows facts_;
  SortedRows incoming_;
  std::optional<SortedRows> mentions_, memberships_, ties_;
  std::vector<Kinds::Number> explaining_kinds_;
};

} // namespace tela::publish
