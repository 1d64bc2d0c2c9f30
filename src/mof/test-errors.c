/*
 * Tests of messages: every kind of error with its place, strict and tolerant
 */

#include "mof/test-mof.h"

typedef struct Case {
        const char *text;
        uint32_t line, column;
        const char *part; /* of the message */
} Case;

static const MofMessage *find_message(const MofSchema *schema, MofSeverity severity)
{
        for (uint32_t i = 0; i < schema->messages.count; i++)
                if (schema->messages.list[i]->severity == severity)
                        return schema->messages.list[i];
        return NULL;
}

static void assert_message(const Case *expected, const MofSchema *schema, MofSeverity severity)
{
        const MofMessage *message = find_message(schema, severity);

        if (!message || !strstr(message->text, expected->part) || message->where.line != expected->line ||
            message->where.column != expected->column)
                fail_msg("%s\n gave %s at %u:%u, expected %s at %u:%u", expected->text,
                         message ? message->text : "nothing", message ? message->where.line : 0,
                         message ? message->where.column : 0, expected->part, expected->line, expected->column);
        assert_string_equal(message->where.file, "test.mof");
}

static void check_errors(const Case *cases, size_t count, bool is_strict)
{
        MofOptions options = { .is_strict = is_strict };

        for (size_t i = 0; i < count; i++) {
                MofSchema *schema;

                assert_int_equal(mof_read_text(&schema, &options, "test.mof", cases[i].text, strlen(cases[i].text)),
                                 MOF_FAILED);
                assert_message(&cases[i], schema, MOF_ERROR);
                mof_schema_free(schema);
        }
}

static void test_syntax_errors(void **state)
{
        static const Case cases[] = {
                { "foo", 1, 1, "expected class, instance, qualifier or #pragma, found 'foo'" },
                { "class", 1, 6, "the name of the class, found the end of the file" },
                { "class A", 1, 8, "expected '{', or ':' and the superclass" },
                { "class A : {", 1, 11, "the name of the superclass, found '{'" },
                { "class A {", 1, 10, "'}' at the end of the class" },
                { "class A { }", 1, 12, "';' after the class" },
                { "class A { }\nclass B { };", 2, 1, "';' after the class, found 'class'" },
                { "class A {\n  uint32 X\n};", 3, 1, "';' or '=' after the property, or '(' of a method, found '}'" },
                { "class A {\n  uint32;\n};", 2, 9, "the name of a property or method, found ';'" },
                { "class A {\n  5;\n};", 2, 3, "expected a type, or '}', found '5'" },
                { "class A { uint32 X[0]; };", 1, 20, "an array size of 1 to 65536" },
                { "class A { uint32 X[a]; };", 1, 20, "']' or the size of the array, found 'a'" },
                { "class A { uint32 X = ; };", 1, 22, "expected a value (" },
                { "class A { uint32 X[] = {1, }; };", 1, 28, "expected a value (" },
                { "class A { uint32 X[] = {1 2}; };", 1, 27, "',' or '}' after the array's element, found '2'" },
                { "class A { uint32 X = 5 6; };", 1, 24, "';' after the property's value, found '6'" },
                { "class A { void X; };", 1, 11, "a property cannot be void" },
                { "class A { uint32 M(void X); };", 1, 20, "a parameter cannot be void" },
                { "class A { uint32 M(uint32); };", 1, 26, "the name of the parameter, found ')'" },
                { "class A { uint32 M(uint32 X; };", 1, 28, "',' or ')' after a parameter, found ';'" },
                { "class A { uint32 M() };", 1, 22, "';' after the method, found '}'" },
                { "[Key(] class A { };", 1, 6, "expected a value (" },
                { "[Key class A { };", 1, 6, "',' or ']' after a qualifier, found 'class'" },
                { "[Key(TRUE] class A { };", 1, 10, "')' after the qualifier's value, found ']'" },
                { "[Key : Foo] class A { };", 1, 8, "a flavor (" },
                { "[5] class A { };", 1, 2, "the name of a qualifier, found '5'" },
                { "[Key] foo", 1, 7, "class or instance after the qualifiers, found 'foo'" },
                { "Qualifier : boolean;", 1, 11, "the name of the qualifier" },
                { "Qualifier Q boolean;", 1, 13, "':' and the qualifier's type" },
                { "Qualifier Q : foo;", 1, 15, "the type of the qualifier" },
                { "Qualifier Q : uint8, Foo(any);", 1, 22, "Scope(...) or Flavor(...)" },
                { "Qualifier Q : uint8, Scope(foo);", 1, 28, "a scope (any" },
                { "Qualifier Q : uint8, Flavor(foo);", 1, 29, "a flavor (" },
                { "Qualifier Q : uint8, Scope any;", 1, 28, "expected '('" },
                { "Qualifier Q : uint8", 1, 20, "',' or ';' after the qualifier's declaration" },
                { "class A { }; instance A { };", 1, 23, "'of' after 'instance'" },
                { "instance of { };", 1, 13, "the name of the instance's class" },
                { "instance of A as B { };", 1, 18, "$alias after 'as', found 'B'" },
                { "instance of A { X 5; };", 1, 19, "'=' and the property's value, found '5'" },
                { "instance of A { X = 5 };", 1, 23, "';' after the property's value, found '}'" },
                { "class A { string X = \"abc; };\n};", 1, 22, "no end on its line" },
                { "class A { string X = \"a\\qb\"; };", 1, 24, "unknown escape" },
                { "class A { }; /* never\n ends", 1, 14, "the comment that begins here has no end" },
                { "class A { uint8 X = 08; };", 1, 21, "octal" },
                { "class A { uint32 \xC3\xA9 @; };", 1, 20, "no meaning" },
                { "#pragma", 1, 8, "the name of a pragma" },
                { "#pragma include(\"a\"", 1, 20, "')' after the argument of the pragma" },
                { "#pragma include(", 1, 17, "a text in quotes as argument of the pragma" },
                { "#pragma include(\"missing-file.mof\")", 1, 17, "neither beside this file nor on the include path" },
                { "#pragma include()", 1, 9, "expected #pragma include" },
                { "#pragma namespace(\"\")", 1, 9, "expected #pragma namespace" },
                { "#define X", 1, 1, "expected #pragma" },
        };

        check_errors(cases, ARRAY_SIZE(cases), false);
}

static void test_meaning_errors(void **state)
{
        static const Case cases[] = {
                { "class A { };\nclass a { };", 2, 7, "already declared at test.mof:1" },
                { "class A {\nstring X;\nuint8 x; };", 3, 7, "the property x is already declared on line 2" },
                { "class A {\nuint8 X();\nuint8 x(); };", 3, 7, "the method x is already declared on line 2" },
                { "class A { uint8 M(uint8 X, uint8 x); };", 1, 34, "already has a parameter x" },
                { "class A : A { };", 1, 11, "its own ancestor by its superclass A" },
                { "class A : B { }; class B : A { };", 1, 28, "its own ancestor" },
                { "class A { uint8 X = 256; };", 1, 21,
                  "256 does not fit property X of type uint8: expected 0 to 255" },
                { "class A { uint8 X = -1; };", 1, 21, "-1 does not fit property X of type uint8" },
                { "class A { sint8 X = -129; };", 1, 21, "expected -128 to 127" },
                { "class A { sint64 X = -9223372036854775809; };", 1, 22, "does not fit" },
                { "class A { uint64 X = \"abc\"; };", 1, 22, "\"abc\" is no number" },
                { "class A { uint32 X = \"5\"; };", 1, 22, "property X is of type uint32, found a text" },
                { "class A { uint32 X = 1.5; };", 1, 22, "found a real number" },
                { "class A { boolean X = 1; };", 1, 23, "of type boolean, found an integer" },
                { "class A { string X = 1; };", 1, 22, "of type string, found an integer" },
                { "class A { string X = TRUE; };", 1, 22, "of type string, found a boolean" },
                { "class A { string X = $a; };", 1, 22, "found an alias" },
                { "class A { string X[] = {\"a\", NULL}; };", 1, 30, "found NULL" },
                { "class A { string X = {\"a\"}; };", 1, 22, "property X is not an array" },
                { "class A { char16 X = 'ab'; };", 1, 22, "one character" },
                { "class A { char16 X = 70000; };", 1, 22, "expected a character or 1 to 65535" },
                { "class A { char16 X = 0; };", 1, 22, "NUL" },
                { "class A { real32 X = 1e300; };", 1, 22, "does not fit property X of type real32" },
                { "class A { datetime X = \"2024\"; };", 1, 24, "\"2024\" is none: expected \"yyyymmdd" },
                { "class A { uint8 X[2] = {1, 2, 3}; };", 1, 24, "has room for 2 elements, found 3" },
                { "class A { uint8 X; };\nclass B : A {\n uint16 X; };", 3, 2,
                  "inherited from class A with type uint8, expected the same here, found uint16" },
                { "class A { uint8 X; };\nclass B : A {\n uint8 X[]; };", 3, 2, "found uint8[]" },
                { "class A { uint8 X(uint8 P); };\nclass B : A {\n uint8 X(string P); };", 3, 10, "found string" },
                { "class A { uint8 X(); };\nclass B : A {\n string X(); };", 3, 2, "found string" },
                { "Qualifier Q : uint8;\nQualifier q : uint8;", 2, 11, "already declared at test.mof:1" },
                { "Qualifier Q : uint8 = 300;", 1, 23, "300 does not fit Q" },
                { "Qualifier Q : uint8;\n[Q(5), q(6)] class A { };", 2, 8, "stands twice on a class" },
                { "Qualifier Q : uint8;\n[Q(500)] class A { };", 2, 4, "500 does not fit qualifier Q" },
                { "Qualifier Q : uint8;\n[Q(1, 2)] class A { };", 2, 3, "qualifier Q is not an array" },
                { "[EmbeddedObject] class A { };\nclass B { [EmbeddedObject] uint8 X; };", 2, 28,
                  "expected type string" },
                { "class A { };\ninstance of A { X = 5; };", 2, 17, "the class A has no property X" },
                { "class A { uint8 X; };\ninstance of A { X = 5;\n x = 6; };", 3, 2, "already has a value" },
                { "class A { uint8 X; };\ninstance of A { X = 500; };", 2, 21, "500 does not fit" },
                { "class A { A REF X; };\ninstance of A { X = $b; };", 2, 21,
                  "no instance is declared with the alias $b" },
                { "class A { A REF X; };\ninstance of A { X = 5; };", 2, 21, "is a reference, expected an alias" },
                { "class A { A REF X; };\ninstance of A { X = {\"a\"}; };", 2, 21, "is no array" },
                { "class A { [EmbeddedObject] string X; };\ninstance of A { X = \"foo\"; };", 2, 21,
                  "the text of an embedded object" },
                { "class A { };\ninstance of A as $a { };\ninstance of A as $A { };", 3, 13,
                  "already stands for an instance" },
        };

        check_errors(cases, ARRAY_SIZE(cases), false);
}

/* Warnings of tolerant reading are errors of strict reading, at the same place. */
static void test_strictness(void **state)
{
        static const Case cases[] = {
                { "[Foo] class A { };", 1, 2, "the qualifier Foo is not declared" },
                { "[Key] class A { };", 1, 2, "the qualifier Key is not declared" },
                { "#pragma foo", 1, 9, "unknown pragma foo" },
                { "class A : B { };", 1, 11, "the superclass B is not declared" },
                { "class A { B REF X; };", 1, 17, "the class B that X refers to is not declared" },
                { "class A { };\nclass B { A X; };", 2, 11, "an object of WMI's kind" },
                { "class A { uint8 X[] = 5; };", 1, 23, "property X is an array, expected {...}" },
                { "class A { uint8 M(uint8 X = 5); };", 1, 27, "the default of parameter X is left out" },
                { "class A { A REF X = \"y\"; };", 1, 21, "its default is left out" },
                { "instance of A { };", 1, 13, "the class of the instance is not declared" },
                { "Qualifier Q : boolean, Scope(method);\n[Q] class A { };", 2, 2, "cannot stand on a class" },
                { "Qualifier Q : uint8, Flavor(DisableOverride);\n[Q(1)] class A { };\n[Q(2)] class B : A { };", 3, 2,
                  "cannot be given another value than the inherited one" },
                { "class A { }; class B { };\nclass C { A REF X; };\n"
                  "Qualifier Override : string;\nclass D : C { [Override(\"X\")] B REF X; };",
                  4, 37, "refers to class B, expected A as inherited or a subclass" },
                { "class A { string X = \"\xE9\"; };", 1, 1, "the text is not UTF-8 from this line on" },
        };

        check_errors(cases, ARRAY_SIZE(cases), true);
        for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
                MofSchema *schema = test_good(cases[i].text);

                assert_message(&cases[i], schema, MOF_WARNING);
                mof_schema_free(schema);
        }
}

static void test_only_strict(void **state)
{
        static const Case cases[] = {
                { "class A : B { };\nclass B { };", 1, 11, "is declared after this class, at test.mof:2" },
                { "[Q] class A { };\nQualifier Q : boolean;", 1, 2, "is used before its declaration at test.mof:2" },
                { "class A { void X(); };", 1, 11, "method X returns nothing" },
                { "class A { uint8 X; };\nclass B : A { uint8 X; };", 2, 21, "expected the qualifier Override" },
                { "class A { uint8 X(); };\nclass B : A { uint8 X(); };", 2, 21, "expected the qualifier Override" },
                { "Qualifier Key : boolean;\nclass A { [Key] uint8 X; };\ninstance of A { };", 3, 13,
                  "the key X has no value" },
        };

        check_errors(cases, ARRAY_SIZE(cases), true);
        for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
                mof_schema_free(test_good(cases[i].text));
}

/* One error does not hide the next, and the rest is read. */
static void test_recovery(void **state)
{
        _cleanup_(mof_schema_freep) MofSchema *schema = test_read(NULL,
                                                                  "class A {\n"
                                                                  "  uint32 X\n"
                                                                  "  uint32 Y;\n"
                                                                  "  uint8 Z = 300;\n"
                                                                  "  string S[] = {\"a\", x, \"b\"};\n"
                                                                  "  string T = \"open;\n"
                                                                  "  uint32 GoesWithTheOpenString;\n"
                                                                  "  uint32 Good;\n"
                                                                  "};\n"
                                                                  "class B : { uint8 X; };\n"
                                                                  "class C { uint8 X; }\n"
                                                                  "class D { uint8 X; };\n",
                                                                  MOF_FAILED);
        static const uint32_t lines[] = { 3, 5, 6, 10, 12, 4 };

        assert_int_equal(schema->messages.errors, ARRAY_SIZE(lines));
        for (uint32_t i = 0; i < ARRAY_SIZE(lines); i++)
                assert_int_equal(schema->messages.list[i]->where.line, lines[i]);
        assert_string_equal(schema->messages.list[0]->class_name, "A");
        assert_non_null(test_property(schema, "A", "Good"));
        assert_non_null(test_property(schema, "D", "X"));
}

static void test_number_of_errors_is_bounded(void **state)
{
        _cleanup_(buffer_deinit) Buffer text = BUFFER_INIT, printed = BUFFER_INIT;
        MofSchema *schema;

        for (int i = 0; i < 1000; i++)
                buffer_append_string(&text, "foo;\n[Bar] class;\n");
        schema = test_read(NULL, buffer_text(&text), MOF_FAILED);
        assert_int_equal(schema->messages.errors, MOF_ERRORS_MAX);
        mof_schema_free(schema);

        buffer_clear(&text);
        for (int i = 0; i < 1000; i++)
                buffer_printf(&text, "[Q%d] class C%d { };\n", i, i);
        schema = test_read(NULL, buffer_text(&text), 0);
        assert_int_equal(schema->messages.warnings, 1000);
        assert_int_equal(schema->messages.count, MOF_WARNINGS_MAX);
        mof_messages_print(&printed, &schema->messages);
        assert_non_null(strstr(buffer_text(&printed), "936 more warnings\n"));
        mof_schema_free(schema);
}

static void test_printed_message(void **state)
{
        _cleanup_(buffer_deinit) Buffer buffer = BUFFER_INIT;
        _cleanup_(mof_schema_freep) MofSchema *schema =
                test_read(NULL, "class A {\n\tstring \xC3\xA9 = 5;\n};", MOF_FAILED);

        mof_messages_print(&buffer, &schema->messages);
        assert_string_equal(buffer_text(&buffer),
                            "test.mof:2:13: error: class A: property \xC3\xA9 is of type string, found an integer\n"
                            "\tstring \xC3\xA9 = 5;\n"
                            "\t           ^\n");
}

static void test_long_lines_are_cut(void **state)
{
        _cleanup_(buffer_deinit) Buffer text = BUFFER_INIT;
        MofSchema *schema;
        const MofMessage *message;

        buffer_append_string(&text, "class A { string X = ");
        for (int i = 0; i < 2000; i++)
                buffer_append_string(&text, "\"\xC3\xA9\" ");
        buffer_append_string(&text, "5; };");
        schema = test_read(NULL, buffer_text(&text), MOF_FAILED);
        message = schema->messages.list[0];
        assert_true(strlen(message->source) <= MOF_SOURCE_LINE_MAX);
        assert_true(message->source_column <= message->where.column);
        assert_int_equal(message->source[0] & 0xC0, 0xC0 & message->source[0]);
        mof_schema_free(schema);
}

static void test_no_warnings(void **state)
{
        MofOptions options = { .no_warnings = true };
        _cleanup_(mof_schema_freep) MofSchema *schema = test_read(&options, "[Foo] class A : B { };", 0);

        assert_int_equal(schema->messages.warnings, 2);
        assert_int_equal(schema->messages.count, 0);
}

int main(void)
{
        const struct CMUnitTest tests[] = {
                cmocka_unit_test(test_syntax_errors),   cmocka_unit_test(test_meaning_errors),
                cmocka_unit_test(test_strictness),      cmocka_unit_test(test_only_strict),
                cmocka_unit_test(test_recovery),        cmocka_unit_test(test_number_of_errors_is_bounded),
                cmocka_unit_test(test_printed_message), cmocka_unit_test(test_long_lines_are_cut),
                cmocka_unit_test(test_no_warnings),
        };

        return cmocka_run_group_tests(tests, NULL, NULL);
}
