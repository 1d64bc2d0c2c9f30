#include "query/query.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "model/instance.h"
#include "query/parser.h"
#include "util/error.h"
#include "util/text.h"

/* What a usual query takes in all */
#define QUERY_CHUNK 2048

int query_dialect(QueryDialect *dialectp, const char *language)
{
        static const struct {
                const char *name;
                QueryDialect dialect;
        } dialects[] = {
                { "WQL", QUERY_WQL },
                { "http://schemas.microsoft.com/wbem/wsman/1/WQL", QUERY_WQL },
                { "CQL", QUERY_CQL },
                { "DMTF:CQL", QUERY_CQL },
                { "http://schemas.dmtf.org/wbem/cql/1/dsp0202.pdf", QUERY_CQL },
        };

        if (!language) {
                *dialectp = QUERY_WQL;
                return 0;
        }
        for (size_t i = 0; i < ARRAY_SIZE(dialects); i++) {
                if (ascii_equal(language, dialects[i].name)) {
                        *dialectp = dialects[i].dialect;
                        return 0;
                }
        }
        return QUERY_LANGUAGE_UNKNOWN;
}

static int parse(Query *query, QueryError *error)
{
        Parser parser = { .query = query };
        int r;

        r = lexer_init(&parser.lexer, &query->arena, query->dialect, query->text, 0, error);
        if (r)
                return r;
        if (lexer_is(&parser.lexer, "select")) {
                r = lexer_advance(&parser.lexer);
                if (!r)
                        r = parser_select(&parser);
                return r ? r : parser_finish(&parser);
        }
        if (query->dialect != QUERY_WQL)
                return lexer_expected(&parser.lexer, "SELECT");
        if (lexer_is(&parser.lexer, "associators"))
                query->kind = QUERY_ASSOCIATORS;
        else if (lexer_is(&parser.lexer, "references"))
                query->kind = QUERY_REFERENCES;
        else
                return lexer_expected(&parser.lexer, "SELECT, ASSOCIATORS or REFERENCES");
        r = lexer_advance(&parser.lexer);
        return r ? r : parser_association(&parser);
}

int query_parse(Query **queryp, const char *language, const char *text, QueryError *error)
{
        _cleanup_(query_freep) Query *query = NULL;
        QueryDialect dialect;
        size_t length;
        int r;

        *error = (QueryError){ 0 };
        if (query_dialect(&dialect, language))
                return query_fail(error, QUERY_LANGUAGE_UNKNOWN, 0,
                                  "the query language `%.60s' is not one of WQL and CQL", language);
        if (!text)
                return query_fail(error, QUERY_INVALID, 0, "there is no query text");
        length = strnlen(text, QUERY_MAX_LENGTH + 1);
        if (length > QUERY_MAX_LENGTH)
                return query_fail(error, QUERY_TOO_LARGE, 0, "a query has at most %d bytes", QUERY_MAX_LENGTH);
        if (!utf8_valid(text, length))
                return query_fail(error, QUERY_INVALID, 0, "the query is not valid UTF-8");

        query = calloc(1, sizeof(*query));
        if (!query)
                return error_origin(-ENOMEM);
        arena_init(&query->arena, QUERY_CHUNK);
        query->dialect = dialect;
        query->text = arena_strdup(&query->arena, text);
        if (!query->text)
                return error_origin(-ENOMEM);

        r = parse(query, error);
        if (r)
                return r;
        *queryp = steal(&query);
        return 0;
}

Query *query_free(Query *query)
{
        if (!query)
                return NULL;
        instance_delete(query->association.instance);
        arena_deinit(&query->arena);
        free(query);
        return NULL;
}

bool query_selects(const Query *query, const char *property)
{
        if (query->selects_all)
                return true;
        for (const QueryPath *path = query->select_paths; path; path = path->next)
                if (path->n_steps > 0 && ascii_equal(path->steps[0].name, property))
                        return true;
        return false;
}

const char *query_language(const Query *query)
{
        return query->dialect == QUERY_CQL ? "CQL" : "WQL";
}

const QueryTerm *query_key_terms(const Query *query, size_t *countp)
{
        *countp = query->n_terms;
        return query->terms;
}

const QueryLiteral *query_key_term(const Query *query, const char *property)
{
        for (size_t i = 0; i < query->n_terms; i++)
                if (ascii_equal(query->terms[i].property, property))
                        return &query->terms[i].literal;
        return NULL;
}

const QueryValues *query_values(const Query *query, const char *property)
{
        for (size_t i = 0; i < query->n_values; i++)
                if (ascii_equal(query->values[i].property, property))
                        return &query->values[i];
        return NULL;
}
