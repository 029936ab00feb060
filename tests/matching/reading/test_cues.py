"""Who wants to place something, in whatever shape he says it."""

import pytest

from districts.matching.reading import read

PROJECTS = [
    "подойдет ли промзона в Лабинске для лесопилки?",
    "Is it possible to build a yacht marina in Gelendzhik? Budget 2 bn",
    "свиноферма 5000 голов, какие есть площадки и субсидии",
    "will you have room for a 30-bed clinic in Anapa?",
    "Хотим запустить линию сушки фруктов где-нибудь возле Гиагинской трассы, нам хватит полгектара",
    "мини завод по розливу воды, 500 квадратов, Горячий Ключ",
    "Ищу партнеров и площадку под мойку пэт",
    "звонила женщина, детская одежда, 15 швей, Тимашевск",
    "строим сеть кофеен, нужен цех обжарки 300 м",
    "Можно ли у вас поставить ветряки, 20 МВт, Ейск",
    "Есть интерес к покупке участка у порта под терминал зерна",
    "Инвестор из ОАЭ рассматривает тепличный комплекс на 30 га",
    "Требуется 2 га под автосалон на въезде в Краснодар",
    "переезд пекарни из Ростова, 800 м2, 40 чел",
    "Что предложите под завод стеклопакетов? 1 га, 300 кВт",
    "куплю готовый цех под колбасное производство в Кореновске",
    "а если мы захотим построить отель на 100 номеров в Анапе, земля найдется?",
    "фермерское хозяйство, хочу сыроварню и 10 га пастбищ",
    "Компания «Альфа» выпускает кабель. Планируем вторую площадку: 6 га, 5 МВт, Динской район.",
    "Could a seed drying plant be placed near Kushchyovskaya? 3 ha",
    "Need a shed for boat repair, slipway a plus",
    "Korean cosmetics maker, 4,000 sqm ready building, 90 jobs",
    "we're after 10 acres for a campsite by the sea",
    "Would you have land for a tyre pyrolysis unit, class 3 hazard",
    "Exploring a site for a 15 MW data centre; power is the key question",
    "Our board approved a brewery expansion to your region, 6 ha, gas and water needed",
    "looking at Armavir for an aluminium can plant",
    "Snack factory. 12,000 m2. Krasnodar. 150 staff.",
    "Thinking of relocating our sofa workshop, what premises are there?",
    "Is there 2 MW anywhere near Armavir for a bolt factory?",
    "кто может выделить гектар под пекарню",
    "where can I put a small marble cutting shop?",
    "реально ли получить 15 соток под автосервис",
]

NO_PLACE_SOUGHT = [
    "Хотим подарить вашему министру книгу о казачестве",
    "у меня пай 5 га под Каневской, кому можно его выгодно продать",
    "хочу взять ипотеку на 5 млн",
    "We would like statistics on manufacturing wages",
]


def test_it_works():
    assert read("хотим построить завод").kind == "project"


@pytest.mark.parametrize("text", PROJECTS)
def test_project(text):
    assert read(text).kind == "project"


@pytest.mark.parametrize("text", NO_PLACE_SOUGHT)
def test_a_wish_for_something_else_is_no_project(text):
    assert read(text).kind != "project"
