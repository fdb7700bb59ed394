"""Settings of the published site: the base settings and the public address."""

from __future__ import annotations

import os
import sys

sys.path.append(os.curdir)
from pelicanconf import *  # noqa: F403 - Pelican's own way of extending settings

# The address under which `output/` is served, such as https://www.example.gov.cn/gk
# Absolute addresses (canonical, sitemap, QR) are written only when it is set.
DISCLOSURE_PUBLIC_URL = os.environ.get("DISCLOSURE_PUBLIC_URL", "")
