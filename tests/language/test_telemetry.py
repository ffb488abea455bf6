"""Nothing leaves the machine: ONNX Runtime's own reports to its makers are off."""

from __future__ import annotations

import subprocess
import sys

import pytest

OPEN_FILES = """
import os
from pathlib import Path
from parley.language import load
load(threads=1)("Envoys met in Vesk.")
open_files = [os.readlink(link) for link in Path("/proc/self/fd").iterdir() if link.exists()]
print(os.environ["ORT_DISABLE_TELEMETRY"], *[file for file in open_files if "onnxruntime.db" in file])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads the open files of a process from /proc")
def test_the_runtime_of_the_model_keeps_no_reports() -> None:
    ended = subprocess.run([sys.executable, "-c", OPEN_FILES], check=True, capture_output=True, text=True)
    assert ended.stdout.strip() == "1"
