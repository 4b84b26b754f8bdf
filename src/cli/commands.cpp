#include "cli/commands.h"

#include "cli/build.h"
#include "cli/describe.h"
#include "cli/diff.h"
#include "cli/dump.h"
#include "cli/extract.h"
#include "cli/graph.h"
#include "cli/info.h"
#include "cli/lint.h"
#include "cli/load.h"
#include "cli/mcp.h"
#include "cli/publish.h"
#include "cli/query.h"
#include "cli/serve.h"
#include "cli/validate.h"
#include "cli/why.h"

namespace tela::cli {

void add_commands(CLI::App& app) {
  add_extract(app);
  add_build(app);
  add_info(app);
  add_query(app);
  add_graph(app);
  add_why(app);
  add_lint(app);
  add_dump(app);
  add_publish(app);
  add_serve(app);
  add_load(app);
  add_mcp(app);
  add_diff(app);
  add_validate(app);
  add_describe(app);
}

} // namespace tela::cli
