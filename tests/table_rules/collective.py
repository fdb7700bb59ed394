"""Assets, contracts, debts, land compensation and the fund of the test village, all clean."""

from __future__ import annotations

from tests.table_rules.verbs import Given

ASSETS = Given(
    "asset_register",
    """\
division_code,as_of,asset_no,asset_class,name,location,quantity,quantity_unit,area,area_unit,original_value,acc_depreciation,net_value,use_status,contract_no,custodian
990101100201,2025-12-31,A-1,房屋建筑物,仓库,一组,1,栋,,,1000.00,250.00,750.00,出租,H-1,丁大川
990101100201,2025-12-31,A-2,机器设备,水泵,二组,2,台,,,300.00,300.00,0.00,自用,,丁大川
""",
    "E0403",
    "period: 2025\n",
    date="2026-01-20",
)
LAND = Given(
    "asset_register",
    """\
division_code,as_of,asset_no,asset_class,name,location,area,area_unit,use_status,contract_no,custodian,ownership,tenant
990101100201,2025-12-31,R-1,耕地,机动地,一组,30.00,亩,发包,H-2,丁大川,甲村农民集体,丙小河
990101100201,2025-12-31,R-2,林地,后山,三组,1.5000,公顷,自用,,丁大川,甲村农民集体,
""",
    "E0404",
    "period: 2025\n",
    date="2026-01-20",
)
CONTRACTS = Given(
    "contract_register",
    """\
division_code,period,contract_no,contract_name,contract_type,asset_no,counterparty,counterparty_type,signed_on,start_on,end_on,total_amount,due_amount,received_amount,arrears_opening,arrears_closing,status,decision_ref,renewal_of
990101100201,2026-Q3,H-1,仓库租赁,租赁,A-1,东区乙贸易公司,单位,2024-12-20,2025-01-01,2034-12-31,5000.00,125.00,100.00,10.00,35.00,履行中,B-7,
990101100201,2026-Q3,H-2,机动地发包,发包,R-1,丙*,个人,2023-12-20,2024-01-01,2028-12-31,3000.00,0.00,0.00,0.00,0.00,履行中,B-7,
990101100201,2026-Q3,H-3,鱼塘发包,发包,,丁*,个人,2021-08-20,2021-09-01,2026-08-31,900.00,0.00,0.00,0.00,0.00,已到期,B-7,
""",
    "E0406",
    "period: 2026-Q3\n",
)
DEBTS = Given(
    "debt_claim",
    """\
division_code,period,claim_no,kind,party,party_type,incurred_on,due_on,opening,increase,decrease,closing,reason
990101100201,2026-Q2,Z-1,债权,东区乙贸易公司,单位,2025-03-01,2026-12-31,100.00,0.00,40.00,60.00,仓库租金
990101100201,2026-Q2,Z-2,债务,东区丙农资店,单位,2025-05-01,,30.00,0.00,30.00,0.00,化肥款
990101100201,2026-Q3,Z-1,债权,东区乙贸易公司,单位,2025-03-01,2026-12-31,60.00,5.00,0.00,65.00,仓库租金
990101100201,2026-Q3,Z-3,债务,东区丁工程队,单位,2026-07-05,2027-07-05,0.00,550.00,0.00,550.00,清淤工程尾款
""",
    "E0204",
    "period: 2026-Q3\n",
)
COMPENSATION = Given(
    "land_compensation",
    """\
division_code,project_code,approval_no,item,area,payable,received,received_on,collective_retained,distributed,paid_to_fund,undistributed,households,batch_no,ballot_id
990101100201,ZD-1,试府征〔2026〕1号,土地补偿费,2.0000,1000.00,900.00,2026-09-20,100.00,300.00,0.00,500.00,2,P-1,B-1
990101100201,ZD-1,试府征〔2026〕1号,安置补助费,2.0000,400.00,0.00,,0.00,0.00,0.00,0.00,0,,
990101100201,ZD-1,试府征〔2026〕1号,青苗补偿,2.0000,50.00,50.00,2026-09-20,0.00,50.00,0.00,0.00,1,,
990101100201,ZD-1,试府征〔2026〕1号,社会保障费用,2.0000,80.00,80.00,2026-09-20,0.00,0.00,80.00,0.00,0,,
""",
    "E0507",
    "formed_on: 2026-10-01\n",
)
SHARES = Given(
    "payment_roster",
    """\
division_code,batch_no,line_no,program_code,direction,person_masked,household_no,village_group,basis_qty,basis_unit,rate,reduction,amount_due,amount_paid,paid_on,channel
990101100201,P-1,1,E0507,发放,丁*,H1,一组,1,人,100.00,0.00,100.00,100.00,2026-09-28,银行转账
990101100201,P-1,2,E0507,发放,丙*,H2,二组,2,人,100.00,0.00,200.00,200.00,2026-09-28,银行转账
""",
    "E0507",
    "formed_on: 2026-10-01\n",
)

FUND_COLUMNS = (
    "division_code,budget_year,period,entry_no,entry_date,entry_kind,project_no,amount,"
    "voucher_no,payee,approval_doc,balance\n"
)
FUND = Given(
    "fund_ledger",
    FUND_COLUMNS
    + """\
990101100201,2026,2026-Q1,1,2026-01-05,上年结转,,20.00,专-1,,,20.00
990101100201,2026,2026-Q1,2,2026-03-10,上级拨付,,1000.00,专-2,,试财〔2026〕5号,1020.00
990101100201,2026,2026-Q1,3,2026-03-20,项目支出,X-1,400.00,专-3,东区丁工程队,,620.00
990101100201,2026,2026-Q1,4,2026-03-21,利息收入,,0.55,专-4,,,620.55
""",
    "E0305",
    "period: 2026-Q1\n",
)
FUND_LATER = Given(
    "fund_ledger",
    FUND_COLUMNS
    + "990101100201,2026,2026-Q2,5,2026-05-10,项目支出,X-2,100.55,专-5,东区丁工程队,,520.00\n",
    "E0305",
    "period: 2026-Q2\n",
)
FUND_BEFORE = Given(
    "fund_ledger",
    FUND_COLUMNS
    + "990101100201,2025,2025-Q4,1,2025-10-10,上级拨付,,20.00,专-9,,试财〔2025〕5号,20.00\n",
    "E0305",
    "period: 2025-Q4\n",
    date="2026-01-12",
)
GRANTED = Given(
    "fund_ledger",
    FUND_COLUMNS
    + """\
990101100201,2026,2026-Q1,1,2026-03-08,上级拨付,,1000.00,拨-1,,试财〔2026〕5号,1000.00
990101001001,2026,2026-Q1,1,2026-03-08,上级拨付,,800.00,拨-2,,试财〔2026〕5号,800.00
""",
    "E0301",
    "formed_on: 2026-03-08\n",
    publisher="东区人民政府",
    division="990101",
)
PROJECTS = Given(
    "fund_project",
    """\
division_code,budget_year,project_no,project_name,project_class,proposed_households,ballot_id,rank,budget_amount,decided_on,contractor,contract_amount,settled_amount,accepted_on,acceptors,appraisal_yes,appraisal_total,status,second_ballot_id,planned_duration
990101100201,2026,X-1,二组排水沟清淤,基础设施,60,B-2,1,500.00,2026-02-20,东区丁工程队,450.00,420.00,2026-06-10,丁大川,,,已验收,,2026年3月至5月
990101100201,2026,X-2,路灯20盏,公共照明,50,B-2,2,300.00,2026-02-20,东区丁工程队,290.00,,,,,,实施中,,2026年5月至8月
""",
    "E0303",
    "formed_on: 2026-02-20\n",
)
