"""Words that do not tell names apart: legal forms, affiliated bodies, titles, surnames."""

from __future__ import annotations


def _listed(text: str, sign: str | None = None) -> tuple[str, ...]:
    return tuple(text.split(sign))


# Korean and Chinese-character forms, which may grow together with the name; the longest must come first.
KOREAN_FORMS = _listed(
    """농업회사법인 어업회사법인 유한책임회사 사회복지법인 학교법인 의료법인 재단법인 사단법인 특수법인
    합자회사 합명회사 유한회사 주식회사 股份有限公司 株式会社 株式會社 有限公司 有限会社"""
)
SHORT_FORMS = "주유사재합학의株有"  # (주) (유) (사) (재) (합) (학) (의)
LATIN_FORMS = sorted(
    map(
        _listed,
        _listed(
            "co ltd|company limited|co limited|company ltd|coltd|co|company|corp|corporation|inc|incorporated"
            "|llc|l l c|llp|lp|ltd|limited|plc|pte ltd|pte|pty ltd|pty|sdn bhd|bhd|gmbh|ggmbh|mbh|gmbh co kg"
            "|gmbh and co kg|ug|ag|kg|kgaa|ev|se|sa|s a|sas|sasu|sarl|sl|slu|srl|spa|s p a|scarl|bv|nv|vzw|oy"
            "|oyj|ab|asa|as|a s|aps|kk|k k|kabushiki kaisha|yugen kaisha|godo kaisha|sro|s r o|doo|kft|zrt"
            "|nyrt|sp z oo|sp zoo|spolka z oo|jsc|ojsc|ooo|ltda|lda|eireli|sab de cv|sa de cv",
            "|",
        ),
    ),
    key=len,
    reverse=True,
)
LEADING_LATIN_FORMS = [("kabushiki", "kaisha"), ("yugen", "kaisha"), ("godo", "kaisha")]

# A body that is an entity of its own although people write one for the other.
ARMS = sorted(
    _listed(
        "산학협력단|산학협력재단|연구산학협력단|산단|기술지주회사|기술지주"
        "|industry academic cooperation foundation|industry academy cooperation foundation"
        "|industry university cooperation foundation|university industry cooperation foundation"
        "|foundation of industry university cooperation|iacf|r and db foundation",
        "|",
    ),
    key=len,
    reverse=True,
)

# What a long Korean word shrinks to in a short name.
KOREAN_SHORT = (
    ("과학기술연구원", "과기연"),
    ("과학기술원", "과기원"),
    ("과학기술대학교", "과기대"),
    ("산업기술연구원", "산기연"),
    ("생명공학연구원", "생명연"),
    ("전자통신연구원", "전자연"),
    ("기술연구원", "기연"),
    ("대학교병원", "대병원"),
    ("테크노파크", "tp"),
)
SMALL_WORDS = frozenset(_listed("of for and the de la du des für fur der et di in"))

TITLES_KO = _listed(
    """대표이사 대표원장 대표 선임연구원 책임연구원 수석연구원 연구위원 연구원 연구소장 센터장 본부장 사업단장
    단장 실장 팀장 부장 차장 과장 계장 대리 주임 사원 사무국장 국장 소장 병원장 원장 총장 학장 처장 이사장
    이사 상무 전무 부사장 사장 회장 위원장 위원
    석좌교수 부교수 조교수 겸임교수 교수 박사 석사 변리사 변호사 회계사
    심사역 매니저 책임 선임 수석 주무관 사무관 서기관 파트장 선생님 선생 귀하 님 씨"""
)
TITLES_EN = frozenset(_listed("dr prof professor mr mrs ms mx ir ing phd md mba ceo cto"))
SURNAMES = frozenset(
    _listed(
        """kim lee park choi jung jeong kang cho yoon yun jang chang lim im han oh seo shin kwon
        hwang ahn an song yoo yu hong jeon chun ko go moon son yang bae baek heo huh nam sim shim
        noh roh ha kwak sung cha joo ju woo koo gu min jin na ryu ji eom um won chae bang cheon
        kong gong hyun ham byun yeom yeo choo do so suh rhee yi"""
    )
)
