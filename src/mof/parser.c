#include "mof/parse.h"

#include <errno.h>
#include <stdarg.h>
#include <string.h>

#include "mof/syntax.h"
#include "util/error.h"
#include "util/text.h"

int mof_parser_new(MofParser **parserp, const MofOptions *options)
{
        _cleanup_(mof_parser_freep) MofParser *parser = NULL;

        parser = calloc(1, sizeof(*parser));
        if (!parser)
                return error_origin(-ENOMEM);
        if (options)
                parser->options = *options;
        arena_init(&parser->nodes, 0);
        buffer_init(&parser->scratch, 0);
        str_map_init(&parser->class_nodes, true);
        str_map_init(&parser->aliases, true);
        str_map_init(&parser->warned, true);
        parser->classes_tail = &parser->classes;
        parser->instances_tail = &parser->instances;

        parser->schema = calloc(1, sizeof(*parser->schema));
        if (!parser->schema)
                return error_origin(-ENOMEM);
        arena_init(&parser->schema->arena, 0);
        str_map_init(&parser->schema->classes_by_name, true);
        str_map_init(&parser->schema->qualifiers_by_name, true);
        parser->arena = &parser->schema->arena;

        *parserp = steal(&parser);
        return 0;
}

MofParser *mof_parser_free(MofParser *parser)
{
        if (!parser)
                return NULL;

        for (MofSource *source = parser->sources, *next; source; source = next) {
                next = source->next;
                mof_source_free(source);
        }
        str_map_deinit(&parser->class_nodes);
        str_map_deinit(&parser->aliases);
        str_map_deinit(&parser->warned);
        buffer_deinit(&parser->scratch);
        arena_deinit(&parser->nodes);
        mof_schema_free(parser->schema);
        free(parser);
        return NULL;
}

bool mof_is_stopped(const MofParser *parser)
{
        return parser->fatal < 0 || parser->schema->messages.errors >= MOF_ERRORS_MAX;
}

MofWhere mof_here(MofParser *parser)
{
        return (MofWhere){ .file = parser->source->name,
                           .line = parser->token.line,
                           .column = mof_lexer_column(&parser->lexer, &parser->token) };
}

static int message(MofParser *parser, MofSeverity severity, const MofWhere *where, const char *format, va_list args)
        _printf_(4, 0);

static int message(MofParser *parser, MofSeverity severity, const MofWhere *where, const char *format, va_list args)
{
        MofWhere here = where ? *where : mof_here(parser);
        const char *line = NULL, *line_end = NULL;
        int r;

        for (const MofSource *source = parser->sources; source && here.line > 0; source = source->next)
                if (source->name == here.file) {
                        line = mof_source_line(source, here.line, &line_end);
                        break;
                }

        r = mof_message_add(&parser->schema->messages, parser->arena, severity, &here, parser->class_name, line,
                            line_end, format, args);
        if (r < 0)
                parser->fatal = r;
        return r;
}

int mof_error(MofParser *parser, const MofWhere *where, const char *format, ...)
{
        va_list args;
        int r;

        va_start(args, format);
        r = message(parser, MOF_ERROR, where, format, args);
        va_end(args);
        return r < 0 ? error_trace(r) : MOF_FAILED;
}

int mof_warning(MofParser *parser, const MofWhere *where, const char *format, ...)
{
        va_list args;
        int r = 0;

        if (parser->options.no_warnings) {
                parser->schema->messages.warnings++;
                return 0;
        }
        va_start(args, format);
        r = message(parser, MOF_WARNING, where, format, args);
        va_end(args);
        return error_trace(r);
}

int mof_complaint(MofParser *parser, const MofWhere *where, const char *format, ...)
{
        va_list args;
        int r = 0;

        if (parser->options.no_warnings && !parser->options.is_strict) {
                parser->schema->messages.warnings++;
                return 0;
        }
        va_start(args, format);
        r = message(parser, parser->options.is_strict ? MOF_ERROR : MOF_WARNING, where, format, args);
        va_end(args);
        return r < 0 ? error_trace(r) : parser->options.is_strict ? MOF_FAILED : 0;
}

/* Memory */

void *mof_alloc(MofParser *parser, size_t size)
{
        void *memory = NULL;

        if (parser->fatal < 0)
                return NULL;
        if (parser->arena->total + parser->nodes.total <= MOF_MEMORY_MAX)
                memory = arena_zalloc(parser->arena, size);
        if (!memory)
                parser->fatal = error_origin(-ENOMEM);
        return memory;
}

void *mof_node(MofParser *parser, size_t size)
{
        void *memory = NULL;

        if (parser->fatal < 0)
                return NULL;
        if (parser->arena->total + parser->nodes.total <= MOF_MEMORY_MAX)
                memory = arena_zalloc(&parser->nodes, size);
        if (!memory)
                parser->fatal = error_origin(-ENOMEM);
        return memory;
}

char *mof_text(MofParser *parser, const char *text, size_t length)
{
        char *copy;

        if (parser->fatal < 0)
                return NULL;
        copy = arena_strndup(parser->arena, text, length);
        if (!copy)
                parser->fatal = error_origin(-ENOMEM);
        return copy;
}

int mof_append(MofParser *parser, void *listp, uint32_t *countp, size_t *roomp, void *item)
{
        void **list = *(void ***)listp;

        if (*countp == *roomp) {
                size_t room = *roomp ? *roomp * 2 : 16;
                void **larger = mof_alloc(parser, room * sizeof(*larger));

                if (!larger)
                        return error_trace(parser->fatal);
                if (*countp)
                        memcpy(larger, list, *countp * sizeof(*larger));
                *(void ***)listp = list = larger;
                *roomp = room;
        }
        list[(*countp)++] = item;
        return 0;
}

/* Tokens */

int mof_next(MofParser *parser)
{
        mof_lexer_next(&parser->lexer, &parser->token);
        if (parser->token.kind == MOF_TOKEN_BAD)
                return mof_error(parser, NULL, "%s", parser->token.trouble);
        return 0;
}

bool mof_accept(MofParser *parser, int kind)
{
        if (parser->token.kind != kind)
                return false;
        parser->depth += (kind == '{') - (kind == '}');
        /* a bad token is told of by whoever does not expect it */
        mof_lexer_next(&parser->lexer, &parser->token);
        return true;
}

int mof_unexpected(MofParser *parser, const char *expected)
{
        const MofToken *token = &parser->token;
        int length = (int)MIN(token->end - token->start, 40);

        switch (token->kind) {
        case MOF_TOKEN_BAD:
                return mof_error(parser, NULL, "%s", token->trouble);
        case MOF_TOKEN_END:
                return mof_error(parser, NULL, "expected %s, found the end of the file", expected);
        case MOF_TOKEN_STRING:
                return mof_error(parser, NULL, "expected %s, found a string", expected);
        default:
                return mof_error(parser, NULL, "expected %s, found '%.*s'", expected, length, token->start);
        }
}

int mof_expect(MofParser *parser, int kind, const char *what)
{
        if (mof_accept(parser, kind))
                return 0;
        return mof_unexpected(parser, what);
}

int mof_take_name(MofParser *parser, const char **namep, const char *what)
{
        size_t length = (size_t)(parser->token.end - parser->token.start);

        if (parser->token.kind != MOF_TOKEN_NAME)
                return mof_unexpected(parser, what);
        if (length > MOF_NAME_MAX)
                return mof_error(parser, NULL, "the name is longer than %u bytes", MOF_NAME_MAX);
        *namep = mof_text(parser, parser->token.start, length);
        if (!*namep)
                return error_trace(parser->fatal);
        mof_accept(parser, MOF_TOKEN_NAME);
        return 0;
}

int mof_take_string(MofParser *parser, const char **textp)
{
        Buffer *buffer = &parser->scratch;

        buffer_clear(buffer);
        if (parser->token.kind != MOF_TOKEN_STRING)
                return mof_unexpected(parser, "a string");

        do {
                const char *at = NULL;
                const char *trouble = mof_token_unescape(&parser->token, buffer, &at);

                if (trouble) {
                        MofWhere where = mof_here(parser);

                        for (const char *p = parser->token.start; p < at; p++)
                                where.column += ((unsigned char)*p & 0xC0) != 0x80;
                        return mof_error(parser, &where, "%s", trouble);
                }
        } while (mof_accept(parser, MOF_TOKEN_STRING) && parser->token.kind == MOF_TOKEN_STRING);

        if (buffer->failed)
                return error_origin(-ENOMEM);
        *textp = mof_text(parser, buffer->size ? buffer->data : "", buffer->size);
        return *textp ? 0 : error_trace(parser->fatal);
}

/* Files */

static int parse_declaration(MofParser *parser)
{
        QualifierList qualifiers = { 0 };
        int r;

        parser->class_name = NULL;
        if (parser->token.kind == MOF_TOKEN_PRAGMA)
                return mof_parse_pragma(parser);
        if (mof_accept(parser, ';')) /* stray, as after an include */
                return 0;
        if (mof_token_is(&parser->token, "qualifier"))
                return mof_parse_qualifier_decl(parser);

        r = mof_parse_qualifiers(parser, &qualifiers);
        if (r)
                return r;
        if (mof_token_is(&parser->token, "class"))
                return mof_parse_class(parser, &qualifiers);
        if (mof_token_is(&parser->token, "instance")) {
                InstanceNode *node;

                return mof_parse_instance(parser, &node, false);
        }
        return mof_unexpected(parser, qualifiers.count ? "class or instance after the qualifiers"
                                                       : "class, instance, qualifier or #pragma");
}

static int remember_file(MofParser *parser, const MofSource *source)
{
        MofSchema *schema = parser->schema;

        schema->bytes += source->size;
        return mof_append(parser, &schema->files, &schema->n_files, &parser->files_room, (void *)source->name);
}

/* Reads all declarations of the source, which becomes the parser's. Included ones come through here again. */
int mof_read_source(MofParser *parser, MofSource *source)
{
        MofSource *outer_source = parser->source;
        MofLexer outer_lexer = parser->lexer;
        MofToken outer_token = parser->token;
        int outer_depth = parser->depth;
        uint32_t errors = parser->schema->messages.errors;
        int r;

        source->next = parser->sources;
        parser->sources = source;
        parser->source = source;
        r = remember_file(parser, source);
        if (r)
                return r;

        parser->depth = 0;
        mof_lexer_init(&parser->lexer, source->text, source->size);
        mof_lexer_next(&parser->lexer, &parser->token);
        while (parser->token.kind != MOF_TOKEN_END && !mof_is_stopped(parser)) {
                r = parse_declaration(parser);
                if (r < 0)
                        parser->fatal = r;
                else if (r)
                        mof_recover(parser, 0);
        }
        parser->class_name = NULL;

        parser->source = outer_source;
        parser->lexer = outer_lexer;
        parser->token = outer_token;
        parser->depth = outer_depth;
        if (parser->fatal < 0)
                return error_trace(parser->fatal);
        return parser->schema->messages.errors > errors ? MOF_FAILED : 0;
}

static int read_top(MofParser *parser, MofSource *source)
{
        parser->namespace_name = NULL;
        return mof_read_source(parser, source);
}

int mof_parser_read_file(MofParser *parser, const char *path)
{
        MofSource *source;
        int r;

        r = mof_source_from_file(parser, path, &source);
        return r ? r : read_top(parser, source);
}

int mof_parser_read_text(MofParser *parser, const char *name, const char *folder, const void *text, size_t size)
{
        MofSource *source;
        int r;

        r = mof_source_from_text(parser, name, folder ? folder : ".", text, size, &source);
        return r ? r : read_top(parser, source);
}

int mof_parser_finish(MofParser *parser, MofSchema **schemap)
{
        int r;

        *schemap = NULL;
        if (parser->is_finished)
                return error_origin(-EINVAL);
        parser->is_finished = true;

        r = mof_is_stopped(parser) ? MOF_FAILED : mof_resolve(parser);
        if (r < 0 || parser->fatal < 0)
                return error_trace(parser->fatal < 0 ? parser->fatal : r);
        *schemap = steal(&parser->schema);
        return (*schemap)->messages.errors > 0 ? MOF_FAILED : 0;
}

int mof_read_files(MofSchema **schemap, const MofOptions *options, const char *const *paths, uint32_t n_paths)
{
        _cleanup_(mof_parser_freep) MofParser *parser = NULL;
        int r;

        *schemap = NULL;
        r = mof_parser_new(&parser, options);
        for (uint32_t i = 0; r >= 0 && i < n_paths; i++)
                r = mof_parser_read_file(parser, paths[i]);
        return r < 0 ? error_trace(r) : mof_parser_finish(parser, schemap);
}

int mof_read_text(MofSchema **schemap, const MofOptions *options, const char *name, const char *text, size_t size)
{
        _cleanup_(mof_parser_freep) MofParser *parser = NULL;
        int r;

        *schemap = NULL;
        r = mof_parser_new(&parser, options);
        if (r >= 0)
                r = mof_parser_read_text(parser, name, NULL, text, size);
        return r < 0 ? error_trace(r) : mof_parser_finish(parser, schemap);
}
