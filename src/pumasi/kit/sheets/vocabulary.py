"""The words that stand above columns, in both languages, and which field each of them names."""

from __future__ import annotations

import re
import unicodedata

from pumasi.kit.said import Said

# What a page shows in its select boxes.
FIELDS: dict[str, Said] = {
    "name": Said("Name", "기업·기관명"),
    "name_ko": Said("Name in Korean", "국문 기업·기관명"),
    "name_en": Said("Name in English", "영문 기업·기관명"),
    "registration_number": Said("Business registration number", "사업자등록번호"),
    "corporate_number": Said("Corporate registration number", "법인등록번호"),
    "lei": Said("LEI", "법인식별기호(LEI)"),
    "ror": Said("ROR id", "ROR 식별자"),
    "type": Said("Type of organisation", "기관 유형"),
    "relation": Said("Relation to the cluster", "클러스터와의 관계"),
    "address": Said("Address", "주소"),
    "city": Said("City", "시·군·구"),
    "country": Said("Country", "국가"),
    "sector": Said("Sector", "업종"),
    "tags": Said("Technology tags", "기술 분야"),
    "representative": Said("Head of the organisation", "대표자"),
    "contact_name": Said("Contact person", "담당자"),
    "contact_title": Said("Contact's position", "담당자 직위"),
    "email": Said("E-mail", "이메일"),
    "phone": Said("Phone", "전화번호"),
    "web": Said("Website", "누리집"),
    "joined_on": Said("Joined on", "입주·가입일"),
    "left_on": Said("Left on", "퇴거·탈퇴일"),
    "employees": Said("Employees", "임직원 수"),
    "offers": Said("Offers", "보유기술·제공"),
    "needs": Said("Looking for", "수요·찾는 것"),
    "note": Said("Note", "비고"),
}

MEMBER_WORDS: dict[str, str] = {
    "name": "기업명|회사명|기관명|업체명|상호|상호명|법인명|단체명|기업·기관명|기업기관명|기업/기관명"
    "|기관·기업명"
    "|회원사|회원사명|입주기업|입주기업명|업체|회사|기업|기관|명칭|name|organisation|organization|company"
    "|company name|organisation name|organization name|institution|member|member name|legal name",
    "name_ko": "국문명|국문 기업명|국문 기관명|한글명|한글 기업명|기업명(국문)|기업명(한글)"
    "|기관명(국문)|회사명(국문)|회사명(한글)"
    "|korean name|name (korean)|name (ko)|name ko|name in korean",
    "name_en": "영문명|영문 기업명|영문 기관명|영문 상호|기업명(영문)|기관명(영문)|회사명(영문)|영문 "
    "회사명|영어명"
    "|english name|name (english)|name (en)|name en|name in english",
    "registration_number": "사업자등록번호|사업자번호|사업자 등록번호|사업자 번호|사업자no|등록번호"
    "|registration number|business registration number|business number|registration no|reg no|brn|vat number",
    "corporate_number": "법인등록번호|법인번호|corporate registration number|corporate number",
    "lei": "lei|법인식별기호",
    "ror": "ror|ror id",
    "type": "유형|구분|기관유형|기관 유형|기업유형|기관구분|기업구분|종류|분류|type|kind|category"
    "|organisation type"
    "|type of organisation",
    "relation": "관계|회원구분|회원 구분|입주구분|입주 구분|입주여부|회원유형|관계구분|참여구분"
    "|relation|relationship"
    "|membership|status|role in cluster",
    "address": "주소|소재지|사업장주소|사업장 소재지|본사주소|본사 소재지|도로명주소|address|street|location",
    "city": "시군구|시·군·구|도시|지역|시도|city|town|region",
    "country": "국가|국적|나라|country",
    "sector": "업종|산업|산업분야|업태|종목|주업종|표준산업분류|ksic|산업분류|sector|industry|nace|isic"
    "|line of business",
    "tags": "기술분야|기술 분야|분야|키워드|태그|주요기술|핵심기술|주요분야|관심분야|전문분야|tags"
    "|keywords|technology"
    "|technologies|field|fields|technology field",
    "representative": "대표자|대표|대표자명|대표이사|대표자 성명|기관장|ceo|head|director|representative",
    "contact_name": "담당자|담당자명|담당자 성명|담당자명/직위|연락담당자|실무자|실무담당자|성명|이름"
    "|contact|contact name"
    "|contact person|person in charge",
    "contact_title": "직위|직급|직책|담당자 직위|소속부서/직위|부서/직위|position|title|job title"
    "|contact title",
    "email": "이메일|e-mail|email|전자우편|메일|메일주소|이메일주소|담당자 이메일|e-mail address|email "
    "address|mail",
    "phone": "전화|전화번호|연락처|휴대폰|휴대전화|핸드폰|대표전화|tel|담당자 연락처|담당자 전화"
    "|유선전화|phone|telephone"
    "|mobile|phone number|contact number",
    "web": "홈페이지|누리집|웹사이트|웹|url|홈페이지주소|website|web|homepage|web site",
    "joined_on": "입주일|입주일자|가입일|가입일자|등록일|등록일자|입회일|입주시기|협약일|joined|joined "
    "on|join date|member since"
    "|resident since|date joined|entry date|since",
    "left_on": "퇴거일|탈퇴일|졸업일|종료일|left|left on|member until|end date",
    "employees": "종업원수|종업원 수|임직원수|임직원 수|직원수|직원 수|인원|상시근로자|상시근로자수"
    "|employees|headcount|staff",
    "offers": "보유기술|제공|제공 가능|제공가능|offers|offer|we offer",
    "needs": "수요|수요기술|찾는 것|기술수요|협력희망|협력 희망 분야|협력희망분야|needs|looking for|we need",
    "note": "비고|메모|참고|특이사항|기타|note|notes|remark|remarks|comment|comments|memo",
}
IGNORED = "연번|번호|순번|no|nr|순|#|id|일련번호|serial"

# The words of attendance lists, beyond those of members.
ATTENDANCE_WORDS: dict[str, str] = {
    "event": "행사|행사명|모임|모임명|밋업|밋업명|교육명|프로그램명|세미나명|회의명|제목|event|event "
    "name|event title|meeting"
    "|meetup|meet-up|gathering|title|session",
    "date": "일자|날짜|일시|행사일|행사일자|행사일시|개최일|개최일자|개최일시|참석일|참석일자|date"
    "|event date|held on|when|day",
    "place": "장소|행사장소|개최장소|곳|place|venue|location|where",
    "organisation": f"소속|소속기관|소속기업|소속명|참가기업|참석기업|참가기관|참석기관|affiliation"
    f"|{MEMBER_WORDS['name']}"
    "|기업(기관)명|기관(기업)명|소속(기업·기관)",
    "person": "성명|이름|참석자|참가자|참석자명|참가자명|참석자 성명|성함|담당자|person|name|attendee"
    "|participant|full name"
    "|person name|contact",
    "email": MEMBER_WORDS["email"],
    "mark": "참석|참석여부|참석 여부|출석|출석여부|참가여부|서명|확인|attended|attendance|present"
    "|checked in|signature|show",
}


def plain_heading(text: str) -> str:
    """Fold a heading: width, case, spaces, line breaks, asterisks and numbering set aside."""
    wide = unicodedata.normalize("NFKC", text).casefold()
    bare = re.sub(r"^\s*[(\[]?\d{1,2}[.)\]]\s*|[*※:·/_\-\s]+|\((?:필수|선택|required|optional)\)", "", wide)
    return bare.strip(".")


def index_of(words: dict[str, str]) -> dict[str, str]:
    """What is meant by a word, from lists of words apart by bars: folded as headings are."""
    # Earlier fields win where two share a word: an English "name" is an organisation in a member list.
    found: dict[str, str] = {}
    for field, listed in words.items():
        for word in listed.split("|"):
            found.setdefault(plain_heading(word), field)
    return found


MEMBER_INDEX = index_of(MEMBER_WORDS)
ATTENDANCE_INDEX = index_of(ATTENDANCE_WORDS)
IGNORED_INDEX = frozenset(plain_heading(word) for word in IGNORED.split("|"))


def known(text: str) -> bool:
    """Say whether a cell reads like the heading of a column."""
    plain = plain_heading(text)
    return plain in MEMBER_INDEX or plain in ATTENDANCE_INDEX or plain in IGNORED_INDEX
