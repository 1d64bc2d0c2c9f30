#include "query/parser.h"

#include <errno.h>

#include "util/error.h"
#include "util/text.h"

/*
 * What is only known at the end of a query
 *
 * Class.property and alias.property lose their first step once FROM has been read; then the lists select and needed are made, and terms.c finds the terms.
 */

static bool names_class(const Parser *parser, const QueryStep *step)
{
        if (step->scope || step->has_index || step->is_whole)
                return false;
        if (parser->alias && ascii_equal(step->name, parser->alias))
                return true;
        return ascii_equal(step->name, parser->query->class_name);
}

static void resolve_path(const Parser *parser, QueryPath *path)
{
        if (!path->of_element && path->n_steps > 0 &&
            (path->steps[0].system == QUERY_SYSTEM_THIS || names_class(parser, &path->steps[0]))) {
                path->steps++;
                path->n_steps--;
        }
}

/* __CLASS and its like end a path: they have no properties, and __THIS is no property of anything. */
static int check_path(Parser *parser, const QueryPath *path)
{
        for (size_t i = 0; i < path->n_steps; i++) {
                const QueryStep *step = &path->steps[i];

                if (step->system == QUERY_SYSTEM_NONE)
                        continue;
                if (step->system == QUERY_SYSTEM_THIS || i + 1 < path->n_steps || step->has_index || step->is_whole ||
                    step->scope)
                        return query_fail(parser->lexer.error, QUERY_INVALID, path->column,
                                          "`%s': expected %s to stand %s", path->text, step->name,
                                          step->system == QUERY_SYSTEM_THIS ? "first" : "last");
        }
        return 0;
}

static bool contains(const char *const *names, size_t count, const char *name)
{
        for (size_t i = 0; i < count; i++)
                if (ascii_equal(names[i], name))
                        return true;
        return false;
}

/* The properties of the queried class that the paths start with, in the order of the text */
static int first_steps(Parser *parser, const QueryPath *paths, const char *const **namesp, size_t *countp)
{
        const char **names;
        size_t count = 0, n = 0;

        for (const QueryPath *path = paths; path; path = path->next)
                count++;
        names = arena_alloc(&parser->query->arena, (count + 1) * sizeof(*names));
        if (!names)
                return error_origin(-ENOMEM);
        for (const QueryPath *path = paths; path; path = path->next)
                if (!path->of_element && path->n_steps > 0 && path->steps[0].system == QUERY_SYSTEM_NONE &&
                    !contains(names, n, path->steps[0].name))
                        names[n++] = path->steps[0].name;
        *namesp = names;
        *countp = n;
        return 0;
}

static QueryPath *reverse(QueryPath *paths)
{
        QueryPath *reversed = NULL;

        while (paths) {
                QueryPath *next = paths->next;

                paths->next = reversed;
                reversed = paths;
                paths = next;
        }
        return reversed;
}

int parser_finish(Parser *parser)
{
        Query *query = parser->query;
        int r = 0;

        parser->paths = reverse(parser->paths);
        parser->select_paths = reverse(parser->select_paths);
        for (QueryPath *path = parser->paths; path && !r; path = path->next) {
                resolve_path(parser, path);
                r = check_path(parser, path);
        }
        for (QueryPath *path = parser->select_paths; path && !r; path = path->next) {
                resolve_path(parser, path);
                r = check_path(parser, path);
        }
        if (r)
                return r;
        query->paths = parser->paths;
        query->select_paths = parser->select_paths;

        r = first_steps(parser, query->paths, &query->needed, &query->n_needed);
        if (!r)
                r = first_steps(parser, query->select_paths, &query->select, &query->n_select);
        if (!r)
                r = parser_terms(parser);
        if (query->selects_all)
                query->n_select = 0;
        return r;
}
