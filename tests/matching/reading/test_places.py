"""Districts by any name, wanted or ruled out."""

import pytest

from districts.matching.reading import read

WANTED = [
    ("под Абинском", ["abinsky"]),
    ("в Усть-Лабе", ["ust_labinsky"]),
    ("Новорос", ["novorossiysk"]),
    ("near Kropotkin", ["kavkazsky"]),
    ("Тимашевский район", ["timashyovsky"]),
    ("в Тимашёвске или Каневской", ["timashyovsky", "kanevskoy"]),
    ("Краснодарский край", []),
    ("Krasnodar Territory", []),
    ("Krasnodar region, preferably Dinskaya", ["dinskoy"]),
    ("в пригороде Краснодара", ["krasnodar"]),
    ("станица Павловская", ["pavlovsky"]),
    ("Павловский район", ["pavlovsky"]),
    ("Белая Глина", ["beloglinsky"]),
    ("Горячий Ключ", ["goryachy_klyuch"]),
    ("в Горячем Ключе", ["goryachy_klyuch"]),
    ("Славянск-на-Кубани", ["slavyansky"]),
    ("Приморско-Ахтарск", ["primorsko_akhtarsky"]),
    ("порт Кавказ рядом, Темрюкский район", ["temryuksky"]),
    ("Тамань", ["temryuksky"]),
    ("Лазаревское", ["sochi"]),
    ("Афипский", ["seversky"]),
    ("Кабардинка", ["gelendzhik"]),
    ("Сукко", ["anapa"]),
    ("Агой", ["tuapsinsky"]),
    ("Джубга", ["tuapsinsky"]),
    ("Ильский, Северский район", ["seversky"]),
    ("Крымский, Абинский районы", ["krymsky", "abinsky"]),
    ("Крымск", ["krymsky"]),
    ("Полтавская", ["krasnoarmeysky"]),
    ("Ейск", ["yeysky"]),
    ("Yeysk or Starominskaya", ["yeysky", "starominsky"]),
    ("Ust-Labinsk", ["ust_labinsky"]),
    ("Tikhoretsk district", ["tikhoretsky"]),
    ("Slavyansk-na-Kubani", ["slavyansky"]),
    ("Goryachy Klyuch", ["goryachy_klyuch"]),
    ("Novorossiysk or Temryuk", ["novorossiysk", "temryuksky"]),
    ("в Гулькевичском районе", ["gulkevichsky"]),
    ("Гулькевичи", ["gulkevichsky"]),
    ("Выселки", ["vyselkovsky"]),
    ("Мостовской район", ["mostovsky"]),
    ("Старощербиновская", ["shcherbinovsky"]),
    ("Кущевка", ["kushchyovsky"]),
    ("Ленинградская область", []),
    ("Республика Крым", []),
    ("ул. Красноармейская, 5", []),
    ("компания из Армавира, хотим в Тихорецке", ["tikhoretsky"]),
    ("мы из Краснодара, ищем в Динском районе", ["dinskoy"]),
    ("наш завод в Новокубанске, второй хотим в Курганинске", ["kurganinsky"]),
    ("We are based in Sochi and look for land in Labinsk", ["labinsky"]),
    ("Our plant in Armavir is full; we want Novokubansk", ["novokubansky"]),
    ("Апшеронск, Хадыженск", ["apsheronsky"]),
    ("новоросийск", ["novorossiysk"]),
    ("в районе Кореновска", ["korenovsky"]),
    ("Брюховецкая", ["bryukhovetsky"]),
    ("Отрадненский район", ["otradnensky"]),
    ("Успенский район", ["uspensky"]),
    ("Тбилисский район", ["tbilissky"]),
    ("Новопокровская", ["novopokrovsky"]),
    ("Крыловский район", ["krylovsky"]),
    ("Калининский район", ["kalininsky"]),
]

EXCLUDED = [
    ("кроме Сочи", [], ["sochi"]),
    ("где угодно, только не Сочи", [], ["sochi"]),
    ("anywhere except Sochi", [], ["sochi"]),
    ("anywhere but Sochi and Anapa", [], ["sochi", "anapa"]),
    ("кроме Сочи и Геленджика", [], ["sochi", "gelendzhik"]),
    ("Сочи не предлагать", [], ["sochi"]),
    ("Сочи и Анапу не предлагайте", [], ["sochi", "anapa"]),
    ("Анапа, но не Геленджик", ["anapa"], ["gelendzhik"]),
    ("не в Краснодаре", [], ["krasnodar"]),
    ("Краснодар не рассматриваем, лучше Динская", ["dinskoy"], ["krasnodar"]),
    ("Dinskaya or Korenovsk, not Krasnodar", ["dinskoy", "korenovsky"], ["krasnodar"]),
    ("Novorossiysk is out of the question", [], ["novorossiysk"]),
    ("за исключением Туапсе", [], ["tuapsinsky"]),
    ("any district other than Armavir", [], ["armavir"]),
    ("Avoid Sochi, please", [], ["sochi"]),
    ("не хотим в Новороссийск", [], ["novorossiysk"]),
    ("Сочи исключаем", [], ["sochi"]),
    ("Сочи не подходит", [], ["sochi"]),
    ("Лабинск, Курганинск, кроме Армавира", ["labinsky", "kurganinsky"], ["armavir"]),
    ("except for the resorts of Sochi, Anapa and Gelendzhik", [], ["sochi", "anapa", "gelendzhik"]),
    ("только Ейск", ["yeysky"], []),
    ("не ближе Тихорецка к Ростову, то есть в Тихорецке", ["tikhoretsky"], []),
    ("Sochi does not suit us", [], ["sochi"]),
    ("кроме курортов - Анапы и Геленджика", [], ["anapa", "gelendzhik"]),
    ("Сочи минус", [], ["sochi"]),
    ("Anapa is ruled out", [], ["anapa"]),
    ("Sochi is off the list", [], ["sochi"]),
    ("мимо Сочи, пожалуйста, не Сочи", [], ["sochi"]),
]


def places(text):
    lead = (
        "Хотим построить завод, 3 га. "
        if any("а" <= c <= "я" for c in text.lower())
        else "We plan a new plant on 3 ha. "
    )
    return read(lead + text).need


def test_it_works():
    assert places("под Абинском").districts_wanted == ("abinsky",)


@pytest.mark.parametrize(("text", "wanted"), WANTED)
def test_wanted(text, wanted):
    assert sorted(places(text).districts_wanted) == sorted(wanted)


@pytest.mark.parametrize(("text", "wanted", "excluded"), EXCLUDED)
def test_excluded(text, wanted, excluded):
    need = places(text)
    assert sorted(need.districts_wanted) == sorted(wanted)
    assert sorted(need.districts_excluded) == sorted(excluded)


@pytest.mark.parametrize("text", ["wants 1.6ha Krymsk, no rail", "завод 2 га Крымск, нет жд"])
def test_a_refusal_of_something_else_behind_a_place_does_not_refuse_the_place(text):
    need = places(text)
    assert (need.districts_wanted, need.rail) == (("krymsky",), False)
