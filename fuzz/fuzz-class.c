/*
 * A packed class of any content: decoded, looked at through MI_Class, packed again
 */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "model/class.h"
#include "wire/class.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void use(const MI_ClassDecl *decl)
{
        MI_Class *class_object = NULL;
        Buffer buffer = BUFFER_INIT;
        MI_QualifierSet qualifiers;
        MI_Value value;
        MI_Type type;
        MI_Uint32 flags;

        if (class_new_copy(&class_object, decl, "root/fuzz", NULL) == 0) {
                for (MI_Uint32 i = 0; MI_Class_GetElementAt(class_object, i, NULL, &value, NULL, &type, NULL,
                                                            &qualifiers, &flags) == MI_RESULT_OK;
                     i++) {
                        for (MI_Uint32 j = 0; MI_QualifierSet_GetQualifierAt(&qualifiers, j, NULL, &type, &flags,
                                                                             &value) == MI_RESULT_OK;
                             j++)
                                continue;
                }
        }
        packed_class_append(&buffer, decl);
        buffer_deinit(&buffer);
        class_delete(class_object);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
        MI_ClassDecl *decl;
        Arena arena;
        void *copy = malloc(size ? size : 1);

        if (!copy)
                return 0;
        if (size)
                memcpy(copy, data, size);
        arena_init(&arena, 0);
        if (packed_class_parse(&arena, copy, size, &decl, NULL) == 0)
                use(decl);
        arena_deinit(&arena);
        free(copy);
        return 0;
}
