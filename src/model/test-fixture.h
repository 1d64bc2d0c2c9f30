#pragma once

/*
 * Classes and instances for the unit tests of model and wire
 */

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include <MI.h>

#include "model/decl.h"
#include "model/instance.h"
#include "model/value.h"
#include "util/text.h"

/* As generated code would declare it */
typedef struct Person {
        MI_Instance base;
        MI_ConstUint32Field Id; /* key */
        MI_ConstStringField Name;
        MI_ConstUint64Field Size;
        MI_ConstBooleanField Active;
        MI_ConstStringField Comment;
} Person;

static const MI_Char *const person_description = "Somebody";
static const MI_Qualifier person_qualifier = { "Description", MI_STRING, MI_FLAG_TOSUBCLASS, &person_description };
static const MI_Boolean fixture_true = MI_TRUE;
static const MI_Qualifier key_qualifier = { "Key", MI_BOOLEAN, MI_FLAG_TOSUBCLASS, &fixture_true };
static const MI_Qualifier *const person_qualifiers[] = { &person_qualifier };
static const MI_Qualifier *const id_qualifiers[] = { &key_qualifier };
static const MI_Char *const comment_default = "none";

#define FIXTURE_CODE(first, last, size) ((MI_Uint32)(first) << 16 | (MI_Uint32)(last) << 8 | (size))

static const MI_PropertyDecl id_property = { MI_FLAG_PROPERTY | MI_FLAG_KEY,
                                             FIXTURE_CODE('i', 'd', 2),
                                             "Id",
                                             id_qualifiers,
                                             1,
                                             MI_UINT32,
                                             NULL,
                                             0,
                                             offsetof(Person, Id),
                                             "T_Base",
                                             "T_Base",
                                             NULL };
static const MI_PropertyDecl name_property = { MI_FLAG_PROPERTY,
                                               FIXTURE_CODE('n', 'e', 4),
                                               "Name",
                                               NULL,
                                               0,
                                               MI_STRING,
                                               NULL,
                                               0,
                                               offsetof(Person, Name),
                                               "T_Person",
                                               "T_Person",
                                               NULL };
static const MI_PropertyDecl size_property = { MI_FLAG_PROPERTY,
                                               FIXTURE_CODE('s', 'e', 4),
                                               "Size",
                                               NULL,
                                               0,
                                               MI_UINT64,
                                               NULL,
                                               0,
                                               offsetof(Person, Size),
                                               "T_Person",
                                               "T_Person",
                                               NULL };
static const MI_PropertyDecl active_property = { MI_FLAG_PROPERTY,
                                                 FIXTURE_CODE('a', 'e', 6),
                                                 "Active",
                                                 NULL,
                                                 0,
                                                 MI_BOOLEAN,
                                                 NULL,
                                                 0,
                                                 offsetof(Person, Active),
                                                 "T_Person",
                                                 "T_Person",
                                                 NULL };
static const MI_PropertyDecl comment_property = { MI_FLAG_PROPERTY,
                                                  FIXTURE_CODE('c', 't', 7),
                                                  "Comment",
                                                  NULL,
                                                  0,
                                                  MI_STRING,
                                                  NULL,
                                                  0,
                                                  offsetof(Person, Comment),
                                                  "T_Person",
                                                  "T_Person",
                                                  &comment_default };
static const MI_PropertyDecl *const person_properties[] = { &id_property, &name_property, &size_property,
                                                            &active_property, &comment_property };

/* Rename(in Text, out Old, stream Progress) returning uint32 */
typedef struct PersonRename {
        MI_Instance base;
        MI_ConstUint32Field MIReturn;
        MI_ConstStringField Text;
        MI_ConstStringField Old;
} PersonRename;

static const MI_ParameterDecl return_parameter = {
        MI_FLAG_PARAMETER | MI_FLAG_OUT, FIXTURE_CODE('m', 'n', 8), "MIReturn", NULL, 0, MI_UINT32, NULL, 0,
        offsetof(PersonRename, MIReturn)
};
static const MI_ParameterDecl text_parameter = {
        MI_FLAG_PARAMETER | MI_FLAG_IN, FIXTURE_CODE('t', 't', 4), "Text", NULL, 0, MI_STRING, NULL, 0,
        offsetof(PersonRename, Text)
};
static const MI_ParameterDecl old_parameter = {
        MI_FLAG_PARAMETER | MI_FLAG_OUT, FIXTURE_CODE('o', 'd', 3), "Old", NULL, 0, MI_STRING, NULL, 0,
        offsetof(PersonRename, Old)
};
static const MI_ParameterDecl stream_parameter = { MI_FLAG_PARAMETER | MI_FLAG_OUT | MI_FLAG_STREAM,
                                                   FIXTURE_CODE('p', 's', 8),
                                                   "Progress",
                                                   NULL,
                                                   0,
                                                   MI_STRINGA,
                                                   NULL,
                                                   0,
                                                   DECL_STREAM_OFFSET };
static const MI_ParameterDecl *const rename_parameters[] = { &return_parameter, &text_parameter, &old_parameter,
                                                             &stream_parameter };
static const MI_MethodDecl rename_method = { .flags = MI_FLAG_METHOD,
                                             .code = FIXTURE_CODE('r', 'e', 6),
                                             .name = "Rename",
                                             .parameters = rename_parameters,
                                             .numParameters = 4,
                                             .size = sizeof(PersonRename),
                                             .returnType = MI_UINT32,
                                             .origin = "T_Person",
                                             .propagator = "T_Person" };
static const MI_MethodDecl *const person_methods[] = { &rename_method };

static const MI_PropertyDecl *const base_properties[] = { &id_property };
static const MI_ClassDecl base_decl = { .flags = MI_FLAG_CLASS | MI_FLAG_ABSTRACT,
                                        .code = FIXTURE_CODE('t', 'e', 6),
                                        .name = "T_Base",
                                        .properties = base_properties,
                                        .numProperties = 1,
                                        .size = offsetof(Person, Name) };
static const MI_ClassDecl person_decl = { .flags = MI_FLAG_CLASS,
                                          .code = FIXTURE_CODE('t', 'n', 8),
                                          .name = "T_Person",
                                          .qualifiers = person_qualifiers,
                                          .numQualifiers = 1,
                                          .properties = person_properties,
                                          .numProperties = 5,
                                          .size = sizeof(Person),
                                          .superClass = "T_Base",
                                          .superClassDecl = &base_decl,
                                          .methods = person_methods,
                                          .numMethods = 1 };

static inline void fixture_set_string(MI_Instance *instance, const char *name, const char *text)
{
        MI_Value value = { .string = (MI_Char *)text };

        assert_int_equal(MI_Instance_SetElement(instance, name, &value, MI_STRING, 0), MI_RESULT_OK);
}

/* As a provider would fill it: scalars by direct writes, strings through the table */
static inline MI_Instance *fixture_person(uint32_t id)
{
        MI_Instance *instance;
        Person *person;

        assert_int_equal(instance_new(&instance, &person_decl, NULL), 0);
        person = (Person *)instance;
        person->Id = (MI_ConstUint32Field){ .value = id, .exists = MI_TRUE };
        person->Size = (MI_ConstUint64Field){ .value = UINT64_C(1) << 40, .exists = MI_TRUE };
        person->Active = (MI_ConstBooleanField){ .value = MI_TRUE, .exists = MI_TRUE };
        fixture_set_string(instance, "Name", "Ada Lovelace");
        return instance;
}

/* A class with a property of each of the 32 types, named "p<number>", and p99 that stays null */
static inline MI_ClassDecl *fixture_all_types(Arena *arena)
{
        MI_ClassDecl *decl = arena_zalloc(arena, sizeof(*decl));
        MI_PropertyDecl **properties = arena_zalloc(arena, 33 * sizeof(*properties));

        for (unsigned i = 0; i < 33; i++) {
                properties[i] = arena_zalloc(arena, sizeof(**properties));
                properties[i]->flags = MI_FLAG_PROPERTY | (i == MI_STRING ? MI_FLAG_KEY : 0);
                properties[i]->name = arena_printf(arena, "p%u", i == 32 ? 99 : i);
                properties[i]->code = text_code(properties[i]->name);
                properties[i]->type = i == 32 ? MI_UINT16 : i;
        }
        decl->flags = MI_FLAG_CLASS;
        decl->name = "T_All";
        decl->code = text_code(decl->name);
        decl->properties = (const MI_PropertyDecl *const *)properties;
        decl->numProperties = 33;
        decl_layout(decl);
        return decl;
}

/* A value of the type; the memory is static, `inner` is used for instances and references. */
static inline MI_Value fixture_value(MI_Type type, MI_Instance *inner)
{
        static MI_Uint64 numbers[3] = { 1, UINT64_C(0xFFFFFFFFFFFFFFFF), 0x8000000000000001 };
        static MI_Real64 reals[3] = { 0.5, -1e300, 3.0 };
        static MI_Real32 short_reals[3] = { 0.25f, -1e30f, 3.0f };
        static MI_Char *strings[3] = { "alpha", "",
                                       ("gr\xc3\xbc\xc3\x9f"
                                        "e") };
        static MI_Datetime datetimes[2] = { { 1, { .timestamp = { 2024, 2, 29, 12, 30, 59, 123456, -60 } } },
                                            { 0, { .interval = { 3, 4, 5, 6, 7, 0, 0, 0 } } } };
        static MI_Instance *instances[2];
        MI_Value value;

        memset(&value, 0, sizeof(value));
        instances[0] = instances[1] = inner;
        if (type_is_array(type)) {
                value.array.size = 3;
                switch ((unsigned)type_scalar(type)) {
                case MI_STRING:
                        value.array.data = strings;
                        break;
                case MI_REAL64:
                        value.array.data = reals;
                        break;
                case MI_REAL32:
                        value.array.data = short_reals;
                        break;
                case MI_DATETIME:
                        value.array.data = datetimes;
                        value.array.size = 2;
                        break;
                case MI_REFERENCE:
                case MI_INSTANCE:
                        value.array.data = instances;
                        value.array.size = 2;
                        break;
                default:
                        value.array.data = numbers;
                }
                return value;
        }
        switch ((unsigned)type) {
        case MI_BOOLEAN:
                value.boolean = MI_TRUE;
                break;
        case MI_REAL32:
                value.real32 = -2.5f;
                break;
        case MI_REAL64:
                value.real64 = 1e-7;
                break;
        case MI_DATETIME:
                value.datetime = datetimes[0];
                break;
        case MI_STRING:
                value.string = "a string";
                break;
        case MI_REFERENCE:
        case MI_INSTANCE:
                value.instance = inner;
                break;
        default:
                memcpy(&value, &numbers[2], type_size(type));
        }
        return value;
}

/* Of that class (static), or the same elements in a dynamic one if decl is NULL */
static inline MI_Instance *fixture_all_values(const MI_ClassDecl *decl)
{
        MI_Instance *inner = fixture_person(7), *instance;

        if (decl)
                assert_int_equal(instance_new(&instance, decl, NULL), 0);
        else
                assert_int_equal(instance_new_dynamic(&instance, "T_All", MI_FLAG_CLASS), 0);
        for (unsigned i = 0; i < 32; i++) {
                MI_Value value = fixture_value((MI_Type)i, inner);
                char name[8];

                snprintf(name, sizeof(name), "p%u", i);
                if (decl)
                        assert_int_equal(MI_Instance_SetElement(instance, name, &value, (MI_Type)i, 0), MI_RESULT_OK);
                else
                        assert_int_equal(MI_Instance_AddElement(instance, name, &value, (MI_Type)i,
                                                                MI_FLAG_PROPERTY | (i == MI_STRING ? MI_FLAG_KEY : 0)),
                                         MI_RESULT_OK);
        }
        if (!decl)
                assert_int_equal(MI_Instance_AddElement(instance, "p99", NULL, MI_UINT16, 0), MI_RESULT_OK);
        assert_int_equal(MI_Instance_SetNameSpace(instance, "root/test"), MI_RESULT_OK);
        instance_delete(inner);
        return instance;
}
