"""A mail finds its inquiry and wakes who must answer."""

from datetime import timedelta

import pytest

from leads import letters
from leads.mail import take_in
from leads.models import IncomingMail, Inquiry, Message, Notification
from tests.mail.arrivals import SOON, kept, sample, step, taken
from tests.mail.letters import mail
from tests.world import AT, make_inquiry, maria

pytestmark = pytest.mark.django_db


def test_it_works(inquiry, letter):
    row = taken(sample("koi8_reply", letter.message_id))
    assert (row.inquiry, row.answers, row.kind) == (inquiry, letter, "letter")
    told = inquiry.activities.get(kind="mail_received")
    assert told.data == {"mail": row.pk, "attachments": 0}
    assert Notification.objects.get().user == maria()
    promised = step(inquiry).get()
    assert promised.owner == maria().officer
    assert promised.due_at == SOON + timedelta(hours=5), "four working hours and the lunch"


def test_what_he_writes_is_a_contact_and_what_a_machine_writes_is_none(inquiry, letter):
    before = Inquiry.objects.get(pk=inquiry.pk).contacted_at
    taken(body="x", In_Reply_To=letter.message_id, Auto_Submitted="auto-replied")
    assert Inquiry.objects.get(pk=inquiry.pk).contacted_at == before
    taken(sample("koi8_reply", letter.message_id))
    assert Inquiry.objects.get(pk=inquiry.pk).contacted_at == SOON > before


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
