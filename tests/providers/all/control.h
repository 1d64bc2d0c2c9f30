#pragma once

/*
 * Methods of Test_Control
 */

#include "Test_Control.h"
#include "all.h"

/* The head of a method; arguments that it has no use for are fine. */
#define METHOD(name)                                                                                                          \
        void MI_CALL Test_Control_Invoke_##name(Test_Control_Self *self, MI_Context *context, const MI_Char *nameSpace,       \
                                                const MI_Char *className, const MI_Char *methodName,                          \
                                                const Test_Control *instanceName, const Test_Control_##name *in)

/* An input that is there */
#define GIVEN(member) (in && in->member.exists)

/* Posts the parameters (of an operation that went well so far), destructs them and ends the operation. */
void control_finish(MI_Context *context, MI_Instance *parameters, MI_Result result);

/* Frees what calls have left behind. */
void control_unload(void);
