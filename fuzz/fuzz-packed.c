/*
 * A packed instance of any content: read, cloned, written to, packed again
 */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "model/path.h"
#include "model/value.h"
#include "wire/packed.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void use(MI_Instance *instance)
{
        MI_Instance *clone = NULL, *dynamic = NULL, *keys = NULL;
        Buffer buffer = BUFFER_INIT;
        PackedInstance again;
        Element element;

        for (uint32_t i = 0; instance_element(instance, i, &element); i++)
                instance_find(instance, element.name, &element);
        path_print(&buffer, instance);
        buffer_clear(&buffer);
        if (packed_append(&buffer, instance, NULL) == 0) {
                /* what we pack we take */
                if (packed_init(&again, buffer.data, buffer.size, NULL, 0, NULL) != 0)
                        abort();
                packed_deinit(&again);
        }
        if (instance_clone(&clone, instance) == 0) {
                MI_Instance_AddElement(clone, "added", NULL, MI_STRING, 0);
                MI_Instance_ClearElementAt(clone, 0);
        }
        instance_clone_keys(&keys, instance, NULL);
        if (instance_clone_dynamic(&dynamic, instance) == 0)
                instance_equal(dynamic, instance);
        instance_delete(clone);
        instance_delete(keys);
        instance_delete(dynamic);
        buffer_deinit(&buffer);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
        PackedInstance packed;
        void *copy = malloc(size ? size : 1); /* aligned, and nothing behind it */

        if (!copy)
                return 0;
        if (size)
                memcpy(copy, data, size);
        if (packed_init(&packed, copy, size, NULL, PACKED_MODIFIED, NULL) == 0) {
                use(packed_instance(&packed));
                packed_deinit(&packed);
        }
        free(copy);
        return 0;
}
