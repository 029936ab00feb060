import subprocess
import sys

WALK = """
import importlib, pkgutil, sys
import districts.matching
for module in pkgutil.walk_packages(districts.matching.__path__, "districts.matching."):
    importlib.import_module(module.name)
print(sorted({name.split(".")[0] for name in sys.modules} & {"django", "sklearn", "celery"}))
print(sum(name.startswith("districts.matching.") for name in sys.modules))
"""


def test_the_room_imports_no_django():
    run = subprocess.run([sys.executable, "-c", WALK], capture_output=True, text=True, check=True)
    strangers, modules = run.stdout.splitlines()
    assert strangers == "[]"
    assert int(modules) >= 15
