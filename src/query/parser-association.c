#include "query/parser.h"

#include <errno.h>
#include <string.h>

#include "model/instance.h"
#include "model/path.h"
#include "util/error.h"
#include "util/text.h"

/* One clause behind WHERE. The clauses stand side by side, without AND. */
typedef struct Clause {
        const char *name;
        bool references; /* references of has it too */
        size_t value;    /* offset of its const char *, or of its bool */
        bool has_value;
} Clause;

static const Clause clauses[] = {
        { "AssocClass", false, offsetof(QueryAssociation, assoc_class), true },
        { "ResultClass", true, offsetof(QueryAssociation, result_class), true },
        { "Role", true, offsetof(QueryAssociation, role), true },
        { "ResultRole", false, offsetof(QueryAssociation, result_role), true },
        { "RequiredQualifier", true, offsetof(QueryAssociation, required_qualifier), true },
        { "RequiredAssocQualifier", false, offsetof(QueryAssociation, required_assoc_qualifier), true },
        { "ClassDefsOnly", true, offsetof(QueryAssociation, class_defs_only), false },
        { "KeysOnly", true, offsetof(QueryAssociation, keys_only), false },
        { "SchemaOnly", true, offsetof(QueryAssociation, schema_only), false },
};

/* WMI writes \\server\root\cimv2:Class…, everybody else //server/root/cimv2:Class…; behind the colon a backslash is an escape. */
static char *forward_slashes(Arena *arena, const char *path)
{
        const char *colon = path + strcspn(path, ":\"'.=");
        char *copy = arena_strdup(arena, path);

        if (copy && *colon == ':')
                for (char *c = copy; c < copy + (colon - path); c++)
                        if (*c == '\\')
                                *c = '/';
        return copy;
}

static char *trim(char *text)
{
        char *end;

        while (ascii_is_space(*text))
                text++;
        end = text + strlen(text);
        while (end > text && ascii_is_space(end[-1]))
                *--end = 0;
        return text;
}

static int parse_object(Parser *parser)
{
        QueryAssociation *association = &parser->query->association;
        const unsigned int column = parser->lexer.token.column;
        const char *class_name, *why = "not an object path";
        char *object;
        int r;

        if (parser->lexer.token.kind != TOKEN_OBJECT)
                return lexer_expected(&parser->lexer, "an object path in braces");
        object = forward_slashes(&parser->query->arena, parser->lexer.token.text);
        if (!object)
                return error_origin(-ENOMEM);
        association->object = object = trim(object);

        class_name = strrchr(object, ':');
        class_name = class_name ? class_name + 1 : object;
        if (text_is_identifier(class_name)) {
                association->class_name = class_name;
                return lexer_advance(&parser->lexer);
        }

        r = path_parse(&association->instance, object, NULL, &why);
        if (r == PATH_SYNTAX)
                return query_fail(parser->lexer.error, QUERY_INVALID, column,
                                  "expected an object path such as {Class.Key=\"value\"}: %s", why);
        if (r)
                return error_trace(r);
        association->class_name = instance_class_name(association->instance);
        return lexer_advance(&parser->lexer);
}

static const Clause *find_clause(const Parser *parser)
{
        for (size_t i = 0; i < ARRAY_SIZE(clauses); i++)
                if (lexer_is(&parser->lexer, clauses[i].name))
                        return &clauses[i];
        return NULL;
}

static int parse_clause(Parser *parser)
{
        const bool references = parser->query->kind == QUERY_REFERENCES;
        const Clause *clause = find_clause(parser);
        char *base = (char *)&parser->query->association;
        const char **valuep;
        int r;

        if (!clause || (references && !clause->references))
                return lexer_expected(&parser->lexer,
                                      references ? "ResultClass, Role, RequiredQualifier, ClassDefsOnly, KeysOnly "
                                                   "or SchemaOnly"
                                                 : "AssocClass, ResultClass, Role, ResultRole, RequiredQualifier, "
                                                   "RequiredAssocQualifier, ClassDefsOnly, KeysOnly or SchemaOnly");
        if (!clause->has_value) {
                *(bool *)(base + clause->value) = true;
                return lexer_advance(&parser->lexer);
        }

        valuep = (const char **)(base + clause->value);
        if (*valuep)
                return query_fail(parser->lexer.error, QUERY_INVALID, parser->lexer.token.column, "%s is given twice",
                                  clause->name);
        r = lexer_advance(&parser->lexer);
        if (!r)
                r = parser_take(parser, TOKEN_EQUAL, "=");
        if (r)
                return r;
        if (parser->lexer.token.kind != TOKEN_NAME && parser->lexer.token.kind != TOKEN_STRING)
                return lexer_expected(&parser->lexer, "a name");
        if (!text_is_identifier(parser->lexer.token.text))
                return lexer_expected(&parser->lexer, "a name");
        *valuep = parser->lexer.token.text;
        return lexer_advance(&parser->lexer);
}

/* Behind the word ASSOCIATORS or REFERENCES */
int parser_association(Parser *parser)
{
        int r;

        r = parser_keyword(parser, "OF");
        if (!r)
                r = parse_object(parser);
        if (r)
                return r;
        if (parser->lexer.token.kind == TOKEN_END)
                return 0;
        r = parser_keyword(parser, "WHERE");
        while (!r) {
                r = parse_clause(parser);
                if (!r && parser->lexer.token.kind == TOKEN_END)
                        return 0;
        }
        return r;
}
