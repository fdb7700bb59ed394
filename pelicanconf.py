"""Base settings: constants only. A plain `pelican -s pelicanconf.py` builds the city's own site."""

# The place this run is for. `tasks.py build` derives these for every other division.
from __future__ import annotations

PATH = "content/9901"
OUTPUT_PATH = "output/9901"
DISCLOSURE_ROOT = "."
DISCLOSURE_DIVISION = "9901"
DISCLOSURE_THEME = "theme"  # where the style sheets lie, seen from the division's site
DISCLOSURE_HOME = ""  # the page to pick a place from; "" = not part of this run

# How the government site is registered; each is left out of the pages while it is "". A build for
# several cities or counties gives one text for each, by short code: {"990101": "...", ...}.
DISCLOSURE_SITE_NAME = ""  # registered name; "" = the county's (the city's own) name and 政务公开
DISCLOSURE_SITE_DOMAIN = ""  # host alone; "" = the host of DISCLOSURE_PUBLIC_URL
DISCLOSURE_SITE_ID = ""  # 网站标识码: 10 digits, or bm and 8 digits, such as "9901010001"
DISCLOSURE_ICP = ""  # ICP备案号
DISCLOSURE_POLICE_RECORD = ""  # 公安备案号
DISCLOSURE_ERROR_REPORT_URL = ""  # where "我为政府网站找错" leads; "" = the county's telephone only

SITENAME = "政务公开"
SITEURL = ""
TIMEZONE = "Asia/Shanghai"
DEFAULT_LANG = "zh-cn"
LOCALE = ["C.UTF-8", "C"]
DEFAULT_DATE_FORMAT = ""  # pages say days in their own words
RELATIVE_URLS = True

PLUGIN_PATHS = ["plugins"]
PLUGINS = [
    "disclosure_divisions",
    "disclosure_validate",
    "disclosure_entries",
    "disclosure_datasets",
    "disclosure_files",
    "disclosure_catalogue",
    "disclosure_corrections",
    "disclosure_boards",
    "disclosure_matrix",
    "disclosure_money",
    "disclosure_opendata",
    "disclosure_pages",
    "disclosure_search",
]

# What is read: the kinds of a division, never the folders of the divisions below it.
ARTICLE_PATHS = ["articles", "notices", "guides", "letters", "votes", "albums", "data"]
PAGE_PATHS = ["pages"]
STATIC_PATHS = ["files", "data"]
STATIC_EXCLUDE_SOURCES = False  # a package's descriptor is both its page's source and a download
READERS = {"rst": None, "html": None, "htm": None}
WITH_FUTURE_DATES = True  # a date in the future is refused by a rule, not hidden by Pelican
USE_FOLDER_AS_CATEGORY = False
DEFAULT_CATEGORY = ""
CACHE_CONTENT = False
LOAD_CONTENT_CACHE = False
DELETE_OUTPUT_DIRECTORY = False
SUMMARY_MAX_LENGTH = None
TYPOGRIFY = False

# Where it is written.
SLUGIFY_PRESERVE_CASE = True  # category pages are named by their code: category/E0203.html
ARTICLE_URL = ARTICLE_SAVE_AS = "{kind}/{slug}.html"
PAGE_URL = PAGE_SAVE_AS = "pages/{slug}.html"
CATEGORY_URL = "category/{slug}.html"
CATEGORY_SAVE_AS = ""  # long lists are paged oldest first, which is not Pelican's way
TAG_SAVE_AS = AUTHOR_SAVE_AS = ARCHIVES_SAVE_AS = ""
DIRECT_TEMPLATES = ["index", "notfound"]
NOTFOUND_SAVE_AS = "404.html"
PAGINATED_TEMPLATES = {}
DEFAULT_PAGINATION = False
ARTICLE_ORDER_BY = PAGE_ORDER_BY = "order"
FEED_ALL_ATOM = "feed.xml"
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
FEED_MAX_ITEMS = 50
FEED_APPEND_REF = False

# How it looks.
THEME = "theme"
JINJA_ENVIRONMENT = {
    "autoescape": True,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "auto_reload": False,  # templates do not change while a build runs
    "cache_size": -1,  # all are kept; a cache with an end would keep count of each use
}
