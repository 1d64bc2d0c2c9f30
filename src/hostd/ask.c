#include <errno.h>
#include <time.h>

#include "hostd/host.h"
#include "util/error.h"
#include "util/fd.h"

enum {
        ANSWER_TIMEOUT_S = 30,
};

static void question_unlink(Host *host, Question *question)
{
        pthread_mutex_lock(&host->lock);
        list_remove(&question->link);
        pthread_mutex_unlock(&host->lock);
}

int host_ask(Host *host, ControlMessage *message, ControlMessage *answer, int *fdp)
{
        Question question = { .fd = -1 };
        struct timespec until;
        int r;

        *fdp = -1;
        pthread_mutex_lock(&host->lock);
        question.seq = ++host->last_seq;
        list_append(&host->questions, &question.link);
        pthread_mutex_unlock(&host->lock);

        message->header.seq = question.seq;
        r = control_send(CONTROL_FD, message, -1, 0);
        if (r) {
                question_unlink(host, &question);
                return r < 0 ? error_trace(r) : error_origin(-EPIPE);
        }

        clock_gettime(CLOCK_MONOTONIC, &until);
        until.tv_sec += ANSWER_TIMEOUT_S;
        pthread_mutex_lock(&host->lock);
        r = 0;
        while (!question.is_answered && !host->is_closed && r == 0)
                r = pthread_cond_timedwait(&host->answered, &host->lock, &until);
        list_remove(&question.link);
        pthread_mutex_unlock(&host->lock);

        if (!question.is_answered)
                return error_origin(host->is_closed ? -EPIPE : -ETIMEDOUT);
        *answer = question.answer;
        *fdp = question.fd;
        return 0;
}

void host_answer(Host *host, const ControlMessage *message, int fd)
{
        bool found = false;

        pthread_mutex_lock(&host->lock);
        list_for_each (link, &host->questions) {
                Question *question = list_entry(link, Question, link);

                if (question->seq != message->header.seq || question->is_answered)
                        continue;
                question->answer = *message;
                question->fd = fd;
                question->is_answered = true;
                found = true;
                break;
        }
        pthread_cond_broadcast(&host->answered);
        pthread_mutex_unlock(&host->lock);
        if (!found)
                fd_close(fd); /* whoever asked has stopped waiting */
}

void host_close_questions(Host *host)
{
        pthread_mutex_lock(&host->lock);
        host->is_closed = true;
        pthread_cond_broadcast(&host->answered);
        pthread_mutex_unlock(&host->lock);
}
