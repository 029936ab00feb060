"""A letter that Maria wrote to her investor."""

from leads.models import Message
from tests.world import AT, make_inquiry, maria


def written(state="planned", **fields):
    inquiry = make_inquiry(email="p@example.com", route_to=maria())
    letter = Message.write(
        inquiry, "question", key="one", to="p@example.com", subject="Мощность",
        body="Какая мощность, МВт?", by=maria(), at=AT,
    )  # fmt: skip
    Message.objects.filter(pk=letter.pk).update(state=state, **fields)
    letter.refresh_from_db()
    return letter
