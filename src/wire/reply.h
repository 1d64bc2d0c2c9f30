#pragma once

/*
 * Replies
 *
 * What a host says about a running operation: any number of results and events, then one RESULT. The packing functions append whole frames
 * to the channel's send buffer; reply_parse() looks at a received one in place. Frames of instances, indications, classes and streamed
 * parameters count against the operation's credit (frame_is_credited(), frame_cost()): a packing function tells the cost of the frame
 * that it has appended, SHAPEs before it not counted.
 */

#include <stdbool.h>
#include <stdint.h>

#include <MI.h>

#include "util/arena.h"
#include "util/buffer.h"
#include "wire/frame.h"
#include "wire/packed.h"
#include "wire/shape.h"

enum {
        _REPLY_SUCCESS,

        REPLY_INVALID, /* give up the channel */
};

enum {
        REPLY_TEXT_MAX = 64 * 1024, /* bytes of a message, longer ones are cut */
};

int reply_instance(Buffer *buffer, uint64_t operation, const MI_Instance *instance, ShapeSender *sender,
                   Selection *selection, uint32_t *costp);
int reply_indication(Buffer *buffer, uint64_t operation, const MI_Instance *instance, const char *bookmark,
                     const char *machine_id, ShapeSender *sender, Selection *selection, uint32_t *costp);
/* The declaration's superclasses travel with it, up to the root. */
int reply_class(Buffer *buffer, uint64_t operation, const MI_ClassDecl *decl, const char *name_space,
                const char *server_name, uint32_t *costp);
int reply_message(Buffer *buffer, uint64_t operation, uint32_t channel, const char *text);
int reply_progress(Buffer *buffer, uint64_t operation, const char *activity, const char *current_operation,
                   const char *status, uint32_t percent, uint32_t seconds);
/* wants_answer: the host waits for FRAME_ANSWER with this id (inquire); else it only reports. */
int reply_prompt(Buffer *buffer, uint64_t operation, uint32_t prompt, MI_PromptType type, const char *text,
                 bool wants_answer);
int reply_write_error(Buffer *buffer, uint64_t operation, uint32_t prompt, const MI_Instance *error, bool wants_answer);
int reply_stream(Buffer *buffer, uint64_t operation, const char *name, MI_Type type, const MI_Value *value,
                 uint32_t *costp);
/* message and error may be NULL; a missing message is taken from the error. */
int reply_result(Buffer *buffer, uint64_t operation, MI_Result result, const char *message, const MI_Instance *error);

typedef struct Reply {
        FrameType type;
        uint64_t operation;

        MI_Result result; /* RESULT */
        const char *
                text; /* RESULT, MESSAGE, PROMPT: message or NULL; PROGRESS: activity; STREAM: name; INDICATION: bookmark */
        const char *text2; /* PROGRESS: current operation; INDICATION: machine id; CLASS: namespace */
        const char *text3; /* PROGRESS: status; CLASS: server name */
        uint32_t number;   /* MESSAGE: channel; PROGRESS: percent; PROMPT, WRITE_ERROR: prompt id */
        uint32_t number2;  /* PROGRESS: seconds; PROMPT: MI_PromptType */
        bool wants_answer; /* PROMPT, WRITE_ERROR */

        MI_Instance *
                instance; /* INSTANCE, INDICATION: the result; RESULT, WRITE_ERROR: the error, or NULL. Points to `packed`. */
        PackedInstance packed;

        MI_Type value_type; /* STREAM */
        MI_Value value;

        MI_Class *class_object; /* CLASS: on the heap, reply_deinit() deletes it unless it is stolen */
        Arena arena;            /* STREAM's arrays */
} Reply;

/*
 * Any frame of a host but HELLO, SHAPE and GOAWAY. The reply points into the frame. 0, REPLY_INVALID or -ENOMEM; only after 0 it must be
 * ended with reply_deinit(). INSTANCE frames cost no allocation.
 */
int reply_parse(Reply *reply, const Frame *frame, const ShapeTable *shapes);
void reply_deinit(Reply *reply); /* a zeroed one is fine */
