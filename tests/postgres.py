"""A PostgreSQL server of the tests' own, and the choice of database: `pytest --database postgres`.

Loaded as a plugin (`-p tests.postgres` in pyproject.toml), because it has to set DATABASE_URL
before pytest-django reads the settings. The server listens on a socket in a temporary folder
only; it is started once, shared by all xdist workers, and removed when pytest ends.
"""

import atexit
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

# Where packages put the server when they leave it off PATH: Debian, source builds, Homebrew.
SERVER_FOLDERS = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/usr/local/pgsql/bin",
    "/opt/homebrew/opt/postgresql*/bin",
    "/usr/local/opt/postgresql*/bin",
)
# Speed for a database nobody will miss.
SERVER_OPTIONS = (
    "-c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
)
MISSING = "PostgreSQL is not installed (Debian, Ubuntu: apt install postgresql)"

not_run = pytest.StashKey[str]()


def find_postgres() -> Path | None:
    """Return the folder of the newest PostgreSQL server on this machine."""
    if on_path := shutil.which("initdb"):
        return Path(on_path).resolve().parent
    found = [folder for pattern in SERVER_FOLDERS for folder in Path("/").glob(pattern[1:])]
    usable = [folder for folder in found if (folder / "initdb").exists()]
    return max(usable, key=_version, default=None)


def _version(folder: Path) -> tuple[int, ...]:
    """Return the numbers in the path, so that 15 comes after 9.6."""
    digits = "".join(c if c.isdigit() else " " for c in str(folder))
    return tuple(int(number) for number in digits.split())


class PostgresServer:
    """A throw-away cluster; `url` is its DATABASE_URL."""

    def __init__(self, binaries: Path):
        self.binaries = binaries
        # Directly below /tmp: a socket's path may not be longer than about 100 characters.
        self.folder = Path(tempfile.mkdtemp(prefix="newsroom-pg-", dir="/tmp"))
        self.url = f"postgres://newsroom@{quote(str(self.folder), safe='')}/newsroom"
        self.account: dict = {}
        if os.geteuid() == 0:  # PostgreSQL refuses to run as root
            self.account = _unprivileged_account()
            os.chown(self.folder, self.account["user"], self.account["group"])

    def start(self) -> None:
        """Make the cluster and start it; on any failure leave nothing behind."""
        # The one UTF-8 locale with the same rules everywhere; macOS does not have it.
        locale = "en_US.UTF-8" if sys.platform == "darwin" else "C.UTF-8"
        self._run(
            "initdb", "--username=newsroom", "--auth=trust", "--encoding=UTF8",
            f"--locale={locale}", "--no-sync",
        )  # fmt: skip
        options = f"{SERVER_OPTIONS} -c unix_socket_directories={self.folder}"
        self._run(
            "pg_ctl", "start", "--wait", "--silent", f"--log={self.folder}/log", "-o", options
        )

    def stop(self) -> None:
        """Stop the server and delete its folder; harmless when done twice."""
        if (self.folder / "data/postmaster.pid").exists():
            self._run("pg_ctl", "stop", "--silent", "--mode=immediate")
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, program: str, *arguments: str) -> None:
        # A file, not a pipe: the server inherits it and would keep a pipe open for ever.
        with tempfile.TemporaryFile("w+") as output:
            done = subprocess.run(
                [self.binaries / program, f"--pgdata={self.folder}/data", *arguments],
                stdout=output,
                stderr=output,
                stdin=subprocess.DEVNULL,
                cwd="/",
                start_new_session=True,  # ctrl-C is for pytest, which then stops the server
                **self.account,
            )
            if done.returncode:
                output.seek(0)
                raise RuntimeError(f"{program} failed: {output.read()}")


def _unprivileged_account() -> dict:
    """Return the account to run the server as, in subprocess's words."""
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
    raise RuntimeError("PostgreSQL does not run as root, and there is no user postgres or nobody")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database",
        choices=("sqlite", "postgres"),
        default="sqlite",
        help="run on SQLite, or on a PostgreSQL server started for this run",
    )


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Iterator[None]:
    """Point the settings at databases and folders of the tests' own, before anyone reads them."""
    if "PYTEST_XDIST_WORKER" not in os.environ:  # a worker inherits all this from its controller
        _prepare(early_config)
    return (yield)


def _prepare(config: pytest.Config) -> None:
    folder = tempfile.mkdtemp(prefix="newsroom-tests-")
    config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))
    # Whatever the developer's shell says about the newsroom is not for the tests.
    for name in [name for name in os.environ if name.startswith("NEWSROOM_")]:
        del os.environ[name]
    os.environ.pop("DATABASE_URL", None)
    os.environ["NEWSROOM_DATA_DIR"] = folder
    if config.known_args_namespace.database != "postgres":
        return
    if binaries := find_postgres():
        server = PostgresServer(binaries)
        config.add_cleanup(server.stop)
        atexit.register(server.stop)
        # Whoever stops the run (a CI time-out) must not leave a server behind.
        signal.signal(signal.SIGTERM, _interrupt)
        server.start()
        os.environ["DATABASE_URL"] = server.url
    elif os.environ.get("CI"):
        raise pytest.UsageError(MISSING)
    else:
        config.stash[not_run] = f"no test ran on PostgreSQL: {MISSING}"


def _interrupt(*_: object) -> None:
    """End the run as ctrl-C does: with all its cleaning up."""
    raise KeyboardInterrupt


def pytest_report_header(config: pytest.Config) -> str:
    return f"database: {config.option.database}"


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """Without the server asked for, say so in one line instead of skipping test by test."""
    if reason := session.config.stash.get(not_run, None):
        pytest.exit(reason, returncode=0)
