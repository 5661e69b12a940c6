"""Everyday words of announcements about clusters, companies and science, Korean beside the stems that translate them.

It only helps to find which paragraph translates which; what a word ought to be called is said by a term base.
"""

from __future__ import annotations

_PAIRS = """
서식 form|서약서 pledge|제안서 proposal|제안요청서 proposal|위임장 proxy|동의서 consent|계획서 plan|명세서 statement|확인서 certificate|목록표 list
가게 shop store|가격 price cost|가구 furniture household|가능 can possible able|가동 operat run|가르 teach|가스 gas|가입 join member
가족 family|가축 livestock|간담회 meeting roundtable|감독 director supervis|감소 decreas fall fell drop declin|감염 infect
강당 hall auditorium|강사 lectur instruct speaker|강연 lecture talk|강의 lectur class|강점 strength|강조 stress emphasi
강조했 stress emphasi|강화 strengthen reinforc step|개막 open|개발 develop|개방 open|개선 improv|개소 open|개인 individual personal
개인정보 personal privacy|개최 hold held host take|객실 room|거래 deal trad transact business|거리 street distance|거점 hub base
건강 health|건물 building|건설 construct build|검사 inspect test|검색 search|검증 verif validat|게임 game|겨울 winter|격차 gap|견본 sample
견학 tour visit|결과 result outcome find|결과물 output result|결정 decid decision|결제 pay|경기 match game econom
경력 career experience|경영 management business|경쟁 compet|경제 econom|경진대회 competition contest|경찰 police|경험 experience
계기 occasion trigger|계단 stair|계약 contract agreement sign|계절 season|계정 account|계획 plan|고객 customer client
고급 high advanced|고등학교 high school|고령 elder senior old|고용 employ hir job|고장 fault break|고치 fix repair|공간 space room
공감 agree|공개 publish public open disclos|공고 notice announce call|공공 public|공급 supply|공기 air
공동 joint share common together|공모전 contest competition|공무원 official|공사 work construct|공식 official
공연 perform concert show|공원 park|공유 share sharing|공장 factory plant|공정 process|공통 common share|공학 engineer
과정 course process|과제 project task challeng|과학 scien|관객 audience visitor|관계자 official|관광 touris travel|관람 visit
관리 manag|관심 interest|광고 advert|교류 exchang network|교수 professor|교육 educat train course|교차로 intersection crossing
교통 traffic transport|구간 section stretch route|구독 subscri|구매 purchas buy|구매자 buyer|구성 compos form consist
구축 build establish set|국가 countr nation state|국내 domestic korea local|국민 people citizen|국제 international global
권역 region area|귀농 farm|규모 size scale worth|규정 rule regulat|규제 regulat|그동안 so far until|그래픽 graphic|극장 theater cinema
근로자 worker employee|글로벌 global|금융 financ|금지 prohibit ban not|급식 meal|기간 period during from|기계 machin
기관 organi institut agenc|기념 celebrat anniversar commemorat|기대 expect hope|기록 record|기르 grow rais
기반 base infrastructure|기부 donat|기상 weather|기술 technolog technical|기술료 royalt licen|기술이전 transfer
기업 compan business firm enterprise corporat|기온 temperatur|기자 press reporter|기준 standard criteri as|기차 train|기찻길 rail
기회 opportunit chance|나누 share divid|나눔 shar donat|나라 countr nation|나무 tree wood|난방 heat|난제 problem challeng difficult
날씨 weather|납부 pay|납품 deliver suppl|내년 next|냄새 smell odor|냉각 cool|냉방 cooling air|네트워크 network|노동 labor
노력 effort endeavor work|노인 elder senior|녹색 green|녹음 record|논문 paper article|농가 farm|농업 agricultur farm|농촌 rural
누리집 website online site|늘리 increas expand|늘어 grow increas rise|늘었 grew increas rose up|다양 various divers range
다음 next following|단말기 terminal device|단지 complex park district zone|달성 achiev reach|담당 charge responsib contact
담보 collateral|당일 day|대기 wait air|대상 for target eligib|대여 rent lend loan|대출 loan|대표 ceo head president representat
대학 universit college|대해 about|대화 talk dialog conversation|대회 competition contest|덧붙였 add|데이터 data|도로 road|도서관 librar
도시 cit urban|도움 help|도입 introduc adopt|도자기 ceramic potter|도전 challeng|독립 independent|독일 german|독자 own independent
돌파 pass exceed top mark|동물 animal|동아리 club|동작 motion|동참 join|동호회 club|드론 drone|등록 regist|디자인 design|따라 accord
딸기 strawberr|때문 because due|또한 also|레이저 laser|로봇 robot|로비 lobby|리더 leader|마감 deadline close clos|마련 prepar provid set
마시 drink|마을 village town|마지막 last final|마케팅 market|만남 meet|만들 make made creat|만족 satisf|말했 said|맞춤 custom tailor
매입 purchas|매장 store shop|매출 sales revenue|매칭 match|멘토 mentor|멘토단 mentor|멘토링 mentor|면적 area floor|면접 interview
면제 exempt waiv free|명단 list|명칭 name|모금 rais fund|모듈 module|모이 gather|모임 meet gathering
모집 recruit seek looking applications call|모형 model|목재 wood timber|목적 purpose aim|목표 goal target aim|무대 stage
무료 free charge|무선 wireless|무역 trade|무인 unmanned autonomous|문서 document|문의 contact inquir enquir question|문장 sentence
문화 cultur|문화재 heritage|물건 goods item|물류 logistic|물리 physic|미국 us u.s america|미달 short below|미디어 media|미래 future|미술 art
민간 private|민원 complain petition|바꾸 chang|바다 sea marine ocean|바이어 buyer|바이오 bio|박람회 expo fair exhibit|박물관 museum
박사 doctor phd|반납 return|반도체 semiconductor chip|반영 reflect|발굴 discover identif find|발급 issu|발사 launch|발사체 rocket launch
발생 occur|발전 develop grow power|발표 announc present|발행 issu publish|밝혔 said announce|방문 visit|방법 how method way
방송 broadcast|방안 measure way plan|방역 quarantine|방침 polic plan|방학 vacation|배달 deliver|배당 dividend|배송 deliver|배우 actor
배우 learn|배출 emission produc|배출가스 emission exhaust|배터리 batter|버스 bus|번역 translat|법률 legal law|법인 corporat incorporat
벤처 ventur|변경 chang|변호사 lawyer attorney|변화 chang|별도 separate|병원 hospital|보고 report|보고서 report|보관 storage store
보내 send sent|보상 compensat reward|보안 secur|보육 incubat nurtur cohort|보행자 pedestrian|보험 insur|보호 protect|복지 welfare
본부 headquarter division|부모 parent|부문 categor sector field|부스 booth|부지 site land|부지사 governor|부품 part component
분석 analy|분야 field sector area|분양 sale sell|불량 defect|불편 inconvenience|비교 compar|비상 emergenc|비용 cost expens fee|비자 visa
비행 flight fly|빌딩 building|빌리 rent borrow|빠르 fast quick|사고 accident|사람 people person human|사례 case example|사망 death die
사무국 secretariat office|사무소 office|사무실 office|사업 business project program|사업화 commerciali|사용 use|사장 president ceo
사전 advance prior|사진 photo pictur|사회 societ social|사회적 social|산림 forest|산불 wildfire forest fire|산악 mountain|산업 industr
산학연 industry academia|상금 prize|상담 consult meeting advice counsel|상담사 counsel advis|상생 mutual win|상승 rise up increas
상업 commerc|상업화 commerciali|상용화 commerciali|상장 listed|상표 trademark brand|상품 product goods|새벽 dawn|색인 index|샘플 sample
생명 life|생물 bio organism|생산 produc manufactur|생태계 ecosystem|생활 life living daily|서류 document paper|서비스 service|서울 seoul
선도 lead|선박 ship vessel|선발 select|선보 present show unveil|선수 player athlete|선언 declar|선원 crew|선정 select choos chosen
설계 design|설립 establish found set|설명 explain said brief|설명했 said explain|설명회 brief session|설문 survey questionnaire
설문지 questionnaire|설비 equipment facilit plant|설치 install|성공 succe|성과 result achiev performance|성장 grow|세계 world global
세대 generation household|세무 tax|세미나 seminar|세종 sejong|세척 clean|센서 sensor|소개 introduc|소득 income|소방 fire|소비자 consumer
소식 news|소음 noise|소재 material locat|속도 speed|손실 loss|손잡 team partner join|수강 course attend|수급 suppl|수도 water
수료 complet graduat|수리 repair|수산 fisher|수상 award win won|수소 hydrogen|수술 surger operat|수요 demand need|수요일 wednesday
수익 profit revenue|수정 revis|수질 water quality|수출 export|수행 carr conduct perform|숙련 skill|숙박 accommodation lodg
숙소 accommodation lodg|순환 circle cycle circul|스마트 smart|스마트폰 smartphone phone|스타트업 startup start-up|승강기 lift elevator
승객 passenger|승인 approv|시간 hour time|시대 age era|시력 sight vision|시료 sample specimen|시민 citizen resident public|시상 award
시설 facilit|시스템 system|시작 start begin began launch|시장 market mayor|시제품 prototype|시청 city hall watch
시행 enforce implement effect|시험 test trial exam|식당 restaurant cafeteria|식물 plant|식사 meal|식품 food|신고 report notif|신규 new
신뢰 trust reliab|신설 new establish creat|신약 drug|신입 new|신청 appl regist sign|신청서 application form|신호 signal|실내 indoor
실습 intern practice|실적 record result performance|실증 demonstrat test pilot verif|실패 fail|실험 experiment lab test|실험실 lab
심사 review screen evaluat judg|아동 child|아이디어 idea|아파트 apartment|안개 fog|안경 glass|안내 guid inform notice announce
안내문 notice|안전 safe|알리 announc notif inform|앞으로 future ahead from|애니메이션 animat|액셀러레이터 accelerator|야간 night|야외 outdoor
약국 pharmac|약물 drug|약속 promis|양성 train nurtur foster|양적 quantit|양해 apolog understand|어두 dark|어려움 difficult|어린이 child
어민 fisher|어업 fish|언론 press media|언어 language|얼굴 face|업무 work task duty|업무협약 mou agreement memorandum|업체 compan firm
에너지 energ|엑셀러레이터 accelerator|엔지니어 engineer|엘리베이터 lift elevator|여름 summer|여성 women|여행 travel trip|역사 history
연결 connect link|연계 connect link|연구 research stud|연구개발 research|연구소 institut lab|연구실 lab|연구원 researcher institute
연구자 researcher|연구장비 equipment|연기 postpon smoke|연료 fuel|연말 end year|연습 practice|연장 extend extension|영국 british
영상 video film|영업 business sales operat|영화 film movie|예방 prevent|예산 budget|예술 art|예약 book reserv|예정 plan schedul will
오류 error|오염 pollut contamin|오전 morning a.m|오후 afternoon p.m|온도 temperatur|온라인 online|온실 greenhouse|완료 complet
완성 complet finish|외국 foreign|외국어 foreign language|외국인 foreign|요금 fee charge rate|요인 factor|요청 request
용기 courage container|용도 purpose use|용량 capacit|용이 eas|우선 first|우선 priority first|우수 excellent outstanding top|우주 space
우주선 spacecraft|우주항공 aerospace|운송 transport|운영 operat run manag|운전 driv|운전자 driver|운행 drive driving operat|원격 remote
원료 raw material ingredient|원자력 nuclear|위성 satellite|위원 committee member|위원회 committee|위치 locat|위해 to for
위험 risk danger|유럽 europe|유료 paid fee|유리 glass|유전자 gene|유지 maintain|유치 attract|유통 distribut|유학 stud
육성 foster nurtur support|은퇴 retire|은행 bank|음식 food|음악 music|응급 emergenc|응답 respon answer|의견 opinion|의료 medic health
의료기기 medical device|의류 cloth|의무 must oblig|의사 doctor|의자 chair|이동 move mobil|이를 this|이번 this|이벤트 event|이사 move director
이사장 chair president|이야기 story talk|이용 use user using|이용료 fee|이용자 user|이자 interest|이전 previous transfer relocat move
인공지능 ai artificial|인구 population|인력 workforce talent staff personnel skill people|인쇄 print|인식 recogni awareness
인재 talent|인접 neighbor adjacent|인증 certif|인터뷰 interview|인턴 intern|일본 japan|일자리 job|일정 schedul date|임금 wage pay
임대 rent lease|임대료 rent|임대주택 rental|임상 clinical trial|입주 resident tenant move|자격 qualif eligib|자격증 certificate licen
자금 fund money|자녀 child|자동 automat|자동차 car vehicle automo|자동차부품 auto part|자동화 automat|자라 grow|자료 data material document
자료집 book proceed|자리 place seat|자립 independ|자문 advi|자본 capital|자세한 detail more|자원 resource|자율 autonomous
자율주행 autonomous driving self|자전거 bicycle bike|작가 writer author artist|작물 crop|작업 work|작품 work|잔디 grass lawn|잠수 div
장려 encourage|장비 equipment device machine|장비실 equipment room|장소 venue place locat|장애 disab obstacle fail|장애물 obstacle
장애인 disab|장학 scholarship|재단 foundation|재생 renewable regenerat recycl|재생에너지 renewable|재해 disaster|재활용 recycl|저녁 evening
저렴 cheap low afford|저작권 copyright|저장 stor sav|전기 electric|전달 deliver|전략 strateg|전력 power|전력망 grid|전망 expect outlook
전문 special expert professional|전문가 expert specialist|전선 wire cable|전시 exhibit display|전염 infect|전자 electronic
전통 tradition|전했 said|전화 phone call|전환 transit convert shift transform|절감 save saving reduc cut|절차 procedur process
점검 inspect check|접수 receiv accept submit|정기 regular|정밀 precision precise|정보 information|정부 government
정비 maintenance repair|정상 normal summit|정수 purif|정신 mental|정원 capacit place seat|정원사 garden|정착 settle settl|정책 polic
제거 remov|제공 provid offer|제도 system scheme|제도적 institution|제안 propos suggest|제약 pharma drug|제작 produc mak|제조 manufactur
제철 steel|제출 submit|제품 product|제한 limit restrict|조건 condition requirement term|조류 algae bird|조리 cook|조명 light
조사 survey investigat study|조선 shipbuild|조성 creat build develop fund|조합 association union|졸업 graduat|종사자 worker
종이 paper|종합 comprehensive general|좌석 seat|주가 stock|주관 organi host|주말 weekend|주민 resident|주식 share stock
주요 major main key|주유 fuel|주의 caution attention|주차 park|주차장 parking|주최 host organi|주택 hous|준비 prepar|중개 broker|중견 mid
중고 used|중국 chin|중단 suspend stop interrupt out|중소 small sme|중소기업 sme small|중심 cent focus|증가 increas rise rose grow grew
지구 earth district zone|지금 now current|지난해 last year|지도 map guid|지방 local region provinc|지식 knowledge
지역 region local area|지원 support help aid assist appl|지원금 subsid grant|지자체 local government|지침 guideline
지키 keep protect|지하 basement underground|직업 job occupation|직원 employee staff|진단 diagnos|진동 vibrat|진료 treat clinic
진출 enter expan advanc|진행 conduct proceed run take hold|진흥 promot|질문 question|질병 disease|질적 qualit|집중 concentrat focus
차량 vehicle car|차세대 next generation|착공 construction ground|참가 particip attend take part join|참관 observ visit|참석 attend
참여 particip join take|창고 warehouse storage|창업 startup start founder found entrepreneur
창업가 founder entrepreneur startup|채용 recruit hir employ|처리 process handl treat|처음 first|천문 astronom|철강 steel
철도 rail train|첨단 advanced high|청년 young youth|청소 clean|체결 sign conclude|체육 sport|체중 weight|체험 experience try hands
초과 exceed over|초기 early initial|초등 elementary|초청 invit|총장 president|총회 meeting assembl|촬영 film shoot photograph
최고 best top|최대 largest biggest|최소화 minimi|최초 first|추가 add additional more|추진 promot push carr pursue|추천 recommend
축구 soccer football|축구장 football soccer|축제 festival|출발 depart start|출시 launch release|출원 file filed appl|출입 entr access
출판 publish|충전 charg|충전소 charging station|취득 obtain acqui|취소 cancel|취업 job employ hire|측정 measur|치과 dent
치료 treat therap|친구 friend|친목 social|친환경 eco green|캐나다 canad|캠퍼스 campus|컨설팅 consult|컴퓨터 computer|콘텐츠 content|크게 great
클러스터 cluster|타당성 feasib|탄소 carbon|탐사 explor|태양광 solar|터널 tunnel|테스트베드 testbed test|토지 land|통계 statistic
통신 communicat telecom|통역 interpret|통해 through|투명 transparen|투자 invest|투자자 investor|투표 vote|특구 zone special|특별 special
특산 special local|특징 feature|특허 patent|특히 particular especial|파견 send dispatch|파도 wave|파악 found find identif
판결 rul judg|판로 market sales|판매 sale sell|펀드 fund|편의 convenien|평가 evaluat assess rat|평균 average|폐기 waste discard
폐기물 waste|폐쇄 clos|폐수 wastewater|폐열 waste heat|포도 grape|포럼 forum|포상 award|포장 packag|폭염 heat|표면 surface|표준 standard
품목 item|품질 qualit|프랑스 france french|프로그램 program|플라스틱 plastic|플랫폼 platform|피해 damage victim|하수 sewage|학과 department
학교 school|학부모 parent|학생 student|학술 academic|학회 societ association|한국 korea|한글 korean hangul|한옥 hanok|한편 meanwhile
할머니 grandm|할아버지 grandf|할인 discount|합격 successful pass|합격자 successful|합숙 residential camp|항공 aviation aerospace air
항구 port harbor|항로 route course|항만 port harbor|항목 item|항해 voyage sail navigat|해결 solve resol|해수 seawater
해양 marine ocean|해외 overseas abroad foreign global|해외진출 overseas|햇빛 sun|행사 event|행정 administrat|행정기관 office agenc
향상 improv enhanc|허가 permit approv licen|혁신 innovat|현미경 microscope|현장 site field|현지 local|현황 status current state
혈액 blood|협력 cooperat collaborat partner|협상 negotiat|협약 agreement sign|협업 collaborat|협의 consult discuss|협회 association
형태 form|혜택 benefit|호수 lake|호주 australia|호텔 hotel|혼잡 congest crowd|홈페이지 website|홍보 promot public pr|화면 screen
화물 cargo freight|화물차 truck|화장실 toilet restroom|화장품 cosmetic|화재 fire|화학 chemi|확대 expand enlarg increas
확보 secure obtain recruit|확인 check confirm|환경 environment|환자 patient|활동 activit|활성 revitali activ|활용 use utili
회사 company|회수 collect recover|회원 member|회원사 member|회의 meeting conference|회장 chair president|횡단보도 crosswalk|효과 effect
후보 candidate|후속 follow|휴가 leave holiday|휴게 rest lounge|휴관 close|휴식 rest break|휴일 holiday|희망 wish want hope
"""

WORDS: dict[str, tuple[str, ...]] = {}
for _entry in filter(None, _PAIRS.replace("\n", "|").split("|")):
    _korean, *_stems = _entry.split()
    WORDS[_korean] = (*WORDS.get(_korean, ()), *_stems)
