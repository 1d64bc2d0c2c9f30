#pragma once

/*
 * Results of functions
 *
 * A function that can fail returns `int r`: 0 is success; negative errno is fatal, passed on by whoever cannot do anything
 * about it; positive is an answer that the function's header names. A fatal error is written to the debug log once, where
 * it arises (error_origin); error_trace marks the places that pass it on and costs nothing.
 */

/* Records `r` (negative errno) with its place and returns it. */
#define error_origin(r) error_record((r), __FILE__, __LINE__, __func__)

/* Marks a place that passes a fatal error on. */
#define error_trace(r) (r)

int error_record(int r, const char *file, int line, const char *function);
