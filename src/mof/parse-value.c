/*
 * Initialisers, types, qualifiers and their declarations
 */

#include <errno.h>
#include <string.h>

#include "mof/syntax.h"
#include "model/value.h"
#include "util/error.h"
#include "util/text.h"

typedef struct Word {
        const char *text;
        uint32_t value;
} Word;

static const Word type_words[] = {
        { "string", MI_STRING },     { "uint32", MI_UINT32 }, { "uint16", MI_UINT16 }, { "boolean", MI_BOOLEAN },
        { "datetime", MI_DATETIME }, { "uint64", MI_UINT64 }, { "uint8", MI_UINT8 },   { "sint32", MI_SINT32 },
        { "sint64", MI_SINT64 },     { "sint16", MI_SINT16 }, { "sint8", MI_SINT8 },   { "real32", MI_REAL32 },
        { "real64", MI_REAL64 },     { "char16", MI_CHAR16 },
};

/* ToInstance and NotToInstance of mofcomp say nothing here. */
#define FLAVOR_IGNORED 0
#define FLAVOR_AMENDED (1u << 31)

static const Word flavor_words[] = {
        { "EnableOverride", MI_FLAG_ENABLEOVERRIDE },
        { "DisableOverride", MI_FLAG_DISABLEOVERRIDE },
        { "ToSubclass", MI_FLAG_TOSUBCLASS },
        { "Restricted", MI_FLAG_RESTRICTED },
        { "NotToSubclass", MI_FLAG_RESTRICTED },
        { "Translatable", MI_FLAG_TRANSLATABLE },
        { "Amended", FLAVOR_AMENDED },
        { "ToInstance", FLAVOR_IGNORED },
        { "NotToInstance", FLAVOR_IGNORED },
};

static const Word scope_words[] = {
        { "any", MI_FLAG_ANY },
        { "class", MI_FLAG_CLASS },
        { "association", MI_FLAG_ASSOCIATION },
        { "property", MI_FLAG_PROPERTY },
        { "method", MI_FLAG_METHOD },
        { "parameter", MI_FLAG_PARAMETER },
        { "reference", MI_FLAG_REFERENCE },
        { "indication", MI_FLAG_INDICATION },
        { "schema", 0 },
        { "instance", 0 },
        { "qualifier", 0 },
};

static const Word *find_word(const Word *words, size_t count, const MofToken *token)
{
        for (size_t i = 0; i < count; i++)
                if (mof_token_is(token, words[i].text))
                        return &words[i];
        return NULL;
}

bool mof_type_by_name(const MofToken *token, MI_Type *typep)
{
        const Word *word = find_word(type_words, ARRAY_SIZE(type_words), token);

        if (word)
                *typep = (MI_Type)word->value;
        return word;
}

/* Initialisers */

static int take_number(MofParser *parser, Literal *literal)
{
        const MofToken *token = &parser->token;

        literal->is_negative = token->is_negative;
        if (token->kind == MOF_TOKEN_REAL) {
                literal->kind = LITERAL_REAL;
                literal->value.real = token->value.real;
        } else {
                literal->kind = token->kind == MOF_TOKEN_CHARACTER ? LITERAL_CHARACTER : LITERAL_INTEGER;
                literal->value.integer = token->value.integer;
        }
        mof_accept(parser, token->kind);
        return 0;
}

static int take_word(MofParser *parser, Literal *literal, bool *known)
{
        const MofToken *token = &parser->token;

        *known = true;
        if (mof_token_is(token, "true") || mof_token_is(token, "false")) {
                literal->kind = LITERAL_BOOLEAN;
                literal->value.boolean = mof_token_is(token, "true");
                mof_accept(parser, MOF_TOKEN_NAME);
                return 0;
        }
        if (mof_token_is(token, "null")) {
                literal->kind = LITERAL_NULL;
                mof_accept(parser, MOF_TOKEN_NAME);
                return 0;
        }
        if (mof_token_is(token, "instance")) {
                literal->kind = LITERAL_INSTANCE;
                return mof_parse_instance(parser, &literal->value.instance, true);
        }
        *known = false;
        return 0;
}

static int parse_literal(MofParser *parser, Literal *literal)
{
        MofToken *token = &parser->token;
        bool known = false;
        int r;

        literal->line = token->line;
        literal->column = mof_lexer_column(&parser->lexer, token);
        switch (token->kind) {
        case MOF_TOKEN_STRING:
                literal->kind = LITERAL_STRING;
                return mof_take_string(parser, &literal->value.string);
        case MOF_TOKEN_INTEGER:
        case MOF_TOKEN_REAL:
        case MOF_TOKEN_CHARACTER:
                return take_number(parser, literal);
        case MOF_TOKEN_ALIAS:
                literal->kind = LITERAL_ALIAS;
                literal->value.string = mof_text(parser, token->start, (size_t)(token->end - token->start));
                if (!literal->value.string)
                        return error_trace(parser->fatal);
                mof_accept(parser, MOF_TOKEN_ALIAS);
                return 0;
        case MOF_TOKEN_NAME:
                r = take_word(parser, literal, &known);
                if (r || known)
                        return r;
                break;
        }
        return mof_unexpected(parser, "a value (a number, a text, TRUE, FALSE, NULL, $alias or instance of)");
}

/* Values up to `close`, which is taken. Most lists are short: they grow in the nodes' arena by doubling. */
static int parse_list(MofParser *parser, Initializer *initializer, int close, const char *what)
{
        uint32_t room = 0;
        int r;

        if (mof_accept(parser, close))
                return 0;
        for (;;) {
                if (initializer->count == room) {
                        Literal *larger;

                        if (room >= MOF_ARRAY_MAX)
                                return mof_error(parser, NULL, "more than %u elements", MOF_ARRAY_MAX);
                        room = room ? room * 2 : 1;
                        larger = mof_node(parser, room * sizeof(*larger));
                        if (!larger)
                                return error_trace(parser->fatal);
                        if (initializer->count)
                                memcpy(larger, initializer->list, initializer->count * sizeof(*larger));
                        initializer->list = larger;
                }
                r = parse_literal(parser, &initializer->list[initializer->count]);
                if (r)
                        return r;
                initializer->count++;
                if (!mof_accept(parser, ','))
                        return mof_expect(parser, close, what);
        }
}

static int new_initializer(MofParser *parser, Initializer **initializerp)
{
        *initializerp = mof_node(parser, sizeof(**initializerp));
        if (!*initializerp)
                return error_trace(parser->fatal);
        (*initializerp)->where = mof_here(parser);
        return 0;
}

int mof_parse_initializer(MofParser *parser, Initializer **initializerp)
{
        Initializer *initializer;
        int r;

        r = new_initializer(parser, initializerp);
        if (r)
                return r;
        initializer = *initializerp;
        if (mof_accept(parser, '{')) {
                initializer->is_array = true;
                return parse_list(parser, initializer, '}', "',' or '}' after the array's element");
        }

        initializer->list = mof_node(parser, sizeof(*initializer->list));
        if (!initializer->list)
                return error_trace(parser->fatal);
        initializer->count = 1;
        return parse_literal(parser, initializer->list);
}

/* Types */

int mof_parse_type(MofParser *parser, TypeNode *type, bool is_return)
{
        MofToken *token = &parser->token;
        int r;

        *type = (TypeNode){ .where = mof_here(parser) };
        if (token->kind != MOF_TOKEN_NAME)
                return mof_unexpected(parser, is_return ? "a type, or '}'" : "a type");
        if (mof_type_by_name(token, &type->type)) {
                mof_accept(parser, MOF_TOKEN_NAME);
                return 0;
        }
        if (mof_token_is(token, "void")) {
                type->type = MOF_TYPE_VOID;
                mof_accept(parser, MOF_TOKEN_NAME);
                return 0;
        }

        type->type = MI_INSTANCE;
        if (mof_token_is(token, "object")) {
                mof_accept(parser, MOF_TOKEN_NAME);
        } else {
                r = mof_take_name(parser, &type->class_name, "a type");
                if (r)
                        return r;
        }
        if (mof_token_is(&parser->token, "ref")) {
                type->type = MI_REFERENCE;
                mof_accept(parser, MOF_TOKEN_NAME);
        }
        return 0;
}

int mof_parse_subscript(MofParser *parser, TypeNode *type)
{
        if (!mof_accept(parser, '['))
                return 0;
        type->is_array = true;
        if (parser->token.kind == MOF_TOKEN_INTEGER) {
                uint64_t size = parser->token.value.integer;

                if (size == 0 || size > MOF_ARRAY_MAX || parser->token.is_negative)
                        return mof_error(parser, NULL, "expected an array size of 1 to %u", MOF_ARRAY_MAX);
                type->subscript = (uint32_t)size;
                mof_accept(parser, MOF_TOKEN_INTEGER);
        }
        return mof_expect(parser, ']', type->subscript ? "']'" : "']' or the size of the array");
}

/* Qualifiers */

/* Whether there were any. */
static bool take_flavors(MofParser *parser, QualifierNode *node)
{
        const Word *word;
        bool any = false;

        while ((word = find_word(flavor_words, ARRAY_SIZE(flavor_words), &parser->token))) {
                if (word->value == FLAVOR_AMENDED)
                        node->is_amended = true;
                else
                        node->flavor |= word->value;
                mof_accept(parser, MOF_TOKEN_NAME);
                any = true;
        }
        return any;
}

static int parse_qualifier(MofParser *parser, QualifierNode *node)
{
        int r;

        node->where = mof_here(parser);
        node->sequence = ++parser->sequence;
        r = mof_take_name(parser, &node->name, "the name of a qualifier");
        if (r)
                return r;

        if (parser->token.kind == '{') {
                r = mof_parse_initializer(parser, &node->value);
        } else if (parser->token.kind == '(') {
                r = new_initializer(parser, &node->value);
                if (r)
                        return r;
                mof_accept(parser, '(');
                r = parse_list(parser, node->value, ')', "')' after the qualifier's value");
                if (!r && node->value->count == 0)
                        node->value = NULL;
                else if (!r)
                        node->value->is_array = node->value->count > 1;
        }
        if (r || !mof_accept(parser, ':'))
                return r;

        node->has_flavor = true;
        if (!take_flavors(parser, node))
                return mof_unexpected(parser, "a flavor (EnableOverride, DisableOverride, ToSubclass, Restricted, "
                                              "Translatable) after ':'");
        return 0;
}

int mof_parse_qualifiers(MofParser *parser, QualifierList *list)
{
        QualifierNode **tail = &list->first;
        int r;

        *list = (QualifierList){ 0 };
        if (!mof_accept(parser, '['))
                return 0;
        if (mof_accept(parser, ']'))
                return 0;
        for (;;) {
                QualifierNode *node = mof_node(parser, sizeof(*node));

                if (!node)
                        return error_trace(parser->fatal);
                if (list->count >= MOF_QUALIFIERS_MAX)
                        return mof_error(parser, NULL, "more than %u qualifiers", MOF_QUALIFIERS_MAX);
                r = parse_qualifier(parser, node);
                if (r)
                        return r;
                *tail = node;
                tail = &node->next;
                list->count++;

                /* flavors may have commas between them */
                do {
                        if (!mof_accept(parser, ','))
                                return mof_expect(parser, ']', "',' or ']' after a qualifier");
                } while (node->has_flavor && take_flavors(parser, node));
        }
}

/* "(a, b)" behind Scope and Flavor */
static int parse_words(MofParser *parser, const Word *words, size_t count, uint32_t *flagsp, const char *what)
{
        int r;

        r = mof_expect(parser, '(', "'('");
        while (!r) {
                const Word *word = find_word(words, count, &parser->token);

                if (!word)
                        return mof_unexpected(parser, what);
                *flagsp |= word->value & ~FLAVOR_AMENDED;
                mof_accept(parser, MOF_TOKEN_NAME);
                if (mof_accept(parser, ')'))
                        return 0;
                r = mof_expect(parser, ',', "',' or ')'");
        }
        return r;
}

static uint32_t with_default_flavors(uint32_t flavor)
{
        if (!(flavor & (MI_FLAG_ENABLEOVERRIDE | MI_FLAG_DISABLEOVERRIDE)))
                flavor |= MI_FLAG_ENABLEOVERRIDE;
        if (!(flavor & (MI_FLAG_TOSUBCLASS | MI_FLAG_RESTRICTED)))
                flavor |= MI_FLAG_TOSUBCLASS;
        return flavor;
}

static bool same_value(const void *a, const void *b, MI_Type type)
{
        MI_Value left, right;

        if (!a || !b)
                return a == b;
        value_load(&left, a, type);
        value_load(&right, b, type);
        return value_equal(&left, &right, type);
}

/* A second declaration of a qualifier. */
static int repeat_qualifier(MofParser *parser, const MofQualifierDecl *first, const MofQualifierDecl *again)
{
        const MI_QualifierDecl *a = &first->decl, *b = &again->decl;

        if (!parser->options.allow_repeats)
                return mof_error(parser, &again->where, "the qualifier %s is already declared at %s:%u", b->name,
                                 first->where.file, first->where.line);
        if (a->type != b->type || a->scope != b->scope || a->flavor != b->flavor || a->subscript != b->subscript ||
            !same_value(a->value, b->value, (MI_Type)a->type))
                return mof_error(parser, &again->where,
                                 "the qualifier %s is declared otherwise at %s:%u; expected the same declaration",
                                 b->name, first->where.file, first->where.line);
        return 0;
}

static int add_qualifier(MofParser *parser, MofQualifierDecl *qualifier)
{
        MofSchema *schema = parser->schema;
        const MofQualifierDecl *first = str_map_get(&schema->qualifiers_by_name, qualifier->decl.name);
        int r;

        if (first)
                return repeat_qualifier(parser, first, qualifier);
        r = str_map_add(&schema->qualifiers_by_name, qualifier->decl.name, qualifier);
        if (r < 0)
                return error_trace(r);
        return mof_append(parser, &schema->qualifiers, &schema->n_qualifiers, &parser->qualifiers_room, qualifier);
}

/* ", Scope(...), Flavor(...)" in any order */
static int parse_scope_and_flavor(MofParser *parser, uint32_t *scopep, uint32_t *flavorp)
{
        int r = 0;

        while (!r && mof_accept(parser, ',')) {
                if (mof_token_is(&parser->token, "scope")) {
                        mof_accept(parser, MOF_TOKEN_NAME);
                        r = parse_words(parser, scope_words, ARRAY_SIZE(scope_words), scopep,
                                        "a scope (any, class, association, indication, property, reference, method, "
                                        "parameter)");
                } else if (mof_token_is(&parser->token, "flavor")) {
                        mof_accept(parser, MOF_TOKEN_NAME);
                        r = parse_words(parser, flavor_words, ARRAY_SIZE(flavor_words), flavorp,
                                        "a flavor (EnableOverride, DisableOverride, ToSubclass, Restricted, "
                                        "Translatable)");
                } else {
                        r = mof_unexpected(parser, "Scope(...) or Flavor(...)");
                }
        }
        return r;
}

int mof_parse_qualifier_decl(MofParser *parser)
{
        MofQualifierDecl *qualifier = mof_alloc(parser, sizeof(*qualifier));
        Initializer *initializer = NULL;
        TypeNode type = { 0 };
        uint32_t scope = 0, flavor = 0;
        MI_Value *value = NULL;
        int r;

        if (!qualifier)
                return error_trace(parser->fatal);
        mof_accept(parser, MOF_TOKEN_NAME);
        qualifier->where = mof_here(parser);
        qualifier->sequence = ++parser->sequence;

        r = mof_take_name(parser, &qualifier->decl.name, "the name of the qualifier");
        if (!r)
                r = mof_expect(parser, ':', "':' and the qualifier's type");
        if (!r && !mof_type_by_name(&parser->token, &type.type))
                r = mof_unexpected(parser, "the type of the qualifier");
        if (r)
                return r;
        mof_accept(parser, MOF_TOKEN_NAME);
        r = mof_parse_subscript(parser, &type);
        if (!r && mof_accept(parser, '='))
                r = mof_parse_initializer(parser, &initializer);
        if (!r)
                r = parse_scope_and_flavor(parser, &scope, &flavor);
        if (!r)
                r = mof_expect(parser, ';', "',' or ';' after the qualifier's declaration");
        if (!r && initializer)
                r = mof_convert(parser, initializer, type.type | (type.is_array ? MI_ARRAY : 0), qualifier->decl.name,
                                &value);
        if (r)
                return r;

        qualifier->is_array = type.is_array;
        qualifier->has_flavor = flavor;
        qualifier->decl.type = (MI_Uint32)type.type | (type.is_array ? MI_ARRAY : 0);
        qualifier->decl.scope = scope ? scope : MI_FLAG_ANY;
        qualifier->decl.flavor = with_default_flavors(flavor);
        qualifier->decl.subscript = type.subscript;
        qualifier->decl.value = value;
        return add_qualifier(parser, qualifier);
}
