"""Projects, rosters, cases, officials, duty, air and statistics, all clean."""

from __future__ import annotations

from tests.table_rules.verbs import Given

TENDERS = Given(
    "project_tender",
    """\
division_code,project_code,lot_no,project_name,owner,funding,method,budget,ceiling,notice_on,open_on,bidders,evaluated_on,candidate_from,candidate_to,winner,win_price,contract_no,contract_on,contract_published_on,contract_amount,change_amount,start_on,finish_on,accepted_on,settled_amount,paid_amount,progress,ballot_id,must_tender,acceptance_result
990101000000,G-1,1,管网改造,东区水务局,区级财政,公开招标,900.00,880.00,2026-03-02,2026-03-23,5,2026-03-24,2026-03-25,2026-03-28,东区丁工程队,860.00,C-1,2026-04-08,2026-04-09,860.00,-10.00,2026-04-20,2026-07-20,2026-08-03,850.00,800.00,100,,是,合格
990101000000,G-2,1,桌椅采购,东区教育局,区级财政,询价,100.00,,2026-09-01,2026-09-10,3,,,,东区乙贸易公司,95.00,C-2,2026-09-30,2026-10-08,95.00,0.00,2026-10-10,,,,50.00,60,,否,
""",
    "E0705",
    "formed_on: 2026-10-08\n",
    publisher="东区人民政府",
    division="990101",
)
WORKS = Given(
    "project_tender",
    """\
division_code,project_code,lot_no,project_name,owner,funding,method,budget,change_amount,winner,win_price,contract_no,contract_on,contract_amount,paid_amount,progress,ballot_id,must_tender
990101100201,X-1,1,排水沟清淤,甲村村民委员会,集体自有,村级民主议定,500.00,0.00,东区丁工程队,450.00,H-9,2026-03-01,450.00,0.00,0,B-2,否
""",
    "E0706",
    "formed_on: 2026-10-01\n",
)
PAYMENTS = Given(
    "payment_roster",
    """\
division_code,batch_no,line_no,program_code,direction,person_masked,household_no,village_group,basis_qty,basis_unit,rate,reduction,amount_due,amount_paid,paid_on,channel
990101100201,B-1,1,E0801,发放,丁*,H1,一组,1.35,份,100.37,0.00,135.50,135.50,2026-09-10,一卡通
990101100201,B-1,2,E0801,发放,丙*,H2,二组,2.00,份,118.60,20.00,217.20,0.00,,一卡通
""",
    "E0801",
    "formed_on: 2026-09-10\n",
)
AID = Given(
    "assistance_roster",
    """\
division_code,list_no,line_no,program_code,stage,person_masked,household_no,village_group,members,level,monthly_amount,effective_from,objection_from,objection_to,prior_list_no
990101100201,M-1,1,E0902,审核公示,丁*,D1,一组,2,,500.00,,2026-09-01,2026-09-16,
990101100201,M-1,2,E0902,审核公示,丙*,D2,二组,1,,300.00,,2026-09-01,2026-09-16,
""",
    "E0902",
    "formed_on: 2026-09-01\n",
)
CONFIRMED = Given(
    "assistance_roster",
    """\
division_code,list_no,line_no,program_code,stage,person_masked,household_no,village_group,members,level,monthly_amount,effective_from,prior_list_no
990101100201,M-2,1,E0903,确认,丁*,D1,一组,2,,500.00,2026-10,M-1
""",
    "E0903",
    "formed_on: 2026-09-28\n",
)
CASES = Given(
    "case_progress",
    """\
division_code,case_no,item_code,applicant_masked,accepted_on,promised_days,day_basis,suspended_days,due_on,step,post,finished_on,result,status,alert,updated_on
990101100201,J-1,I-1,丁*,2026-10-12,5,working,0,2026-10-19,已办结,代办岗,2026-10-15,准予,办结,none,2026-10-15
990101100201,J-2,I-1,丙*,2026-10-12,3,calendar,2,2026-10-19,审核,代办岗,,,在办,warning,2026-10-16
990101100201,J-3,I-1,乙*,2026-10-12,2,working,0,2026-10-14,审核,代办岗,,,在办,yellow,2026-10-19
990101100201,J-4,I-1,甲*,2026-10-12,2,working,0,2026-10-14,审核,代办岗,,,在办,red,2026-10-20
""",
    "S0504",
    "period: 2026-10\n",
)
ITEMS = Given(
    "service_item",
    """\
division_code,item_code,item_name,item_type,body,handling_level,conditions,materials,flow,legal_days,promised_days,fee,fee_code,address,open_hours,phone,complaint_phone,updated_on
990101100201,I-1,高龄津贴申领,行政给付,南镇人民政府,village,年满八十周岁,申请表,申请、核实,20,5,不收费,,甲村便民服务站,工作日,0999-1002011,0999-1002012,2026-09-01
990101100201,I-2,打印复印,公共服务,甲村村民委员会,village,无,无,当场办理,,1,每页0.50元,F-1,甲村便民服务站,工作日,0999-1002011,0999-1002012,2026-09-01
""",
    "S0501",
    "formed_on: 2026-09-01\n",
)
FEES = Given(
    "fee_item",
    """\
division_code,fee_code,fee_name,fee_class,basis_doc,standard,price,unit,charging_body,effective_from,effective_to,relief,complaint_phone
990101000000,F-1,复印费,政府指导价,试价〔2024〕1号,每页0.60元,0.60,页,各便民服务站,2024-01-01,2025-07-01,,0999-1000101
990101000000,F-1,复印费,政府指导价,试价〔2025〕3号,每页0.50元,0.50,页,各便民服务站,2025-07-01,,,0999-1000101
""",
    "E1201",
    "formed_on: 2026-06-01\n",
    publisher="东区人民政府",
    division="990101",
)
LETTERS = Given(
    "letter_stats",
    """\
division_code,period,mailbox,opening,received,transferred,closed,closing,closed_on_time,overdue,published,rated,satisfied
990101100201,2026-08,书记信箱,2,5,1,4,2,4,0,1,3,2
990101100201,2026-09,书记信箱,2,3,0,4,1,3,1,1,4,4
""",
    "S0803",
    "period: 2026-09\n",
)
OFFICIALS = Given(
    "officials",
    """\
division_code,org_name,role_type,person_name,post,portfolio,scope,term_from,term_to,office_phone
990101100201,甲村村民委员会,村(居)民委员会,丁大川,主任,,,2026-01-15,2031-01-14,0999-1002011
990101100201,甲村村民委员会,村(居)民委员会,丙小河,副主任,,,2026-01-15,2031-01-14,0999-1002011
990101100201,甲村村民委员会,村(居)民委员会,乙小山,委员,,,2026-01-15,2031-01-14,
990101100201,甲村村务监督委员会,村(居)务监督委员会,甲小林,主任,,,2026-01-15,2031-01-14,0999-1002012
""",
    "S0106",
    "formed_on: 2026-01-20\n",
    date="2026-01-21",
)
DIRECTORY = Given(
    "directory_entry",
    """\
division_code,entry_no,entry_type,name,address,open_hours,phone,services,fee_note,operator,verified_on
990101100201,1,服务站点,甲村便民服务站,甲村一组,工作日,0999-1002011,代办,不收费,甲村村民委员会,2025-11-20
""",
    "S0503",
    "formed_on: 2026-09-01\n",
)
DUTY = Given(
    "duty_roster",
    "division_code,duty_date,shift,org_name,on_duty,leader,duty_phone,whereabouts\n"
    + "".join(
        f"990101100201,2026-10-{day:02},全天,甲村村民委员会,丁大川,丙小河,0999-1002011,在岗\n"
        for day in range(5, 12)
    ),
    "S0104",
    "period: 2026-W41\n",
)
AIR = Given(
    "air_daily",
    """\
division_code,station_code,station_name,obs_date,aqi,primary_pollutant,pm25,pm10,so2,no2,co,o3_8h,grade,data_status
990101000000,K-1,东区站,2026-09-01,50,,20,40,5,10,0.4,60,优,审核
990101000000,K-1,东区站,2026-09-02,101,O3-8h,30,50,5,12,0.4,170,轻度污染,审核
990101000000,K-1,东区站,2026-09-03,,,,,,,,,,缺测
990101000000,K-1,东区站,2026-09-04,301,PM2.5,250,300,9,30,0.9,50,严重污染,审核
""",
    "E1301",
    "period: 2026-09\n",
    publisher="东区人民政府",
    division="990101",
)
SERIES = Given(
    "stat_series",
    """\
division_code,series_code,indicator,parent_indicator,period,value,unit,value_status,revision,source_body,additive
990101000000,S0207-01,总人口,,2025,300,人,正式,0,东区统计局,是
990101000000,S0207-02,男性,总人口,2025,160,人,正式,0,东区统计局,否
990101000000,S0207-03,女性,总人口,2025,140,人,正式,0,东区统计局,否
990101001000,S0207-01,总人口,,2025,100,人,正式,0,东区统计局,是
990101100000,S0207-01,总人口,,2025,200,人,正式,0,东区统计局,是
990101000000,S0207-04,学校,,2025,9,所,初步,0,东区统计局,否
990101000000,S0207-04,学校,,2025,8,所,修订,1,东区统计局,否
""",
    "S0207",
    "period: 2025\n",
    publisher="东区人民政府",
    division="990101",
)
