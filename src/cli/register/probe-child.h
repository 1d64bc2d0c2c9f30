#pragma once

/*
 * The child that loads a module
 *
 * Writes to `fd` either "error TEXT\n", or lines "version N", "filter", "class NAME" and an empty one, then the schema as MOF. Never
 * returns.
 */

_Noreturn void probe_child(const char *path, int library_fd, int fd);
