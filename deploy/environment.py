"""Builds the virtual environment: python3 deploy/environment.py FOLDER REQUIREMENTS [WHEELS]

Run by make. Plain enough for a Python that is too old, so that it can say so itself.
"""

import os
import shutil
import subprocess
import sys

OLDEST = (3, 11)


def stop(message):
    sys.exit("\n" + message + "\n")


def check_python():
    if sys.version_info < OLDEST:
        stop(
            "The newsroom needs Python %d.%d or newer; %s is Python %s.\n"
            "If a newer one is on this machine, name it: make demo PYTHON=python3.11"
            % (OLDEST[0], OLDEST[1], sys.executable, sys.version.split()[0])
        )
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        stop(
            "This Python comes without venv, which builds the environment.\n"
            "On Debian and Ubuntu: apt install python%d.%d-venv" % sys.version_info[:2]
        )


def has_pip(python):
    if not os.path.exists(python):
        return False
    asked = subprocess.run([python, "-m", "pip", "--version"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return asked.returncode == 0


def build(folder):
    """Made anew when it is half built or its Python has left the machine."""
    python = os.path.join(folder, "bin", "python")
    if not has_pip(python):
        print("Building the environment in %s ..." % folder)
        subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
    return python


def installed_from_cache(python, requirements):
    """Installed by uv, of what it has on this machine already: pip takes twenty seconds for the same."""
    uv = shutil.which("uv")
    if not uv:
        return False
    command = [uv, "pip", "install", "--quiet", "--offline", "--python", python, "--require-hashes", "-r", requirements]
    return subprocess.run(command, stderr=subprocess.DEVNULL).returncode == 0


def install(python, requirements, wheels):
    print("Installing %s ..." % requirements)
    sys.stdout.flush()
    if not wheels and installed_from_cache(python, requirements):
        return
    source = ["--no-index", "--find-links", wheels] if wheels else []
    command = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    if subprocess.run(command + source + ["--require-hashes", "-r", requirements]).returncode:
        stop(
            "pip could not install %s; its reason stands above.\n"
            "Without a network: `make wheels` on a machine that has one, carry the folder over,\n"
            "and `make demo WHEELS=wheels` here." % requirements
        )


def main():
    folder, requirements = sys.argv[1:3]
    wheels = sys.argv[3] if len(sys.argv) > 3 else ""
    check_python()
    if wheels and not os.path.isdir(wheels):
        stop("There is no folder of wheels at %s." % wheels)
    install(build(folder), requirements, wheels)


if __name__ == "__main__":
    main()
