#pragma once

/*
 * Operations: requests while they are served
 *
 * An Operation is a sequence of steps, each of which calls at most one provider function: a get is one, a get that the provider does not
 * support is followed by an enumeration, a deep enumeration has one for each class. A step runs on the thread that read the request;
 * when the provider posts its final result later and from elsewhere, the next step is queued for another thread.
 *
 * A verb gives two functions. `accept` judges what the provider posts: goes on to the client, is of no interest, or is a mistake of the
 * provider. `final` sees the final result of each call and either sets `next` or ends the operation with operation_finish().
 */

#include <MI.h>
#include <stdatomic.h>

#include "dispatch/channel.h"
#include "dispatch/context.h"
#include "dispatch/module.h"
#include "dispatch/problem.h"
#include "query/filter.h"
#include "util/account.h"
#include "util/list.h"
#include "wire/request.h"

typedef struct Subscription Subscription;

enum {
        OPERATION_SPACE = 768,
};

typedef enum Verdict {
        VERDICT_SEND,
        VERDICT_DROP,
        VERDICT_REFUSE, /* op->problem was set: the operation ends with it, the post fails */
} Verdict;

struct Operation {
        atomic_uint references;
        Server *server;
        Channel *channel; /* a reference */
        uint64_t id;
        Frame frame; /* kept: the request points into it */
        const char *why_malformed;
        bool is_charged;      /* to the identity's account */
        List run_link;        /* Server.run_queue or Identity.waiting */
        bool counted;         /* in Identity.running */
        bool holds_up;        /* a subscription that is not in force yet: see Channel.held; under the channel's lock */
        uint64_t deadline_ns; /* 0: none */
        uint64_t started_ns;

        Provider *provider;         /* of the current call */
        _Atomic(Provider *) called; /* the same for who cancels: `provider` belongs to the thread of the steps */
        void (*step)(Operation *operation); /* what operation_run() is to begin with */
        void (*next)(Operation *operation); /* set by `final`: what to do when the call is over */
        uint32_t n_calls;
        atomic_bool in_function; /* a provider's function has not returned */
        List overdue_link;       /* Server.overdue, with a reference */
        uint64_t overdue_ns;     /* when it is to have returned */
        bool is_streaming;       /* any number of instances: the first one goes out at once */
        Verdict (*accept)(Operation *operation, const MI_Instance *instance);
        void (*final)(Operation *operation, Problem *problem);

        /* of the verbs */
        Provider **targets; /* classes to call one after the other; in request.arena */
        uint32_t n_targets;
        uint32_t next_target;
        MI_Instance *argument; /* static instance for the provider, in request.arena */
        MI_Instance *parameters;
        MI_Instance *keys; /* ours: of the instance looked for, or read back */
        const MI_MethodDecl *method;
        Query *query; /* ours */
        MI_Filter filter;
        MI_PropertySet property_set;
        bool has_property_set;
        atomic_uint posted;                                  /* instances accepted in this call */
        void (*retry)(Operation *operation);                 /* get: what to try when there is no such instance */
        void (*got)(Operation *operation, Problem *problem); /* get: instead of ending the operation */
        bool is_read_back; /* modify: what is read back was not asked for, errors do not count */
        struct Association *association;
        Subscription *subscription; /* ours */

        /* under the channel's lock */
        Selection selection;
        int64_t credit;
        uint32_t sent;          /* instances sent altogether */
        atomic_bool has_packed; /* an instance or a part of a stream */
        bool ended;             /* RESULT was packed, or nobody takes it any more */
        bool is_abandoned;      /* the client is not interested: cancelled, or gone */
        MI_CancellationReason reason;
        /* There has been a cancel_callback or a problem: the final result is to look, under the lock. */
        atomic_bool has_remark;
        MI_CancelCallback cancel_callback;
        void *cancel_data;
        bool in_cancel_callback;
        uint32_t n_waiting;        /* messages since the buffer was empty */
        uint32_t prompt;           /* the number of the last one */
        uint32_t answered;         /* the number of the last one that was answered */
        uint32_t answer;           /* MI_OperationCallback_ResponseType */
        uint32_t n_told;           /* messages and reports */
        uint32_t waits_for_client; /* threads of it that do */
        uint32_t heard;            /* as of the last look: see silence.h */
        uint64_t silent_since_ns;
        bool is_silent;    /* ended for that reason */
        bool is_prompting; /* one thread asks at a time */
        bool has_answer_to_all;
        bool answer_to_all;
        Problem problem; /* a provider's mistake: replaces its result */

        /* From here on not zeroed: request_parse() does so with its part, */
        Request request;
        _Alignas(16) uint8_t space[OPERATION_SPACE]; /* and here a small request's frame lies */
};

/*
 * Takes the frame over. The request is parsed; why_malformed is set if it makes no sense. The channel does not know of it before
 * operations_register(). FRAME_INVALID: give the channel up.
 */
int operation_new(Operation **operationp, Channel *channel, Frame *frame);
/* Operations of the channel, a list by their run_link. FRAME_INVALID: an id is in use; those from it on are gone from the list. */
int operations_register(Channel *channel, List *operations);
Operation *operation_ref(Operation *operation);
Operation *operation_unref(Operation *operation);

/* Runs the steps that are due. Takes the reference. */
void operation_run(Operation *operation);

/* Sends the result and forgets the operation; the first call wins. The problem is moved from, NULL means OK. */
void operation_finish(Operation *operation, Problem *problem);
void operation_fail(Operation *operation, MI_Result result, const char *format, ...) _printf_(3, 4);

/* From the client: it wants no more of it, or its time is up. `silent`: it does not even want the result. */
void operation_cancel(Operation *operation, MI_CancellationReason reason, bool silent);
void operation_credit(Operation *operation, uint32_t bytes);

/*
 * For steps that wait for somebody else without a context: who is to be told of a cancellation. False: it has been cancelled. After
 * operation_forget_cancel() the callback is neither called nor still running.
 */
bool operation_on_cancel(Operation *operation, MI_CancelCallback callback, void *data);
void operation_forget_cancel(Operation *operation);
void operation_answer(Operation *operation, uint32_t prompt, uint32_t answer);

/* The call should long have returned: says so if it has not. */
void operation_check_overdue(Operation *operation);

/* The lock is held: see has_remark. */
static inline void operation_remark(Operation *operation)
{
        atomic_store_explicit(&operation->has_remark, true, memory_order_release);
}

/* From contexts */
MI_Result operation_post_instance(Operation *operation, Context *context, const MI_Instance *instance);
void operation_post_final(Operation *operation, Context *context, Problem *problem);
/* Function returned and final result posted: the next step may begin. */
void operation_call_ended(Operation *operation);

/*
 * For verbs: makes the context of a call. NULL: the operation has been ended with an error. The caller calls the provider's function
 * between operation_call_begin and operation_call_end.
 */
Context *operation_call_begin(Operation *operation, Provider *provider, const char *function);
void operation_call_end(Operation *operation, Context *context);

/* Packs and sends an instance: waits for credit. False: nobody takes it. */
bool operation_send_instance(Operation *operation, const MI_Instance *instance);

/* Replaces the problem by what went wrong while sending, or the cancellation, if anything did. */
void operation_take_problem(Operation *operation, Problem *problem);

/* A warning of ours for the client, if it takes messages. */
void operation_warn(Operation *operation, const char *format, ...) _printf_(2, 3);

/* Waits until there is credit and room; with the channel's lock held. False: the operation ended meanwhile. */
bool operation_wait_for_credit(Operation *operation);

DEFINE_CLEANUP(Operation *, operation_unref);
