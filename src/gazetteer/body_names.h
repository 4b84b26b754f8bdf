#pragma once

#include "gazetteer/gazetteer.h"
#include "gazetteer/names.h"
#include "gazetteer/passage.h"

#include <vector>

namespace tela::gazetteer {

/// The processes and organisations named in a passage, in order. Rules:
///  - "body-name": a name, whatever its case, articles, plurals;
///  - "body-acronym": an acronym in capitals (capitalised, from four letters on: "Igad"); one that
///    means other things elsewhere only if the text names the body in full too;
///  - "process-of-places": "Processus de Rabat et de Khartoum" names two;
///  - "process-of-organisation": a text that speaks of "the regional consultative process" and
///    names no process, but an organisation that has just one, means that one.
/// Cost: linear.
[[nodiscard]] std::vector<BodyName> find_bodies(const Passage& passage, const Gazetteer& gazetteer);

} // namespace tela::gazetteer
