/* Query text from anybody: parsed in both dialects, then evaluated on an instance with a value of several types. */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "model/instance.h"
#include "query/query.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static MI_Instance *make_instance(void)
{
        MI_Uint32 numbers[] = { 1, 2, 3 };
        MI_Instance *instance = NULL, *inner = NULL;
        MI_Value value;

        if (instance_new_dynamic(&instance, "T", 0) || instance_new_dynamic(&inner, "T", 0))
                abort();
        value.uint32 = 5;
        MI_Instance_AddElement(instance, "a", &value, MI_UINT32, 0);
        MI_Instance_AddElement(inner, "a", &value, MI_UINT32, MI_FLAG_KEY);
        value.string = (MI_Char *)(uintptr_t) "text";
        MI_Instance_AddElement(instance, "b", &value, MI_STRING, 0);
        value.real64 = 2.5;
        MI_Instance_AddElement(instance, "c", &value, MI_REAL64, 0);
        value.boolean = MI_TRUE;
        MI_Instance_AddElement(instance, "d", &value, MI_BOOLEAN, 0);
        memset(&value, 0, sizeof(value));
        MI_Instance_AddElement(instance, "e", &value, MI_DATETIME, 0);
        value.uint32a.data = numbers;
        value.uint32a.size = 3;
        MI_Instance_AddElement(instance, "f", &value, MI_UINT32A, 0);
        value.instance = inner;
        MI_Instance_AddElement(instance, "g", &value, MI_INSTANCE, 0);
        value.instancea.data = &inner;
        value.instancea.size = 1;
        MI_Instance_AddElement(instance, "i", &value, MI_INSTANCEA, 0);
        value.instance = inner;
        MI_Instance_AddElement(instance, "h", &value, MI_REFERENCE, 0);
        instance_delete(inner);
        return instance;
}

static void try_query(const char *language, const char *text, const MI_Instance *instance)
{
        const QueryClass class = { .name = "T", .super_class = "S" };
        QueryError error;
        Query *query = NULL;
        MI_Value value;

        if (query_parse(&query, language, text, &error)) {
                if (!error.message[0] || !memchr(error.message, 0, sizeof(error.message)))
                        abort();
                return;
        }
        if (query->kind == QUERY_META_CLASS)
                query_matches_class(query, &class, NULL);
        else if (query->kind == QUERY_SELECT)
                query_matches(query, instance, NULL);
        for (size_t i = 0; i < query->n_terms; i++)
                for (int type = 0; type < 16; type++)
                        query_literal_value(&query->terms[i].literal, (MI_Type)type, &value);
        for (size_t i = 0; i < query->n_values; i++)
                if (query_values(query, query->values[i].property) != &query->values[i] || !query->values[i].count)
                        abort();
        query_free(query);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
        static MI_Instance *instance;
        char *text = malloc(size + 1);

        if (!text)
                return 0;
        if (!instance)
                instance = make_instance();
        memcpy(text, data, size);
        text[size] = 0;
        try_query("WQL", text, instance);
        try_query("CQL", text, instance);
        free(text);
        return 0;
}
