#pragma once

/*
 * The files of a provider
 *
 * Each writer appends the text of one file to a Buffer. The text is that of Microsoft's generator: people compare and
 * merge generated files, so every comment and line break counts.
 */

#include "convert/plan.h"
#include "convert/strings.h"
#include "util/buffer.h"

typedef struct Generator {
        const Options *options;
        const MofSchema *schema;
        Plan plan;
        StringTable strings;
        Arena *arena;
} Generator;

/* What a generated function's parameter looks like: "    _In_opt_ const MI_Char* name". */
typedef struct Argument {
        const char *sal;  /* "_In_", or "" */
        const char *type; /* with its star, without a space at the end */
        const char *name;
} Argument;

enum {
        FUNCTION_ARGUMENTS_MAX = 12,
};

typedef enum FunctionBody {
        BODY_LOAD,
        BODY_UNLOAD,
        BODY_NOT_SUPPORTED,
        BODY_ENABLE,
        BODY_DISABLE,
} FunctionBody;

/* A function that the provider's author writes */
typedef struct Function {
        const char *name;
        FunctionBody body;
        const char *context; /* the name of its context argument */
        Argument arguments[FUNCTION_ARGUMENTS_MAX];
        uint32_t n_arguments;
} Function;

/* All functions of a target class, in the order of its header; *functionsp is in the arena. */
int class_functions(const Generator *generator, const PlanClass *class, Function **functionsp, uint32_t *countp);

/* Text that several files share */
void write_banner(Buffer *buffer);                 /* the first line and the warning */
void write_box(Buffer *buffer, const char *title); /* a comment box with one line */
void write_arguments(Buffer *buffer, const Generator *generator, const Function *function); /* "(\n    ...)" */
/* A class's name in its declaration's spelling, whatever that of its use; NULL gives NULL. */
const char *class_spelling(const Generator *generator, const char *name);
const char *sal(const Generator *generator, const char *annotation); /* "_In_ ", or "" with -NoSAL; of static storage */

void write_header(Buffer *buffer, const Generator *generator, const PlanClass *class);
int write_stubs(Buffer *buffer, const Generator *generator, const PlanClass *class);
int write_schema(Buffer *buffer, Generator *generator);
void write_module(Buffer *buffer, const Generator *generator);
int write_adapter(Buffer *buffer);
void write_definitions(Buffer *buffer);

/*
 * Brings an existing file up to date: stubs of functions that `text` does not define are appended, their names told in
 * *addedp (NULL if none, else the caller's); MI_Main of module.c is replaced.
 */
int patch_stubs(Buffer *buffer, const Generator *generator, const PlanClass *class, const char *text, size_t size,
                char **addedp);
int patch_module(Buffer *buffer, const Generator *generator, const char *text, size_t size);
