"""Hectares, megawatts and factories named by those who place nothing."""

import pytest

from districts.matching.reading import read

STRANGERS = [
    "Хочу взять участок 8 соток под дом для семьи в Северском районе",
    "Продажа щебня фракции 5-20 от 30 тонн, доставка по Краснодару",
    "Предприниматель хочет продать тепличный комплекс 3 га, Крымск",
    "Экологи против карьера под Псебаем, собрали 2000 подписей",
    "Second-hand excavators and forklifts in stock, ask for the catalogue",
    "Алло это молокозавод? у вас сметана прокисла",
    "Мы производим ангары и навесы, смонтируем за месяц, каталог во вложении",
    "Анна, занимаюсь подбором инженеров для заводов, первые два кандидата бесплатно",
    "Нужны ли вам грузчики и разнорабочие? Вахта, 40 человек готовы выйти завтра",
    "Сын хочет устроиться на завод Клаас, куда прислать анкету?",
    "Когда откроют мост в Усть-Лабинске, невозможно проехать",
    "Соседний кирпичный завод пускает пыль, белье не повесить",
    "Мой огород топит уже третий год, дренаж от промзоны, никто не отвечает",
    "Подскажите телефон налоговой в Армавире",
    "Как пройти к вам в офис? Я курьер с пакетом",
    "Доставка воды 19 л в офис, первая бутыль в подарок",
    "Прошу предоставить информацию о количестве резидентов для дипломной работы",
    "Радио Кубань, хотим позвать вашего директора в эфир про индустриальные парки",
    "Готовим рейтинг инвестиционной привлекательности регионов, заполните анкету до пятницы",
    "Хотим подарить вашему министру книгу о казачестве",
    "у меня пай 5 га под Каневской, кому можно его выгодно продать",
    "Пенсия 14 тысяч, а у вас заводы на миллиарды, совесть есть?",
    "Сдаем экскаватор-погрузчик с оператором, 2500 р/час",
    "Мебель для офиса от производителя: столы, кресла, шкафы. Работаем с госзаказчиками",
    "Взыщем долги с контрагентов, оплата по результату",
    "We are a PR agency and could place stories about your industrial parks in German media",
    "Hello, I have 20 years in hotel management and I'm open to a GM position in Sochi",
    "Certified ISO 9001 audits for factories, from 900 euro, remote",
    "Your domain investkuban expires tomorrow, renew here",
    "Our drone show company would like to perform at your forum",
    "My boat was stolen from the marina in Gelendzhik, where do I report it?",
    "The trucks going to the grain terminal broke our road and nobody repairs it",
    "I'm writing a novel set in a sugar factory, may I visit one?",
    "Selling used bottling line Krones 2009, 24000 bph, located in Timashevsk",
    "Can you recommend a good sanatorium for my mother?",
    "We buy scrap cables and transformers anywhere in the region",
    "Dear friend, gold bars 200 kg need investor partner, 40% commission",
    "Kids school No 5 asks for a tour of the dairy plant",
    "Who won the football match Krasnodar - Zenit?",
    "Please unsubscribe me from your newsletter",
    "I lost my wallet at your conference on Tuesday",
    "We can export your region's wine to Ghana, pay after sale",
    "Offering 500 MT of urea CIF Novorossiysk, MT103 payment",
    "The water from the cannery smells terrible, the river is white",
    "Продаю участок 4 га, газ, 1 МВт, ж/д рядом, 40 млн, торг.",
    "Предлагаем кредитную линию для заводов от 50 до 500 млн, решение за день",
    "For sale: 12 ha of industrial land, 3 MW, gas 500 m3/h, direct owner",
    "The factory next to our village burns plastic every night, stop them",
    "хочу построить завод летающих тарелок на 1000000 гектаров, ха-ха",
    "We are writing about the port expansion, can you confirm the 5 bn figure?",
]


def test_it_works():
    assert read("Продаю завод, 5 га, 2 МВт, торг.").kind == "other"


@pytest.mark.parametrize("text", STRANGERS)
def test_not_a_project(text):
    assert read(text).kind != "project"
