#include <errno.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>

#include "broker/broker.h"
#include "util/error.h"
#include "util/log.h"

/* A sanitizer's run time needs more than the broker does. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
#define HAS_SANITIZER 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define HAS_SANITIZER 1
#endif
#ifndef HAS_SANITIZER
#define HAS_SANITIZER 0
#endif

/*
 * What the broker does once it runs: wait, accept, talk, pass descriptors on, look at the clock, allocate, map the repository,
 * log. A call that is not here fails with EPERM and changes nothing.
 */
static const int allowed[] = {
        SCMP_SYS(epoll_wait),
        SCMP_SYS(epoll_pwait),
        SCMP_SYS(epoll_ctl),
        SCMP_SYS(accept4),
        SCMP_SYS(recvmsg),
        SCMP_SYS(sendmsg),
        SCMP_SYS(sendto),
        SCMP_SYS(socketpair),
        SCMP_SYS(getsockopt),
        SCMP_SYS(close),
        SCMP_SYS(fcntl),
        SCMP_SYS(fstat),
        SCMP_SYS(newfstatat),
        SCMP_SYS(statx),
        SCMP_SYS(read),
        SCMP_SYS(write),
        SCMP_SYS(writev),
        SCMP_SYS(clock_gettime),
        SCMP_SYS(gettimeofday),
        SCMP_SYS(brk),
        SCMP_SYS(munmap),
        SCMP_SYS(mremap),
        SCMP_SYS(madvise),
        SCMP_SYS(futex),
        SCMP_SYS(getrandom),
        SCMP_SYS(getpid),
        SCMP_SYS(gettid),
        SCMP_SYS(rt_sigprocmask),
        SCMP_SYS(rt_sigaction),
        SCMP_SYS(rt_sigreturn),
        SCMP_SYS(restart_syscall),
        SCMP_SYS(sigaltstack),
        SCMP_SYS(tgkill),
        SCMP_SYS(exit),
        SCMP_SYS(exit_group),
        SCMP_SYS(sched_yield),
        SCMP_SYS(rseq),
        SCMP_SYS(set_robust_list),
};

static int add_rules(scmp_filter_ctx filter)
{
        int r = 0;

        for (size_t i = 0; i < sizeof(allowed) / sizeof(allowed[0]) && !r; i++)
                r = seccomp_rule_add(filter, SCMP_ACT_ALLOW, allowed[i], 0);
        /* memory and files, but nothing that could be executed */
        if (!r)
                r = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1,
                                     SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
        if (!r)
                r = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1,
                                     SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
        return r;
}

int sandbox_enter(void)
{
        scmp_filter_ctx filter;
        int r;

        if (HAS_SANITIZER)
                return 0;
        if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0)
                return error_origin(-errno);
        filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
        if (!filter)
                return error_origin(-ENOMEM);
        r = add_rules(filter);
        if (!r)
                r = seccomp_load(filter);
        seccomp_release(filter);
        if (r == -ENOSYS || r == -EOPNOTSUPP) {
                log_warning("this kernel has no seccomp filters; the broker runs without one");
                return 0;
        }
        return r ? error_origin(r) : 0;
}
