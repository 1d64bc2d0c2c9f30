#pragma once

/*
 * The command line of register-cimprovider: that of Register-CimProvider.exe, and what Linux needs beside it
 */

#include <stdbool.h>
#include <stddef.h>

enum {
        OPTIONS_LIST_MAX = 1024,
};

typedef struct OptionList {
        const char *values[OPTIONS_LIST_MAX];
        size_t count;
} OptionList;

typedef struct Options {
        OptionList namespaces;
        OptionList classes;
        OptionList settings; /* -Option name=value */
        const char *provider_name;
        const char *path;
        const char *hosting_model;
        const char *decoupled;
        const char *state_dir;
        const char *socket;
        bool supports_wql;
        bool writes_unregistration;
        bool forces_update;
        bool is_verbose;
        bool is_unregister;
        bool is_compile;
        bool has_own_host;
        bool wants_help;
        char problem[512];
} Options;

/* False with `problem` filled. */
bool options_parse(Options *options, int argc, char **argv);

extern const char options_usage[];
