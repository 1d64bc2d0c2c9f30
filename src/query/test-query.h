#pragma once

/* What the tests of queries share: an instance and its class */

#include "model/instance.h"
#include "query/query.h"

/*
 * class T_Base { [Key] string Name; };
 * class T_Thing : T_Base { uint8 U8; … uint64 U64; sint8 S8; … sint64 S64; real32 R32; real64 R64; boolean B; char16 C; datetime When;
 *     datetime Length; string Text; string Nothing; uint32 Numbers[]; string Texts[]; T_Thing REF Ref;
 *     [EmbeddedInstance("T_Thing")] string Inner; [EmbeddedInstance("T_Thing")] string Inners[]; };
 */
extern const MI_ClassDecl test_base_decl, test_thing_decl;

MI_Instance *test_thing(void);                   /* with values */
MI_Instance *test_empty(const char *class_name); /* without elements */
void test_set(MI_Instance *instance, const char *name, MI_Type type, MI_Value value);
