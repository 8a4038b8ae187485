// SPDX-License-Identifier: Apache-2.0
#ifndef STARDIAL_CHEAP_SHIM_H
#define STARDIAL_CHEAP_SHIM_H
#include <stdlib.h>
#if defined(__GLIBC__)
#include <malloc.h>
#endif
#endif
