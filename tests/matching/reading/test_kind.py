"""Project, consultation or neither."""

import pytest

from districts.matching.need import Need
from districts.matching.reading import read

PROJECTS = [
    "We have questions on VAT. First of all we need 4 ha with 2 MW for a galvanizing plant.",
    "To whom it may concern: PCB assembly. Floor 2,600 m2, 0.55 MW, headcount 95.",
    "Acting for an undisclosed maker of paints: 7 ha, hazard class 3, gas 300 m3/h",
    "We are evaluating two regions for a tyre retreading facility, 3 ha.",
    "How much is rent for 3000 m2 for sewing workwear, 120 seamstresses?",
    "My grandfather began. How long do incentives last? We think to put a weaving mill, 900 m2",
    "Завод работает с 2006 года. Вопрос по льготе задавали. Хотели бы поставить цех сыра, 2 га",
    "Хотим построить завод по производству кирпича",
    "нужен участок под склад, 2 га",
    "ищем цех 1000 м2 в аренду под швейку",
    "ферма страусов",
    "глэмпинг у моря",
    "Просим подобрать площадку для размещения производства металлоконструкций",
    "звонил Иван, консервный завод, 3 га, газ",
    "Планируем расширение: вторая очередь тепличного комплекса",
    "переносим производство из Ростова, мебель",
    "Какие участки есть под гостиницу в Анапе? Нужно 1,5 га",
    "Подскажите, есть ли у вас площадки под дата-центр, 5 МВт",
    "Есть ли свободный цех 2000 м2 в Армавире под сборку мебели?",
    "интересует земля под солнечную электростанцию 40 га",
    "инвестор из Турции хочет завод стеклотары, льготы тоже интересуют",
    "We want to build a winery",
    "Looking for 5 hectares for a logistics park near Krasnodar",
    "PET preform plant, 3 ha, 2 MW",
    "Our company is considering localising production of pumps in your region; 2 ha",
    "Could you tell us which sites are available for a glass factory? We need 10 ha",
    "We would like to rent a warehouse of 3000 sqm",
    "Greenhouse investor, 12 ha, gas 2000 m3/h. Also interested in tax incentives",
    "Dear Sirs, we are a Chinese manufacturer of tractors and plan an assembly plant",
    "клиника на 50 коек, нужно здание",
    "хочу взять в аренду пруд, разводить карпа",
    "требуется база под автопарк и склад, 1 га",
    "молочная ферма 600 голов, Павловский район",
    "Рассматриваем покупку готового здания под производство косметики",
    "Интересует площадка под производство плитки, какие есть варианты и какие льготы?",
    "аренда 200 м2 под кофейню-обжарку в Сочи",
    "хотим поставить модульную котельную и продавать тепло",
    "Добрый день, подыскиваем базу для хранения удобрений с жд, тыс 5 м2",
    "Ищем партнера и площадку для сборки тракторов, Китай",
    "завод.",
    "Логистика, 3 га, Динская",
    "Требуется помощь в подборе земли под мусороперерабатывающий завод",
    "we need help to find a plot for frozen vegetables plant",
    "My client, Indian pharma group, wants to localise tablets production",
    "relocation of a sewing factory from Moscow to Kuban, 100 people",
    "Могу ли я получить землю без торгов под завод? Инвестиции 3 млрд, 10 га",
    "I want to open a small brewery",
    "нужен склад",
    "ферма улиток, 2 га, льготы для фермеров есть?",
    "хочу перевести землю из сх под глэмпинг и построить 15 домиков",
    "Просим рассмотреть возможность предоставления участка под строительство ФОК и гостиницы",
]

CONSULTATIONS = [
    "We run a 4 ha dairy with 1 MW. Which support exists for replacing equipment?",
    "выкуп земли под действующим цехом 0,8 га, порядок и цена от кадастра",
    "спрашивает какие льготы резидентам парков, проекта пока нет",
    "Какие меры поддержки есть для инвесторов в крае?",
    "Подскажите, как стать резидентом индустриального парка",
    "Хотел узнать порядок получения статуса стратегического проекта",
    "Интересуют налоговые льготы для IT компаний",
    "какие документы нужны для заключения СЗПК",
    "Вопрос по субсидиям на модернизацию",
    "Кто выдает технические условия на подключение к газу?",
    "Сколько времени занимает перевод земель из сельхозназначения в промышленность?",
    "юрист спрашивает, можно ли иностранцу владеть землей",
    "Хочу получить консультацию по кредитам Фонда развития промышленности",
    "Чем отличается индустриальный парк от ОЭЗ?",
    "Как подать заявку на включение в реестр инвестпроектов?",
    "уточняет ставку налога на имущество для новых производств",
    "Есть ли гранты для начинающих фермеров?",
    "What tax incentives do you offer to foreign investors?",
    "How can a foreign company register a subsidiary in Krasnodar?",
    "Could you send me the list of documents for a special investment contract?",
    "asks about customs duties on imported equipment, no project yet",
    "What is the procedure for connecting to the power grid?",
    "I would like to understand the rules on land ownership by foreigners",
    "Do you provide subsidies for exporters?",
    "Please explain how resident status of an industrial park is granted",
    "General question: what is the profit tax rate for industrial park residents?",
    "Which permits are required to import food additives?",
    (
        "Здравствуйте! Наша компания изучает возможность выхода на рынок края, пришлите "
        "презентацию по инвестиционному климату"
    ),
    "какой налог на прибыль в индустриальном парке Краснодар",
    "можно ли получить компенсацию процентов по кредиту на оборудование",
    (
        "звонит из Липецка, спрашивает про преференции для экспортеров, сам ничего строить не "
        "планирует"
    ),
    "Есть ли у края соглашения с банками по льготному лизингу?",
    "хочет понять, чем агентство помогает инвесторам",
    "до какого числа принимают заявки на субсидию?",
    "Please send me a brochure about investing in Krasnodar Territory",
    "Is there a one-stop shop for investors? Who is in charge?",
    "What are average salaries and labour availability in the region?",
    "We are a law firm preparing a memo on regional investment tax deductions",
    "Do industrial park residents get a land tax exemption and for how many years?",
    "Как проходит процедура сопровождения проекта по принципу одного окна?",
    "Подскажите контакты отдела, который занимается СПИК",
    "Какая арендная ставка на землю для резидентов и какие сроки договора?",
    "нужна информация о тарифах на электроэнергию для промышленности",
    "Какие районы входят в особую экономическую зону?",
    "ИП, спрашивает, положены ли льготы самозанятым",
    "Can a Turkish citizen own a company 100%? How long does registration take?",
    (
        "Interested in how power connection tariffs are calculated for new consumers. No "
        "plans to build yet."
    ),
]

OTHERS = [
    "I want to buy 10 tonnes of cement, delivery to Anapa",
    "Our agency can find you tenants for 5000 m2 of warehouse space",
    "Сдаем цех 1000 м2 под производство мебели в Тимашевске, 150 кВт",
    "CNC lathe operator, 12 yrs exp, salary from 90k, can start Monday",
    "sells a used dairy line, 3000 sqm hall for dismantling",
    "",
    "ищет работу сварщиком, ошибся номером",
    "Ищу работу бухгалтером, есть вакансии?",
    "Продвижение сайтов в топ Яндекса, недорого",
    "Предлагаем услуги по подбору персонала",
    "Вас приветствует банк, предлагаем кредит без залога",
    "жалоба: соседний завод шумит по ночам",
    "ошиблись номером",
    "Не вывозят мусор во дворе, примите меры",
    "корреспондент газеты, просит интервью с руководителем",
    "хочу купить квартиру в Анапе",
    "Продам участок 10 соток в Динской",
    "Когда дадут отопление в доме?",
    "студентка, пишет диплом, просит статистику",
    "Это поликлиника? Запишите к врачу",
    "тест",
    "Looking for a job as an engineer, CV attached",
    "We offer SEO services and guaranteed first page of Google",
    "Congratulations! You have won a lottery prize",
    "wrong number",
    "I want to complain about the noise from the port",
    "Journalist from a business magazine requests an interview",
    "We sell office furniture at discount, see price list",
    "Are you hiring? I am a welder with 10 years of experience",
    "I want to rent an apartment in Sochi for the summer holiday",
    "молчание в трубке",
    "Предлагаем сотрудничество: полиграфия, сувениры, календари",
    "Хочу пожаловаться на управляющую компанию",
    "Продаю готовый бизнес, пекарня, торг",
    "👍👍👍",
    "спасибо, уже не надо",
    "Invitation to exhibit at our trade fair, early bird discount",
    "Доброе утро, мы рекламное агентство, сделаем вам ролик",
    "Когда будет ярмарка вакансий?",
    "куда пожаловаться на незаконную свалку",
    "Здравствуйте, это Росреестр? Нужна выписка ЕГРН",
    "просит соединить с бухгалтерией по оплате счета",
    "Приглашаем на форум инвесторов, стоимость участия 45 тыс руб",
    "не могу дозвониться в больницу",
    "Куплю дом у моря до 10 млн",
    "Хочу взять ипотеку",
    "аферисты звонят от вашего имени",
    "We provide translation and interpreting services, rates attached",
    "My package has not arrived, where is it?",
    "Hi, I'm a student from Austria writing a thesis on wine regions",
    "need visa invitation to visit my girlfriend",
    "Cheap crypto investments! 300% per month",
    "Our recruiting agency has 50 welders available",
    "прошу отремонтировать дорогу к хутору",
    "у соседа пасека, пчелы кусают детей, куда обратиться",
    "Поздравляем с праздником!",
    "Ищу инвестора для стартапа, мобильное приложение",
    "сдам в аренду склад 500 м2 в Краснодаре",
    "Предлагаю купить мой завод ЖБИ, 5 га, все коммуникации",
    "I have a land plot of 2 ha for sale near Anapa",
    "Автоответчик, ничего не сказали",
    "пенсионер, жалуется на газ, отключили отопление",
]


def test_it_works():
    reading = read(PROJECTS[0])
    assert reading.kind == "project"
    assert reading.evidence["kind"]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        *(("project", text) for text in PROJECTS),
        *(("consultation", text) for text in CONSULTATIONS),
        *(("other", text) for text in OTHERS),
    ],
)
def test_kind(kind, text):
    assert read(text).kind == kind


@pytest.mark.parametrize("text", [*CONSULTATIONS, *OTHERS])
def test_only_a_project_has_a_need(text):
    assert read(text).need == Need()
