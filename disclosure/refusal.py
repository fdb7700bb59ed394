"""Why the system refused a file, in Chinese: its own words are English."""

from __future__ import annotations

import errno

REASONS = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "所在磁盘只能读",
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "磁盘配额已用完",
    errno.EFBIG: "超过允许的文件大小",
    errno.EIO: "磁盘读写出错",
    errno.ENOENT: "文件或文件夹不存在",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EISDIR: "它是文件夹",
    errno.EEXIST: "同名的文件已经存在",
    errno.ENAMETOOLONG: "名称太长",
    errno.ELOOP: "链接绕成了圈",
}


def why_refused(error: OSError) -> str:
    """Return the reason in Chinese, where it is one that people meet."""
    return REASONS.get(error.errno or 0) or error.strerror or str(error)
