#pragma once

/*
 * MOF text to tokens
 *
 * Works on UTF-8 that is valid, holds no NUL and is followed by one. Keywords are names here: the parser knows where
 * one can stand, so that a property may be called Parameter or Reference.
 */

#include "mof/message.h"

typedef enum MofTokenKind {
        MOF_TOKEN_END = 0,
        /* punctuation is its own character: { } ( ) [ ] , ; : = */
        MOF_TOKEN_NAME = 256,
        MOF_TOKEN_ALIAS,     /* $Name */
        MOF_TOKEN_STRING,    /* one "...", the adjacent ones are more tokens */
        MOF_TOKEN_CHARACTER, /* 'x': value.integer is one UTF-16 unit */
        MOF_TOKEN_INTEGER,   /* value.integer is the magnitude */
        MOF_TOKEN_REAL,
        MOF_TOKEN_PRAGMA,  /* #pragma */
        MOF_TOKEN_COMMENT, /* only if asked for */
        MOF_TOKEN_BAD,     /* trouble says why */
} MofTokenKind;

typedef struct MofToken {
        int kind;
        bool has_escape;  /* a string with backslashes */
        bool is_negative; /* a number with a minus sign */
        const char *start;
        const char *end;
        const char *line_start;
        uint32_t line;
        union {
                uint64_t integer;
                double real;
        } value;
        const char *trouble;
} MofToken;

typedef struct MofLexer {
        const char *next;
        const char *end;
        const char *line_start;
        uint32_t line;
        bool keep_comments;
        const char *counted_line; /* of the token whose column was asked for last */
        const char *counted;
        uint32_t counted_column;
} MofLexer;

void mof_lexer_init(MofLexer *lexer, const char *text, size_t size);
void mof_lexer_next(MofLexer *lexer, MofToken *token);

/* Column of a token, from 1, in characters. */
uint32_t mof_token_column(const MofToken *token);
/* The same; counts on from the last one asked for, so that a file that is one long line takes no longer than others. */
uint32_t mof_lexer_column(MofLexer *lexer, const MofToken *token);

bool mof_token_is(const MofToken *token, const char *keyword); /* a NAME, without case */

/*
 * Appends what a string token stands for, escapes replaced. Returns NULL, or what is wrong with an escape, *atp being
 * where.
 */
const char *mof_token_unescape(const MofToken *token, Buffer *buffer, const char **atp);
