/* Names of CIM types in generated code: see names.h */

#include "convert/names.h"

#include <stdio.h>
#include <string.h>

#include "util/macro.h"

static const TypeNames names[] = {
        [MI_BOOLEAN] = { "MI_Boolean", "Boolean", "BOOLEAN" },
        [MI_UINT8] = { "MI_Uint8", "Uint8", "UINT8" },
        [MI_SINT8] = { "MI_Sint8", "Sint8", "SINT8" },
        [MI_UINT16] = { "MI_Uint16", "Uint16", "UINT16" },
        [MI_SINT16] = { "MI_Sint16", "Sint16", "SINT16" },
        [MI_UINT32] = { "MI_Uint32", "Uint32", "UINT32" },
        [MI_SINT32] = { "MI_Sint32", "Sint32", "SINT32" },
        [MI_UINT64] = { "MI_Uint64", "Uint64", "UINT64" },
        [MI_SINT64] = { "MI_Sint64", "Sint64", "SINT64" },
        [MI_REAL32] = { "MI_Real32", "Real32", "REAL32" },
        [MI_REAL64] = { "MI_Real64", "Real64", "REAL64" },
        [MI_CHAR16] = { "MI_Char16", "Char16", "CHAR16" },
        [MI_DATETIME] = { "MI_Datetime", "Datetime", "DATETIME" },
        [MI_STRING] = { "MI_Char*", "String", "STRING" },
        [MI_REFERENCE] = { "MI_Instance*", "Reference", "REFERENCE" },
        [MI_INSTANCE] = { "MI_Instance*", "Instance", "INSTANCE" },
};

const TypeNames *type_names(MI_Type type)
{
        return &names[(unsigned)type & 15];
}

const char *type_constant(char out[TYPE_CONSTANT_MAX], MI_Type type)
{
        snprintf(out, TYPE_CONSTANT_MAX, "MI_%s%s", type_names(type)->constant, (unsigned)type & MI_ARRAY ? "A" : "");
        return out;
}

bool name_is_c_keyword(const char *name)
{
        static const char *const keywords[] = {
                "auto",   "break",    "case",     "char",     "const", "continue", "default", "do",     "double",
                "else",   "enum",     "extern",   "float",    "for",   "goto",     "if",      "inline", "int",
                "long",   "register", "restrict", "return",   "short", "signed",   "sizeof",  "static", "struct",
                "switch", "typedef",  "union",    "unsigned", "void",  "volatile", "while",
        };

        for (size_t i = 0; i < ARRAY_SIZE(keywords); i++)
                if (strcmp(name, keywords[i]) == 0)
                        return true;
        return false;
}
