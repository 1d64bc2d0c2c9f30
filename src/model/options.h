#pragma once

/*
 * Operation, destination and subscription delivery options
 *
 * One table of named, typed options plus credentials behind the three handles of the API. A later Set of the same name replaces. The
 * handles are filled here and freed by their own Delete. Passwords are wiped when freed.
 */

#include <stdbool.h>
#include <stdint.h>

#include <MI.h>

enum {
        OPTIONS_MAX = 256, /* options, and credentials, of one object */
};

typedef struct Option {
        char *name;
        MI_Type type;    /* MI_STRING, MI_UINT32, MI_DATETIME (intervals, too), any for custom ones */
        MI_Value value;  /* owned */
        MI_Uint32 flags; /* as given to the setter */
        bool is_custom;
        bool must_comply; /* custom ones: fail if nobody understands it */
} Option;

typedef struct Options Options;

int operation_options_init(MI_OperationOptions *options, bool must_understand);
int destination_options_init(MI_DestinationOptions *options);
int subscription_options_init(MI_SubscriptionDeliveryOptions *options, MI_SubscriptionDeliveryType type);

/* For MI_ClientFT_V1 */
const MI_OperationOptionsFT *operation_options_ft(void);
const MI_DestinationOptionsFT *destination_options_ft(void);
const MI_SubscriptionDeliveryOptionsFT *subscription_options_ft(void);

/* The table behind a handle; NULL for a handle that is NULL, empty or not ours. */
const Options *operation_options(const MI_OperationOptions *options);
const Options *destination_options(const MI_DestinationOptions *options);
const Options *subscription_options(const MI_SubscriptionDeliveryOptions *options);

uint32_t options_count(const Options *options);
const Option *options_at(const Options *options, uint32_t index);
const Option *options_find(const Options *options, const char *name); /* without case; NULL options are fine */
const char *options_string(const Options *options, const char *name); /* NULL if there is none */
bool options_number(const Options *options, const char *name, uint32_t *numberp);
bool options_interval(const Options *options, const char *name, MI_Interval *intervalp);
bool options_must_understand(const Options *options);
/* Milliseconds of the TIMEOUT option; 0 when there is none or it is "infinite". */
uint64_t options_timeout_ms(const Options *options, const char *name);
/* Bit n is set for channel n (warning, verbose, debug) if it was enabled, or neither enabled nor disabled and set in `fallback`. */
uint32_t options_channels(const Options *options, uint32_t fallback);
MI_SubscriptionDeliveryType options_delivery_type(const Options *options);
