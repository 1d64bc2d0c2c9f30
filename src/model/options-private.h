#pragma once

/*
 * The table behind the option handles, as the function tables use it
 */

#include "model/options.h"
#include "util/macro.h"

typedef struct Credential {
        char *name; /* of the option */
        char *type; /* of the authentication */
        char *domain;
        char *username;
        char *password; /* wiped when freed */
        char *thumbprint;
        MI_Uint32 flags;
} Credential;

struct Options {
        Option *options;
        uint32_t count;
        Credential *credentials;
        uint32_t n_credentials;
        bool must_understand;
        MI_SubscriptionDeliveryType delivery_type;
};

int options_new(Options **optionsp);
int options_clone(Options **clonep, const Options *options);
Options *options_free(Options *options);
DEFINE_CLEANUP(Options *, options_free);

/* The members of the function tables, without their handles; NULL options are INVALID_PARAMETER. */
MI_Result options_set_string(Options *options, const char *name, const char *text, MI_Uint32 flags);
MI_Result options_set_number(Options *options, const char *name, MI_Uint32 number, MI_Uint32 flags);
MI_Result options_set_interval(Options *options, const char *name, const MI_Interval *interval, MI_Uint32 flags);
MI_Result options_set_datetime(Options *options, const char *name, const MI_Datetime *datetime, MI_Uint32 flags);
MI_Result options_set_custom(Options *options, const char *name, MI_Type type, const MI_Value *value, bool must_comply,
                             MI_Uint32 flags);
MI_Result options_get(const Options *options, const char *name, MI_Value *value, MI_Type *type, MI_Uint32 *index,
                      MI_Uint32 *flags);
MI_Result options_get_typed(const Options *options, const char *name, MI_Type type, MI_Value *value, MI_Uint32 *index,
                            MI_Uint32 *flags);
MI_Result options_get_at(const Options *options, MI_Uint32 index, const MI_Char **name, MI_Value *value, MI_Type *type,
                         MI_Uint32 *flags);
MI_Result options_get_channels(const Options *options, MI_Uint32 *channels, MI_Uint32 size, MI_Uint32 *countp,
                               MI_Uint32 *flags);
MI_Result options_add_credentials(Options *options, const char *name, const MI_UserCredentials *from, MI_Uint32 flags);
MI_Result options_get_credentials_at(const Options *options, MI_Uint32 index, const MI_Char **name,
                                     MI_UserCredentials *credentials, MI_Uint32 *flags);
MI_Result options_get_password_at(const Options *options, MI_Uint32 index, const MI_Char **name, MI_Char *password,
                                  MI_Uint32 size, MI_Uint32 *lengthp, MI_Uint32 *flags);
