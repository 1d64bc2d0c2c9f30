#pragma once

/*
 * The table behind xenmi-provider.h
 */

#include "xenmi-provider.h"

extern const XenmiProviderApi provider_api;
