"""What comes back as mail: delivery reports of our own mails, from a mailbox that people use as well."""

from __future__ import annotations

import re
import socketserver
import threading

import pytest
from django.utils import timezone

from pumasi.commons.mail import api as mail
from pumasi.commons.mail.models import Message, Unreachable
from pumasi.web import jobs

pytestmark = pytest.mark.django_db


def sent(to="a@one.example", number=1):
    message = mail.write(to=to, topic="digest", dedupe=f"bounce.{number}", subject="s", text="t")
    Message.objects.filter(pk=message.pk).update(
        state="sent", sent_at=timezone.now(), message_id=f"<{number}@pumasi>"
    )
    return message


def report(message_id="<1@pumasi>", *, status="5.1.1", action="failed", part="text/rfc822-headers"):
    return (
        "From: MAILER-DAEMON@mx.example\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=B\r\n\r\n"
        "--B\r\nContent-Type: text/plain\r\n\r\nsorry\r\n--B\r\nContent-Type: message/delivery-status\r\n\r\n"
        f"Reporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; x@mx.example\r\nAction: {action}\r\nStatus: {status}\r\n\r\n"
        f"--B\r\nContent-Type: {part}\r\n\r\nSubject: s\r\nMessage-ID: {message_id}\r\n\r\n--B--\r\n"
    ).encode()


@pytest.mark.parametrize(
    "part", ["text/rfc822-headers", "text/rfc822-headers; charset=nowhere", "message/rfc822"]
)
def test_a_delivery_report_marks_the_address_of_our_mail(part):
    sent()
    assert mail.read_bounce(report(part=part)) == ["a@one.example"]
    assert mail.read_bounce(report(part=part)) == ["a@one.example"]
    assert Message.objects.get().state == "bounced"
    assert Unreachable.objects.get().email == "a@one.example"
    assert not mail.wanted("a@one.example", "digest")


@pytest.mark.parametrize(
    "raw",
    [
        report("<guessed@pumasi>"),
        report(""),
        report("<1\x00@pumasi>"),
        report(status="4.2.2"),
        report(action="delayed"),
        b"Subject: hello\r\n\r\nNo report at all.",
        b"\xff\xfe\x00 no mail either",
    ],
)
def test_what_is_no_final_report_of_our_mail_marks_nobody(raw):
    sent()
    Message.objects.create(to="b@one.example", topic="digest", dedupe="never", subject="s", text="t")
    assert mail.read_bounce(raw) == []
    assert not Unreachable.objects.exists()


class Mailbox(socketserver.StreamRequestHandler):
    """As much of IMAP as is asked: LOGIN, SELECT, UID SEARCH, FETCH and STORE, LOGOUT."""

    def handle(self):
        self.say("* OK ready")
        for line in self.rfile:
            tag, _, rest = line.decode().strip().partition(" ")
            self.server.asked.append(rest)
            found = re.match(r"UID (\w+) (\d+)?", rest)
            word = rest.split()[0]
            if word == "CAPABILITY":
                self.say("* CAPABILITY IMAP4rev1")
            elif word == "LOGIN" and "secret" not in rest:
                self.say(f"{tag} NO wrong password")
                continue
            elif word == "SELECT":
                self.say(f"* {len(self.server.mails)} EXISTS")
            elif found and found[1] == "SEARCH":
                unread = [str(n) for n in self.server.mails if n not in self.server.seen]
                self.say(f"* SEARCH {' '.join(unread)}")
            elif found and found[1] == "FETCH":
                raw = self.server.mails[int(found[2])]
                self.wfile.write(
                    b"* %s FETCH (UID %s BODY[] {%d}\r\n%s)\r\n" % (*[found[2].encode()] * 2, len(raw), raw)
                )
            elif found and found[1] == "STORE":
                self.server.seen.add(int(found[2]))
            elif word == "LOGOUT":
                self.say("* BYE")
            self.say(f"{tag} OK done")

    def say(self, line):
        self.wfile.write(f"{line}\r\n".encode())


@pytest.fixture
def mailbox():
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Mailbox) as server:
        server.daemon_threads = True
        server.mails, server.seen, server.asked = {7: report(), 9: report("<other@elsewhere>")}, set(), []
        server.url = f"imap://us%40one.example:secret@127.0.0.1:{server.server_address[1]}/Reports"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def test_the_worker_reads_the_reports_of_the_mailbox_once(mailbox, settings):
    sent()
    settings.BOUNCES_URL = mailbox.url
    jobs.fetch_bounces()
    assert Unreachable.objects.get().email == "a@one.example"
    assert mailbox.seen == {7, 9}
    assert "SELECT Reports" in mailbox.asked
    assert 'UID SEARCH UNSEEN HEADER Content-Type "multipart/report"' in mailbox.asked
    assert not any("Deleted" in line or "EXPUNGE" in line for line in mailbox.asked)
    mailbox.asked.clear()
    assert mail.fetch_bounces(mailbox.url) == []
    assert not any("FETCH" in line for line in mailbox.asked)


def test_a_mailbox_that_does_not_let_us_in_is_told_in_the_log(mailbox, settings, caplog):
    settings.BOUNCES_URL = mailbox.url.replace("secret", "wrong")
    jobs.fetch_bounces()
    assert "PUMASI_BOUNCES" in caplog.text
    with pytest.raises(OSError, match="wrong password"):
        mail.fetch_bounces(settings.BOUNCES_URL)
    assert mailbox.seen == set()
