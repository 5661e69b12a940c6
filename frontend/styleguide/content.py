"""Made-up content for the style pages, in Korean and English; every name here is fictional."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta, timezone
from typing import Any

from django import forms
from django.core.paginator import Paginator

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 1, 0, tzinfo=timezone.utc)

ORGANISATIONS = [
    ("(주)해든모빌리티", "Haedeun Mobility", "기업", "Company", 31, 14),
    ("새론바이오텍", "Saeron Biotech", "기업", "Company", 22, 9),
    ("다온대학교 산학협력단", "Daon University Industry Office", "대학", "University", 64, 27),
    ("미르나노소재", "", "기업", "Company", 8, 4),
    ("가람종합병원", "Garam General Hospital", "병원", "Hospital", 18, 11),
    ("Northlight Ventures", "Northlight Ventures", "투자사", "Investor", 12, 8),
    ("한빛융합기술연구원", "Hanbit Convergence Institute", "연구기관", "Research institute", 41, 19),
    ("라온로보틱스", "Raon Robotics", "기업", "Company", 0, 0),
]


def words(language: str, ko: str, en: str) -> str:
    """Choose by language."""
    return ko if language == "ko" else en


def organisations(language: str) -> list[dict[str, Any]]:
    """Organisations as a directory would hand them over."""
    return [
        {
            "id": number,
            "name_ko": ko,
            "name_en": en,
            "kind_text": words(language, kind_ko, kind_en),
            "url": f"#{number}",
            "events": events,
            "partners": partners,
            "since": date(2021 + number % 5, 1 + number, 3),
            "state": ["active", "active", "active", "grace", "active", "applied", "active", "lapsed"][number],
        }
        for number, (ko, en, kind_ko, kind_en, events, partners) in enumerate(ORGANISATIONS)
    ]


def figures(language: str) -> list[dict[str, Any]]:
    """Four figures with all that a reader may ask of them."""

    def w(ko: str, en: str) -> str:
        return words(language, ko, en)

    source = {
        "window": w("2025년 11월 23일 ~ 2026년 11월 22일", "November 23, 2025 to November 22, 2026"),
        "as_of": date(2026, 11, 22),
        "coverage": w(
            "여기에 기록된 행사 214건을 바탕으로 합니다. 기록되지 않은 행사는 포함되지 않습니다.",
            "Based on 214 gatherings recorded here; others are not seen.",
        ),
        "rows_url": "#rows",
        "cite": w(
            "한내 혁신클러스터, 협업 네트워크 현황 (2026-11-22 기준), pumasi.example/figures/met-nobody",
            "Hannae Innovation Cluster, collaboration network as of November 22, 2026, pumasi.example/figures/met-nobody",
        ),
    }
    return [
        {
            "key": "network.met_nobody",
            "value": 31,
            "unit": w("곳", ""),
            "n": 400,
            "label": w("올해 한 번도 다른 기업·기관을 만나지 못했습니다", "organisations have met nobody this year"),
            "definition": w(
                "기간 안에 다른 기업·기관과 함께한 행사가 하나도 없는 소속 기업·기관의 수입니다.",
                "Member organisations that shared no gathering with another member in the period.",
            ),
            "chance": w("우연이라면 12~21곳입니다.", "Chance alone would leave 12 to 21."),
            **source,
        },
        {
            "key": "network.mixing",
            "value": ".81",
            "n": 312,
            "label": w("기업과 대학은 우연보다 덜 만납니다", "companies and universities meet less than chance would give"),
            "definition": w("관측한 만남 수를 무작위 기대값으로 나눈 비율입니다.", "Meetings observed, divided by those expected by chance."),
            "chance": w("95% 신뢰구간 .74~.88", "95 % interval .74 to .88"),
            **source,
        },
        {
            "key": "introductions.both_yes",
            "value": 18,
            "unit": w("건", ""),
            "n": 28,
            "label": w("연결 추천 28건 가운데 서로 동의한 추천", "of 28 suggested introductions, both sides said yes"),
            **source,
        },
        {
            "key": "meetups.held",
            "value": 1286,
            "unit": w("건", ""),
            "n": 1286,
            "label": w("올해 열린 밋업·행사", "events held this year"),
            **source,
        },
    ]


class MemberForm(forms.Form):
    """A form with one of each kind of field."""

    def __init__(self, language: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)

        def w(ko: str, en: str) -> str:
            return words(language, ko, en)

        self.fields["name"] = forms.CharField(
            label=w("기업·기관 이름", "Name of the organisation"),
            help_text=w("등기된 이름 그대로 적어 주십시오.", "As it stands in the register."),
            error_messages={"required": w("이름을 적어 주십시오.", "Please write the name.")},
        )
        self.fields["number"] = forms.CharField(
            label=w("사업자등록번호", "Registration number"), required=False, help_text=w("숫자 10자리", "Ten digits")
        )
        kinds = [("", "—"), ("c", w("기업", "Company")), ("u", w("대학", "University")), ("h", w("병원", "Hospital"))]
        self.fields["kind"] = forms.ChoiceField(label=w("유형", "Type"), choices=kinds, required=False)
        self.fields["offers"] = forms.CharField(
            label=w("보유기술·제공", "What you offer"), widget=forms.Textarea(attrs={"rows": 3}), required=False
        )
        sees = [("p", w("누구나", "Everyone")), ("m", w("소속 기업·기관", "Members")), ("d", w("담당자만", "Managers only"))]
        self.fields["sees"] = forms.ChoiceField(
            label=w("누가 볼 수 있습니까", "Who may see it"), choices=sees, widget=forms.RadioSelect, initial="m"
        )
        self.fields["agree"] = forms.BooleanField(
            label=w("다른 소속 기업·기관에 이름을 알리는 데 동의합니다", "My name may be shown to other members"),
            required=False,
            help_text=w("동의하지 않아도 이용에 제한이 없습니다.", "Nothing is withheld from those who do not agree."),
        )

    def clean_number(self) -> str:
        """Refuse with the remedy, as all forms do."""
        raise forms.ValidationError(self.number_problem)


def form(language: str) -> MemberForm:
    """A form that came back with two errors."""
    found = MemberForm(language, {"name": "", "number": "123-45-6789", "sees": "m", "agree": "on"})
    found.number_problem = words(
        language,
        "한 자리가 모자랍니다. 사업자등록증의 10자리를 다시 확인해 주십시오.",
        "One digit is missing. Compare it with the ten digits on the certificate.",
    )
    return found


def network(language: str) -> dict[str, Any]:
    """A network of 120 organisations in six communities, for the map."""
    chance = random.Random(7)
    topics = [
        ("자율주행·센서", "Autonomous driving"),
        ("바이오·임상", "Clinical biotech"),
        ("나노소재", "Nanomaterials"),
        ("로봇·제조", "Robotics"),
        ("데이터·AI", "Data and AI"),
        ("에너지", "Energy"),
    ]
    centres = [(-6, 3), (5, 4), (7, -3), (-5, -4), (0, 0.5), (1, -6)]
    nodes, edges = [], []
    for number in range(120):
        group = number % 6
        x, y = (chance.gauss(at, 1.3) for at in centres[group])
        alone = number >= 112
        nodes.append(
            {
                "id": str(number),
                "key": f"o{number}",
                "label": words(language, f"{'가나다라마바사아'[number % 8]}온테크 {number}", f"Onvale Systems {number}"),
                "type": words(language, "기업", "Company"),
                "community": group,
                "x": 9.5 if alone else x,
                "y": (number - 116) if alone else y,
                "size": 3 + chance.random() * 6,
                "url": f"#{number}",
                "isolate": alone,
            }
        )
    for number in range(112):
        for _ in range(3):
            other = chance.randrange(112)
            if chance.random() < 0.82:
                other = other - other % 6 + number % 6
            if other < 112 and other != number:
                edges.append({"source": str(number), "target": str(other), "weight": chance.random() * 3, "count": 2})
    communities = [
        {"id": at, "label": words(language, *topics[at]), "x": centres[at][0], "y": centres[at][1], "n": 19}
        for at in range(6)
    ]
    return {"nodes": nodes, "edges": edges, "communities": communities}


def context(language: str) -> dict[str, Any]:
    """Everything the style pages show."""

    def w(ko: str, en: str) -> str:
        return words(language, ko, en)

    found = organisations(language)
    week = [TODAY + timedelta(days=at) for at in range(5)]
    items = [
        [{"time": "10:00", "title": w("자율주행 실증 설명회", "Test-bed briefing"), "url": "#"}],
        [
            {"time": "14:00", "title": w("바이오 임상 협력 밋업", "Clinical partners meet-up"), "url": "#"},
            {"time": "16:30", "title": w("다온대학교 기술 상담", "Office hour, Daon University"), "url": "#"},
        ],
        [],
        [{"time": "13:00", "title": w("1:1 상담회 (48개 사)", "1:1 meetings (48 companies)"), "url": "#"}],
        [{"time": "09:30", "title": w("시험로 안전교육", "Safety induction, test track"), "url": "#"}],
    ]
    return {
        "figures": figures(language),
        "figure": figures(language)[0],
        "organisations": found,
        "organisation": found[2],
        "columns": [
            {"key": "name", "label": w("이름", "Name"), "sort": True},
            {"key": "kind", "label": w("유형", "Type")},
            {"key": "since", "label": w("가입", "Since"), "sort": True, "wide": True},
            {"key": "events", "label": w("참여 행사", "Events"), "sort": True, "align": "end"},
            {"key": "partners", "label": w("만난 곳", "Partners"), "sort": True, "align": "end"},
            {"key": "state", "label": w("상태", "State")},
        ],
        "page": Paginator(range(400), 25).page(3),
        "facets": [
            {
                "name": "kind",
                "label": w("유형", "Type"),
                "options": [
                    {"value": "c", "label": w("기업", "Company"), "count": 281, "active": True},
                    {"value": "u", "label": w("대학", "University"), "count": 14},
                    {"value": "h", "label": w("병원", "Hospital"), "count": 9},
                    {"value": "i", "label": w("투자사", "Investor"), "count": 22},
                ],
            },
            {
                "name": "relation",
                "label": w("관계", "Relation"),
                "kind": "radio",
                "options": [
                    {"value": "", "label": w("전체", "All"), "active": True},
                    {"value": "r", "label": w("입주기업", "Resident"), "count": 112},
                    {"value": "m", "label": w("회원사", "Member"), "count": 260},
                ],
            },
            {
                "name": "period",
                "label": w("기간", "Period"),
                "kind": "select",
                "options": [
                    {"value": "1", "label": w("최근 1년", "Last year"), "active": True},
                    {"value": "2", "label": w("최근 2년", "Last two years")},
                ],
            },
        ],
        "form": form(language),
        "tabs": [
            {"label": w("소개", "About"), "url": "#", "active": True},
            {"label": w("보유기술·찾는 것", "Offers & looking for"), "url": "#", "count": 4},
            {"label": w("함께한 일", "Together"), "url": "#", "count": 31},
            {"label": w("담당자", "People"), "url": "#", "count": 3},
        ],
        "crumbs": [
            {"label": w("기업·기관", "Organisations"), "url": "#"},
            {"label": w("다온대학교 산학협력단", "Daon University Industry Office")},
        ],
        "stations": [
            {"date": date(2024, 3, 14), "title": w("센서 밋업에서 만남", "Met at a sensor meet-up"), "url": "#"},
            {"date": date(2024, 6, 2), "title": w("공동 난제 제기", "Raised a shared challenge"), "url": "#"},
            {"date": date(2024, 10, 21), "title": w("시험로 46시간 이용", "46 hours on the test track"), "url": "#"},
            {"date": date(2025, 8, 5), "title": w("특허 공동 출원", "Joint patent application"), "url": "#"},
            {"date": date(2026, 9, 30), "title": w("투자 유치 12억 원", "KRW 1.2 billion raised"), "url": "#", "now": True},
        ],
        "todos": [
            {"count": 7, "text": w("목요일 행사 대기자", "waiting for Thursday"), "url": "#", "action": w("자리 배정", "Offer places")},
            {"count": 5, "text": w("보낼 연결 추천", "introductions to send"), "url": "#", "action": w("보내기", "Send")},
            {
                "count": 1,
                "text": w("금요일 예약이 있는데 보험이 만료됨", "expired insurance with a booking on Friday"),
                "url": "#",
                "action": w("알리기", "Notify"),
                "urgent": True,
            },
            {"count": 9, "text": w("같은 곳으로 보이는 기업", "look-alike organisations"), "url": "#", "action": w("확인", "Check")},
        ],
        "week": [{"date": one, "today": one == TODAY, "items": items[at]} for at, one in enumerate(week)],
        "sentences": [
            w("새로 맺은 협업 연결은 14건이며, 지난주보다 3건 많습니다.", "14 new ties, three more than the week before."),
            w("한 번도 만나지 못한 기업이 34곳에서 31곳으로 줄었습니다.", "Organisations that met nobody fell from 34 to 31."),
            w("연결 추천 5건 가운데 3건에 서로 동의했습니다.", "Both sides agreed to 3 of 5 introductions."),
        ],
        "reasons": [
            {"label": w("함께 아는 곳 4곳", "Four contacts in common"), "share": 0.52, "text": w("다온대학교, 한빛융합기술연구원 등", "Daon University, Hanbit Institute and others")},
            {"label": w("찾는 것과 보유기술이 맞음", "Needs match offers"), "share": 0.31, "text": w("라이다 신호 처리", "lidar signal processing")},
            {"label": w("다음 행사에 함께 참여", "Both at the next event"), "share": 0.17},
        ],
        "person": {"name": w("윤서아", "Yoon Seo-a"), "title": w("산학협력 담당", "Industry liaison"), "organisation": w("다온대학교", "Daon University"), "id": 3},
        "notices": [
            {"title": w("새론바이오텍이 소개에 동의했습니다", "Saeron Biotech said yes to the introduction"), "url": "#", "icon": "handshake", "at": NOW - timedelta(hours=2), "unread": True},
            {"title": w("목요일 1:1 상담회 시간표가 나왔습니다", "Your timetable for Thursday is ready"), "text": w("상담 6건, 빈 시간 2칸", "Six meetings, two free slots"), "url": "#", "icon": "calendar-days", "at": NOW - timedelta(days=1)},
        ],
        "months": list(zip(range(1, 12), [22, 31, 40, 38, 52, 61, 66, 70, 83, 81, 64], [12, 15, 22, 30, 28, 35, 36, 40, 52, 56, 47])),
        "doors": [
            (w("협력할 곳 찾기", "Find a partner"), w("기업·기관 400곳, 보유기술과 찾는 것", "400 organisations, what they offer and look for"), "handshake"),
            (w("시설·장비 쓰기", "Use a test bed"), w("시험로, 클린룸, 임상 시설", "Test track, clean rooms, clinical sites"), "flask-conical"),
            (w("이곳에 자리 잡기", "Set up here"), w("투자, 비자, 입주 공간", "Investment, visas, premises"), "landmark"),
            (w("자료 보기", "Read the data"), w("협업 네트워크와 통계, 출처와 함께", "The network in figures, with sources"), "chart-column"),
        ],
        "map_url": f"/map-{language}.json",
        "w": {
            "home_title": w("한내 혁신클러스터", "Hannae Innovation Cluster"),
            "home_lead": w("기업과 대학, 병원과 연구기관이 서로 만나 함께 푸는 곳입니다.", "Where companies, universities, hospitals and institutes meet and solve things together."),
            "search": w("무엇을 찾으십니까?", "What are you looking for?"),
        },
    }


def frame(language: str, role: str, page: str) -> dict[str, Any]:
    """What base.html wants, for a visitor, a member or a manager."""

    def w(ko: str, en: str) -> str:
        return words(language, ko, en)

    entries = {
        "visitor": [
            ("소개", "About", "info"),
            ("기업·기관", "Organisations", "building-2"),
            ("밋업·행사", "Events", "calendar-days"),
            ("시설·장비", "Labs & test beds", "flask-conical"),
            ("투자·비자", "Invest & visas", "landmark"),
            ("자료", "Data", "chart-column"),
            ("소식", "News", "newspaper"),
        ],
        "member": [
            ("홈", "Home", "house"),
            ("연결", "Connections", "handshake"),
            ("행사·1:1", "Events & 1:1", "calendar-days"),
            ("공동 난제", "Challenges", "lightbulb"),
            ("시설·장비", "Labs & test beds", "flask-conical"),
            ("지원", "Support", "graduation-cap"),
        ],
        "manager": [
            ("이번 주", "This week", "house"),
            ("기업·기관", "Organisations", "building-2"),
            ("행사·1:1", "Events & 1:1", "calendar-days"),
            ("협업", "Collaboration", "waypoints"),
            ("시설·장비", "Labs & test beds", "flask-conical"),
            ("투자·인재", "Investment & talent", "landmark"),
            ("성과·발행", "Results & publishing", "newspaper"),
        ],
    }[role]
    navigation = [
        {"label": w(ko, en), "url": f"#{at}", "icon": icon, "active": at == 0} for at, (ko, en, icon) in enumerate(entries)
    ]
    signed_in = role != "visitor"
    user = type("Somebody", (), {"is_authenticated": signed_in, "email": "seoa@daon.example", "__str__": lambda _: w("윤서아", "Yoon Seo-a")})()
    return {
        "cluster": {"slug": "hannae", "name": w("한내 혁신클러스터", "Hannae Innovation Cluster")},
        "navigation": navigation,
        "phone_navigation": navigation[:5],
        "areas": [{"label": w("담당자", "Manager"), "url": "#", "active": True}, {"label": w("공개 화면", "Public"), "url": "#"}] if role == "manager" else [],
        "user": user,
        "unread_count": 3 if signed_in else 0,
        "languages": [
            {"code": code, "name": name, "url": f"/{code}-{page}.html", "active": code == language}
            for code, name in (("ko", "한국어"), ("en", "English"))
        ],
        "search_url": "/search",
        "suggest_url": "/suggest.html",
        "notifications_url": "#n" if signed_in else "",
        "sign_in_url": "#in",
        "sign_out_url": "#out" if signed_in else "",
        "account_menu": [{"label": w("내 정보", "My details"), "url": "#", "icon": "user"}],
        "contact": {
            "name": w("문가람", "Moon Garam"),
            "role": w("한내 혁신클러스터 사무국", "cluster office"),
            "email": "office@hannae.example",
            "phone": "+82-31-000-0000",
            "answer": w("영업일 기준 이틀 안에 답변드립니다.", "Answers within two working days."),
        },
        "sample_data": True,
        "site_url": "https://pumasi.example",
    }
