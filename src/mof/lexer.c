#include "mof/lexer.h"

#include <string.h>

#include "util/number.h"
#include "util/text.h"

/* Longest number that is read: digits of a real beyond that say nothing any more. */
#define NUMBER_MAX 400

enum {
        CLASS_OTHER,
        CLASS_SPACE,
        CLASS_NAME,
        CLASS_DIGIT,
        CLASS_PUNCTUATION,
};

static const uint8_t char_class[256] = {
        ['\t'] = CLASS_SPACE,       ['\v'] = CLASS_SPACE,      ['\f'] = CLASS_SPACE,         [' '] = CLASS_SPACE,
        ['\n'] = CLASS_SPACE,       ['\r'] = CLASS_SPACE,      ['0' ... '9'] = CLASS_DIGIT,  ['A' ... 'Z'] = CLASS_NAME,
        ['a' ... 'z'] = CLASS_NAME, ['_'] = CLASS_NAME,        [0x80 ... 0xFF] = CLASS_NAME, ['{'] = CLASS_PUNCTUATION,
        ['}'] = CLASS_PUNCTUATION,  ['('] = CLASS_PUNCTUATION, [')'] = CLASS_PUNCTUATION,    ['['] = CLASS_PUNCTUATION,
        [']'] = CLASS_PUNCTUATION,  [','] = CLASS_PUNCTUATION, [';'] = CLASS_PUNCTUATION,    [':'] = CLASS_PUNCTUATION,
        ['='] = CLASS_PUNCTUATION,
};

static uint8_t class_of(char c)
{
        return char_class[(unsigned char)c];
}

static bool is_name_char(char c)
{
        return class_of(c) == CLASS_NAME || class_of(c) == CLASS_DIGIT;
}

static int digit_value(char c)
{
        if (c >= '0' && c <= '9')
                return c - '0';
        c = ascii_lower(c);
        return c >= 'a' && c <= 'f' ? c - 'a' + 10 : 255;
}

void mof_lexer_init(MofLexer *lexer, const char *text, size_t size)
{
        *lexer = (MofLexer){ .next = text, .end = text + size, .line_start = text, .line = 1 };
}

/* `p` is behind a line end. */
static void new_line(MofLexer *lexer, const char *p)
{
        lexer->line++;
        lexer->line_start = p;
}

/* Lines end with LF, CR LF or CR. */
static const char *skip_line_end(MofLexer *lexer, const char *p)
{
        if (*p == '\r' && p[1] == '\n')
                p++;
        p++;
        new_line(lexer, p);
        return p;
}

static const char *find_line_end(const char *p, const char *end)
{
        while (p < end && *p != '\n' && *p != '\r')
                p++;
        return p;
}

/* To the end of a comment; NULL if it has none. */
static const char *skip_block_comment(MofLexer *lexer, const char *p)
{
        for (p += 2; p < lexer->end;) {
                if (*p == '*' && p[1] == '/')
                        return p + 2;
                if (*p == '\n' || *p == '\r')
                        p = skip_line_end(lexer, p);
                else
                        p++;
        }
        return NULL;
}

static void token_begin(MofLexer *lexer, MofToken *token, const char *p)
{
        *token = (MofToken){ .start = p, .line = lexer->line, .line_start = lexer->line_start };
}

static void token_finish(MofLexer *lexer, MofToken *token, int kind, const char *end)
{
        token->kind = kind;
        token->end = end;
        lexer->next = end;
}

static void token_bad(MofLexer *lexer, MofToken *token, const char *end, const char *trouble)
{
        token->trouble = trouble;
        token_finish(lexer, token, MOF_TOKEN_BAD, end);
}

/*
 * Skips space and comments. Returns true if the token is made already: a comment, if these are wanted, or one without
 * an end.
 */
static bool skip_space(MofLexer *lexer, MofToken *token)
{
        const char *p = lexer->next;

        for (;;) {
                if (*p == '\n' || *p == '\r') {
                        if (p >= lexer->end)
                                break;
                        p = skip_line_end(lexer, p);
                } else if (class_of(*p) == CLASS_SPACE) {
                        p++;
                } else if (*p == '/' && (p[1] == '/' || p[1] == '*')) {
                        const char *end;

                        token_begin(lexer, token, p);
                        end = p[1] == '/' ? find_line_end(p, lexer->end) : skip_block_comment(lexer, p);
                        if (!end) {
                                token_bad(lexer, token, lexer->end,
                                          "the comment that begins here has no end, expected */");
                                return true;
                        }
                        if (lexer->keep_comments) {
                                token_finish(lexer, token, MOF_TOKEN_COMMENT, end);
                                return true;
                        }
                        p = end;
                } else {
                        break;
                }
        }

        lexer->next = p;
        token_begin(lexer, token, p);
        return false;
}

static void lex_string(MofLexer *lexer, MofToken *token)
{
        const char *p = token->start + 1;

        for (;; p++) {
                if (*p == '"') {
                        token_finish(lexer, token, MOF_TOKEN_STRING, p + 1);
                        return;
                }
                if (*p == '\\') {
                        token->has_escape = true;
                        p++;
                }
                if (p >= lexer->end || *p == '\n' || *p == '\r') {
                        token_bad(lexer, token, MIN(p, lexer->end),
                                  "the string that begins here has no end on its line, expected \"");
                        return;
                }
        }
}

/* One escape at `p`, behind the backslash. NULL on error. */
static const char *read_escape(const char *p, uint32_t *characterp, const char **troublep)
{
        static const char from[] = "btnfr\"'\\";
        static const char to[] = "\b\t\n\f\r\"'\\";
        const char *found = *p ? strchr(from, *p) : NULL;
        uint32_t character = 0;
        int count = 0;

        if (found) {
                *characterp = (unsigned char)to[found - from];
                return p + 1;
        }
        if (*p != 'x' && *p != 'X') {
                *troublep = "unknown escape, expected one of \\b \\t \\n \\f \\r \\\" \\' \\\\ \\xHHHH";
                return NULL;
        }
        for (p++; count < 4 && digit_value(*p) < 16; p++, count++)
                character = character * 16 + (uint32_t)digit_value(*p);
        if (count == 0) {
                *troublep = "expected one to four hexadecimal digits after \\x";
                return NULL;
        }
        if (character == 0) {
                *troublep = "the character NUL cannot be part of a text";
                return NULL;
        }
        *characterp = character;
        return p;
}

/* Two escapes may be the halves of one character beyond the basic plane. */
static const char *read_escaped_character(const char *p, uint32_t *characterp, const char **troublep)
{
        uint32_t low;

        p = read_escape(p, characterp, troublep);
        if (!p || *characterp < 0xD800 || *characterp > 0xDFFF)
                return p;

        *troublep = "half of a surrogate pair, expected \\xD800 to \\xDBFF followed by \\xDC00 to \\xDFFF";
        if (*characterp > 0xDBFF || *p != '\\' || (p[1] != 'x' && p[1] != 'X'))
                return NULL;
        p = read_escape(p + 1, &low, troublep);
        if (!p || low < 0xDC00 || low > 0xDFFF)
                return NULL;
        *characterp = 0x10000 + ((*characterp - 0xD800) << 10) + (low - 0xDC00);
        return p;
}

const char *mof_token_unescape(const MofToken *token, Buffer *buffer, const char **atp)
{
        const char *p = token->start + 1, *end = token->end - 1;

        while (p < end) {
                const char *trouble = NULL;
                const char *backslash = token->has_escape ? memchr(p, '\\', (size_t)(end - p)) : NULL;
                uint32_t character;

                if (!backslash)
                        backslash = end;
                buffer_append(buffer, p, (size_t)(backslash - p));
                if (backslash == end)
                        break;

                p = read_escaped_character(backslash + 1, &character, &trouble);
                if (!p) {
                        *atp = backslash;
                        return trouble;
                }
                utf8_append(buffer, character);
        }
        return NULL;
}

static void lex_character(MofLexer *lexer, MofToken *token)
{
        static const char message[] = "expected one character (of one UTF-16 unit) and ' here";
        const char *p = token->start + 1;
        uint32_t character;

        if (*p == '\\') {
                const char *trouble;

                p = read_escape(p + 1, &character, &trouble);
        } else if (*p == '\'' || *p == '\n' || *p == '\r' || p >= lexer->end) {
                p = NULL;
        } else {
                character = utf8_next(&p, lexer->end);
        }

        if (!p || *p != '\'' || character > 0xFFFF) {
                p = token->start + 1;
                while (p < lexer->end && *p != '\'' && *p != '\n' && *p != '\r')
                        p += *p == '\\' && p + 1 < lexer->end && p[1] != '\n' && p[1] != '\r' ? 2 : 1;
                token_bad(lexer, token, p < lexer->end && *p == '\'' ? p + 1 : p, message);
                return;
        }
        token->value.integer = character;
        token_finish(lexer, token, MOF_TOKEN_CHARACTER, p + 1);
}

/* Digits of a base up to `end`. */
static void lex_digits(MofLexer *lexer, MofToken *token, const char *p, const char *digits_end, const char *end,
                       int base)
{
        uint64_t value = 0;

        for (; p < digits_end; p++) {
                int digit = digit_value(*p);

                if (digit >= base) {
                        token_bad(lexer, token, end,
                                  base == 8    ? "not an octal number: digits 0 to 7 follow a leading 0"
                                  : base == 16 ? "not a hexadecimal number"
                                  : base == 2  ? "not a binary number"
                                               : "not a number");
                        return;
                }
                if (__builtin_mul_overflow(value, (uint64_t)base, &value) ||
                    __builtin_add_overflow(value, (uint64_t)digit, &value)) {
                        token_bad(lexer, token, end, "the number does not fit into 64 bits");
                        return;
                }
        }
        token->value.integer = value;
        token_finish(lexer, token, MOF_TOKEN_INTEGER, end);
}

/* The end of [digits] [. digits] [e [sign] digits], and whether it is a real. */
static const char *scan_number(const char *p, bool *is_realp)
{
        while (ascii_is_digit(*p))
                p++;
        if (*p == '.') {
                *is_realp = true;
                for (p++; ascii_is_digit(*p);)
                        p++;
        }
        if (*p == 'e' || *p == 'E') {
                const char *exponent = p + 1;

                if (*exponent == '+' || *exponent == '-')
                        exponent++;
                if (ascii_is_digit(*exponent)) {
                        *is_realp = true;
                        for (p = exponent; ascii_is_digit(*p);)
                                p++;
                }
        }
        return p;
}

static void lex_real(MofLexer *lexer, MofToken *token, const char *end)
{
        char text[NUMBER_MAX + 2] = "0"; /* a zero in front: ".5" is a number here */
        size_t size = 1;
        const char *p = token->start;

        if (*p == '+' || *p == '-')
                p++;
        if ((size_t)(end - p) > NUMBER_MAX) {
                token_bad(lexer, token, end, "the number is too long");
                return;
        }
        memcpy(text + size, p, (size_t)(end - p));
        size += (size_t)(end - p);
        /* "1." and "1.e5" are numbers, too, of other people's compilers */
        for (size_t i = 1; i < size; i++)
                if (text[i] == '.' && !ascii_is_digit(text[i + 1])) {
                        memmove(text + i, text + i + 1, size - i);
                        break;
                }

        if (number_parse_real64(&token->value.real, text) < 0) {
                token_bad(lexer, token, end, "the number does not fit into a real64");
                return;
        }
        if (token->is_negative)
                token->value.real = -token->value.real;
        token_finish(lexer, token, MOF_TOKEN_REAL, end);
}

static void lex_number(MofLexer *lexer, MofToken *token)
{
        const char *p = token->start, *end;
        bool is_real = false;

        if (*p == '+' || *p == '-')
                token->is_negative = *p++ == '-';

        end = scan_number(p, &is_real);
        if (is_real && !is_name_char(*end) && *end != '.') {
                lex_real(lexer, token, end);
                return;
        }

        /* An integer, or something that is not: it ends where a name would. */
        for (end = p; is_name_char(*end) || *end == '.';)
                end++;
        if (*p == '0' && (p[1] == 'x' || p[1] == 'X') && end > p + 2)
                lex_digits(lexer, token, p + 2, end, end, 16);
        else if (end - p > 1 && (end[-1] == 'b' || end[-1] == 'B'))
                lex_digits(lexer, token, p, end - 1, end, 2);
        else if (*p == '0' && end - p > 1)
                lex_digits(lexer, token, p + 1, end, end, 8);
        else
                lex_digits(lexer, token, p, end, end, 10);
}

static void lex_hash(MofLexer *lexer, MofToken *token)
{
        const char *p = token->start + 1, *name;

        while (*p == ' ' || *p == '\t')
                p++;
        for (name = p; is_name_char(*p);)
                p++;
        if (p - name == 6 && ascii_ncasecmp(name, "pragma", 6) == 0)
                token_finish(lexer, token, MOF_TOKEN_PRAGMA, p);
        else
                token_bad(lexer, token, MAX(p, token->start + 1), "expected #pragma");
}

static void lex_alias(MofLexer *lexer, MofToken *token)
{
        const char *p = token->start + 1;

        while (is_name_char(*p))
                p++;
        if (p == token->start + 1)
                token_bad(lexer, token, p, "expected the name of an alias after $");
        else
                token_finish(lexer, token, MOF_TOKEN_ALIAS, p);
}

static void lex_other(MofLexer *lexer, MofToken *token)
{
        char c = *token->start;

        if (token->start >= lexer->end)
                token_finish(lexer, token, MOF_TOKEN_END, lexer->end);
        else if (c == '"')
                lex_string(lexer, token);
        else if (c == '\'')
                lex_character(lexer, token);
        else if (c == '$')
                lex_alias(lexer, token);
        else if (c == '#')
                lex_hash(lexer, token);
        else if (((c == '+' || c == '-') && (ascii_is_digit(token->start[1]) || token->start[1] == '.')) ||
                 (c == '.' && ascii_is_digit(token->start[1])))
                lex_number(lexer, token);
        else
                token_bad(lexer, token, token->start + 1, "this character has no meaning here");
}

void mof_lexer_next(MofLexer *lexer, MofToken *token)
{
        const char *p;

        if (skip_space(lexer, token))
                return;

        p = token->start;
        switch (class_of(*p)) {
        case CLASS_NAME:
                do
                        p++;
                while (is_name_char(*p));
                token_finish(lexer, token, MOF_TOKEN_NAME, p);
                break;
        case CLASS_PUNCTUATION:
                token_finish(lexer, token, (unsigned char)*p, p + 1);
                break;
        case CLASS_DIGIT:
                lex_number(lexer, token);
                break;
        default:
                lex_other(lexer, token);
                break;
        }
}

static uint32_t count_characters(const char *p, const char *end)
{
        uint32_t count = 0;

        for (; p < end; p++)
                count += ((unsigned char)*p & 0xC0) != 0x80;
        return count;
}

uint32_t mof_token_column(const MofToken *token)
{
        return 1 + count_characters(token->line_start, token->start);
}

uint32_t mof_lexer_column(MofLexer *lexer, const MofToken *token)
{
        if (lexer->counted_line != token->line_start || lexer->counted > token->start) {
                lexer->counted_line = token->line_start;
                lexer->counted = token->line_start;
                lexer->counted_column = 1;
        }
        lexer->counted_column += count_characters(lexer->counted, token->start);
        lexer->counted = token->start;
        return lexer->counted_column;
}

bool mof_token_is(const MofToken *token, const char *keyword)
{
        size_t length = strlen(keyword);

        return token->kind == MOF_TOKEN_NAME && (size_t)(token->end - token->start) == length &&
               ascii_ncasecmp(token->start, keyword, length) == 0;
}
