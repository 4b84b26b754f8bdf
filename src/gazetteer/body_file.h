#pragma once

#include "gazetteer/data_files.h"
#include "gazetteer/entities.h"

#include <span>
#include <vector>

namespace tela::gazetteer {

/// How running text names a body beyond its names.
struct BodyForms {
  std::vector<std::string> in_text;           ///< forms met in running text
  std::vector<std::string> acronyms_in_text;  ///< likewise
  std::vector<std::string> doubtful_acronyms; ///< count only where the text supports them
};

struct BodyFile {
  std::vector<Body> bodies;     ///< ordered by id
  std::vector<BodyForms> forms; ///< forms[i] are of bodies[i]
};

/// bodies.json. Throws Error(input) when it is no JSON of the expected shape, or
/// names a state or a parent that does not exist.
[[nodiscard]] BodyFile read_bodies(const DataFiles& files, std::span<const State> states);

} // namespace tela::gazetteer
