#pragma once

#include "gazetteer/entities.h"

#include <filesystem>
#include <memory>
#include <span>
#include <string_view>

namespace tela::gazetteer {

class Lexicon;

/// Everything that data/gazetteer knows, the cues of data/events, and the index that finds its
/// names in text. Immutable once made: any number of threads may read one object. Move-only;
/// entities stay where they are when it moves.
class Gazetteer {
 public:
  /// The data compiled into the program, parsed at the first call (a few milliseconds), kept until
  /// the end of the process. Thread-safe.
  [[nodiscard]] static const Gazetteer& built_in();

  /// The same files read from `folder`, which is laid out as data/ is, for a gazetteer of one's
  /// own. Throws Error(input) with file and line when a file is missing or wrong: an unknown state
  /// or parent, a name given twice.
  [[nodiscard]] static Gazetteer load(const std::filesystem::path& folder);

  ~Gazetteer();
  Gazetteer(Gazetteer&& other) noexcept;
  Gazetteer& operator=(Gazetteer&& other) noexcept;
  Gazetteer(const Gazetteer&) = delete;
  Gazetteer& operator=(const Gazetteer&) = delete;

  [[nodiscard]] std::span<const State> states() const noexcept; ///< ordered by iso2
  [[nodiscard]] std::span<const Body>
  bodies() const noexcept; ///< processes and organisations, by id
  [[nodiscard]] std::span<const Region> regions() const noexcept; ///< ordered by M49 code
  [[nodiscard]] std::span<const Theme> themes() const noexcept;   ///< ordered by id

  [[nodiscard]] std::span<const Sector> sectors() const noexcept; ///< ordered by code

  /// nullptr when there is none. Cost: logarithmic.
  [[nodiscard]] const State* state(std::string_view iso2) const;
  /// By ISO 3166-1 alpha-2, alpha-3 or numeric code (UN M49), in capitals. Cost: linear.
  [[nodiscard]] const State* state_of_code(std::string_view code) const;
  [[nodiscard]] const Body* body(std::string_view id) const;
  [[nodiscard]] const Region* region(std::string_view m49) const;
  [[nodiscard]] const Theme* theme(std::string_view id) const;
  [[nodiscard]] const Sector* sector(std::string_view code) const;

  /// The index of names that the matcher walks.
  [[nodiscard]] const Lexicon& lexicon() const noexcept;

 private:
  struct Data;
  explicit Gazetteer(std::unique_ptr<const Data> data);
  std::unique_ptr<const Data> data_;
};

} // namespace tela::gazetteer
