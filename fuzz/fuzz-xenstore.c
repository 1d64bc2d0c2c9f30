/*
 * What the XenStore provider reads: values of any octets, escaped text of clients, paths, and its journal of a host that died
 */

#include "journal.h"
#include "protocol.h"
#include "text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static void on_line(void *userdata, char *line)
{
        (void)userdata;
        for (char *rest = NULL, *word = strtok_r(line, " ", &rest); word; word = strtok_r(NULL, " ", &rest))
                journal_word_decode(word);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
        Bytes shown = { 0 }, back = { 0 }, line = { 0 };
        char *text = malloc(size + 1);

        if (!text)
                return 0;
        memcpy(text, data, size);
        text[size] = '\0';

        /* Escaped text is UTF-8 and comes back as what it was. */
        if (text_show(&shown, text, size, true) == 0 && shown.data) {
                if (!text_is_utf8(shown.data, shown.size) || text_unescape(&back, shown.data) != 0 ||
                    back.size != size || (size && memcmp(back.data, data, size) != 0))
                        abort();
        }
        bytes_deinit(&back);
        (void)text_unescape(&back, text);
        (void)text_for_log(&back, text, size);
        (void)protocol_check_path(text, true);
        (void)protocol_is_below(text, "/local/domain");
        (void)protocol_error(text, size);

        /* A line that we wrote is read; then the input as a whole file. */
        if (size && !memchr(data, '\n', size) && !memchr(data, '\0', size) &&
            journal_line_add(&line, "%s", text) == 0 && journal_read(line.data, on_line, NULL) != line.size)
                abort();
        (void)journal_read(text, on_line, NULL);

        bytes_deinit(&shown);
        bytes_deinit(&back);
        bytes_deinit(&line);
        free(text);
        return 0;
}
