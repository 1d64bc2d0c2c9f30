#include "mof/message.h"

#include <errno.h>

#include "util/error.h"

/* The part of a long line round `column`: what is shown starts at a character boundary. */
static const char *visible_part(const char *line, const char *end, uint32_t column, uint32_t *first_column)
{
        const char *p = line;
        uint32_t at = 1;

        while (p < end && at + MOF_SOURCE_LINE_MAX / 2 < column) {
                do
                        p++;
                while (p < end && ((unsigned char)*p & 0xC0) == 0x80);
                at++;
        }
        *first_column = at;
        return p;
}

int mof_message_add(MofMessages *messages, Arena *arena, MofSeverity severity, const MofWhere *where,
                    const char *class_name, const char *line, const char *line_end, const char *format, va_list args)
{
        uint32_t *count = severity == MOF_ERROR ? &messages->errors : &messages->warnings;
        MofMessage *message;

        if (*count >= (severity == MOF_ERROR ? MOF_ERRORS_MAX : MOF_WARNINGS_MAX)) {
                (*count)++;
                return 0;
        }

        message = arena_zalloc(arena, sizeof(*message));
        if (!message)
                return error_origin(-ENOMEM);
        message->severity = severity;
        message->where = *where;
        message->class_name = class_name;
        message->text = arena_vprintf(arena, format, args);
        if (!message->text)
                return error_origin(-ENOMEM);

        if (line) {
                const char *start = visible_part(line, line_end, where->column, &message->source_column);
                size_t length = MIN((size_t)(line_end - start), (size_t)MOF_SOURCE_LINE_MAX);

                while (start + length < line_end && length > 0 && ((unsigned char)start[length] & 0xC0) == 0x80)
                        length--;
                message->source = arena_strndup(arena, start, length);
                if (!message->source)
                        return error_origin(-ENOMEM);
        }

        (*count)++;
        messages->list[messages->count++] = message;
        return 0;
}

/* Control characters of a hostile file stay off the terminal. */
static void print_clean(Buffer *buffer, const char *text)
{
        for (const char *p = text; *p; p++)
                buffer_append_char(buffer, (unsigned char)*p < 0x20 && *p != '\t' ? '?' : *p == 0x7F ? '?' : *p);
}

static void print_caret(Buffer *buffer, const MofMessage *message)
{
        const char *p = message->source;

        if (message->where.column < message->source_column)
                return;
        for (uint32_t column = message->source_column; column < message->where.column; column++) {
                buffer_append_char(buffer, *p == '\t' ? '\t' : ' ');
                if (!*p)
                        continue;
                do
                        p++;
                while (((unsigned char)*p & 0xC0) == 0x80);
        }
        buffer_append_string(buffer, "^\n");
}

void mof_message_print(Buffer *buffer, const MofMessage *message)
{
        print_clean(buffer, message->where.file);
        if (message->where.line > 0)
                buffer_printf(buffer, ":%u:%u", message->where.line, message->where.column);
        buffer_append_string(buffer, message->severity == MOF_ERROR ? ": error: " : ": warning: ");
        if (message->class_name) {
                buffer_append_string(buffer, "class ");
                print_clean(buffer, message->class_name);
                buffer_append_string(buffer, ": ");
        }
        print_clean(buffer, message->text);
        buffer_append_char(buffer, '\n');

        if (message->source) {
                print_clean(buffer, message->source);
                buffer_append_char(buffer, '\n');
                print_caret(buffer, message);
        }
}

void mof_messages_print(Buffer *buffer, const MofMessages *messages)
{
        uint32_t kept_errors = 0;

        for (uint32_t i = 0; i < messages->count; i++) {
                mof_message_print(buffer, messages->list[i]);
                kept_errors += messages->list[i]->severity == MOF_ERROR;
        }
        if (messages->errors > kept_errors)
                buffer_printf(buffer, "%u more errors\n", messages->errors - kept_errors);
        if (messages->warnings > messages->count - kept_errors)
                buffer_printf(buffer, "%u more warnings\n", messages->warnings - (messages->count - kept_errors));
}
