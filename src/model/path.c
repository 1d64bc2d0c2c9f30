#include <errno.h>
#include <string.h>

#include "model/decl.h"
#include "model/instance.h"
#include "model/path.h"
#include "model/print.h"
#include "model/value.h"
#include "util/error.h"
#include "util/number.h"
#include "util/text.h"

static bool has_key_flags(const MI_Instance *instance)
{
        Element element;

        for (uint32_t i = 0; instance_element(instance, i, &element); i++) {
                if (element.flags & MI_FLAG_KEY)
                        return true;
        }
        return false;
}

static int print_path(Buffer *buffer, const MI_Instance *instance, unsigned depth);

static int print_key(Buffer *buffer, const Element *element, unsigned depth)
{
        Buffer inner = BUFFER_INIT;
        const char *text;
        int r;

        if (element->type != MI_REFERENCE && element->type != MI_INSTANCE)
                return value_print(buffer, &element->value, element->type, PRINT_QUOTED);
        r = print_path(&inner, element->value.reference, depth + 1);
        text = r == 0 ? buffer_text(&inner) : NULL;
        if (text)
                r = string_print_quoted(buffer, text);
        else if (r == 0)
                r = -ENOMEM;
        buffer_deinit(&inner);
        return r;
}

static int print_path(Buffer *buffer, const MI_Instance *instance, unsigned depth)
{
        bool by_flag, any = false;
        Element element;
        int r;

        /* each level doubles the backslashes of those within */
        if (!instance || depth > 4)
                return -EINVAL;
        if (instance->serverName && instance->nameSpace)
                buffer_printf(buffer, "//%s/", instance->serverName);
        if (instance->nameSpace)
                buffer_printf(buffer, "%s:", instance->nameSpace);
        buffer_append_string(buffer, instance_class_name(instance));

        by_flag = has_key_flags(instance);
        for (uint32_t i = 0; instance_element(instance, i, &element); i++) {
                if (element.is_null || type_is_array(element.type) || (by_flag && !(element.flags & MI_FLAG_KEY)))
                        continue;
                buffer_append_char(buffer, any ? ',' : '.');
                buffer_append_string(buffer, element.name);
                buffer_append_char(buffer, '=');
                r = print_key(buffer, &element, depth);
                if (r < 0)
                        return r;
                any = true;
        }
        if (!any)
                buffer_append_string(buffer, "=@");
        return buffer->failed ? -ENOMEM : 0;
}

int path_print(Buffer *buffer, const MI_Instance *instance)
{
        int r = print_path(buffer, instance, 0);

        if (r < 0)
                return r;
        return buffer_text(buffer) ? 0 : -ENOMEM;
}

typedef struct PathParser {
        const char *at;
        Arena *arena;
        const char *why;
        unsigned depth;
} PathParser;

static int syntax(PathParser *parser, const char *why)
{
        parser->why = why;
        return PATH_SYNTAX;
}

static char *take(PathParser *parser, size_t length)
{
        char *text = arena_strndup(parser->arena, parser->at, length);

        parser->at += length;
        return text;
}

/* A quoted string: the text without quotes and escapes */
static int parse_quoted(PathParser *parser, char **textp)
{
        char quote = *parser->at++, *text, *to;

        text = arena_alloc(parser->arena, strlen(parser->at) + 1);
        if (!text)
                return error_origin(-ENOMEM);
        for (to = text; *parser->at != quote; parser->at++) {
                static const char escapes[] = "b\bt\tn\nf\fr\r";
                const char *found;

                if (*parser->at == '\\' && parser->at[1]) {
                        parser->at++;
                        if (*parser->at == 'x' && strspn(parser->at + 1, "0123456789abcdefABCDEF") >= 4) {
                                char digits[7] = "0x";
                                uint64_t code = 0;

                                memcpy(digits + 2, parser->at + 1, 4);
                                if (number_parse_uint64(&code, digits) < 0 || code == 0 || code >= 0x80)
                                        return syntax(parser, "an escaped character that is not ASCII");
                                *to++ = (char)code;
                                parser->at += 4;
                                continue;
                        }
                        found = strchr(escapes, *parser->at);
                        *to++ = found && (found - escapes) % 2 == 0 ? found[1] : *parser->at;
                } else if (*parser->at) {
                        *to++ = *parser->at;
                } else {
                        return syntax(parser, "a string without its closing quote");
                }
        }
        parser->at++;
        *to = '\0';
        *textp = text;
        return 0;
}

static int parse_path(PathParser *parser, MI_Instance **instancep, const char *text, const MI_ClassDecl *decl);

/* The value as the declaration types it */
static int typed_value(PathParser *parser, MI_Value *value, MI_Type type, const char *text)
{
        const char *outer = parser->at;
        int r;

        if (type == MI_REFERENCE) {
                if (++parser->depth > VALUE_DEPTH_MAX)
                        return syntax(parser, "references nested too deeply");
                r = parse_path(parser, &value->reference, text, NULL);
                parser->depth--;
                if (r == 0)
                        parser->at = outer;
                return r;
        }
        r = value_parse(value, type, text);
        switch (r) {
        case 0:
                return 0;
        case VALUE_RANGE:
                return syntax(parser, "a key value that does not fit its type");
        default:
                return syntax(parser, "a key value that is not of its type");
        }
}

static MI_Type guess_type(const char *text)
{
        uint64_t positive;
        int64_t integer;
        double real;

        if (ascii_equal(text, "true") || ascii_equal(text, "false"))
                return MI_BOOLEAN;
        if (number_parse_int64(&integer, text) == 0)
                return MI_SINT64;
        if (number_parse_uint64(&positive, text) == 0)
                return MI_UINT64;
        return number_parse_real64(&real, text) == 0 ? MI_REAL64 : MI_STRING;
}

static int parse_key(PathParser *parser, MI_Instance *instance, const MI_ClassDecl *decl)
{
        size_t length = strcspn(parser->at, "=,");
        MI_Type type = MI_STRING;
        MI_Value value = { 0 };
        MI_Result result;
        char *name, *text = NULL;
        bool quoted;
        int index, r;

        if (!length || parser->at[length] != '=')
                return syntax(parser, "a key without a value");
        name = take(parser, length);
        if (!name)
                return error_origin(-ENOMEM);
        if (!text_is_identifier(name))
                return syntax(parser, "a key's name that is no identifier");
        parser->at++;
        quoted = *parser->at == '"' || *parser->at == '\'';
        if (quoted) {
                r = parse_quoted(parser, &text);
                if (r)
                        return r;
        } else {
                text = take(parser, strcspn(parser->at, ","));
                if (!text)
                        return error_origin(-ENOMEM);
                if (!*text)
                        return syntax(parser, "a key without a value");
        }

        if (decl) {
                index = decl_find_property(decl, name);
                if (index < 0)
                        return syntax(parser, "a key that the class does not have");
                type = (MI_Type)decl->properties[index]->type;
                if (type_is_array(type) || type == MI_INSTANCE)
                        return syntax(parser, "a property that cannot be a key");
        } else if (!quoted) {
                type = guess_type(text);
                if (type == MI_STRING)
                        return syntax(parser, "a value without quotes that is neither number nor boolean");
        }
        r = typed_value(parser, &value, type, text);
        if (r)
                return r;
        result = MI_Instance_AddElement(instance, name, &value, type,
                                        MI_FLAG_PROPERTY | MI_FLAG_KEY |
                                                (type == MI_REFERENCE ? (MI_Uint32)MI_FLAG_ADOPT : 0));
        if (result == MI_RESULT_OK)
                return 0;
        if (type == MI_REFERENCE)
                instance_delete(value.reference);
        return result == MI_RESULT_ALREADY_EXISTS ? syntax(parser, "the same key twice") : error_origin(-ENOMEM);
}

/* `//server/name/space:` or `name/space:` */
static int parse_prefix(PathParser *parser, char **serverp, char **name_spacep)
{
        size_t length = strcspn(parser->at, ":.=\"'");

        if (parser->at[length] != ':')
                return strncmp(parser->at, "//", 2) == 0 ? syntax(parser, "a server without a namespace") : 0;
        if (strncmp(parser->at, "//", 2) == 0) {
                size_t server;

                parser->at += 2;
                server = strcspn(parser->at, "/:");
                if (!server || parser->at[server] != '/')
                        return syntax(parser, "a server without a namespace");
                *serverp = take(parser, server);
                parser->at++;
                length = strcspn(parser->at, ":");
        }
        if (!length)
                return syntax(parser, "an empty namespace");
        *name_spacep = take(parser, length);
        parser->at++;
        return *name_spacep ? 0 : error_origin(-ENOMEM);
}

static int parse_path(PathParser *parser, MI_Instance **instancep, const char *text, const MI_ClassDecl *decl)
{
        _cleanup_(instance_deletep) MI_Instance *instance = NULL;
        char *server = NULL, *name_space = NULL, *class_name;
        int r;

        parser->at = text;
        r = parse_prefix(parser, &server, &name_space);
        if (r)
                return r;
        class_name = take(parser, strcspn(parser->at, ".="));
        if (!class_name)
                return error_origin(-ENOMEM);
        if (!text_is_identifier(class_name))
                return syntax(parser, "no class name");
        r = instance_new_dynamic(&instance, class_name, MI_FLAG_CLASS);
        if (r < 0)
                return r;
        if ((name_space && MI_Instance_SetNameSpace(instance, name_space) != MI_RESULT_OK) ||
            (server && MI_Instance_SetServerName(instance, server) != MI_RESULT_OK))
                return error_origin(-ENOMEM);

        if (strcmp(parser->at, "=@") == 0) {
                parser->at += 2;
        } else if (*parser->at == '.') {
                unsigned keys = 0;

                do {
                        parser->at++;
                        if (++keys > PATH_KEYS_MAX)
                                return syntax(parser, "too many keys");
                        r = parse_key(parser, instance, decl);
                        if (r)
                                return r;
                } while (*parser->at == ',');
        }
        if (*parser->at)
                return syntax(parser, "something that is not part of a path");
        *instancep = steal(&instance);
        return 0;
}

int path_parse(MI_Instance **instancep, const char *text, const MI_ClassDecl *decl, const char **whyp)
{
        char chunk[1024];
        Arena arena;
        PathParser parser = { .at = text, .arena = &arena };
        int r;

        if (strlen(text) > PATH_SIZE_MAX) {
                *whyp = "a path that is too long";
                return PATH_SYNTAX;
        }
        arena_init_static(&arena, chunk, sizeof(chunk));
        r = parse_path(&parser, instancep, text, decl);
        arena_deinit(&arena);
        if (r == PATH_SYNTAX)
                *whyp = parser.why;
        return r;
}
