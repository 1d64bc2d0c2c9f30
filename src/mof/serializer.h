#pragma once

/*
 * MOF as the format of MI's serializer and deserializer
 *
 * Function tables behind MI_Serializer and MI_Deserializer handles of the format MI_MOF_CIMV2_EXTV1. The text is UTF-8.
 */

#include <MI.h>

/* What the two functions behind those of MI_DeserializerFT are called with: pairs of context and function, any of them NULL. */
typedef struct MofCallbacks {
        void *class_needed_context;
        MI_Deserializer_ClassObjectNeeded class_needed;
        void *include_context;
        MI_Result(MI_CALL *include)(void *context, const MI_Char *name, MI_Uint8 **content, MI_Uint32 *size);
        MI_Result(MI_CALL *include_free)(void *context, MI_Uint8 *content);
        void *instance_result_context;
        void *instance_result;
        void *class_result_context;
        void *class_result;
        void *class_needed_on_id_context;
        void *class_needed_on_id;
        void *class_and_id_context;
        void *class_and_id;
        void *qualifier_needed_context;
        void *qualifier_needed;
} MofCallbacks;

/* An array that its receiver deletes by its own function table, in reserved2. */
typedef struct MofExtendedArray MofExtendedArray;

typedef struct MofExtendedArrayFT {
        MI_Result(MI_CALL *Delete)(MofExtendedArray *self);
} MofExtendedArrayFT;

struct MofExtendedArray {
        MI_Array array; /* of MI_Class * or MI_Instance * */
        ptrdiff_t reserved1;
        ptrdiff_t reserved2; /* its MofExtendedArrayFT */
        ptrdiff_t reserved3;
        ptrdiff_t reserved4;
};

typedef struct MofDeserializerFT {
        MI_DeserializerFT common;
        MI_Result(MI_CALL *class_array)(MI_Deserializer *self, MI_Uint32 flags, MI_OperationOptions *options,
                                        void *callbacks, MI_Uint8 *buffer, MI_Uint32 size, void *classes,
                                        const MI_Char *server_name, const MI_Char *name_space, MI_Uint32 *read,
                                        void **result, MI_Instance **error);
        MI_Result(MI_CALL *instance_array)(MI_Deserializer *self, MI_Uint32 flags, MI_OperationOptions *options,
                                           void *callbacks, MI_Uint8 *buffer, MI_Uint32 size, void *classes,
                                           MI_Uint32 *read, void **result, MI_Instance **error);
} MofDeserializerFT;

extern const MI_SerializerFT mof_serializer_ft;
extern const MofDeserializerFT mof_deserializer_ft;
