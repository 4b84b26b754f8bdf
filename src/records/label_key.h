#pragma once

#include "base/label_key.h"

namespace tela::records {

using base::for_each_word;
using base::label_key;

} // namespace tela::records
