#include "cli/program.h"

int main(int argc, char** argv) {
  return tela::cli::run(argc, argv);
}
