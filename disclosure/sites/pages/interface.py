"""The form of every data file under `api/v1/`: JSON whose bytes depend on the values alone."""

from __future__ import annotations

import json


def write_json(value: object) -> str:
    """Return a value as JSON, keys sorted, ended by a line end."""
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
