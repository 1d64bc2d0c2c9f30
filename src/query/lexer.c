#include "query/lexer.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "query/number-text.h"
#include "util/error.h"
#include "util/text.h"

/* How much of a token a message shows */
#define SHOWN_MAX 40

int query_fail(QueryError *error, int answer, unsigned int column, const char *format, ...)
{
        size_t used = 0;
        va_list args;
        int n;

        error->result =
                answer == QUERY_LANGUAGE_UNKNOWN ? MI_RESULT_QUERY_LANGUAGE_NOT_SUPPORTED : MI_RESULT_INVALID_QUERY;
        error->column = column;
        if (column > 0) {
                n = snprintf(error->message, sizeof(error->message), "column %u: ", column);
                used = (size_t)n;
        }
        va_start(args, format);
        vsnprintf(error->message + used, sizeof(error->message) - used, format, args);
        va_end(args);

        /* A cut in the middle of a character would make the message no text at all. */
        used = strlen(error->message);
        while (used > 0 && !utf8_valid(error->message, used))
                used--;
        error->message[used] = 0;
        return answer;
}

/* Counts on from the current token: from the start each time would be quadratic in the length of the query. */
static unsigned int column_of(const Lexer *lexer, const char *position)
{
        unsigned int column = lexer->token.column;

        for (const char *c = lexer->token.start; c < position; c++)
                if (((unsigned char)*c & 0xc0) != 0x80)
                        column++;
        return column;
}

const char *token_describe(const Token *token, char *buffer, size_t size)
{
        size_t shown = MIN(token->length, (size_t)SHOWN_MAX);

        if (token->kind == TOKEN_END)
                return "the end of the query";
        while (shown < token->length && shown > 0 && ((unsigned char)token->start[shown] & 0xc0) == 0x80)
                shown--;
        snprintf(buffer, size, "`%.*s%s'", (int)shown, token->start, shown < token->length ? "..." : "");
        return buffer;
}

int lexer_expected(Lexer *lexer, const char *what)
{
        char shown[SHOWN_MAX * 2];

        return query_fail(lexer->error, QUERY_INVALID, lexer->token.column, "expected %s, found %s", what,
                          token_describe(&lexer->token, shown, sizeof(shown)));
}

bool lexer_is(const Lexer *lexer, const char *keyword)
{
        return lexer->token.kind == TOKEN_NAME && ascii_equal(lexer->token.text, keyword);
}

static bool starts_name(char c)
{
        return ascii_is_alpha(c) || c == '_' || ((unsigned char)c & 0x80);
}

static bool continues_name(char c)
{
        return starts_name(c) || ascii_is_digit(c);
}

static int lex_name(Lexer *lexer, Token *token)
{
        const char *end = token->start;

        while (continues_name(*end))
                end++;
        token->kind = TOKEN_NAME;
        token->length = (size_t)(end - token->start);
        token->text = arena_strndup(lexer->arena, token->start, token->length);
        return token->text ? 0 : error_origin(-ENOMEM);
}

static int hex_value(char c)
{
        if (ascii_is_digit(c))
                return c - '0';
        c = ascii_lower(c);
        return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* CQL's \uXXXX; a surrogate or NUL has no place in a string. */
static int unescape_unicode(Lexer *lexer, const char **inp, char **outp)
{
        const char *in = *inp;
        char *out = *outp;
        uint32_t character = 0;

        for (int i = 0; i < 4; i++) {
                int digit = hex_value(in[i]);

                if (digit < 0)
                        return query_fail(lexer->error, QUERY_INVALID, column_of(lexer, in),
                                          "expected four hexadecimal digits after \\u");
                character = character * 16 + (uint32_t)digit;
        }
        if (character == 0 || (character >= 0xd800 && character <= 0xdfff))
                return query_fail(lexer->error, QUERY_INVALID, column_of(lexer, in), "\\u%.4s is not a character", in);

        if (character < 0x80) {
                *out++ = (char)character;
        } else if (character < 0x800) {
                *out++ = (char)(0xc0 | character >> 6);
                *out++ = (char)(0x80 | (character & 0x3f));
        } else {
                *out++ = (char)(0xe0 | character >> 12);
                *out++ = (char)(0x80 | (character >> 6 & 0x3f));
                *out++ = (char)(0x80 | (character & 0x3f));
        }
        *inp = in + 4;
        *outp = out;
        return 0;
}

/*
 * One escape, `*inp` behind the backslash. WQL knows \\ \' \" only, and a backslash before anything else stands for itself: clients
 * in the field write paths without doubling it. CQL has the escapes of MOF.
 */
static int unescape(Lexer *lexer, const char **inp, char **outp)
{
        static const char from[] = "btnfr";
        static const char to[] = "\b\t\n\f\r";
        char c = **inp;

        if (c == '\\' || c == '\'' || c == '"') {
                *(*outp)++ = c;
                (*inp)++;
                return 0;
        }
        if (lexer->dialect == QUERY_CQL && c) {
                const char *known = strchr(from, c);

                if (known) {
                        *(*outp)++ = to[known - from];
                        (*inp)++;
                        return 0;
                }
                if (c == 'u') {
                        (*inp)++;
                        return unescape_unicode(lexer, inp, outp);
                }
        }
        *(*outp)++ = '\\';
        return 0;
}

/* The closing quote of the string that opens at `start`, or NULL */
static const char *string_end(const char *start)
{
        const char quote = *start;

        for (const char *in = start + 1; *in; in++) {
                if (*in == '\\' && in[1])
                        in++;
                else if (*in == quote && in[1] == quote)
                        in++;
                else if (*in == quote)
                        return in;
        }
        return NULL;
}

static int lex_string(Lexer *lexer, Token *token)
{
        const char *in = token->start + 1;
        const char *end = string_end(token->start);
        char *text, *out;
        int r;

        if (!end)
                return query_fail(lexer->error, QUERY_INVALID, token->column,
                                  "this string has no end: expected a closing %c", *token->start);

        /* Nothing grows by being unescaped: \u takes six bytes and gives three at most. */
        text = out = arena_alloc(lexer->arena, (size_t)(end - in) + 1);
        if (!text)
                return error_origin(-ENOMEM);
        while (in < end) {
                if (*in == '\\') {
                        in++;
                        r = unescape(lexer, &in, &out);
                        if (r)
                                return r;
                        continue;
                }
                if (*in == *end)
                        in++;
                *out++ = *in++;
        }
        *out = 0;
        token->kind = TOKEN_STRING;
        token->length = (size_t)(end + 1 - token->start);
        token->text = text;
        token->literal.kind = QUERY_LITERAL_STRING;
        token->literal.string = text;
        return 0;
}

/* What stands between braces, to the brace that closes them outside of quotes. */
static int lex_object(Lexer *lexer, Token *token)
{
        const char *in = token->start + 1;
        char quote = 0;

        for (; *in; in++) {
                if (quote) {
                        if (*in == '\\' && in[1])
                                in++;
                        else if (*in == quote)
                                quote = 0;
                } else if (*in == '"' || *in == '\'') {
                        quote = *in;
                } else if (*in == '}') {
                        break;
                }
        }
        if (!*in)
                return query_fail(lexer->error, QUERY_INVALID, token->column,
                                  "this object has no end: expected a closing }");
        token->kind = TOKEN_OBJECT;
        token->length = (size_t)(in + 1 - token->start);
        token->text = arena_strndup(lexer->arena, token->start + 1, token->length - 2);
        return token->text ? 0 : error_origin(-ENOMEM);
}

static int lex_number(Lexer *lexer, Token *token)
{
        const char *end;
        int r;

        r = number_text_parse(token->start, &end, &token->literal);
        if (r == NUMBER_TEXT_RANGE)
                return query_fail(lexer->error, QUERY_INVALID, token->column, "this number does not fit into 64 bits");
        if (r || continues_name(*end))
                return query_fail(lexer->error, QUERY_INVALID, token->column, "expected a number");
        token->kind = token->literal.kind == QUERY_LITERAL_REAL ? TOKEN_REAL : TOKEN_INTEGER;
        token->length = (size_t)(end - token->start);
        return 0;
}

static bool starts_number(const char *c)
{
        if (*c == '-' || *c == '+')
                c++;
        return ascii_is_digit(*c) || (*c == '.' && ascii_is_digit(c[1]));
}

static int lex_sign(Lexer *lexer, Token *token)
{
        static const struct {
                const char *text;
                TokenKind kind;
        } signs[] = {
                { "<>", TOKEN_NOT_EQUAL },     { "!=", TOKEN_NOT_EQUAL }, { "<=", TOKEN_LESS_EQUAL },
                { ">=", TOKEN_GREATER_EQUAL }, { "::", TOKEN_SCOPE },     { "=", TOKEN_EQUAL },
                { "<", TOKEN_LESS },           { ">", TOKEN_GREATER },    { "(", TOKEN_OPEN },
                { ")", TOKEN_CLOSE },          { "[", TOKEN_OPEN_INDEX }, { "]", TOKEN_CLOSE_INDEX },
                { ",", TOKEN_COMMA },          { ".", TOKEN_DOT },        { "*", TOKEN_STAR },
        };

        for (size_t i = 0; i < ARRAY_SIZE(signs); i++) {
                size_t length = strlen(signs[i].text);

                if (strncmp(token->start, signs[i].text, length) == 0) {
                        token->kind = signs[i].kind;
                        token->length = length;
                        return 0;
                }
        }
        return query_fail(lexer->error, QUERY_INVALID, token->column, "`%c' has no meaning here", *token->start);
}

int lexer_advance(Lexer *lexer)
{
        Token token = { 0 };
        int r = 0;

        while (ascii_is_space(*lexer->next))
                lexer->next++;
        token.start = lexer->next;
        token.column = column_of(lexer, token.start);

        if (!*token.start)
                token.kind = TOKEN_END;
        else if (starts_name(*token.start))
                r = lex_name(lexer, &token);
        else if (*token.start == '\'' || *token.start == '"')
                r = lex_string(lexer, &token);
        else if (*token.start == '{')
                r = lex_object(lexer, &token);
        else if (starts_number(token.start))
                r = lex_number(lexer, &token);
        else
                r = lex_sign(lexer, &token);
        if (r)
                return r;

        lexer->next = token.start + token.length;
        lexer->token = token;
        return 0;
}

int lexer_init(Lexer *lexer, Arena *arena, QueryDialect dialect, const char *text, unsigned int column_base,
               QueryError *error)
{
        *lexer = (Lexer){
                .arena = arena,
                .dialect = dialect,
                .text = text,
                .next = text,
                .error = error,
                .token = { .start = text, .column = 1 + column_base },
        };
        return lexer_advance(lexer);
}
