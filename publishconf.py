"""Settings of the published site: the base settings and the public address."""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent))
from pelicanconf import *  # noqa: F403 - Pelican's own way of extending settings

# The address under which `output/` is served, such as https://www.example.gov.cn/gk
# Pages name their absolute address (canonical) and have QR codes only where it is set.
DISCLOSURE_PUBLIC_URL = os.environ.get("DISCLOSURE_PUBLIC_URL", "")

# Keys for development are everybody's: what is published is not signed with them.
for folder in os.environ.get("DISCLOSURE_KEYS", "").split(os.pathsep):
    if folder and (Path(folder) / "DEVELOPMENT").exists():
        raise RuntimeError(f"演示用的密钥不能用于公开的网站：DISCLOSURE_KEYS={folder}")
