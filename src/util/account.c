#include <errno.h>
#include <string.h>

#include "util/account.h"
#include "util/error.h"

/* Documented in xenmi.conf(5), section [limits]. */
const uint64_t account_default_limits[_CHARGE_COUNT] = {
        [CHARGE_CONNECTIONS] = 16384,  [CHARGE_CHANNELS] = 16384,    [CHARGE_OPERATIONS] = 16384,
        [CHARGE_SUBSCRIPTIONS] = 4096, [CHARGE_BLOCKED_CALLS] = 128, [CHARGE_QUEUED_BYTES] = 64 * 1024 * 1024,
        [CHARGE_PENDING_OPENS] = 1024,
};

static const char *const charge_kind_names[_CHARGE_COUNT] = {
        [CHARGE_CONNECTIONS] = "connections",     [CHARGE_CHANNELS] = "channels",
        [CHARGE_OPERATIONS] = "operations",       [CHARGE_SUBSCRIPTIONS] = "subscriptions",
        [CHARGE_BLOCKED_CALLS] = "blocked calls", [CHARGE_QUEUED_BYTES] = "queued bytes",
        [CHARGE_PENDING_OPENS] = "pending opens",
};

const char *charge_kind_name(ChargeKind kind)
{
        return charge_kind_names[kind];
}

int account_new(Account **accountp, uint32_t uid, const uint64_t *limits)
{
        Account *account = calloc(1, sizeof(*account));

        if (!account)
                return error_origin(-ENOMEM);
        atomic_init(&account->references, 1);
        account->uid = uid;
        memcpy(account->limits, limits ? limits : account_default_limits, sizeof(account->limits));
        *accountp = account;
        return 0;
}

Account *account_ref(Account *account)
{
        atomic_fetch_add_explicit(&account->references, 1, memory_order_relaxed);
        return account;
}

Account *account_unref(Account *account)
{
        if (account && atomic_fetch_sub_explicit(&account->references, 1, memory_order_acq_rel) == 1)
                free(account);
        return NULL;
}

void account_give(Account *account, ChargeKind kind, uint64_t amount)
{
        atomic_fetch_sub_explicit(&account->used[kind], amount, memory_order_relaxed);
}

int account_take(Account *account, ChargeKind kind, uint64_t amount)
{
        uint64_t before = atomic_fetch_add_explicit(&account->used[kind], amount, memory_order_relaxed);

        if (before + amount > account->limits[kind] || before + amount < before) {
                account_give(account, kind, amount);
                return ACCOUNT_QUOTA;
        }
        return 0;
}

int charge_init(Charge *charge, Account *account, ChargeKind kind, uint64_t amount)
{
        int r = account_take(account, kind, amount);

        if (r)
                return r;
        *charge = (Charge){ .account = account_ref(account), .kind = kind, .amount = amount };
        return 0;
}

int charge_grow(Charge *charge, uint64_t amount)
{
        int r = account_take(charge->account, charge->kind, amount);

        if (r == 0)
                charge->amount += amount;
        return r;
}

void charge_shrink(Charge *charge, uint64_t amount)
{
        amount = MIN(amount, charge->amount);
        charge->amount -= amount;
        if (amount)
                account_give(charge->account, charge->kind, amount);
}

void charge_deinit(Charge *charge)
{
        if (!charge->account)
                return;
        charge_shrink(charge, charge->amount);
        charge->account = account_unref(charge->account);
}
