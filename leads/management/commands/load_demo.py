"""`manage.py load_demo`: demo users and a small set of inquiries, each marked as demo."""

from datetime import time, timedelta

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.management import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from districts.matching.reading import read
from districts.models import District, Industry
from leads import flow
from leads.models import CalendarDay, DistrictOfficer, Officer, RuleSet, Shift, User
from leads.phones import parse_phone

# Public on purpose: handle() refuses any machine but a local one.
PASSWORD = "hotline-demo"  # noqa: S105
# Username, name, role; the officers' languages stand where there are any.
PEOPLE = (
    ("olga", "Ольга Демина", "operator", None),
    ("maria", "Мария Образцова", "manager", ["ru", "en"]),
    ("boris", "Борис Примеров", "manager", ["ru"]),
    ("gleb", "Глеб Учебный", "head", None),
    ("dina", "Дина Пробная", "district_officer", None),
    ("admin", "Админ Демо", "admin", None),
)
# Working hours ago, channel, company, person, phone, e-mail, language, stage, text. All invented.
INQUIRIES = (
    (1, "phone", "Агросад (демо)", "Пётр Яблоков", "8 918 000-11-22", "", "ru", "",
     "Цех переработки яблок, нужен участок 5 га под Динской, 2 МВт, газ обязательно, 60 человек"),
    (3, "web", "Kuban Preform (demo)", "Anna Weber", "+49 30 000000", "anna@example.com", "en", "",
     "We plan a PET preform plant: 5 to 7 ha, at least 4 MW, 600 m3/h of gas, rail siding is a "
     "must. Anywhere but Sochi. Investment about RUB 1.8 bn, 90 jobs."),
    (6, "phone", "", "Сергей", "8 (861) 000-22-33", "", "ru", "qualified",
     "Цех металлоконструкций, 3 га, 1,2 МВт, газ не нужен, лучше под Белореченском. 40 человек"),
    (10, "email", "Южный картон (демо)", "Ирина Листова", "", "irina@example.com", "ru", "matching",
     "Планируем производство гофроупаковки: здание 8000 м², 3 МВт, газ 400 м³/ч, рядом с "
     "Армавиром. Вложения 650 млн рублей, 120 рабочих мест."),
    (18, "visit", "Станкопром (демо)", "Олег Резцов", "8 918 000-33-44", "oleg@example.com", "ru",
     "proposal", "Производство токарных станков, индустриальный парк в Краснодаре или Армавире, "
     "готовый корпус 3000 м², 1,5 МВт"),
    (26, "web", "Dolina Wines (demo)", "Marco Rossi", "", "marco@example.com", "en", "visit",
     "Winery near Temryuk, about 12 hectares, 0.8 MW, water 120 m3 per day, 35 jobs."),
    (30, "phone", "", "", "8 918 000-44-55", "", "ru", "",
     "Спрашивает, какие льготы есть у резидентов парков, проекта пока нет"),
)  # fmt: skip


class Command(BaseCommand):
    help = "Demo users and inquiries on a local machine; running it again changes nothing."

    def handle(self, *args, **options):
        if not settings.LOCAL:
            raise CommandError("Demo users have a public password: only `manage.py up` loads them.")
        demo = User.objects.filter(username="olga").exists()
        if User.objects.exists() and not demo:
            # Somebody's own database: users with a public password have no business there.
            return
        if not demo:
            with transaction.atomic():
                self.people()
                self.rules()
                self.inquiries()
        self.stdout.write(f"Demo logins at {settings.BASE_URL}/login/, password {PASSWORD}:")
        for username, name, role, _ in PEOPLE:
            self.stdout.write(f"  {username:<8}{role:<18}{name}")
        self.stdout.write("")

    def people(self):
        for username, name, role, languages in PEOPLE:
            first, last = name.split()
            user = User.objects.create_user(
                username, f"{username}@example.com", PASSWORD, first_name=first, last_name=last
            )
            if username == "olga":
                User.objects.filter(pk=user.pk).update(extension="101")
            user.groups.add(Group.objects.get(name=role))
            if languages:
                Officer.objects.create(
                    user=user, languages=languages, phone=settings.AGENCY["phone"]
                )
            if role == "admin":
                User.objects.filter(pk=user.pk).update(is_staff=True, is_superuser=True)
        dina = User.objects.get(username="dina")
        DistrictOfficer.objects.create(user=dina, district=District.objects.get(pk="dinskoy"))

    def rules(self):
        maria = Officer.objects.get(user__username="maria")
        # Somebody answers whenever the demo is tried; Boris keeps the office's hours.
        Officer.objects.filter(pk=maria.pk).update(holidays_off=False)
        Shift.set_for(maria, (((time(0), time(0)),),) * 7)
        ours, now = RuleSet.objects.get(in_force=True), timezone.now()
        english = {"name": "Письма на английском", "language": "en", "officers": [maria.pk]}
        ours.add(english, by=None, at=now)
        machinery = Industry.objects.filter(parent="machine_building").values_list("pk", flat=True)
        boris = Officer.objects.get(user__username="boris")
        ours.add(
            {"name": "Машиностроение", "industries": list(machinery), "officers": [boris.pk]},
            by=None,
            at=now,
        )

    def inquiries(self):
        calendar, now = CalendarDay.office(), timezone.now()
        maria = User.objects.get(username="maria")
        for hours, channel, company, name, phone, email, language, stage, text in INQUIRIES:
            reading = read(text)
            inquiry = flow.open_inquiry(
                channel=channel,
                asked=flow.Asked(
                    text=text,
                    figures=reading.need.confident(),
                    suggested=flow.suggestion(reading),
                    kind=reading.kind,
                    language=language,
                ),
                person=flow.Person(
                    name=name,
                    company=company,
                    email=email,
                    phone=parse_phone(phone) if phone else None,
                ),
                consents=("processing",) if channel == "web" else (),
                at=_earlier(calendar, now, hours),
            )
            flow.route(inquiry, at=inquiry.opened_at + timedelta(seconds=1))
            if stage:
                inquiry.refresh_from_db()
                inquiry.advance(to=stage, by=maria, at=inquiry.opened_at + timedelta(minutes=20))


def _earlier(calendar, now, hours):
    """The moment from which so many working hours have passed until now."""
    day = now - timedelta(days=hours // 4 + 6)
    excess = calendar.elapsed(day, now) - timedelta(hours=hours)
    return calendar.add(day, excess)
