/*
 * Records, in their true order, the calls of SQLite and Node that change or sync files below one folder, so that the
 * disk can be rebuilt as a power cut at any moment would leave it (replay.ts). Loaded with LD_PRELOAD.
 *   LINEDESK_RECORD_FOLDER  the folder, absolute
 *   LINEDESK_RECORD_LOG     where the record goes; outside of the folder
 *   LINEDESK_RECORD_MARKS   a file whose writes are marks ("said saved"), not data; outside of the folder
 * Each entry: op (1), file id (4), offset (8), length of first and second text (4 + 4), then both, little endian.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { OP_NAME = 1, OP_WRITE, OP_SYNC, OP_TRUNCATE, OP_RENAME, OP_UNLINK, OP_MKDIR, OP_SYNC_FOLDER, OP_MARK };
enum { FD_NONE, FD_FILE, FD_FOLDER, FD_MARKS };

#define MAX_FD 4096
#define MAX_INODES 65536

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char folder[PATH_MAX], marks[PATH_MAX];
static size_t folder_length;
static int log_fd = -1;
static struct { int kind; uint32_t id; ino_t inode; char *path; } fds[MAX_FD];
static struct { ino_t inode; uint32_t id; } inodes[MAX_INODES];
static uint32_t inode_count, last_id;

#define REAL(type, name, ...) \
  static type (*real_##name)(__VA_ARGS__); \
  if (!real_##name) real_##name = dlsym(RTLD_NEXT, #name)

__attribute__((constructor)) static void start(void) {
  const char *wanted = getenv("LINEDESK_RECORD_FOLDER"), *log = getenv("LINEDESK_RECORD_LOG");
  const char *marked = getenv("LINEDESK_RECORD_MARKS");
  if (!wanted || !log) return;
  snprintf(folder, sizeof folder, "%s", wanted);
  folder_length = strlen(folder);
  if (marked) snprintf(marks, sizeof marks, "%s", marked);
  log_fd = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static void put(const void *bytes, size_t length) {
  const char *at = bytes;
  while (length > 0) {
    long written = syscall(SYS_write, log_fd, at, length);
    if (written <= 0) abort(); /* a record with a hole proves nothing */
    at += written;
    length -= written;
  }
}

static void entry(uint8_t op, uint32_t id, uint64_t offset, const void *first, uint32_t first_length, const void *second,
                  uint32_t second_length) {
  uint8_t head[21];
  head[0] = op;
  memcpy(head + 1, &id, 4);
  memcpy(head + 5, &offset, 8);
  memcpy(head + 13, &first_length, 4);
  memcpy(head + 17, &second_length, 4);
  put(head, sizeof head);
  if (first_length) put(first, first_length);
  if (second_length) put(second, second_length);
}

/* A path below the folder, from the folder on; NULL for all others, and for what holds no data of ours. */
static const char *below(const char *path) {
  if (log_fd < 0 || strncmp(path, folder, folder_length) != 0) return NULL;
  if (path[folder_length] != '/' && path[folder_length] != 0) return NULL;
  size_t length = strlen(path);
  if (length > 4 && strcmp(path + length - 4, "-shm") == 0) return NULL;
  if (strstr(path, "/desk.lock")) return NULL;
  return path + folder_length;
}

static uint32_t id_of(int fd, int is_new) {
  struct stat stat;
  if (fstat(fd, &stat) != 0) return 0;
  for (uint32_t at = inode_count; at-- > 0;)
    if (inodes[at].inode == stat.st_ino) {
      if (is_new) inodes[at].id = ++last_id; /* the number of a removed file, given again */
      return inodes[at].id;
    }
  if (inode_count >= MAX_INODES) abort();
  inodes[inode_count].inode = stat.st_ino;
  inodes[inode_count].id = ++last_id;
  return inodes[inode_count++].id;
}

static void forget(int fd) {
  if (fd < 0 || fd >= MAX_FD) return;
  free(fds[fd].path);
  fds[fd].path = NULL;
  fds[fd].kind = FD_NONE;
}

static int opened(const char *path, int flags, mode_t mode) {
  REAL(int, open64, const char *, int, ...);
  const char *name = below(path);
  int is_mark = marks[0] && strcmp(path, marks) == 0;
  if (!name && !is_mark) return real_open64(path, flags, mode);
  pthread_mutex_lock(&lock);
  int was_there = faccessat(AT_FDCWD, path, F_OK, 0) == 0;
  int fd = real_open64(path, flags, mode);
  if (fd >= MAX_FD) abort();
  if (fd >= 0) {
    struct stat stat;
    fstat(fd, &stat);
    forget(fd);
    fds[fd].kind = is_mark ? FD_MARKS : S_ISDIR(stat.st_mode) ? FD_FOLDER : FD_FILE;
    fds[fd].inode = stat.st_ino;
    fds[fd].path = strdup(is_mark ? "" : name);
    if (fds[fd].kind == FD_FILE) {
      fds[fd].id = id_of(fd, !was_there);
      if (!was_there) entry(OP_NAME, fds[fd].id, 0, name, strlen(name), NULL, 0);
      else if (flags & O_TRUNC) entry(OP_TRUNCATE, fds[fd].id, 0, NULL, 0, NULL, 0);
    }
  }
  pthread_mutex_unlock(&lock);
  return fd;
}

static mode_t mode_of(int flags, va_list list) { return flags & (O_CREAT | __O_TMPFILE) ? va_arg(list, mode_t) : 0; }

int open(const char *path, int flags, ...) {
  va_list list;
  va_start(list, flags);
  mode_t mode = mode_of(flags, list);
  va_end(list);
  return opened(path, flags, mode);
}
int open64(const char *path, int flags, ...) {
  va_list list;
  va_start(list, flags);
  mode_t mode = mode_of(flags, list);
  va_end(list);
  return opened(path, flags, mode);
}
int openat(int at, const char *path, int flags, ...) {
  REAL(int, openat, int, const char *, int, ...);
  va_list list;
  va_start(list, flags);
  mode_t mode = mode_of(flags, list);
  va_end(list);
  return path[0] == '/' || at == AT_FDCWD ? opened(path, flags, mode) : real_openat(at, path, flags, mode);
}
int openat64(int at, const char *path, int flags, ...) {
  REAL(int, openat64, int, const char *, int, ...);
  va_list list;
  va_start(list, flags);
  mode_t mode = mode_of(flags, list);
  va_end(list);
  return path[0] == '/' || at == AT_FDCWD ? opened(path, flags, mode) : real_openat64(at, path, flags, mode);
}

int close(int fd) {
  REAL(int, close, int);
  if (fd < 0 || fd >= MAX_FD || fds[fd].kind == FD_NONE) return real_close(fd);
  pthread_mutex_lock(&lock);
  forget(fd);
  int answer = real_close(fd);
  pthread_mutex_unlock(&lock);
  return answer;
}

/* libuv closes by a system call that is not seen here: a number may stand for another file or a socket by now. */
static int kind_of(int fd) {
  struct stat stat;
  if (fd < 0 || fd >= MAX_FD || fds[fd].kind == FD_NONE) return FD_NONE;
  if (fstat(fd, &stat) == 0 && stat.st_ino == fds[fd].inode) return fds[fd].kind;
  fds[fd].kind = FD_NONE;
  return FD_NONE;
}

static void wrote(int fd, const void *bytes, ssize_t length, off64_t offset) {
  if (length <= 0) return;
  if (fds[fd].kind == FD_MARKS) entry(OP_MARK, 0, 0, bytes, length, NULL, 0);
  else if (fds[fd].kind == FD_FILE) entry(OP_WRITE, fds[fd].id, offset, bytes, length, NULL, 0);
}

ssize_t write(int fd, const void *bytes, size_t length) {
  REAL(ssize_t, write, int, const void *, size_t);
  if (kind_of(fd) == FD_NONE) return real_write(fd, bytes, length);
  pthread_mutex_lock(&lock);
  ssize_t written = real_write(fd, bytes, length);
  if (written > 0) wrote(fd, bytes, written, lseek64(fd, 0, SEEK_CUR) - written);
  pthread_mutex_unlock(&lock);
  return written;
}
ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset) {
  REAL(ssize_t, pwrite64, int, const void *, size_t, off64_t);
  if (kind_of(fd) == FD_NONE) return real_pwrite64(fd, bytes, length, offset);
  pthread_mutex_lock(&lock);
  ssize_t written = real_pwrite64(fd, bytes, length, offset);
  wrote(fd, bytes, written, offset);
  pthread_mutex_unlock(&lock);
  return written;
}
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) { return pwrite64(fd, bytes, length, offset); }

static ssize_t gathered(int fd, const struct iovec *parts, int count, off64_t offset) {
  ssize_t all = 0;
  for (int at = 0; at < count; at++) {
    ssize_t written = offset < 0 ? write(fd, parts[at].iov_base, parts[at].iov_len)
                                 : pwrite64(fd, parts[at].iov_base, parts[at].iov_len, offset + all);
    if (written < 0) return all > 0 ? all : written;
    all += written;
    if ((size_t)written < parts[at].iov_len) break;
  }
  return all;
}
ssize_t writev(int fd, const struct iovec *parts, int count) {
  REAL(ssize_t, writev, int, const struct iovec *, int);
  return kind_of(fd) == FD_NONE ? real_writev(fd, parts, count) : gathered(fd, parts, count, -1);
}
ssize_t pwritev64(int fd, const struct iovec *parts, int count, off64_t offset) {
  REAL(ssize_t, pwritev64, int, const struct iovec *, int, off64_t);
  return kind_of(fd) == FD_NONE ? real_pwritev64(fd, parts, count, offset) : gathered(fd, parts, count, offset);
}
ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t offset) { return pwritev64(fd, parts, count, offset); }

static void synced(int fd) {
  if (fds[fd].kind == FD_FILE) entry(OP_SYNC, fds[fd].id, 0, NULL, 0, NULL, 0);
  else if (fds[fd].kind == FD_FOLDER) entry(OP_SYNC_FOLDER, 0, 0, fds[fd].path, strlen(fds[fd].path), NULL, 0);
}
int fsync(int fd) {
  REAL(int, fsync, int);
  if (kind_of(fd) == FD_NONE) return real_fsync(fd);
  pthread_mutex_lock(&lock);
  int answer = real_fsync(fd);
  if (answer == 0) synced(fd);
  pthread_mutex_unlock(&lock);
  return answer;
}
int fdatasync(int fd) {
  REAL(int, fdatasync, int);
  if (kind_of(fd) == FD_NONE) return real_fdatasync(fd);
  pthread_mutex_lock(&lock);
  int answer = real_fdatasync(fd);
  if (answer == 0) synced(fd);
  pthread_mutex_unlock(&lock);
  return answer;
}
int ftruncate64(int fd, off64_t length) {
  REAL(int, ftruncate64, int, off64_t);
  if (kind_of(fd) != FD_FILE) return real_ftruncate64(fd, length);
  pthread_mutex_lock(&lock);
  int answer = real_ftruncate64(fd, length);
  if (answer == 0) entry(OP_TRUNCATE, fds[fd].id, length, NULL, 0, NULL, 0);
  pthread_mutex_unlock(&lock);
  return answer;
}
int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

/* A part of the program that changes files in a way this recorder does not see would make every proof worthless. */
int fallocate64(int fd, int mode, off64_t offset, off64_t length) {
  REAL(int, fallocate64, int, int, off64_t, off64_t);
  if (kind_of(fd) == FD_FILE) abort();
  return real_fallocate64(fd, mode, offset, length);
}
int fallocate(int fd, int mode, off_t offset, off_t length) { return fallocate64(fd, mode, offset, length); }

int rename(const char *from, const char *to) {
  REAL(int, rename, const char *, const char *);
  const char *first = below(from), *second = below(to);
  if (!first || !second) return real_rename(from, to);
  pthread_mutex_lock(&lock);
  int answer = real_rename(from, to);
  if (answer == 0) entry(OP_RENAME, 0, 0, first, strlen(first), second, strlen(second));
  pthread_mutex_unlock(&lock);
  return answer;
}
static int removed(const char *path, int (*work)(const char *)) {
  const char *name = below(path);
  if (!name) return work(path);
  pthread_mutex_lock(&lock);
  int answer = work(path);
  if (answer == 0) entry(OP_UNLINK, 0, 0, name, strlen(name), NULL, 0);
  pthread_mutex_unlock(&lock);
  return answer;
}
int unlink(const char *path) {
  REAL(int, unlink, const char *);
  return removed(path, real_unlink);
}
int rmdir(const char *path) {
  REAL(int, rmdir, const char *);
  return removed(path, real_rmdir);
}
int remove(const char *path) {
  struct stat stat;
  return lstat(path, &stat) == 0 && S_ISDIR(stat.st_mode) ? rmdir(path) : unlink(path);
}
int unlinkat(int at, const char *path, int flags) {
  REAL(int, unlinkat, int, const char *, int);
  if (path[0] != '/' || !below(path)) return real_unlinkat(at, path, flags);
  return flags & AT_REMOVEDIR ? rmdir(path) : unlink(path);
}
int mkdir(const char *path, mode_t mode) {
  REAL(int, mkdir, const char *, mode_t);
  const char *name = below(path);
  if (!name) return real_mkdir(path, mode);
  pthread_mutex_lock(&lock);
  int answer = real_mkdir(path, mode);
  if (answer == 0) entry(OP_MKDIR, 0, 0, name, strlen(name), NULL, 0);
  pthread_mutex_unlock(&lock);
  return answer;
}
