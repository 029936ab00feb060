"""Python runs this at its start wherever this directory stands on PYTHONPATH: a process of the
product then dies where the proof aims, and the product itself knows nothing of it."""

import os

if "AIM" in os.environ:
    from tests.proofs.aim import watch

    watch()
