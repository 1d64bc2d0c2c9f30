#pragma once

/*
 * Accounts: what one identity may hold at a time
 *
 * Every object that a peer causes (a connection, an operation, a subscription, a queued byte, …) is charged to the account
 * of the peer's identity for as long as it lives, so that quotas are one mechanism. Charging is lock-free and thread-safe.
 * Accounts are reference counted: a Charge holds its account.
 */

#include <stdatomic.h>

#include "util/macro.h"

typedef enum ChargeKind {
        CHARGE_CONNECTIONS,
        CHARGE_CHANNELS,
        CHARGE_OPERATIONS,
        CHARGE_SUBSCRIPTIONS,
        CHARGE_BLOCKED_CALLS,
        CHARGE_QUEUED_BYTES,
        CHARGE_PENDING_OPENS,
        _CHARGE_COUNT,
} ChargeKind;

enum {
        _ACCOUNT_SUCCESS,

        ACCOUNT_QUOTA, /* the account has no room for that much more of the kind */
};

typedef struct Account {
        _Atomic uint32_t references;
        uint32_t uid; /* for logs only */
        _Atomic uint64_t used[_CHARGE_COUNT];
        uint64_t limits[_CHARGE_COUNT];
} Account;

/* By who keeps the account anyhow, and gives back what it has taken. ACCOUNT_QUOTA. */
int account_take(Account *account, ChargeKind kind, uint64_t amount);
void account_give(Account *account, ChargeKind kind, uint64_t amount);

/* A charge in force; zero-initialised: none. */
typedef struct Charge {
        Account *account;
        ChargeKind kind;
        uint64_t amount;
} Charge;

/* `limits` has _CHARGE_COUNT entries; NULL: account_default_limits. -ENOMEM. */
int account_new(Account **accountp, uint32_t uid, const uint64_t *limits);
Account *account_ref(Account *account);
Account *account_unref(Account *account); /* NULL is fine; returns NULL */

extern const uint64_t account_default_limits[_CHARGE_COUNT];
const char *charge_kind_name(ChargeKind kind); /* "operations" */

/* 0 or ACCOUNT_QUOTA; takes a reference to the account. */
int charge_init(Charge *charge, Account *account, ChargeKind kind, uint64_t amount);
/* Charges `amount` more of the same kind: 0 or ACCOUNT_QUOTA. */
int charge_grow(Charge *charge, uint64_t amount);
/* Gives `amount` back. */
void charge_shrink(Charge *charge, uint64_t amount);
/* Gives all of it back; harmless on a zeroed one. */
void charge_deinit(Charge *charge);

DEFINE_CLEANUP(Account *, account_unref);
