"""The sample's office: an invented table of people at work for two years, and a catalogue of services that members used and rated."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import Any

from django.utils import timezone

from pumasi.commons.members import api as members
from pumasi.commons.members.models import Cluster
from pumasi.measure.observatory import api as observatory
from pumasi.measure.observatory.models import EmploymentTable, Service, ServiceUse

SEED = 20_261_127
# Division of KSIC, name, people in the region and in the country (thousands), growth of the region in a year in per cent. Invented.
WORK = """10|식료품 제조업|Food products|6.1|213|1
20|화학 물질 및 화학제품 제조업|Chemicals|7.8|172|2
21|의약품 제조업|Pharmaceuticals|2.9|47|9
22|고무 및 플라스틱제품 제조업|Rubber and plastics|6.4|228|-1
24|1차 금속 제조업|Basic metals|3.2|151|-2
25|금속가공제품 제조업|Fabricated metal products|11.7|345|0
26|전자 부품, 컴퓨터, 영상, 음향 및 통신장비 제조업|Electronic components, computers and communication equipment|28.4|371|4
27|의료, 정밀, 광학 기기 및 시계 제조업|Medical, precision and optical instruments|7.6|108|6
28|전기장비 제조업|Electrical equipment|14.9|204|11
29|기타 기계 및 장비 제조업|Other machinery and equipment|17.2|360|2
30|자동차 및 트레일러 제조업|Motor vehicles and trailers|12.3|338|-1
31|기타 운송장비 제조업|Other transport equipment|0.006|129|0
46|도매 및 상품 중개업|Wholesale trade|22.5|1170|1
62|컴퓨터 프로그래밍, 시스템 통합 및 관리업|Computer programming and systems|13.8|319|7
70|연구개발업|Research and development|9.4|138|5
72|건축 기술, 엔지니어링 및 기타 과학기술 서비스업|Architecture, engineering and technical services|8.2|331|3
85|교육 서비스업|Education|26.0|1630|0"""
ALL_HERE, ALL_THERE = 421_000, 22_060_000
SAID = {
    "region_ko": "가온시(가상)", "region_en": "Gaon City (invented)", "whole_ko": "전국(가상)", "whole_en": "the country (invented)",
    "source_ko": "본보기 통계(실제 통계가 아님)", "source_en": "Example statistics (not real ones)", "link": "",
}  # fmt: skip
# Name, what it is, for whom, each in both languages.
SERVICES = """파트너 찾기 상담|Finding partners|필요한 기술과 협력 상대를 함께 찾습니다.|We look with you for a partner.|모든 회원|all members
시험 설비 이용 안내|Advice on test beds|어느 설비가 맞는지 알려 드립니다.|Which facility fits.|시험이 필요한 회원|members who test
해외 진출 상담|Going abroad|전시회와 현지 기관을 연결합니다.|Fairs and contacts abroad.|수출을 준비하는 회원|members who export
과제 신청서 검토|Reading of proposals|제출 전에 두 사람이 읽습니다.|Two people read it.|과제를 준비하는 회원|members with a project"""
NAMES = ["name_ko", "name_en", "what_ko", "what_en", "whom_ko", "whom_en"]


def load(cluster: Cluster, by: Any) -> None:
    """Enter both years and the services."""
    year = timezone.localdate().year - 1
    for back in (1, 0):
        rows = []
        for line in WORK.splitlines():
            code, ko, en, here, there, growth = line.split("|")
            people = 1000 * float(here) / (1 + back * float(growth) / 100)
            rows.append(
                {
                    "code": code,
                    "name_ko": ko,
                    "name_en": en,
                    "here": round(people),
                    "there": 1000 * int(there),
                }
            )
        listed = observatory.Listed(rows=rows, everybody=(ALL_HERE, ALL_THERE))
        observatory.enter(cluster=cluster, year=year - back, scheme="KSIC 11", listed=listed, by=by, **SAID)
    _services(cluster, by)


def _services(cluster: Cluster, by: Any) -> None:
    chance, today = random.Random(SEED), timezone.localdate()
    everybody = list(members.of_cluster(cluster, "public")[:60])
    for at, line in enumerate(SERVICES.splitlines()):
        service = observatory.offer(
            cluster=cluster, how_ko="사무국에 전화하거나 메일을 보내 주십시오.", how_en="Call the office or write to it.",
            **dict[str, Any](zip(NAMES, line.split("|"), strict=True)),
        )  # fmt: skip
        uses = [
            ServiceUse(
                service=service, organisation=one, day=today - timedelta(days=chance.randrange(300)), by=by
            )
            for one in chance.sample(everybody, min(len(everybody), 26 - 6 * at))
        ]
        for use in uses[: 17 - 5 * at]:
            use.stars, use.rated_at = chance.choices(range(1, 6), [1, 1, 3, 9, 8])[0], timezone.now()
        ServiceUse.objects.bulk_create(uses)


def remove(cluster: Cluster) -> None:
    """Take tables and services out again."""
    EmploymentTable.objects.filter(cluster=cluster).delete()
    Service.objects.filter(cluster=cluster).delete()
