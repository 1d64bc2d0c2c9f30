/*
 * LD_PRELOAD library: lets Debian's real xenstored run on a machine without a hypervisor
 *
 * It answers the few calls that xenstored makes to libxenctrl, libxenevtchn and libxengnttab, and redirects the two files from
 * which it learns of domain 0's ring. Everything lives in the directory $RIG_DIR: `kva` and `port` (domain 0's ring, never
 * used), `evtchn` (a FIFO: whoever writes a port number there has raised that event channel), `ring-<domid>` (a page that is the
 * ring of a simulated guest). The prototypes are written down here so that no Xen header is needed.
 */

#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define SHOW __attribute__((visibility("default")))

enum {
        OLD_INFO_SIZE = 112, /* xc_dominfo_t of Xen 4.17 */
        NEW_INFO_SIZE = 64,  /* the head of xc_domaininfo_t, all that later versions look at */
        PAGE = 4096,
        PORT_OF_GUEST = 5,
        PORT_OF_VIRQ = 6,
};

static int evtchn_fd = -1;

static void rig_path(char *buffer, size_t size, const char *name)
{
        const char *dir = getenv("RIG_DIR");

        snprintf(buffer, size, "%s/%s", dir ? dir : ".", name);
}

static void *handle(void)
{
        return malloc(8);
}

SHOW void *xc_interface_open(void *logger, void *dombuild_logger, unsigned flags)
{
        return handle();
}

SHOW int xc_interface_close(void *xch)
{
        free(xch);
        return 0;
}

SHOW int xc_domain_getinfo(void *xch, uint32_t first, unsigned max, void *info)
{
        memset(info, 0, OLD_INFO_SIZE);
        memcpy(info, &first, sizeof(first));
        return 1;
}

SHOW int xc_domain_getinfo_single(void *xch, uint32_t domid, void *info)
{
        uint16_t id = domid;

        memset(info, 0, NEW_INFO_SIZE);
        memcpy(info, &id, sizeof(id));
        return 0;
}

SHOW void *xengnttab_open(void *logger, unsigned flags)
{
        return handle();
}

SHOW int xengnttab_close(void *xgt)
{
        free(xgt);
        return 0;
}

SHOW int xengnttab_set_max_grants(void *xgt, uint32_t count)
{
        return 0;
}

SHOW void *xengnttab_map_grant_ref(void *xgt, uint32_t domid, uint32_t ref, int prot)
{
        char path[PAGE], name[32];
        void *page;
        int fd;

        snprintf(name, sizeof(name), "ring-%u", domid);
        rig_path(path, sizeof(path), name);
        fd = open(path, O_RDWR | O_CLOEXEC);
        if (fd < 0)
                return NULL;
        page = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
        close(fd);
        return page == MAP_FAILED ? NULL : page;
}

SHOW int xengnttab_unmap(void *xgt, void *address, uint32_t count)
{
        return munmap(address, PAGE);
}

SHOW void *xenevtchn_open(void *logger, unsigned flags)
{
        char path[PAGE];

        rig_path(path, sizeof(path), "evtchn");
        evtchn_fd = open(path, O_RDWR | O_NONBLOCK);
        return evtchn_fd < 0 ? NULL : handle();
}

SHOW void *xenevtchn_fdopen(void *logger, int fd, unsigned flags)
{
        evtchn_fd = fd;
        return handle();
}

SHOW int xenevtchn_fd(void *xce)
{
        return evtchn_fd;
}

SHOW int xenevtchn_notify(void *xce, uint32_t port)
{
        return 0;
}

SHOW int xenevtchn_bind_interdomain(void *xce, uint32_t domid, uint32_t remote_port)
{
        return PORT_OF_GUEST + 2 * (int)domid;
}

SHOW int xenevtchn_bind_virq(void *xce, unsigned virq)
{
        return PORT_OF_VIRQ;
}

SHOW int xenevtchn_pending(void *xce)
{
        int port;

        return read(evtchn_fd, &port, sizeof(port)) == (ssize_t)sizeof(port) ? port : -1;
}

SHOW int xenevtchn_unmask(void *xce, uint32_t port)
{
        return 0;
}

SHOW int xenevtchn_unbind(void *xce, uint32_t port)
{
        return 0;
}

static const char *redirect(const char *path, char *buffer, size_t size)
{
        if (!strcmp(path, "/proc/xen/xsd_kva") || !strcmp(path, "/dev/xen/xsd_kva"))
                rig_path(buffer, size, "kva");
        else if (!strcmp(path, "/proc/xen/xsd_port") || !strcmp(path, "/dev/xen/xsd_port"))
                rig_path(buffer, size, "port");
        else
                return path;
        return buffer;
}

static int open_next(const char *symbol, const char *path, int flags, mode_t mode)
{
        char buffer[PAGE];
        int (*next)(const char *, int, ...);

        *(void **)&next = dlsym(RTLD_NEXT, symbol);
        return next(redirect(path, buffer, sizeof(buffer)), flags, mode);
}

#undef open
#undef open64

SHOW int open(const char *path, int flags, ...)
{
        va_list ap;
        mode_t mode = 0;

        va_start(ap, flags);
        if (flags & (O_CREAT | O_TMPFILE))
                mode = va_arg(ap, mode_t);
        va_end(ap);
        return open_next("open", path, flags, mode);
}

SHOW int open64(const char *path, int flags, ...)
{
        va_list ap;
        mode_t mode = 0;

        va_start(ap, flags);
        if (flags & (O_CREAT | O_TMPFILE))
                mode = va_arg(ap, mode_t);
        va_end(ap);
        return open_next("open64", path, flags, mode);
}
