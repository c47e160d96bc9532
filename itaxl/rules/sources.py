"""Who says so, in words that an officer can show: each source that several rules rest on.

The one rule of the place: a law is named with its section, a custom is called a custom; no file of ours is cited.
"""

from __future__ import annotations

CUSTOM = "ธรรมเนียมการเขียนรายงาน"
OWN_DATA = "ข้อมูลหน่วยงานที่กรอกไว้ในแบบ"
ELSEWHERE = "ข้อมูลแห่งอื่นในรายงานฉบับนี้"
SAME_ROW = "ข้อความและช่องสถานะของแถวเดียวกัน"
PLACES = "รายชื่อจังหวัด อำเภอ และตำบลของประเทศไทย"
HEADINGS = "หัวข้อของช่องในแบบรายงาน"
HOW_TO_FILL = "วิธีกรอกที่แจ้งไว้ในแบบรายงาน"
THE_PAPER = "รูปแบบของรายงาน"
WEB_ADDRESS = "รูปแบบที่อยู่เว็บไซต์"
ARITHMETIC = "การคำนวณ"
CALENDAR = "ปฏิทิน"
SPELLING = "อักขรวิธีไทย"

LEVELS = "เกณฑ์ระดับผลการประเมิน ITA"
WEIGHTS = "น้ำหนักคะแนนการประเมิน ITA (IIT 30 EIT 30 OIT 40)"
ITEMS = "รายการข้อ O ของปี"
COMPONENTS = "องค์ประกอบที่ข้อ O กำหนด"
INDICATORS = "ตัวชี้วัดการประเมิน ITA ของปี"
ROUNDS = "รอบรายงาน 6 เดือนและ 12 เดือนของปีงบประมาณ"

LOCAL_LAWS = "กฎหมายจัดตั้งองค์กรปกครองส่วนท้องถิ่น"
FISCAL_YEAR = "พระราชบัญญัติวิธีการงบประมาณ พ.ศ. 2561 มาตรา 4"
PERSONAL_DATA = "พระราชบัญญัติคุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562 มาตรา 27"
