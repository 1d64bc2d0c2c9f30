#include "journal.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <setjmp.h>
#include <cmocka.h>

static char directory[64];

static void collect(void *userdata, char *line)
{
        assert_int_equal(strings_add(userdata, line), 0);
}

static void append(Journal *journal, const char *text)
{
        Bytes line = { 0 };

        assert_int_equal(journal_line_add(&line, "%s", text), 0);
        assert_int_equal(journal_append(journal, &line), 0);
        bytes_deinit(&line);
}

static void assert_lines(const char *const *expected, size_t count)
{
        Strings lines = { 0 };
        const char *line = NULL;
        Journal journal;

        assert_int_equal(journal_open(&journal, directory, collect, &lines), 0);
        assert_int_equal(lines.count, count);
        for (size_t i = 0; i < count; i++) {
                line = strings_next(&lines, line);
                assert_string_equal(line, expected[i]);
        }
        journal_close(&journal);
        strings_deinit(&lines);
}

static int setup(void **state)
{
        strcpy(directory, "/tmp/xenmi-journal-XXXXXX");
        return mkdtemp(directory) ? 0 : -1;
}

static int teardown(void **state)
{
        char path[96];

        snprintf(path, sizeof(path), "%s/xenstore-sessions", directory);
        unlink(path);
        strcat(path, ".lock");
        unlink(path);
        return rmdir(directory);
}

static const char *const three[] = { "id 7", "add 7 0 1 A%20name %", "watch 7 data/x" };

static void write_three(void)
{
        Strings lines = { 0 };
        Journal journal;

        assert_int_equal(journal_open(&journal, directory, collect, &lines), 0);
        assert_int_equal(lines.count, 0);
        for (size_t i = 0; i < ARRAY_SIZE(three); i++)
                append(&journal, three[i]);
        journal_close(&journal);
}

static void test_replay(void **state)
{
        write_three();
        assert_lines(three, 3);
}

/* The file cut at every length, and with every byte of its last line damaged: what was whole is read, and what follows goes on. */
static void test_damage(void **state)
{
        char path[96], whole[512];
        struct stat status;
        size_t size, last;
        int fd;

        write_three();
        snprintf(path, sizeof(path), "%s/xenstore-sessions", directory);
        fd = open(path, O_RDWR);
        assert_true(fd >= 0);
        size = (size_t)read(fd, whole, sizeof(whole));
        last = size - strlen(three[2]) - 10;
        for (size_t cut = 0; cut <= size; cut++) {
                const char *const then[] = { three[0], three[1], "later" };
                size_t good = cut >= size ? 3 : cut >= last ? 2 : cut >= strlen(three[0]) + 10 ? 1 : 0;
                Strings lines = { 0 };
                Journal journal;

                assert_int_equal(pwrite(fd, whole, size, 0), size);
                assert_int_equal(ftruncate(fd, (off_t)cut), 0);
                assert_lines(three, good);
                if (good != 2)
                        continue;
                assert_int_equal(journal_open(&journal, directory, collect, &lines), 0);
                append(&journal, "later");
                journal_close(&journal);
                strings_deinit(&lines);
                assert_lines(then, 3);
        }
        for (size_t at = last; at < size; at++) {
                assert_int_equal(pwrite(fd, whole, size, 0), size);
                assert_int_equal(ftruncate(fd, (off_t)size), 0);
                assert_int_equal(pwrite(fd, "\x01", 1, (off_t)at), 1);
                assert_lines(three, 2);
        }
        assert_int_equal(fstat(fd, &status), 0);
        assert_int_equal(status.st_size, last);
        close(fd);
}

static void test_compact(void **state)
{
        const char *const then[] = { "id 9", "after" };
        Strings lines = { 0 };
        Bytes all = { 0 };
        Journal journal;

        write_three();
        assert_int_equal(journal_open(&journal, directory, collect, &lines), 0);
        assert_false(journal_wants_compacting(&journal));
        while (!journal_wants_compacting(&journal))
                append(&journal, "much that does not matter any more");
        assert_int_equal(journal_line_add(&all, "id 9"), 0);
        assert_int_equal(journal_compact(&journal, &all), 0);
        assert_false(journal_wants_compacting(&journal));
        append(&journal, "after");
        journal_close(&journal);
        strings_deinit(&lines);
        bytes_deinit(&all);
        assert_lines(then, 2);
}

static void test_words(void **state)
{
        static const char *const words[] = { "", "plain", "with space", "%", "100%25", "line\nbreak", "\xc3\xa9\\\"" };

        for (size_t i = 0; i < ARRAY_SIZE(words); i++) {
                Bytes word = { 0 };

                assert_int_equal(journal_word_add(&word, words[i]), 0);
                assert_null(strpbrk(word.data, " \n"));
                assert_true(word.size > 0);
                journal_word_decode(word.data);
                assert_string_equal(word.data, words[i]);
                bytes_deinit(&word);
        }
}

int main(void)
{
        const struct CMUnitTest tests[] = {
                cmocka_unit_test_setup_teardown(test_replay, setup, teardown),
                cmocka_unit_test_setup_teardown(test_damage, setup, teardown),
                cmocka_unit_test_setup_teardown(test_compact, setup, teardown),
                cmocka_unit_test(test_words),
        };

        return cmocka_run_group_tests(tests, NULL, NULL);
}
