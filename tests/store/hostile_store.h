#pragma once

#include "rdf/nquads_writer.h"
#include "store/format.h"
#include "store/store.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

/// What the test and the fuzz target of damaged stores share.
namespace tela::store::test {

/// Makes all checksums right again, as someone hostile would, where the header tells where they
/// are. REQUIRES: bytes of at least a header.
inline void seal(std::string& bytes) {
  FileHeader header;
  const auto put = [&](std::uint64_t offset, std::string_view part) {
    const auto sum = XXH3_64bits(part.data(), part.size());
    std::memcpy(bytes.data() + offset, &sum, sizeof sum);
  };
  put(offsetof(FileHeader, checksum), {bytes.data(), offsetof(FileHeader, checksum)});
  std::memcpy(&header, bytes.data(), sizeof header);
  const auto [sums, length] = header.sections.back();
  const std::uint64_t stretch = checksum_stretch(header.version);
  if (sums > bytes.size() || length > bytes.size() - sums) return;
  for (std::uint64_t i = 0; i * stretch < sums && (i + 1) * sizeof sums <= length; ++i)
    put(sums + i * sizeof sums,
        std::string_view(bytes).substr(i * stretch, std::min(stretch, sums - i * stretch)));
}

inline void read_order(const Store& store, rdf::Order order) {
  Cursor cursor = store.scan(order, {}, {rdf::GraphSelection::Kind::each_named, {}});
  for (int i = 0; i < 3; ++i) {
    const rdf::Rows rows = cursor.next();
    if (rows.count == 0) return;
    const std::array key{rows.columns[0][0], rows.columns[1][0]};
    static_cast<void>(store.range(order, key));
    static_cast<void>(store.distinct(order, {key.data(), 1}));
    static_cast<void>(store.split(order, {key.data(), 1}, 3));
    cursor.seek(std::array{rdf::Id::from_bits(key[0].bits() + 40)});
  }
}

/// Calls everything that reads a store; damage may end it with base::Error.
inline void read_everything(const Store& store) {
  for (const rdf::Order order : rdf::all_orders) read_order(store, order);
  static_cast<void>(store.find({rdf::TermKind::iri, "urn:s/77", {}, {}}));
  static_cast<void>(store.find({rdf::TermKind::blank, "b", {}, {}}));
  static_cast<void>(store.find(rdf::language_literal("81", "fr")));
  static_cast<void>(store.classes());
  static_cast<void>(store.metadata("x"));
  static_cast<void>(store.prefixes());
  static_cast<void>(store.named_graphs());
  rdf::NQuadsWriter nowhere([](std::string_view) {});
  export_quads(store, rdf::Order::spo, nowhere);
}

} // namespace tela::store::test
