/*
 * A class repository of any content: refused, or every question to it has an answer
 */

#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include "registry/repository.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void ask_about(Repository *repository, const RepositoryClass *class)
{
        const RepositoryClass *end;
        const MI_ClassDecl *decl;
        const char *name, *class_name;

        (void)repository_class(repository, class->namespace->name, class->name);
        for (const RepositoryClass *below = class; below; below = repository_next(class, below))
                (void)repository_is_a(below, class);
        (void)repository_decl(repository, class, &decl);
        for (uint32_t i = 0; i < 8 && repository_association_end(repository, class, i, &name, &class_name, &end); i++)
                ;
        for (uint32_t i = 0; class->provider && i < class->provider->n_options; i++)
                repository_provider_option(repository, class->provider, i, &name, &class_name);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
        static int fd = -1;
        Repository *repository = NULL;
        uint32_t n;

        if (fd < 0)
                fd = memfd_create("repository", MFD_CLOEXEC);
        if (ftruncate(fd, 0) < 0 || pwrite(fd, data, size, 0) != (ssize_t)size)
                return 0;
        if (repository_open_fd(&repository, fd))
                return 0;
        n = repository_class_count(repository);
        for (uint32_t i = 0; i < n && i < 64; i++)
                ask_about(repository, repository_class_at(repository, i));
        repository_unref(repository);
        return 0;
}
