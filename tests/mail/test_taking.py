"""A mail finds its inquiry and wakes who must answer; what machines write wakes nobody."""

from datetime import timedelta
from pathlib import Path

import pytest

from leads import letters, tasks
from leads.mail import take_in
from leads.models import IncomingMail, Inquiry, Message, Notification, Trouble
from leads.models.trouble import ATTEMPTS_AT_MOST
from tests.mail.letters import mail
from tests.world import AT, gleb, make_inquiry, maria

pytestmark = pytest.mark.django_db
PAYLOADS = Path(__file__).parent.parent / "payloads" / "mail"
SOON = AT + timedelta(minutes=5)
_uids = iter(range(1, 1000))


def kept(raw=None, **words):
    raw = mail(**words) if raw is None else raw
    return IncomingMail.keep(
        mailbox="b", uid_validity=1, uid=next(_uids), raw=raw, size=len(raw), at=SOON
    )


def taken(raw=None, at=SOON, **words):
    row = kept(raw, **words)
    assert take_in(row.pk, at=at)
    row.refresh_from_db()
    return row


def sample(name, ours=""):
    raw = (PAYLOADS / f"{name}.eml").read_bytes()
    return raw.replace(b"<ours-1@hotline.example>", ours.encode()) if ours else raw


@pytest.fixture
def inquiry():
    return make_inquiry(email="p@example.com", route_to=maria())


@pytest.fixture
def letter(inquiry):
    """One that was sent."""
    row = inquiry.messages.get(kind="received")
    letters.deliver(row, at=AT, now=lambda: AT)
    row.refresh_from_db()
    return row


def step(inquiry):
    return inquiry.follow_ups.open().filter(kind="reply")


def test_it_works(inquiry, letter):
    row = taken(sample("koi8_reply", letter.message_id))
    assert (row.inquiry, row.answers, row.kind) == (inquiry, letter, "letter")
    told = inquiry.activities.get(kind="mail_received")
    assert told.data == {"mail": row.pk, "attachments": 0}
    assert Notification.objects.get().user == maria()
    promised = step(inquiry).get()
    assert promised.owner == maria().officer
    assert promised.due_at == SOON + timedelta(hours=5), "four working hours and the lunch"


def test_taken_once(letter):
    row = taken(sample("koi8_reply", letter.message_id))
    assert not take_in(row.pk, at=SOON)
    assert row.inquiry.activities.filter(kind="mail_received").count() == 1


def test_several_mails_wait_for_one_answer(inquiry, letter):
    for number in range(3):
        taken(body=f"{number}", In_Reply_To=letter.message_id)
    assert step(inquiry).count() == 1
    assert Notification.objects.count() == 3
    assert inquiry.activities.filter(kind="mail_received").count() == 3


def test_a_colleague_who_answers_our_letter_is_on_its_inquiry(inquiry, letter):
    assert taken(sender="other@example.com", References=letter.message_id).inquiry == inquiry


def test_an_answer_to_his_own_mail_is_in_the_same_matter(letter):
    first = taken(In_Reply_To=letter.message_id, Message_ID="<own-1@x.ru>")
    again = taken(body="ещё", sender="z@example.com", In_Reply_To="<own-1@x.ru>")
    assert again.inquiry == first.inquiry


def test_our_next_letter_answers_his_mail(inquiry, letter):
    taken(In_Reply_To=letter.message_id, Message_ID="<own-1@x.ru>")
    later = Message.write(
        inquiry, "question", key="k", to="p@example.com", subject="a", body="b", by=maria(),
        at=SOON,
    )  # fmt: skip
    headers = letters.render(later).extra_headers
    assert headers["In-Reply-To"] == "<own-1@x.ru>"
    assert headers["References"].split() == [letter.message_id, "<own-1@x.ru>"]


def test_a_number_in_the_subject_counts_from_its_own_contact_alone(inquiry):
    other = make_inquiry(email="p@example.com", phone="", route_to=maria())
    assert taken(subject=f"Re: {inquiry.number}").inquiry == inquiry
    stranger = taken(subject=f"Re: {inquiry.number}", sender="x@example.com").inquiry
    assert stranger not in {inquiry, other}


def test_what_waited_for_the_investor_waits_no_more(inquiry, letter):
    inquiry.wait(on="investor", until=AT.date(), by=maria(), at=AT)
    taken(In_Reply_To=letter.message_id)
    inquiry.refresh_from_db()
    assert inquiry.waiting_on == "nobody"


def test_a_word_on_a_closed_inquiry_is_kept_there_and_its_owner_told(inquiry, letter):
    inquiry.advance(to="lost", by=maria(), at=AT, lost_reason="money")
    row = taken(In_Reply_To=letter.message_id)
    assert row.inquiry == inquiry
    assert not step(inquiry).exists()
    assert Notification.objects.get().inquiry == inquiry
    inquiry.refresh_from_db()
    assert inquiry.stage == "lost"


def test_a_stranger_opens_an_inquiry_on_the_queue():
    raw = mail("Цех, участок 5 га, 2 МВт, газ", "Завод", '"Анна Вебер" <a@example.com>')
    inquiry = taken(raw).inquiry
    assert (inquiry.channel, inquiry.officer, inquiry.language) == ("email", None, "ru")
    assert inquiry.contact.name == "Анна Вебер"
    assert inquiry.contact.last_address() == "a@example.com"
    assert inquiry.need.power_mw == 2
    assert inquiry.text.startswith("Завод\n\nЦех, участок")
    assert inquiry.messages.get().kind == "received"
    assert not step(inquiry).exists(), "the first contact is promised already"
    assert inquiry.activities.filter(kind="mail_received").exists()


def test_in_the_language_of_the_mail():
    assert taken(body="We need 5 ha of land", subject="Plant").inquiry.language == "en"


def test_a_known_contact_writes_anew(inquiry):
    assert taken(subject="ещё вопрос").inquiry == inquiry


def test_of_several_open_ones_it_is_the_last_worked_on():
    contact = make_inquiry(email="p@example.com").contact
    last = make_inquiry(email="p@example.com", contact=contact, at=AT + timedelta(minutes=1))
    assert taken().inquiry == last


def test_a_known_contact_without_an_open_inquiry_opens_one(inquiry):
    inquiry.advance(to="lost", by=maria(), at=AT, lost_reason="money")
    opened = taken(subject="Новый проект").inquiry
    assert opened != inquiry
    assert opened.contact == inquiry.contact
    assert opened.officer is None


def test_killed_before_its_end_it_opens_one_inquiry(monkeypatch):
    row = kept()
    monkeypatch.setattr(IncomingMail, "take", lambda *given, **more: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        take_in(row.pk, at=SOON)
    assert not Inquiry.objects.exists()
    monkeypatch.undo()
    take_in(row.pk, at=SOON)
    assert Inquiry.objects.count() == 1


@pytest.mark.parametrize("name", ["bounce_dsn", "bounce_qmail"])
def test_a_bounce_marks_its_letter_and_tells_the_officer(inquiry, letter, name):
    row = taken(sample(name, letter.message_id))
    letter.refresh_from_db()
    assert (letter.state, row.answers, row.inquiry) == ("failed", letter, inquiry)
    assert letter.last_error.startswith("550 5.1.1")
    assert Notification.objects.get().kind == "letter_failed"
    assert inquiry.activities.filter(kind="letter_bounced").exists()
    assert not inquiry.activities.filter(kind="mail_received").exists()


def test_a_delay_is_no_failure(letter):
    taken(sample("bounce_delayed", letter.message_id))
    letter.refresh_from_db()
    assert letter.state == "sent"


def test_a_bounce_of_nothing_of_ours_is_kept():
    row = taken(sample("bounce_dsn"))
    assert (row.inquiry, row.kind) == (None, "bounce")


@pytest.mark.parametrize("name", ["auto_reply", "auto_submitted", "precedence", "newsletter"])
def test_machines_wake_nobody_and_open_nothing(inquiry, name):
    row = taken(sample(name))
    assert Inquiry.objects.count() == 1
    assert not Notification.objects.exists()
    assert not step(inquiry).exists()
    assert row.taken_at == SOON


def test_an_automatic_answer_lies_quietly_on_its_inquiry(inquiry, letter):
    assert taken(sample("auto_reply", letter.message_id)).inquiry == inquiry
    assert not inquiry.activities.filter(kind="mail_received").exists()


def test_what_a_machine_seemed_to_write_can_be_called_a_letter():
    row = taken(sample("newsletter"))
    assert row.treat_as_letter(by=gleb(), at=SOON)
    assert take_in(row.pk, at=SOON)
    row.refresh_from_db()
    assert row.inquiry.channel == "email"
    assert not row.treat_as_letter(by=gleb(), at=SOON)


@pytest.mark.parametrize("name", ["no_sender", "no_headers", "empty"])
def test_without_a_sender_it_waits_for_somebody_to_look(name):
    row = taken(sample(name))
    assert (row.inquiry, row.reason) == (None, "no_sender")
    assert IncomingMail.objects.of_no_inquiry().get() == row
    row.treat_as_letter(by=gleb(), at=SOON)
    take_in(row.pk, at=SOON)
    assert Inquiry.objects.count() == 1


@pytest.mark.parametrize("path", sorted(PAYLOADS.glob("*.eml")), ids=lambda path: path.stem)
def test_every_sample_is_taken_in(path):
    assert taken(path.read_bytes()).taken_at == SOON


def test_a_poison_mail_is_set_aside_and_stops_no_other(monkeypatch):
    at = [SOON]
    monkeypatch.setattr(tasks, "database_now", lambda: at[0])
    poison, good = kept(subject="poison"), kept(subject="good")
    whole = IncomingMail.take

    def take(self, *given, **more):
        return 1 / 0 if self.pk == poison.pk else whole(self, *given, **more)

    monkeypatch.setattr(IncomingMail, "take", take)
    for _ in range(ATTEMPTS_AT_MOST + 1):
        tasks.sweep()
        at[0] += timedelta(hours=2)
    good.refresh_from_db()
    assert good.inquiry is not None
    trouble = Trouble.objects.get(task="leads.take_in")
    assert (trouble.key, trouble.inquiry, trouble.attempts) == (poison.pk, None, ATTEMPTS_AT_MOST)
    assert trouble.set_aside_at
    monkeypatch.setattr(IncomingMail, "take", whole)
    assert trouble.try_again(by=gleb(), at=at[0])
    tasks.sweep()
    poison.refresh_from_db()
    assert poison.inquiry is not None
