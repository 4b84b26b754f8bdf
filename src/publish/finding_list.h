#pragma once

#include "publish/findings.h"
#include "publish/html_writer.h"

namespace tela::publish {

/// Writes what the data show: the map, a sentence each, with links, and how sure the facts are.
/// Nothing without findings.
void write_findings(HtmlWriter& html, const Site& site, const Findings& findings);

} // namespace tela::publish
