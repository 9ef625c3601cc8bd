"""A program that an interpreter is given to say what it is; it imports nothing of ours.

It prints JSON; `proof.pythons.probing` reads it.
"""

import importlib.metadata
import json
import os
import platform
import sys
import sysconfig

# Where a system's own Python is: no path that distinguishes machines.
_ON_EVERY_MACHINE = ("/", "/usr", "/usr/local")


def _folders() -> list[tuple[str, str]]:
    paths = sysconfig.get_paths()
    names = [
        (paths["purelib"], "<packages>"),
        (paths["platlib"], "<packages>"),
        (paths["stdlib"], "<python>"),
    ]
    if sys.base_prefix not in _ON_EVERY_MACHINE:
        names.append((sys.base_prefix, "<prefix>"))
    return names


def _markers() -> dict[str, str]:
    """As packaging.markers.default_environment has them."""
    version = "{}.{}.{}".format(*sys.implementation.version)
    return {
        "implementation_name": sys.implementation.name,
        "implementation_version": version,
        "os_name": os.name,
        "platform_machine": platform.machine(),
        "platform_python_implementation": platform.python_implementation(),
        "platform_release": platform.release(),
        "platform_system": platform.system(),
        "platform_version": platform.version(),
        "python_full_version": platform.python_version(),
        "python_version": "{}.{}".format(*sys.version_info),
        "sys_platform": sys.platform,
    }


def _installed() -> dict[str, dict[str, object]]:
    return {
        found.name: {"version": found.version, "requires": found.requires or []}
        for found in importlib.metadata.distributions()
    }


_implementation = platform.python_implementation()
_free_threaded = bool(sysconfig.get_config_var("Py_GIL_DISABLED"))
print(
    json.dumps(
        {
            # Not resolved: an environment is known by the link it was started by.
            "executable": os.path.abspath(sys.executable),  # noqa: PTH100
            "base": getattr(sys, "_base_executable", None) or sys.executable,
            "name": f"{_implementation} {platform.python_version()}"
            + ("t" if _free_threaded else ""),
            "build": f"{_implementation} {sys.version}",
            "platform": f"{platform.system()} {platform.machine()}",
            "system": platform.platform(),
            "free_threaded": _free_threaded,
            "folders": _folders(),
            "markers": _markers(),
            "modules": sorted(sys.stdlib_module_names),
            "installed": _installed(),
            "providers": importlib.metadata.packages_distributions(),
        }
    )
)
