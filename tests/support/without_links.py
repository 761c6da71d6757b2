"""A file system as USB sticks and some shares have it (exFAT, FUSE, SMB), for one command: no hard links, no modes.

A small C library, loaded before all others, refuses the calls that such a file system refuses.
"""

import shutil
import subprocess
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

SOURCE = """
#include <errno.h>
#include <stdlib.h>
#include <sys/types.h>
static int refused(int with) { errno = with; return -1; }
static int why(void) { char *said = getenv("NO_LINKS"); return said ? atoi(said) : EPERM; }
int link(const char *from, const char *to) { return refused(why()); }
int linkat(int fd, const char *from, int fd2, const char *to, int flags) { return refused(why()); }
int symlink(const char *to, const char *from) { return refused(EPERM); }
int chmod(const char *path, mode_t mode) { return refused(EPERM); }
int fchmod(int fd, mode_t mode) { return refused(EPERM); }
int fchmodat(int fd, const char *path, mode_t mode, int flags) { return refused(EPERM); }
#ifdef NO_EXCLUSIVE_RENAME
int renameat2(int fd, const char *from, int fd2, const char *to, unsigned int flags) { return refused(EINVAL); }
#endif
"""


@cache
def library(*, exclusive_rename: bool = True) -> str | None:
    """The compiled library, for LD_PRELOAD; None where there is no C compiler, or where it has no effect."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if not compiler:
        return None
    folder = Path(mkdtemp(prefix="without-links-"))
    made = folder / "without_links.so"
    (folder / "without_links.c").write_text(SOURCE)
    options = [] if exclusive_rename else ["-DNO_EXCLUSIVE_RENAME"]
    words = [compiler, "-shared", "-fPIC", *options, "-o", str(made), str(folder / "without_links.c")]
    if subprocess.run(words, capture_output=True, check=False).returncode:
        return None
    tried = subprocess.run(["ln", str(made), str(folder / "second")], env={"LD_PRELOAD": str(made)}, capture_output=True, check=False)  # noqa: S607 - wherever it is  # fmt: skip
    return str(made) if tried.returncode else None
