/*
 * Pragmas
 */

#include <errno.h>
#include <string.h>

#include "mof/syntax.h"
#include "util/error.h"
#include "util/text.h"

#define PRAGMA_ARGUMENTS_MAX 16

typedef struct Pragma {
        const char *name;
        const char *arguments[PRAGMA_ARGUMENTS_MAX];
        uint32_t count;
        MofWhere where; /* of the name */
        MofWhere argument_where;
} Pragma;

/* Pragmas that say nothing about declarations: of the standard, and what mofcomp does with its repository. */
static const char *const known_pragmas[] = {
        "locale",        "instancelocale", "nonlocal",       "nonlocaltype", "source",
        "sourcetype",    "autorecover",    "noautorecover",  "amendment",    "classflags",
        "instanceflags", "deleteclass",    "deleteinstance",
};

static int parse_argument(MofParser *parser, Pragma *pragma)
{
        MofToken *token = &parser->token;
        const char **argumentp;

        if (pragma->count >= PRAGMA_ARGUMENTS_MAX)
                return mof_error(parser, NULL, "more than %u arguments of a pragma", PRAGMA_ARGUMENTS_MAX);
        if (pragma->count == 0)
                pragma->argument_where = mof_here(parser);
        argumentp = &pragma->arguments[pragma->count++];

        switch (token->kind) {
        case MOF_TOKEN_STRING:
                return mof_take_string(parser, argumentp);
        case MOF_TOKEN_NAME:
                return mof_take_name(parser, argumentp, "a word");
        case MOF_TOKEN_INTEGER:
        case MOF_TOKEN_REAL:
                *argumentp = mof_text(parser, token->start, (size_t)(token->end - token->start));
                if (!*argumentp)
                        return error_trace(parser->fatal);
                mof_accept(parser, token->kind);
                return 0;
        }
        return mof_unexpected(parser, "a text in quotes as argument of the pragma");
}

/* ( "a", b ) */
static int parse_arguments(MofParser *parser, Pragma *pragma)
{
        int r;

        if (!mof_accept(parser, '('))
                return 0;
        if (mof_accept(parser, ')'))
                return 0;
        for (;;) {
                r = parse_argument(parser, pragma);
                if (r)
                        return r;
                if (mof_accept(parser, ')'))
                        return 0;
                r = mof_expect(parser, ',', "')' after the argument of the pragma");
                if (r)
                        return r;
        }
}

static int include(MofParser *parser, const Pragma *pragma)
{
        MofSource *source;
        int r;

        if (pragma->count != 1)
                return mof_error(parser, &pragma->where, "expected #pragma include (\"FILE\")");
        if (parser->options.no_includes)
                return mof_error(parser, &pragma->where, "no file can be included here");
        if (parser->include_depth >= MOF_INCLUDE_DEPTH_MAX)
                return mof_error(parser, &pragma->where,
                                 "includes are nested deeper than %u: does a file include itself?",
                                 MOF_INCLUDE_DEPTH_MAX);
        if (++parser->n_includes > MOF_FILES_MAX)
                return mof_error(parser, &pragma->where, "more than %u includes", MOF_FILES_MAX);

        r = mof_source_include(parser, pragma->arguments[0], &pragma->argument_where, &source);
        if (r)
                return r;
        parser->include_depth++;
        r = mof_read_source(parser, source);
        parser->include_depth--;
        return r < 0 ? error_trace(r) : 0; /* what is wrong in there was told there */
}

static int set_namespace(MofParser *parser, const Pragma *pragma)
{
        char *name;

        if (pragma->count != 1 || !*pragma->arguments[0])
                return mof_error(parser, &pragma->where, "expected #pragma namespace (\"NAMESPACE\")");
        name = mof_text(parser, pragma->arguments[0], strlen(pragma->arguments[0]));
        if (!name)
                return error_trace(parser->fatal);
        for (char *p = name; *p; p++)
                if (*p == '\\')
                        *p = '/';
        /* mofcomp's files name a server in front: //./root/cimv2 */
        if (name[0] == '/' && name[1] == '/') {
                char *slash = strchr(name + 2, '/');

                name = slash ? slash + 1 : name + 2;
        }
        parser->namespace_name = name;
        return 0;
}

static bool is_known(const char *name)
{
        for (size_t i = 0; i < ARRAY_SIZE(known_pragmas); i++)
                if (ascii_equal(name, known_pragmas[i]))
                        return true;
        return false;
}

int mof_parse_pragma(MofParser *parser)
{
        Pragma pragma = { 0 };
        int r;

        mof_accept(parser, MOF_TOKEN_PRAGMA);
        pragma.where = mof_here(parser);
        r = mof_take_name(parser, &pragma.name, "the name of a pragma (include, namespace, locale)");
        if (!r)
                r = parse_arguments(parser, &pragma);
        if (r)
                return r;

        if (ascii_equal(pragma.name, "include"))
                return include(parser, &pragma);
        if (ascii_equal(pragma.name, "namespace"))
                return set_namespace(parser, &pragma);
        if (is_known(pragma.name))
                return 0;
        return mof_complaint(parser, &pragma.where,
                             "unknown pragma %s, expected include, namespace, locale or another one of the standard",
                             pragma.name);
}
