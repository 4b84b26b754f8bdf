"""Puts the extension module into the wheel: CMake builds it, or TELA_PYTHON_MODULE names one that is built.

The wheel is for this interpreter and this system: the module uses the system's librdf, ICU and others.
"""
import os
import re
import subprocess
import sys
import sysconfig
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface

REPOSITORY = Path(__file__).resolve().parents[2]


def built_module():
    if given := os.environ.get("TELA_PYTHON_MODULE"):
        return Path(given)
    subprocess.run(["cmake", "--preset", "release"], cwd=REPOSITORY, check=True)
    subprocess.run(["cmake", "--build", "--preset", "release", "--target", "tela_python"], cwd=REPOSITORY, check=True)
    module = REPOSITORY / "build/release/src/python/tela" / f"_tela{sysconfig.get_config_var('EXT_SUFFIX')}"
    if not module.is_file():
        raise SystemExit(f"the module was not built for {sys.executable}; configure build/release with "
                         f"-DPython3_EXECUTABLE={sys.executable}")
    return module


class ExtensionModule(BuildHookInterface):
    PLUGIN_NAME = "custom"

    def initialize(self, version, build_data):
        module = built_module()
        build_data["pure_python"] = False
        python = f"cp{sys.version_info.major}{sys.version_info.minor}"
        build_data["tag"] = f"{python}-{python}-{re.sub('[-.]', '_', sysconfig.get_platform())}"
        build_data["force_include"][str(module)] = f"tela/{module.name}"


class VersionOfProject(MetadataHookInterface):
    PLUGIN_NAME = "custom"

    def update(self, metadata):
        project = (REPOSITORY / "CMakeLists.txt").read_text()
        metadata["version"] = re.search(r"project\(tela VERSION ([0-9.]+)", project)[1]
