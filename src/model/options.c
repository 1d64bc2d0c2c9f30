#include <errno.h>
#include <string.h>

#include "model/options-private.h"
#include "model/options.h"
#include "model/value.h"
#include "util/error.h"
#include "util/macro.h"
#include "util/text.h"

#define CHANNEL_OPTION "__MI_OPERATIONOPTIONS_CHANNEL"

enum {
        CHANNELS = 32,
};

int options_new(Options **optionsp)
{
        Options *options = calloc(1, sizeof(*options));

        if (!options)
                return error_origin(-ENOMEM);
        *optionsp = options;
        return 0;
}

static void option_deinit(Option *option)
{
        value_clear(&option->value, option->type);
        free(option->name);
}

static void credential_deinit(Credential *credential)
{
        if (credential->password)
                explicit_bzero(credential->password, strlen(credential->password));
        free(credential->name);
        free(credential->type);
        free(credential->domain);
        free(credential->username);
        free(credential->password);
        free(credential->thumbprint);
}

Options *options_free(Options *options)
{
        if (!options)
                return NULL;
        for (uint32_t i = 0; i < options->count; i++)
                option_deinit(&options->options[i]);
        for (uint32_t i = 0; i < options->n_credentials; i++)
                credential_deinit(&options->credentials[i]);
        free(options->options);
        free(options->credentials);
        free(options);
        return NULL;
}

static int grow(void **arrayp, uint32_t count, size_t size)
{
        void *grown;

        if (count >= OPTIONS_MAX)
                return -EINVAL;
        if (count % 8)
                return 0;
        grown = realloc(*arrayp, (count + 8) * size);
        if (!grown)
                return error_origin(-ENOMEM);
        *arrayp = grown;
        return 0;
}

/* Channels are many options of one name: each channel is one of its own, and replaces only itself. */
static bool is_same(const Option *option, const Option *other)
{
        if (!ascii_equal(option->name, other->name))
                return false;
        return !ascii_equal(other->name, CHANNEL_OPTION) || option->type != MI_UINT32 || other->type != MI_UINT32 ||
               option->value.uint32 == other->value.uint32;
}

static MI_Result set(Options *options, const char *name, const MI_Value *value, MI_Type type, MI_Uint32 flags,
                     bool is_custom, bool must_comply)
{
        Option option = { .type = type, .flags = flags, .is_custom = is_custom, .must_comply = must_comply };
        int r;

        if (!name || !*name || !type_is_known(type))
                return MI_RESULT_INVALID_PARAMETER;
        r = value_copy(&option.value, value, type);
        if (r < 0)
                return r == -EINVAL ? MI_RESULT_INVALID_PARAMETER : MI_RESULT_SERVER_LIMITS_EXCEEDED;
        option.name = strdup(name);
        if (!option.name) {
                value_clear(&option.value, type);
                return MI_RESULT_SERVER_LIMITS_EXCEEDED;
        }

        for (uint32_t i = 0; i < options->count; i++) {
                if (is_same(&options->options[i], &option)) {
                        option_deinit(&options->options[i]);
                        options->options[i] = option;
                        return MI_RESULT_OK;
                }
        }
        r = grow((void **)&options->options, options->count, sizeof(option));
        if (r < 0) {
                option_deinit(&option);
                return MI_RESULT_SERVER_LIMITS_EXCEEDED;
        }
        options->options[options->count++] = option;
        return MI_RESULT_OK;
}

MI_Result options_set_string(Options *options, const char *name, const char *text, MI_Uint32 flags)
{
        MI_Value value = { .string = (char *)text };

        return options && text ? set(options, name, &value, MI_STRING, flags, false, false)
                               : MI_RESULT_INVALID_PARAMETER;
}

MI_Result options_set_number(Options *options, const char *name, MI_Uint32 number, MI_Uint32 flags)
{
        MI_Value value = { .uint32 = number };

        return options ? set(options, name, &value, MI_UINT32, flags, false, false) : MI_RESULT_INVALID_PARAMETER;
}

MI_Result options_set_interval(Options *options, const char *name, const MI_Interval *interval, MI_Uint32 flags)
{
        MI_Value value = { 0 };

        if (!options || !interval)
                return MI_RESULT_INVALID_PARAMETER;
        value.datetime.u.interval = *interval;
        return set(options, name, &value, MI_DATETIME, flags, false, false);
}

MI_Result options_set_datetime(Options *options, const char *name, const MI_Datetime *datetime, MI_Uint32 flags)
{
        MI_Value value = { 0 };

        if (!options || !datetime)
                return MI_RESULT_INVALID_PARAMETER;
        value.datetime = *datetime;
        return set(options, name, &value, MI_DATETIME, flags, false, false);
}

MI_Result options_set_custom(Options *options, const char *name, MI_Type type, const MI_Value *value, bool must_comply,
                             MI_Uint32 flags)
{
        return options && value ? set(options, name, value, type, flags, true, must_comply)
                                : MI_RESULT_INVALID_PARAMETER;
}

MI_Result options_get(const Options *options, const char *name, MI_Value *value, MI_Type *type, MI_Uint32 *index,
                      MI_Uint32 *flags)
{
        const Option *option;

        if (!options || !name)
                return MI_RESULT_INVALID_PARAMETER;
        option = options_find(options, name);
        if (!option)
                return MI_RESULT_NO_SUCH_PROPERTY;
        if (value)
                *value = option->value;
        if (type)
                *type = option->type;
        if (index)
                *index = (MI_Uint32)(option - options->options);
        if (flags)
                *flags = option->flags;
        return MI_RESULT_OK;
}

MI_Result options_get_typed(const Options *options, const char *name, MI_Type type, MI_Value *value, MI_Uint32 *index,
                            MI_Uint32 *flags)
{
        MI_Type actual;
        MI_Result result;

        result = options_get(options, name, NULL, &actual, NULL, NULL);
        if (result != MI_RESULT_OK)
                return result;
        return actual == type ? options_get(options, name, value, NULL, index, flags) : MI_RESULT_TYPE_MISMATCH;
}

MI_Result options_get_at(const Options *options, MI_Uint32 index, const MI_Char **name, MI_Value *value, MI_Type *type,
                         MI_Uint32 *flags)
{
        const Option *option;

        if (!options)
                return MI_RESULT_INVALID_PARAMETER;
        option = options_at(options, index);
        if (!option)
                return MI_RESULT_NOT_FOUND;
        if (name)
                *name = option->name;
        if (value)
                *value = option->value;
        if (type)
                *type = option->type;
        if (flags)
                *flags = option->flags;
        return MI_RESULT_OK;
}

MI_Result options_get_channels(const Options *options, MI_Uint32 *channels, MI_Uint32 size, MI_Uint32 *countp,
                               MI_Uint32 *flags)
{
        MI_Uint32 count = 0;

        if (!options || !countp)
                return MI_RESULT_INVALID_PARAMETER;
        for (uint32_t i = 0; i < options->count; i++) {
                const Option *option = &options->options[i];

                if (!ascii_equal(option->name, CHANNEL_OPTION) || option->flags != 0)
                        continue;
                if (channels && count < size)
                        channels[count] = option->value.uint32;
                count++;
        }
        *countp = count;
        if (flags)
                *flags = 0;
        return channels && count > size ? MI_RESULT_FAILED : MI_RESULT_OK;
}

static int copy_text(char **top, const char *from)
{
        *top = from ? strdup(from) : NULL;
        return *top || !from ? 0 : error_origin(-ENOMEM);
}

static bool is_certificate(const char *type)
{
        return ascii_equal(type, "ClientCerts") || ascii_equal(type, "IssuerCert");
}

MI_Result options_add_credentials(Options *options, const char *name, const MI_UserCredentials *from, MI_Uint32 flags)
{
        Credential credential = { .flags = flags };
        int r;

        if (!options || !name || !from || !from->authenticationType)
                return MI_RESULT_INVALID_PARAMETER;
        if (grow((void **)&options->credentials, options->n_credentials, sizeof(credential)) < 0)
                return MI_RESULT_SERVER_LIMITS_EXCEEDED;

        r = copy_text(&credential.name, name);
        if (r == 0)
                r = copy_text(&credential.type, from->authenticationType);
        if (r == 0 && is_certificate(from->authenticationType)) {
                r = copy_text(&credential.thumbprint, from->credentials.certificateThumbprint);
        } else if (r == 0) {
                r = copy_text(&credential.domain, from->credentials.usernamePassword.domain);
                if (r == 0)
                        r = copy_text(&credential.username, from->credentials.usernamePassword.username);
                if (r == 0)
                        r = copy_text(&credential.password, from->credentials.usernamePassword.password);
        }
        if (r < 0) {
                credential_deinit(&credential);
                return MI_RESULT_SERVER_LIMITS_EXCEEDED;
        }
        options->credentials[options->n_credentials++] = credential;
        return MI_RESULT_OK;
}

MI_Result options_get_credentials_at(const Options *options, MI_Uint32 index, const MI_Char **name,
                                     MI_UserCredentials *credentials, MI_Uint32 *flags)
{
        const Credential *credential;

        if (!options)
                return MI_RESULT_INVALID_PARAMETER;
        if (index >= options->n_credentials)
                return MI_RESULT_NOT_FOUND;
        credential = &options->credentials[index];
        if (name)
                *name = credential->name;
        if (flags)
                *flags = credential->flags;
        if (!credentials)
                return MI_RESULT_OK;

        /* the password is told by GetCredentialsPasswordAt only */
        memset(credentials, 0, sizeof(*credentials));
        credentials->authenticationType = credential->type;
        if (is_certificate(credential->type)) {
                credentials->credentials.certificateThumbprint = credential->thumbprint;
        } else {
                credentials->credentials.usernamePassword.domain = credential->domain;
                credentials->credentials.usernamePassword.username = credential->username;
        }
        return MI_RESULT_OK;
}

MI_Result options_get_password_at(const Options *options, MI_Uint32 index, const MI_Char **name, MI_Char *password,
                                  MI_Uint32 size, MI_Uint32 *lengthp, MI_Uint32 *flags)
{
        const Credential *credential;
        const char *text;
        size_t needed;

        if (!options || (size && !password))
                return MI_RESULT_INVALID_PARAMETER;
        if (index >= options->n_credentials)
                return MI_RESULT_NOT_FOUND;
        credential = &options->credentials[index];
        text = credential->password ? credential->password : "";
        needed = strlen(text) + 1;
        if (name)
                *name = credential->name;
        if (flags)
                *flags = credential->flags;
        if (lengthp)
                *lengthp = (MI_Uint32)needed;
        if (size < needed)
                return MI_RESULT_FAILED;
        memcpy(password, text, needed);
        return MI_RESULT_OK;
}

int options_clone(Options **clonep, const Options *options)
{
        _cleanup_(options_freep) Options *clone = NULL;
        MI_Result result = MI_RESULT_OK;
        int r;

        r = options_new(&clone);
        if (r < 0)
                return r;
        clone->must_understand = options->must_understand;
        clone->delivery_type = options->delivery_type;
        for (uint32_t i = 0; result == MI_RESULT_OK && i < options->count; i++) {
                const Option *option = &options->options[i];

                result = set(clone, option->name, &option->value, option->type, option->flags, option->is_custom,
                             option->must_comply);
        }
        for (uint32_t i = 0; result == MI_RESULT_OK && i < options->n_credentials; i++) {
                const Credential *credential = &options->credentials[i];
                MI_UserCredentials credentials;

                options_get_credentials_at(options, i, NULL, &credentials, NULL);
                if (!is_certificate(credential->type))
                        credentials.credentials.usernamePassword.password = credential->password;
                result = options_add_credentials(clone, credential->name, &credentials, credential->flags);
        }
        if (result != MI_RESULT_OK)
                return error_origin(-ENOMEM);
        *clonep = steal(&clone);
        return 0;
}

uint32_t options_count(const Options *options)
{
        return options ? options->count : 0;
}

const Option *options_at(const Options *options, uint32_t index)
{
        return options && index < options->count ? &options->options[index] : NULL;
}

const Option *options_find(const Options *options, const char *name)
{
        for (uint32_t i = 0; options && i < options->count; i++) {
                if (ascii_equal(options->options[i].name, name))
                        return &options->options[i];
        }
        return NULL;
}

const char *options_string(const Options *options, const char *name)
{
        const Option *option = options_find(options, name);

        return option && option->type == MI_STRING ? option->value.string : NULL;
}

bool options_number(const Options *options, const char *name, uint32_t *numberp)
{
        const Option *option = options_find(options, name);

        if (!option || option->type != MI_UINT32)
                return false;
        *numberp = option->value.uint32;
        return true;
}

bool options_interval(const Options *options, const char *name, MI_Interval *intervalp)
{
        const Option *option = options_find(options, name);

        if (!option || option->type != MI_DATETIME || option->value.datetime.isTimestamp)
                return false;
        *intervalp = option->value.datetime.u.interval;
        return true;
}

bool options_must_understand(const Options *options)
{
        return options && options->must_understand;
}

uint64_t options_timeout_ms(const Options *options, const char *name)
{
        MI_Interval interval;
        uint64_t seconds;

        if (!options_interval(options, name, &interval) || interval.days >= 99999999)
                return 0;
        seconds = (uint64_t)interval.days * 86400 + (uint64_t)interval.hours * 3600 + (uint64_t)interval.minutes * 60 +
                  interval.seconds;
        return seconds * 1000 + (interval.microseconds + 999) / 1000;
}

uint32_t options_channels(const Options *options, uint32_t fallback)
{
        uint32_t channels = fallback;

        for (uint32_t i = 0; options && i < options->count; i++) {
                const Option *option = &options->options[i];

                if (!ascii_equal(option->name, CHANNEL_OPTION) || option->type != MI_UINT32 ||
                    option->value.uint32 >= CHANNELS)
                        continue;
                if (option->flags == 0)
                        channels |= UINT32_C(1) << option->value.uint32;
                else
                        channels &= ~(UINT32_C(1) << option->value.uint32);
        }
        return channels;
}

MI_SubscriptionDeliveryType options_delivery_type(const Options *options)
{
        return options ? options->delivery_type : MI_SubscriptionDeliveryType_Pull;
}
