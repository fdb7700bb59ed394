# 〈地名〉的网站设置：这里写的优先于本系统自带的设置，没有写的沿用自带的。
# 一行一项，去掉行首的 # 即生效。

# 选择地区页面的名称；各区划的网站用区划自己的名称。
SITENAME = "〈地名〉基层政务公开"

# 网站对外的网址，末尾不带斜杠。写明后才有二维码、规范网址和站点地图。
# DISCLOSURE_PUBLIC_URL = "https://www.example.gov.cn/gk"

# 政府网站的登记信息，留空的不显示。
# 一个内容库管几个县（市、区）的，按短代码分别写，如 {"990101": "……", "990121": "……"}。
# DISCLOSURE_SITE_NAME = ""  # 登记的网站名称；不写则用“〈地名〉政务公开”
# DISCLOSURE_SITE_DOMAIN = ""  # 域名；不写则取上面网址中的域名
# DISCLOSURE_SITE_ID = ""  # 政府网站标识码：10 位数字，或 bm 加 8 位数字
# DISCLOSURE_ICP = ""  # ICP 备案号
# DISCLOSURE_POLICE_RECORD = ""  # 公安备案号
# DISCLOSURE_ERROR_REPORT_URL = ""  # “我为政府网站找错”的网址；不写则只留县里的电话
