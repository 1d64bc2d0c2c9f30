/*
 * Unit tests of src/util
 */

#include <errno.h>
#include <locale.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cmocka.h>

#include "util/account.h"
#include "util/arena.h"
#include "util/buffer.h"
#include "util/clock.h"
#include "util/fd.h"
#include "util/list.h"
#include "util/log.h"
#include "util/map.h"
#include "util/number.h"
#include "util/text.h"

static void test_arena_keeps_what_it_gave(void **state)
{
        _Alignas(16) char chunk[256];
        char *texts[200];
        Arena arena;

        for (int round = 0; round < 2; round++) {
                if (round)
                        arena_init_static(&arena, chunk, sizeof(chunk));
                else
                        arena_init(&arena, 0);
                for (int i = 0; i < 200; i++) {
                        texts[i] = arena_printf(&arena, "%d-%0*d", i, i, 7);
                        assert_non_null(texts[i]);
                        assert_int_equal((uintptr_t)texts[i] % 16, 0);
                }
                for (int i = 0; i < 200; i++)
                        assert_int_equal(atoi(texts[i]), i);
                assert_null(arena_strdup(&arena, NULL));
                assert_null(arena_alloc(&arena, SIZE_MAX - 3));
                arena_reset(&arena);
                assert_string_equal(arena_strdup(&arena, "again"), "again");
                arena_deinit(&arena);
        }
}

static void test_arena_large_requests(void **state)
{
        Arena arena;
        char *small, *large;

        arena_init(&arena, 1024);
        small = arena_zalloc(&arena, 16);
        large = arena_zalloc(&arena, 100000);
        assert_non_null(small);
        assert_non_null(large);
        memset(large, 1, 100000);
        assert_int_equal(small[0], 0);
        assert_ptr_equal(arena_alloc(&arena, 16), small + 16);
        arena_deinit(&arena);
}

static void test_buffer(void **state)
{
        _cleanup_(buffer_deinit) Buffer buffer = BUFFER_INIT;
        _cleanup_(freep) char *text = NULL;

        assert_int_equal(buffer_append_string(&buffer, "abc"), 0);
        assert_int_equal(buffer_append_string(&buffer, NULL), 0);
        assert_int_equal(buffer_align(&buffer, 8), 0);
        assert_int_equal(buffer.size, 8);
        buffer_consume(&buffer, 2);
        assert_int_equal(buffer.size, 6);
        assert_int_equal(buffer.data[0], 'c');
        buffer_clear(&buffer);
        assert_int_equal(buffer_printf(&buffer, "%d+%s", 1, "two"), 0);
        assert_string_equal(buffer_text(&buffer), "1+two");
        text = buffer_steal(&buffer);
        assert_string_equal(text, "1+two");
        assert_int_equal(buffer.size, 0);
}

static void test_buffer_limit(void **state)
{
        _cleanup_(buffer_deinit) Buffer buffer;

        buffer_init(&buffer, 10);
        assert_int_equal(buffer_append(&buffer, "0123456789", 10), 0);
        assert_int_equal(buffer_append_char(&buffer, 'x'), -EMSGSIZE);
        assert_true(buffer.failed);
        assert_int_equal(buffer.size, 10);
        assert_null(buffer_extend(&buffer, 1));
        assert_null(buffer_steal(&buffer));
        buffer_clear(&buffer);
        assert_int_equal(buffer_append_char(&buffer, 'x'), 0);
}

static void test_list(void **state)
{
        List list = LIST_INIT(list), a, b, c;
        int count = 0;

        assert_null(list_first(&list));
        list_append(&list, &b);
        list_append(&list, &c);
        list_prepend(&list, &a);
        assert_ptr_equal(list_first(&list), &a);
        list_for_each_safe (link, &list) {
                list_remove(link);
                count++;
        }
        assert_int_equal(count, 3);
        assert_true(list_is_empty(&list));
        list_remove(&a);
}

static void test_str_map_against_array(void **state)
{
        static char keys[500][16];
        bool present[500] = { false };
        StrMap map;

        str_map_init(&map, true);
        for (int i = 0; i < 500; i++)
                snprintf(keys[i], sizeof(keys[i]), "Key%d", i);
        srand(1);
        for (int round = 0; round < 20000; round++) {
                int i = rand() % 500;
                char upper[16];

                snprintf(upper, sizeof(upper), "KEY%d", i);
                assert_ptr_equal(str_map_get(&map, upper), present[i] ? keys[i] : NULL);
                if (rand() % 2) {
                        assert_int_equal(str_map_add(&map, keys[i], keys[i]), present[i] ? -EEXIST : 0);
                        present[i] = true;
                } else {
                        assert_ptr_equal(str_map_remove(&map, upper), present[i] ? keys[i] : NULL);
                        present[i] = false;
                }
        }
        str_map_deinit(&map);
}

static void test_id_map_against_array(void **state)
{
        bool present[300] = { false };
        size_t count = 0, seen = 0, position = 0;
        IdMap map;

        id_map_init(&map);
        srand(2);
        for (int round = 0; round < 20000; round++) {
                unsigned int i = (unsigned int)rand() % 300;
                uint64_t key = (uint64_t)i << 32;

                assert_ptr_equal(id_map_get(&map, key), present[i] ? &present[i] : NULL);
                if (rand() % 2) {
                        assert_int_equal(id_map_add(&map, key, &present[i]), present[i] ? -EEXIST : 0);
                        count += !present[i];
                        present[i] = true;
                } else {
                        assert_ptr_equal(id_map_remove(&map, key), present[i] ? &present[i] : NULL);
                        count -= present[i];
                        present[i] = false;
                }
        }
        assert_int_equal(map.count, count);
        while (id_map_next(&map, &position))
                seen++;
        assert_int_equal(seen, count);
        id_map_deinit(&map);
}

static void test_text(void **state)
{
        assert_int_equal(text_code("MIReturn"), 0x006d6e08);
        assert_int_equal(text_code("M"), 0x006d6d01);
        assert_int_equal(text_code("CommandLine"), 0x0063650b);
        assert_true(ascii_equal("Pathname", "PATHNAME"));
        assert_false(ascii_equal("Pathname", "Pathnames"));
        assert_false(ascii_equal(NULL, ""));
        assert_true(ascii_starts_with("-MofFile", "-moffile"));
        assert_true(text_is_identifier("CIM_Process"));
        assert_false(text_is_identifier("1x"));
        assert_false(text_is_identifier(""));
        assert_false(text_is_identifier("a b"));
        assert_true(ascii_hash("ABC") == ascii_hash("abc"));
}

static void test_utf8_refuses_what_is_malformed(void **state)
{
        static const char *const good[] = { "", "a", "Grüße", "\xf0\x9f\x98\x80",
                                            "twelve chars and \xe2\x82\xac euro" };
        static const char *const bad[] = { "\x80",
                                           "\xc0\x80",
                                           "\xc1\xbf",
                                           "\xed\xa0\x80",
                                           "\xf4\x90\x80\x80",
                                           "\xe2\x82",
                                           "12345678\xff",
                                           "\xf8\x88\x80\x80\x80" };

        for (size_t i = 0; i < ARRAY_SIZE(good); i++)
                assert_true(utf8_valid(good[i], strlen(good[i])));
        for (size_t i = 0; i < ARRAY_SIZE(bad); i++)
                assert_false(utf8_valid(bad[i], strlen(bad[i])));
        assert_false(utf8_valid("a\0b", 3));
        assert_false(utf8_valid("12345678\0", 9));
}

static void test_utf16(void **state)
{
        static const uint16_t units[] = { 'a', 0xe9, 0xd83d, 0xde00 }, lone[] = { 0xd83d, 'x' };
        _cleanup_(buffer_deinit) Buffer buffer = BUFFER_INIT;

        assert_int_equal(utf16_to_utf8(&buffer, units, 4), 0);
        assert_string_equal(buffer_text(&buffer), "a\xc3\xa9\xf0\x9f\x98\x80");
        assert_int_equal(utf16_to_utf8(&buffer, lone, 2), -EILSEQ);
}

static void test_numbers(void **state)
{
        char text[NUMBER_TEXT_MAX];
        uint64_t u;
        int64_t s;
        double d;

        assert_int_equal(number_parse_uint64(&u, "18446744073709551615"), 0);
        assert_true(u == UINT64_MAX);
        assert_int_equal(number_parse_uint64(&u, "18446744073709551616"), -ERANGE);
        assert_int_equal(number_parse_uint64(&u, "0xFf"), 0);
        assert_int_equal(u, 255);
        assert_int_equal(number_parse_uint64(&u, "-1"), -ERANGE);
        assert_int_equal(number_parse_uint64(&u, "1x"), -EINVAL);
        assert_int_equal(number_parse_uint64(&u, ""), -EINVAL);
        assert_int_equal(number_parse_int64(&s, "-9223372036854775808"), 0);
        assert_true(s == INT64_MIN);
        assert_int_equal(number_parse_int64(&s, "9223372036854775808"), -ERANGE);
        assert_int_equal(number_parse_real64(&d, "1e400"), -ERANGE);
        assert_int_equal(number_parse_real64(&d, "1,5"), -EINVAL);
        assert_int_equal(number_parse_real64(&d, "-2.5e-3"), 0);
        assert_true(d == -2.5e-3);
        assert_string_equal(number_format_real64(text, 0.1), "0.1");
        assert_string_equal(number_format_real64(text, 1.0), "1.0");
        assert_string_equal(number_format_real64(text, 1e300), "1e+300");
        assert_string_equal(number_format_real32(text, 0.1f), "0.1");
        assert_string_equal(number_format_real64(text, 0.1 + 0.2), "0.30000000000000004");
}

static void test_accounts(void **state)
{
        uint64_t limits[_CHARGE_COUNT] = { [CHARGE_OPERATIONS] = 3 };
        _cleanup_(account_unrefp) Account *account = NULL;
        Charge one = { 0 }, two = { 0 };

        assert_int_equal(account_new(&account, 1000, limits), 0);
        assert_int_equal(charge_init(&one, account, CHARGE_OPERATIONS, 2), 0);
        assert_int_equal(charge_init(&two, account, CHARGE_OPERATIONS, 2), ACCOUNT_QUOTA);
        assert_int_equal(charge_init(&two, account, CHARGE_OPERATIONS, 1), 0);
        assert_int_equal(charge_grow(&two, 1), ACCOUNT_QUOTA);
        charge_shrink(&one, 1);
        assert_int_equal(charge_grow(&two, 1), 0);
        charge_deinit(&one);
        charge_deinit(&two);
        charge_deinit(&two);
        assert_int_equal(account->used[CHARGE_OPERATIONS], 0);
        assert_int_equal(charge_init(&one, account, CHARGE_CHANNELS, 1), ACCOUNT_QUOTA);
}

static void test_descriptors_over_sockets(void **state)
{
        _cleanup_fd_ int received = -1;
        int pair[2], pipes[2];
        char data[8];

        assert_int_equal(fd_socketpair(pair, SOCK_SEQPACKET), 0);
        assert_int_equal(pipe(pipes), 0);
        assert_int_equal(fd_send(pair[0], "hello", 5, pipes[1], 0), 5);
        assert_int_equal(fd_recv(pair[1], data, sizeof(data), &received, 0), 5);
        assert_true(received >= 0);
        assert_int_equal(write(received, "x", 1), 1);
        assert_int_equal(read(pipes[0], data, 1), 1);

        assert_int_equal(fd_send(pair[0], "too long for it", 15, -1, 0), 15);
        fd_closep(&received);
        assert_int_equal(fd_recv(pair[1], data, sizeof(data), &received, 0), -EMSGSIZE);
        fd_closep(&pair[0]);
        assert_int_equal(fd_recv(pair[1], data, sizeof(data), &received, 0), 0);
        assert_int_equal(fd_send(pair[1], "x", 1, -1, 0), -EPIPE);
        fd_close(pair[1]);
        fd_close(pipes[0]);
        fd_close(pipes[1]);
}

static void test_files_are_replaced_whole(void **state)
{
        _cleanup_(freep) char *contents = NULL;
        char folder[] = "/tmp/xenmi-test-XXXXXX", path[64];
        size_t size;

        assert_non_null(mkdtemp(folder));
        snprintf(path, sizeof(path), "%s/file", folder);
        assert_int_equal(fd_replace_file(path, "one", 3, 0600), 0);
        assert_int_equal(fd_replace_file(path, "three", 5, 0600), 0);
        assert_int_equal(fd_read_file(&contents, &size, path, 5), 0);
        assert_int_equal(size, 5);
        assert_string_equal(contents, "three");
        assert_int_equal(fd_read_file(&contents, &size, path, 4), -EFBIG);
        assert_int_equal(fd_read_file(&contents, &size, folder, 4), -EISDIR);
        unlink(path);
        rmdir(folder);
}

static void test_clock(void **state)
{
        uint64_t now = clock_now_ns();

        assert_int_equal(clock_timeout_ms(UINT64_MAX), -1);
        assert_int_equal(clock_timeout_ms(0), 0);
        assert_in_range(clock_timeout_ms(now + 3600 * CLOCK_NS_PER_S), 3000 * 1000, 3600 * 1000);
        assert_true(clock_now_ns() >= now);
}

/* A forged line end in data must not reach the log as one. */
static void test_log_escapes(void **state)
{
        int pipes[2], saved = dup(STDERR_FILENO);
        char line[256];
        ssize_t n;

        assert_int_equal(pipe(pipes), 0);
        dup2(pipes[1], STDERR_FILENO);
        log_init("test");
        log_notice("value %s end", "a\nb\x1b[31m%s");
        log_debug("not written");
        dup2(saved, STDERR_FILENO);
        close(saved);
        close(pipes[1]);
        n = read(pipes[0], line, sizeof(line) - 1);
        close(pipes[0]);
        assert_true(n > 0);
        line[n] = '\0';
        assert_non_null(strstr(line, ": notice: value a\\x0ab\\x1b[31m%s end\n"));
        assert_ptr_equal(strchr(line, '\n'), line + n - 1);
}

int main(void)
{
        const struct CMUnitTest tests[] = {
                cmocka_unit_test(test_arena_keeps_what_it_gave),
                cmocka_unit_test(test_arena_large_requests),
                cmocka_unit_test(test_buffer),
                cmocka_unit_test(test_buffer_limit),
                cmocka_unit_test(test_list),
                cmocka_unit_test(test_str_map_against_array),
                cmocka_unit_test(test_id_map_against_array),
                cmocka_unit_test(test_text),
                cmocka_unit_test(test_utf8_refuses_what_is_malformed),
                cmocka_unit_test(test_utf16),
                cmocka_unit_test(test_numbers),
                cmocka_unit_test(test_accounts),
                cmocka_unit_test(test_descriptors_over_sockets),
                cmocka_unit_test(test_files_are_replaced_whole),
                cmocka_unit_test(test_clock),
                cmocka_unit_test(test_log_escapes),
        };

        return cmocka_run_group_tests(tests, NULL, NULL);
}
