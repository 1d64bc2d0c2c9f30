/* Writes megabytes to the standard streams and closes all three */
#include <string.h>
#include <unistd.h>

#include "bad.h"

void bad_call(MI_Context *context)
{
        char lines[64 << 10];

        memset(lines, '.', sizeof(lines));
        for (size_t i = 127; i < sizeof(lines); i += 128)
                lines[i] = '\n';
        for (int i = 0; i < 64; i++)
                if (write(STDOUT_FILENO + i % 2, lines, sizeof(lines)) < 0)
                        break;
        for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
                close(fd);
        bad_post(context);
        MI_Context_PostResult(context, MI_RESULT_OK);
}
