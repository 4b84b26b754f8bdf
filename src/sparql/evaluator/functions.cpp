#include "sparql/evaluator/functions.h"

namespace tela::sparql::evaluator {

FunctionPointer find_function(algebra::Function function) {
  for (const auto find : {find_term_function, find_string_function, find_number_function,
                          find_date_function, find_hash_function, find_cast})
    if (const FunctionPointer found = find(function)) return found;
  return nullptr;
}

} // namespace tela::sparql::evaluator
