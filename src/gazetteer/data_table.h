#pragma once

#include "base/data_table.h" // the reader's new place
