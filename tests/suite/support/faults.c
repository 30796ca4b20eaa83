/* A disk that fails, for tests: loaded before the C library (LD_PRELOAD), it stands between the
 * program and the kernel and lets writing to the database go wrong as a plan says.
 *
 * The plan is the file that FAULTS names: "KIND FROM EVERY". KIND is one of
 *   none     nothing fails
 *   eio      the device fails
 *   enospc   no room
 *   short    half is written, and the next piece finds no room
 *   hang     the disk does not answer, as long as the plan says so (20 s at most)
 * FROM is the number of the first write or sync that it happens to, counted from 0 since the plan
 * was written; EVERY says how often after that (0: never again). While something hangs there is a
 * file with the plan's name and ".hanging".
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

enum kind { NONE, EIO_, ENOSPC_, SHORT, HANG };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char last[64];
static long count;
static int torn;

static int is_database(int fd) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0) return 0;
    path[length] = 0;
    return strstr(path, "tilldoc.db") != NULL;
}

static int read_plan(char *text, size_t room) {
    const char *path = getenv("FAULTS");
    if (!path) return 0;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return 0;
    ssize_t length = read(fd, text, room - 1);
    close(fd);
    if (length <= 0) return 0;
    text[length] = 0;
    return 1;
}

static enum kind decide(void) {
    char text[64], name[16];
    long from = 0, every = 1;
    if (!read_plan(text, sizeof text)) return NONE;
    pthread_mutex_lock(&lock);
    if (strcmp(text, last)) {
        strcpy(last, text);
        count = 0;
        torn = 0;
    }
    long at = count++;
    int was_torn = torn;
    torn = 0;
    pthread_mutex_unlock(&lock);
    if (sscanf(text, "%15s %ld %ld", name, &from, &every) < 1) return NONE;
    if (was_torn) return ENOSPC_;
    if (at < from || (at > from && (every == 0 || (at - from) % every))) return NONE;
    if (!strcmp(name, "eio")) return EIO_;
    if (!strcmp(name, "enospc")) return ENOSPC_;
    if (!strcmp(name, "short")) return SHORT;
    if (!strcmp(name, "hang")) return HANG;
    return NONE;
}

static void hang(void) {
    char text[64], mark[4096];
    snprintf(mark, sizeof mark, "%s.hanging", getenv("FAULTS"));
    int fd = open(mark, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    if (fd >= 0) close(fd);
    struct timespec pause = { 0, 2000000 };
    for (int left = 10000; left && read_plan(text, sizeof text) && !strncmp(text, "hang", 4); left--)
        nanosleep(&pause, NULL);
    unlink(mark);
}

/* What goes wrong with a piece of that length; the length that is written, or -1. */
static ssize_t fault(int fd, size_t *length) {
    if (!is_database(fd)) return 0;
    switch (decide()) {
    case EIO_: errno = EIO; return -1;
    case ENOSPC_: errno = ENOSPC; return -1;
    case HANG: hang(); return 0;
    case SHORT:
        if (*length > 1) {
            *length /= 2;
            pthread_mutex_lock(&lock);
            torn = 1;
            pthread_mutex_unlock(&lock);
        }
        return 0;
    default: return 0;
    }
}

#define REAL(type, name, ...) \
    static type (*real)(__VA_ARGS__); \
    if (!real) real = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name);

ssize_t write(int fd, const void *bytes, size_t length) {
    REAL(ssize_t, "write", int, const void *, size_t)
    return fault(fd, &length) ? -1 : real(fd, bytes, length);
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) {
    REAL(ssize_t, "pwrite", int, const void *, size_t, off_t)
    return fault(fd, &length) ? -1 : real(fd, bytes, length, at);
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t at) {
    REAL(ssize_t, "pwrite64", int, const void *, size_t, off64_t)
    return fault(fd, &length) ? -1 : real(fd, bytes, length, at);
}

static int sync_fault(int fd) {
    size_t nothing = 0;
    return fault(fd, &nothing) != 0;
}

int fsync(int fd) {
    REAL(int, "fsync", int)
    return sync_fault(fd) ? -1 : real(fd);
}

int fdatasync(int fd) {
    REAL(int, "fdatasync", int)
    return sync_fault(fd) ? -1 : real(fd);
}

int ftruncate(int fd, off_t length) {
    REAL(int, "ftruncate", int, off_t)
    return sync_fault(fd) ? -1 : real(fd, length);
}

int ftruncate64(int fd, off64_t length) {
    REAL(int, "ftruncate64", int, off64_t)
    return sync_fault(fd) ? -1 : real(fd, length);
}
