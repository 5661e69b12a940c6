"""Everyday words of announcements about clusters, companies and science, Korean beside the stems that translate them.

It only helps to find which paragraph translates which; what a word ought to be called is said by a term base.
"""

from __future__ import annotations

_PAIRS = """
가격 price cost|가동 operat run|가입 join member|가능 can possible able|가족 family|강당 hall auditorium|강사 lectur instruct speaker|강의 lectur class|강점 strength|강화 strengthen reinforc step
강조 stress emphasi|개막 open|개발 develop|개방 open|개선 improv|개소 open|개인정보 personal privacy|개최 hold held host take|거점 hub base|건물 building|건설 construct build|검사 inspect test
검증 verif validat|견학 tour visit|결과 result outcome find|결정 decid decision|경력 career experience|경쟁 compet|경제 econom|경험 experience|계약 contract agreement sign|계획 plan
고객 customer client|고급 high advanced|고용 employ hir job|공간 space room|공감 agree|공개 publish public open disclos|공고 notice announce call|공공 public|공급 supply|공동 joint share common together
공모전 contest competition|공무원 official|공사 work construct|공식 official|공장 factory plant|공정 process|공통 common share|과정 course process|과제 project task challeng|과학 scien
관계자 official|관람 visit|관리 manag|관심 interest|교류 exchang network|교수 professor|교육 educat train course|교통 traffic transport|구매 purchas buy|구축 build establish set
국가 countr nation state|국내 domestic korea local|국제 international global|권역 region area|규모 size scale worth|규정 rule regulat|규제 regulat|글로벌 global|금융 financ|기간 period during from
기계 machin|기관 organi institut agenc|기대 expect hope|기록 record|기반 base infrastructure|기부 donat|기술 technolog technical|기술이전 transfer|기술료 royalt licen|기업 compan business firm enterprise corporat
기준 standard criteri as|기회 opportunit chance|난제 problem challeng difficult|내년 next|냉각 cool|네트워크 network|노력 effort endeavor work|녹음 record|농업 agricultur farm|누리집 website online site
다양 various divers range|단지 complex park district zone|달성 achiev reach|담당 charge responsib contact|대상 for target eligib|대표 ceo head president representat|대학 universit college|대회 competition contest
데이터 data|도시 cit urban|도움 help|도입 introduc adopt|도전 challeng|독자 own independent|돌파 pass exceed top mark|동참 join|로봇 robot|마련 prepar provid set|마케팅 market
만남 meet|만족 satisf|매출 sales revenue|면적 area floor|면제 exempt waiv free|모집 recruit seek looking applications call|모형 model|목적 purpose aim|목표 goal target aim|무료 free charge
무역 trade|문의 contact inquir enquir question|문화 cultur|물류 logistic|미래 future|민간 private|바이어 buyer|바이오 bio|박람회 expo fair exhibit|반도체 semiconductor chip|발굴 discover identif find
발급 issu|발전 develop grow power|발표 announc present|발행 issu publish|방문 visit|방법 how method way|방안 measure way plan|배출 emission produc|배터리 batter|벤처 ventur|변호사 lawyer attorney
별도 separate|병원 hospital|보고서 report|보안 secur|보육 incubat nurtur cohort|보행자 pedestrian|복지 welfare|본부 headquarter division|부문 categor sector field|부품 part component|분석 analy
분야 field sector area|불편 inconvenience|비용 cost expens fee|비자 visa|사업 business project program|사업화 commerciali|사용 use|사장 president ceo|사전 advance prior|사회 societ social|산업 industr|산학연 industry academia
상담 consult meeting advice counsel|상생 mutual win|상승 rise up increas|상업화 commerciali|생산 produc manufactur|생태계 ecosystem|서류 document paper|서비스 service|서울 seoul|선도 lead|선발 select
선보 present show unveil|선정 select choos chosen|설계 design|설립 establish found set|설명 explain said brief|설명회 brief session|설문 survey questionnaire|설비 equipment facilit plant|성공 succe|성과 result achiev performance
성장 grow|세계 world global|세무 tax|세미나 seminar|소개 introduc|소식 news|소재 material locat|수강 course attend|수요 demand need|수출 export|수행 carr conduct perform|숙련 skill|순환 circle cycle circul
승인 approv|시간 hour time|시설 facilit|시스템 system|시작 start begin began launch|시장 market mayor|시제품 prototype|시험 test trial exam|식품 food|신규 new|신설 new establish creat|신청 appl regist sign
신청서 application form|실습 intern practice|실증 demonstrat test pilot verif|실적 record result performance|심사 review screen evaluat judg|아동 child|안내 guid inform notice announce|안전 safe|약속 promis
양성 train nurtur foster|양적 quantit|어려움 difficult|언론 press media|업무 work task duty|업무협약 mou agreement memorandum|에너지 energ|엔지니어 engineer|여성 women|연결 connect link|연계 connect link|연구 research stud
연구실 lab|연구원 researcher institute|연구자 researcher|연구장비 equipment|연구개발 research|연구소 institut lab|연장 extend extension|영국 british|예약 book reserv|예정 plan schedul will|예산 budget|오류 error|온라인 online
완료 complet|외국 foreign|요금 fee charge rate|요인 factor|용이 eas|우수 excellent outstanding top|운영 operat run manag|운행 drive driving operat|위원회 committee|유지 maintain|유치 attract|육성 foster nurtur support
은행 bank|응답 respon answer|의료 medic health|의견 opinion|의료기기 medical device|의무 must oblig|이동 move mobil|이사장 chair president|이용 use user using|이용자 user|이용료 fee|이전 previous transfer relocat move|인공지능 ai artificial
인력 workforce talent staff personnel skill people|인재 talent|인증 certif|인턴 intern|일정 schedul date|일자리 job|임대 rent lease|임상 clinical trial|입주 resident tenant move|자금 fund money|자동차 car vehicle automo|자료 data material document
자문 advi|자세한 detail more|자율주행 autonomous driving self|작업 work|장비 equipment device machine|장소 venue place locat|재단 foundation|전기 electric|전력 power|전문 special expert professional|전문가 expert specialist|전시 exhibit display
전략 strateg|전환 transit convert shift transform|절감 save saving reduc cut|절차 procedur process|점검 inspect check|접수 receiv accept submit|정보 information|정부 government|정책 polic|정착 settle settl|제공 provid offer|제도 system scheme
제약 pharma drug|제조 manufactur|제출 submit|제품 product|제한 limit restrict|조건 condition requirement term|조사 survey investigat study|조성 creat build develop fund|조합 association union|졸업 graduat|좌석 seat|주관 organi host
주요 major main key|주차 park|주최 host organi|주택 hous|준비 prepar|중견 mid|중단 suspend stop interrupt out|중소 small sme|중심 cent focus|증가 increas rise rose grow grew|지난해 last year|지방 local region provinc|지식 knowledge|지역 region local area
지원 support help aid assist appl|지자체 local government|직원 employee staff|진단 diagnos|진료 treat clinic|진출 enter expan advanc|진행 conduct proceed run take hold|질문 question|질적 qualit|집중 concentrat focus|차량 vehicle car
참가 particip attend take part join|참석 attend|참여 particip join take|창업 startup start founder found entrepreneur|창업가 founder entrepreneur startup|채용 recruit hir employ|처리 process handl treat|철도 rail train|청년 young youth|체결 sign conclude
체험 experience try hands|초기 early initial|초청 invit|총장 president|최고 best top|최대 largest biggest|최초 first|추진 promot push carr pursue|축구장 football soccer|출시 launch release|출원 file filed appl|취득 obtain acqui|취소 cancel
취업 job employ hire|측정 measur|치료 treat therap|친환경 eco green|컨설팅 consult|클러스터 cluster|타당성 feasib|탄소 carbon|태양광 solar|터널 tunnel|테스트베드 testbed test|투자 invest|투자자 investor|특구 zone special|특징 feature|특허 patent
파악 found find identif|판로 market sales|판매 sale sell|평가 evaluat assess rat|평균 average|포럼 forum|포상 award|폐기물 waste|품질 qualit|프로그램 program|플랫폼 platform|학교 school|학생 student|학회 societ association|한국 korea
할인 discount|항공 aviation aerospace air|항만 port harbor|해결 solve resol|해외 overseas abroad foreign global|행사 event|향상 improv enhanc|허가 permit approv licen|혁신 innovat|현장 site field|현황 status current state|협력 cooperat collaborat partner
협약 agreement sign|협업 collaborat|홍보 promot public pr|화물 cargo freight|화학 chemi|확대 expand enlarg increas|확보 secure obtain recruit|확인 check confirm|환경 environment|활동 activit|활용 use utili|회의 meeting conference|회원 member|효과 effect
휴관 close|강연 lecture talk|건강 health|결과물 output result|경영 management business|경진대회 competition contest|계단 stair|고등학교 high school|공유 share sharing|교차로 intersection crossing|기념 celebrat anniversar commemorat|기자 press reporter
기찻길 rail|납부 pay|냉방 cooling air|늘었 grew increas rose up|늘어 grow increas rise|도로 road|도서관 librar|독립 independent|등록 regist|로비 lobby|매입 purchas|멘토 mentor|멘토링 mentor|면접 interview|명칭 name|모임 meet gathering|문화재 heritage
미국 us u.s america|미달 short below|반납 return|반영 reflect|발생 occur|방역 quarantine|방침 polic plan|배송 deliver|버스 bus|번역 translat|보관 storage store|보상 compensat reward|보호 protect|부지 site land|비상 emergenc|사무실 office|사무소 office
사무국 secretariat office|상금 prize|상장 listed|색인 index|샘플 sample|설치 install|세척 clean|수도 water|수리 repair|수료 complet graduat|수상 award win won|수소 hydrogen|수익 profit revenue|수질 water quality|승강기 lift elevator|엘리베이터 lift elevator
시민 citizen resident public|시상 award|식당 restaurant cafeteria|신약 drug|실험 experiment lab test|실험실 lab|아이디어 idea|야간 night|양해 apolog understand|업체 compan firm|엑셀러레이터 accelerator|액셀러레이터 accelerator|역사 history|연료 fuel
연습 practice|오전 morning a.m|오후 afternoon p.m|온실 greenhouse|용량 capacit|우선 priority first|우주 space|운전 driv|위치 locat|유료 paid fee|의사 doctor|인쇄 print|인접 neighbor adjacent|일본 japan|자격 qualif eligib|자동화 automat|작물 crop|재활용 recycl
저장 stor sav|전달 deliver|전망 expect outlook|정기 regular|정원 capacit place seat|제안 propos suggest|조선 shipbuild|종합 comprehensive general|주말 weekend|주민 resident|중국 chin|지도 map guid|지하 basement underground|차세대 next generation|철강 steel|첨단 advanced high
초과 exceed over|추가 add additional more|추천 recommend|축제 festival|출발 depart start|출입 entr access|측 side|친목 social|캐나다 canad|캠퍼스 campus|특별 special|특히 particular especial|파견 send dispatch|펀드 fund|포장 packag|표준 standard|품목 item|학술 academic
한편 meanwhile|항목 item|해양 marine ocean|행정 administrat|현지 local|협의 consult discuss|협회 association|호텔 hotel|혼잡 congest crowd|화면 screen|화재 fire|회사 company|회장 chair president|후보 candidate|후속 follow|휴일 holiday|희망 wish want hope
"""

WORDS: dict[str, tuple[str, ...]] = {}
for _entry in filter(None, _PAIRS.replace("\n", "|").split("|")):
    _korean, *_stems = _entry.split()
    WORDS[_korean] = (*WORDS.get(_korean, ()), *_stems)
