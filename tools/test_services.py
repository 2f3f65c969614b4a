"""Get what the tests need beside Python packages: PostgreSQL, Chromium, GNU gettext, Java, axe-core, the Nu Html Checker.

What is missing is installed from Debian's packages where we may (root, or sudo without a
password); axe-core and the checker come from npm, in the versions and with the checksums that
tests/accessibility.py and tests/html_checker.py name, into the environment. What cannot be
installed is named, with the command to install it and what will not run without it; with CI=true
that is a failure.
"""

import base64
import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.accessibility import AXE, AXE_INTEGRITY, AXE_VERSION, find_axe
from tests.browser import find_chromium, find_driver
from tests.html_checker import VNU, VNU_INTEGRITY, VNU_VERSION, find_java, find_vnu
from tests.postgres import find_postgres


@dataclass(frozen=True)
class Service:
    """A program the tests use, how to find it, and how people install it."""

    name: str
    find: Callable[[], object]
    debian: str
    homebrew: str
    without: str


SERVICES = (
    Service("PostgreSQL", find_postgres, "postgresql", "postgresql",
            "no test runs on PostgreSQL"),
    Service("Chromium", find_chromium, "chromium", "--cask chromium",
            "the browser tests do not run"),
    Service("Playwright's library libatomic", find_driver, "libatomic1", "playwright",
            "the browser tests do not run"),
    Service("GNU gettext", lambda: shutil.which("xgettext"), "gettext", "gettext",
            "missing translations are not found"),
    Service("Java", find_java, "default-jre-headless", "openjdk",
            "no page's HTML is validated"),
    Service("npm", lambda: (find_axe() and find_vnu()) or shutil.which("npm"), "npm", "node",
            "axe-core and the Nu Html Checker cannot be fetched"),
)  # fmt: skip


@dataclass(frozen=True)
class Script:
    """One file out of a package of npm's: its name, version and checksum there, and where it lies here."""

    package: str
    version: str
    integrity: str
    member: str
    place: Path
    without: str


SCRIPTS = (
    Script("axe-core", AXE_VERSION, AXE_INTEGRITY, "package/axe.min.js", AXE,
           "no page is checked by it"),
    Script("vnu-jar", VNU_VERSION, VNU_INTEGRITY, "package/build/dist/vnu.jar", VNU,
           "no page's HTML is validated"),
)  # fmt: skip


def main() -> int:
    missing = [service for service in SERVICES if not service.find()]
    if missing and (become_root := _may_install()) is not None:
        print("Installing", ", ".join(service.debian for service in missing), "(once)", flush=True)
        _install([service.debian for service in missing], become_root)
        missing = [service for service in SERVICES if not service.find()]
    for service in missing:
        print(f"{service.name} is missing: {service.without}. {_advice(service)}", file=sys.stderr)
    npm = shutil.which("npm")
    wanted = [script for script in SCRIPTS if npm and not script.place.exists()]
    problems = [(script, problem) for script in wanted if (problem := _fetch(script, npm))]
    for script, problem in problems:
        print(f"{script.package} is missing: {script.without}. {problem}", file=sys.stderr)
    return 1 if (missing or problems) and os.environ.get("CI") else 0


def _fetch(script: Script, npm: str) -> str:
    """Put a script into the environment; return why that was impossible, or nothing."""
    print("Fetching", script.package, script.version, "(once)", flush=True)
    wanted = f"{script.package}@{script.version}"
    pack = [npm, "pack", "--loglevel=error", "--ignore-scripts", wanted]
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile("w+") as log:
        try:
            subprocess.run(
                pack, cwd=folder, stdout=log, stderr=log, stdin=subprocess.DEVNULL, timeout=300
            )
        except subprocess.TimeoutExpired:
            return "npm did not answer in five minutes: run make test-setup again."
        package = next(Path(folder).glob("*.tgz"), None)
        if package is None:
            log.seek(0)
            said = " ".join(log.read().split()[-30:])
            return f"npm could not download it: check the network, then run make test-setup again ({said})."
        digest = base64.b64encode(hashlib.sha512(package.read_bytes()).digest()).decode()
        if f"sha512-{digest}" != script.integrity:
            return "The package differs from the one we pinned: nothing was taken from it."
        with tarfile.open(package) as members:
            content = members.extractfile(script.member).read()
    script.place.parent.mkdir(parents=True, exist_ok=True)
    unfinished = script.place.with_suffix(".unfinished")
    unfinished.write_bytes(content)
    unfinished.replace(script.place)
    return ""


def _may_install() -> list[str] | None:
    """Return what to put before apt-get, or None where we can't install."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    if (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0
    ):
        return ["sudo", "-n"]
    return None


def _advice(service: Service) -> str:
    if shutil.which("apt-get"):
        return f"Install it: sudo apt-get install {service.debian}"
    if shutil.which("brew"):
        return f"Install it: brew install {service.homebrew}"
    return f"Install it with your system's packages (Debian calls it {service.debian})."


def _install(packages: list[str], become_root: list[str]) -> None:
    """Install Debian packages; when that fails show the end of what apt said."""
    apt = [*become_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    install = [*apt, "install", "--yes", "--no-install-recommends", *packages]
    with tempfile.TemporaryFile("w+") as log, _no_cluster(become_root):
        # A fresh machine has no package lists, a seasoned one may have old ones.
        subprocess.run([*apt, "update"], stdout=log, stderr=log, stdin=subprocess.DEVNULL)
        done = subprocess.run(install, stdout=log, stderr=log, stdin=subprocess.DEVNULL)
        if done.returncode:
            log.seek(0)
            print(
                "apt-get failed:",
                *log.read().strip().splitlines()[-5:],
                sep="\n  ",
                file=sys.stderr,
            )


@contextmanager
def _no_cluster(become_root: list[str]) -> Iterator[None]:
    """Keep Debian from making and starting a database server of its own meanwhile."""
    folder = "/etc/postgresql-common/createcluster.d"
    setting = f"{folder}/newsroom-tests.conf"
    write = f"mkdir -p {folder} && echo create_main_cluster = false > {setting}"
    subprocess.run([*become_root, "sh", "-c", write], check=False)
    try:
        yield
    finally:
        subprocess.run([*become_root, "rm", "-f", setting], check=False)


if __name__ == "__main__":
    sys.exit(main())
