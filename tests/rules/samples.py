"""Entries without a mistake, one for each trigger and kind the rules of time look at."""

from __future__ import annotations

REVIEW = "review: {by: 甲村村务监督委员会, date: 2026-10-10, basis: 《政府信息公开条例》第十七条}"

# 定期, quarterly: what the villagers talked over.
TALKS = f"""\
---
title: 第三季度民主协商情况
category: S0707
date: 2026-10-12 09:00
publisher: 甲村村民委员会
period: 2026-Q3
author: 村文书
{REVIEW}
elements:
  协商议题: 晒场轮用
  协商形式: 村民议事会
  参加人员: 各组代表和晒场附近农户
  协商结果: 按组轮用，每组两天
  责任人: 各村民小组组长
  落实情况: 已张贴轮用表并开始执行
---
村里就晒场使用先后开了两次议事会，意见已经一致。
"""

# 事前, a notice: a meeting announced ten days before it is held.
MEETING = f"""\
---
title: 关于召开第三次村民代表会议的通知
category: S0705
date: 2026-10-12 09:00
publisher: 甲村村民委员会
event_on: 2026-11-01
author: 村文书
{REVIEW}
notice: {{from: 2026-10-12, to: 2026-10-27, objections: 向村务监督委员会反映}}
elements:
  会议名称: 第三次村民代表会议
  召开时间: 当日上午九时
  地点: 村委会会议室
  参加人员: 全体村民代表
  议题: 审议机耕道养护办法
  材料获取方式: 到村便民服务室领取
---
请各位村民代表提前安排好时间，按时到会。
"""

# 形成后, a notice of fifteen days.
DRAIN = f"""\
---
title: 二组排水沟清淤项目提议公示
category: E0302
date: 2026-10-12 09:00
publisher: 甲村村民委员会
formed_on: 2026-10-09
author: 村文书
{REVIEW}
notice: {{from: 2026-10-12, to: 2026-10-27, objections: 向村务监督委员会反映}}
elements:
  征集方式: 入户发放意见表，各组张贴
  发放与收回份数: 发放212份，收回187份
  项目名称: 二组排水沟清淤加盖
  提议户数: 96户
  初步估算: 48000元
---
村民对项目有意见的，可在公示期内向村务监督委员会书面提出。
"""

# 形成后, a notice of five working days; the elements are not looked at by the tests that use it.
JOIN = f"""\
---
title: 拟批准入伍人员公示
category: S1008
date: 2026-10-12 09:00
publisher: 南镇人民政府
formed_on: 2026-10-09
author: 武装部干事
{REVIEW}
notice: {{from: 2026-10-12, to: 2026-10-27, objections: 向镇人民武装部反映}}
---
名单见村务公开栏。
"""

# A letter and its reply.
LETTER = f"""\
---
title: 关于村口路灯不亮的来信及答复
category: S0802
date: 2026-10-12 09:00
publisher: 甲村村民委员会
formed_on: 2026-10-09
author: 村文书
{REVIEW}
letter:
  number: 甲村信〔2026〕7号
  received_on: 2026-09-28
  summary: 反映村口两盏路灯不亮，夜间出行不便
  unit: 甲村村民委员会
  replied_on: 2026-10-09
  reply: 经查为控制箱进水，已更换元件并恢复照明
---
感谢来信。今后每周巡查一次路灯。
"""

# Withdrawn after its fifteen days: the file stays, the body is empty.
WITHDRAWN = f"""\
---
title: 甲村修补通组道路
category: S1102
date: 2026-10-12 09:00
publisher: 甲村村民委员会
formed_on: 2026-10-10
author: 村文书
{REVIEW}
withdrawn: {{date: 2026-10-30, reason: 道路长度有误，核实后重新发布}}
---
"""
