"""Small data packages of the test village, clean as they stand, for the tests of rules."""

from __future__ import annotations

from tests.rules.verbs import GOOD, check_files, marks

PLACE = "content/9901/990101/990101100/990101100201"
REVIEW = "{by: 甲村村务监督委员会, date: 2026-10-11, basis: 与账簿核对一致}"

# The third quarter's accounts (E0203).
SUMMARY = f"""\
title: 甲村2026年第三季度财务收支汇总
category: E0203
date: 2026-10-12 09:00
publisher: 甲村村民委员会
period: 2026-Q3
author: 村报账员
review: {REVIEW}
resources:
  - name: summary
    path: summary.csv
    schema: table:village_summary
"""
SUMMARY_CSV = """\
division_code,period,account_id,opening,income,expense,transfer_in,transfer_out,closing,assets_total,liabilities_total,equity_total,prepared_by,reviewed_by,reviewed_on
990101100201,2026-Q3,基本户,1000.00,500.00,300.00,0.00,0.00,1200.00,,,,村报账员,村务监督委员会,2026-10-09
990101100201,2026-Q3,ALL,1000.00,500.00,300.00,0.00,0.00,1200.00,1200.00,0.00,1200.00,村报账员,村务监督委员会,2026-10-09
"""

# The allowances of village officials (E0207), a roster with control totals.
ROSTER = f"""\
title: 甲村2026年第三季度误工补贴发放表
category: E0207
date: 2026-10-12 09:00
publisher: 甲村村民委员会
period: 2026-Q3
author: 村报账员
review: {REVIEW}
elements:
  资金来源: 村级运转经费
  审批会议: 2026年10月8日村民代表会议
controls: {{rows: 2, amount_due: 900.30, amount_paid: 900.30}}
resources:
  - name: roster
    path: roster.csv
    schema: table:payment_roster
"""
ROSTER_CSV = """\
division_code,batch_no,line_no,program_code,direction,person_masked,household_no,village_group,basis_qty,basis_unit,rate,reduction,amount_due,amount_paid,paid_on,channel,post
990101100201,2026-Q3,1,E0207,发放,丁大川,H001,一组,5,工日,120.00,0.00,600.00,600.00,2026-10-09,银行转账,副主任
990101100201,2026-Q3,2,E0207,发放,丙小河,H002,二组,3,工日,100.10,0.00,300.30,300.30,2026-10-09,银行转账,委员
"""

# An item of the service points (S0502), as a block and as a table.
GUIDE = """\
---
title: 高龄津贴申领办事指南
category: S0502
date: 2026-10-12 09:00
publisher: 甲村村民委员会
formed_on: 2026-10-10
author: 村文书
review: {by: 甲村村务监督委员会, date: 2026-10-11, basis: 与镇清单核对一致}
guide:
  item_code: JC-MZ-001
  item_name: 高龄津贴申领
  conditions: 年满八十周岁
  materials: 申请表
  flow: 申请、核实、发放
  legal_days: 20
  promised_days: 5
  fee: 不收费
  address: 甲村便民服务站
  phone: 0999-1002011
  complaint_phone: 0999-1002012
data: [service-items]
---
"""
ITEMS = f"""\
title: 甲村代办事项办事指南表
category: S0502
date: 2026-10-12 09:00
publisher: 甲村村民委员会
formed_on: 2026-10-10
author: 村文书
review: {REVIEW}
resources:
  - name: items
    path: items.csv
    schema: table:service_item
"""
ITEMS_CSV = """\
division_code,item_code,item_name,item_type,body,handling_level,conditions,materials,flow,legal_days,promised_days,fee,address,open_hours,phone,complaint_phone,online_url,updated_on
990101100201,JC-MZ-001,高龄津贴申领,行政给付,南镇人民政府,village,年满八十周岁,申请表,申请、核实、发放,20,5,不收费,甲村便民服务站,工作日,0999-1002011,0999-1002012,,2026-10-10
"""


def package(descriptor: str, table: str, name: str = "sample") -> dict[str, str]:
    """Return the files of a package of the test village; the CSV is named by its descriptor."""
    path = descriptor.partition("path: ")[2].partition("\n")[0]
    folder = f"{PLACE}/data/{name}"
    return {f"{folder}/datapackage.yaml": descriptor, f"{folder}/{path}": table}


def article(text: str = GOOD, name: str = "sample", kind: str = "articles") -> dict[str, str]:
    """Return the file of one entry of the test village."""
    return {f"{PLACE}/{kind}/{name}.md": text}


def found_in(*files: dict[str, str]) -> list[str]:
    """Return what is found in some files together, as `code:line:field`."""
    return marks(check_files({path: text for some in files for path, text in some.items()}))
