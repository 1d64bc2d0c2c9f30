#pragma once

/* The name that Windows sources include */
#include "MI.h"
