#pragma once

/*
 * What the tests of this folder share
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "mof/parse.h"
#include "mof/print.h"

/* Declarations that most tests want */
#define TEST_QUALIFIERS                                                                                            \
        "Qualifier Key : boolean = false, Scope(property, reference), Flavor(DisableOverride, ToSubclass);\n"      \
        "Qualifier Abstract : boolean = false, Scope(class, association, indication), Flavor(Restricted);\n"       \
        "Qualifier Association : boolean = false, Scope(association), Flavor(DisableOverride, ToSubclass);\n"      \
        "Qualifier Indication : boolean = false, Scope(class, indication), Flavor(DisableOverride, ToSubclass);\n" \
        "Qualifier Description : string, Scope(any), Flavor(EnableOverride, ToSubclass, Translatable);\n"          \
        "Qualifier Override : string, Scope(property, reference, method), Flavor(Restricted);\n"                   \
        "Qualifier In : boolean = true, Scope(parameter), Flavor(DisableOverride, ToSubclass);\n"                  \
        "Qualifier Out : boolean = false, Scope(parameter), Flavor(DisableOverride, ToSubclass);\n"                \
        "Qualifier Static : boolean = false, Scope(property, method), Flavor(DisableOverride, ToSubclass);\n"      \
        "Qualifier Stream : boolean = false, Scope(method, parameter), Flavor(DisableOverride, ToSubclass);\n"     \
        "Qualifier Write : boolean = false, Scope(property, reference);\n"                                         \
        "Qualifier Required : boolean = false, Scope(property, reference, method, parameter);\n"                   \
        "Qualifier MaxLen : uint32, Scope(property, method, parameter);\n"                                         \
        "Qualifier Values : string[], Scope(property, method, parameter), Flavor(Translatable);\n"                 \
        "Qualifier Version : string, Scope(class, association, indication), Flavor(Restricted, Translatable);\n"   \
        "Qualifier EmbeddedInstance : string, Scope(property, method, parameter);\n"                               \
        "Qualifier EmbeddedObject : boolean = false, Scope(property, method, parameter);\n"

static inline MofSchema *test_read(const MofOptions *options, const char *text, int expected)
{
        MofSchema *schema;
        int r = mof_read_text(&schema, options, "test.mof", text, strlen(text));

        if (r != expected && schema) {
                Buffer buffer = BUFFER_INIT;

                mof_messages_print(&buffer, &schema->messages);
                print_message("%s", buffer_text(&buffer));
                buffer_deinit(&buffer);
        }
        assert_int_equal(r, expected);
        assert_non_null(schema);
        return schema;
}

/* Of a text without errors */
static inline MofSchema *test_good(const char *text)
{
        MofSchema *schema = test_read(NULL, text, 0);

        assert_int_equal(schema->messages.errors, 0);
        return schema;
}

static inline const MI_ClassDecl *test_class(const MofSchema *schema, const char *name)
{
        const MofClass *class = mof_schema_find_class(schema, name);

        assert_non_null(class);
        return &class->decl;
}

static inline const MI_PropertyDecl *test_property(const MofSchema *schema, const char *class_name, const char *name)
{
        const MI_ClassDecl *decl = test_class(schema, class_name);

        for (uint32_t i = 0; i < decl->numProperties; i++)
                if (strcmp(decl->properties[i]->name, name) == 0)
                        return decl->properties[i];
        fail_msg("no property %s", name);
        return NULL;
}
