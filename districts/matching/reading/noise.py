"""What callers say who bring no project and ask for no advice: jobs, sales, complaints, errors."""

NOISE = (
    (
        5,
        r"ошиб\w+ номером|не туда попал\w*|номером ошиб\w+|wrong number|misdial\w*"
        r"|перепутал\w* номер|это (?:не )?(?:такси|поликлиника|банк|доставка|пиццери\w+)"
        r"|(?:тишина|молчит|бросил\w* трубку|сброс\w*|hung up|silent call|silence|no one speaks)",
    ),
    (
        5,
        r"ищ\w+ работу|ищу вакан\w+|поиск\w* работы|вакансии есть|есть ли (?:у вас )?(?:ваканс\w+"
        r"|работа\b)|устроит\w*ся на работу|хочу устроиться|трудоустройств\w+|резюме|соискател\w+"
        r"|по поводу (?:работы|вакансии)|есть ли работа|требуются ли|в поисках работы"
        r"|возьмите на работу|принимаете ли на работу|вахт\w+|практик\w+ студент\w*|стажиров\w+|"
        r"job seeker|looking for (?:a |any )?(?:job|work\b|employment|vacanc\w*|position)"
        r"|seeking (?:a )?(?:job|employment|position|work\b)|my (?:cv|resume|résumé)"
        r"|attached (?:is )?(?:my )?(?:cv|resume)|vacanc\w+|job opening\w*|apply for (?:a "
        r"|the )?(?:job|position)|internship|(?:are you|you) hiring|employment opportunit\w+"
        r"|подработк\w*|возьмите (?:меня )?(?:в|на)\b|(?:любая|любую) работ\w*|ищ[уе]т? место"
        r"|cv (?:is )?attached|available for (?:relocation|work|hire)|need (?:a )?(?:job|work)\b"
        r"|wants a job|asks about (?:a )?(?:job|work|vacanc\w*)",
    ),
    (
        5,
        r"seo\b|продвижени\w+ (?:сайт\w*|в)|создани\w+ сайт\w*|контекстн\w+ реклам\w*"
        r"|лидогенерац\w*|раскрутк\w+|база (?:данных )?(?:клиент\w*|email)|рассылк\w+"
        r"|холодн\w+ звонк\w*|казино|ставк\w+ на спорт|выигра\w+|вы выиграли|крипт\w+ сигнал\w*"
        r"|быстр\w+ займ\w*|кредит без|микрозайм\w*|переведите|перейдите по ссылке"
        r"|bitcoin doubl\w*|casino|lottery|you (?:have )?won|guest post\w*|backlink\w*"
        r"|web ?site (?:design|traffic|ranking)|first page of google|lead generation"
        r"|link building|social media (?:marketing|promotion)|buy followers|click (?:here"
        r"|the link|below)|viagra|weight loss|earn \$|make money|inherit\w*|prince|crypto signals"
        r"|nigeria\w*|loan offer|forex",
    ),
    (
        4,
        r"коммерческ\w+ предложени\w+ (?:по|на|от)|предлага(?:ем|ю|ет) (?:вам |вашей организации "
        r"|вашему агентству |свои |наши |вашей компании )?(?:услуг\w*|сотрудничеств\w*|купить"
        r"|приобрести|бухгалтер\w*|канцеляр\w*|клининг\w*|курс\w*|обучени\w*|семинар\w*|реклам\w*"
        r"|размещение рекламы|мебель|оргтехник\w*|картридж\w*|воду|кофе|аудит\w*|юридическ\w+"
        r"|подбор|страхов\w+|программ\w*|crm|разработк\w+|сайт\w*|сувенир\w*|печать|полиграф\w*"
        r"|участие в)|наш\w* (?:компани\w+|агентств\w+|студи\w+) предлага\w+|продаю|продам"
        r"|продает(?:ся)?|прода[её]м (?:бизнес|завод|участ\w*|оборуд\w*|станк\w*)"
        r"|we offer (?:you )?(?:our )?(?:services|seo|web|marketing|cleaning|accounting"
        r"|translation (?:agency|services?|bureau|company)|recruit\w*|insurance|software"
        r"|professional|high[- ]quality|competitive"
        r"|a wide)|offering (?:our )?(?:services|translation|cleaning|marketing|web|seo"
        r"|accounting)|our (?:agency|services|studio|company) (?:offers?|provides?|can (?:help"
        r"|provide|offer))|special offer|discount\w*|for sale|i am selling|we sell|скидк\w+"
        r"|акция\b|прайс\w*|price list|free trial|demo of our",
    ),
    (
        4,
        r"жалоб\w*|\bжалу\w+|принять меры|примите меры|наказать|по соседству|жители (?:ул|дома"
        r"|стан|пос|хутор|сел)\w*|пылит|дымит|дышать нечем|грохот\w*|окна не открыть|возмуща\w+"
        r"|безобраз\w+|прокуратур\w*|шумят|шумит|воняет|вонь|запах\w* (?:от|с)|яма на дороге"
        r"|ямы на дорог\w*|дорогу (?:не )?(?:чинят|ремонт\w*)|мусор не вывоз\w*|не вывоз\w+ мусор"
        r"|отключ\w+ (?:воду|свет|газ|электр\w*)|нет (?:воды|света|горячей воды) (?:в доме|уже"
        r"|вторые|второй|третий|с утра)|отоплени\w+ в (?:доме|квартир\w*)"
        r"|управляющ\w+ компани\w+ (?:не|дома)|тсж|жкх|капремонт\w*|подъезд\w* (?:не убира\w+"
        r"|грязн\w+)|соседи (?:шумят|сверху|затоп\w*)|complain\w*|complaint|noise from|smell from"
        r"|noisy|pothole\w*|rubbish not|no water at home|neighbou?rs are|terrible service"
        r"|outrag\w+|unbearable|требу(?:ю|ем) (?:закр|останов|убра|прекрат|снес|наказ|провер)\w*"
        r"|куда смотрит|when will (?:\S+ ){1,6}(?:be )?(?:fix|repair|clos|clean)\w*"
        r"|захватил\w*|самозахват\w*|разбил\w* (?:\w+ ){0,2}(?:улиц|дорог)\w*"
        r"|трещин\w+ в (?:дом|стен)"
        r"|destroy(?:s|ed|ing)? (?:our|the) (?:road|street|house|field)",
    ),
    (
        4,
        r"пенси[июя]\w*|пособи\w+|детск\w+ сад\w*|маткапитал\w*|материнск\w+ капитал\w*"
        r"|загранпаспорт\w*|(?:мой|поменять|замен\w+|потерял\w*) паспорт\w*|приватизир\w+"
        r"|гараж\w*|межевани\w+|прописк\w*|мфц\b|алимент\w*|развод(?:а|е|у|ом)?\b|наследств\w*"
        r"|купить квартир\w*|продать квартир\w*|сда[юм] квартир\w*|снять (?:квартир\w*|дом"
        r"|комнат\w*)|дачн\w+|дача\b|дачу\b|под дачу|огород\w*|снт\b"
        r"|построить (?:себе )?(?:частн\w+ )?дом для (?:семьи|себя)|для себя дом"
        r"|личн\w+ подсобн\w+|лпх\b|ипотек\w*|для (?:семьи|себя|постоянного проживания)"
        r"|многодетн\w+|бесплатн\w+ участ\w+|субсиди\w+ на жилье|записаться (?:к|на при)|к врачу"
        r"|скорую|такси\b|расписани\w+|билет\w*|путевк\w*|отдохнуть|отпуск\w*|на море с детьми"
        r"|pension\b|(?:my|renew\w*|foreign|new) passport\b|visa (?:application|to visit)|my flat"
        r"|my apartment|rent (?:a flat|an apartment|a room)|buy (?:a flat|an apartment|a house"
        r"|a holiday home|a summer house|a cottage)|for my family|holiday with|vacation"
        r"|school place|kindergarten|doctor'?s? appointment|taxi|bus (?:timetable|schedule)"
        r"|train tickets?|tickets? to|marriage|divorce|birth certificate|move to krasnodar with",
    ),
    (
        4,
        r"журналист\w*|корреспондент\w*|газет[аы]\b|редакци\w+|интервью|телеканал\w*"
        r"|пресс-?служб\w*|комментари\w+ для|съемочн\w+|репортаж\w*|опрос\b|соцопрос\w*"
        r"|анкетировани\w+|для диплом\w*|курсов(?:ая|ую|ой)\b|студент(?:ка|ы)?\b|реферат\w*"
        r"|journalist\w*|reporter|newspaper|editorial|interview\w*|press (?:office|request"
        r"|inquiry|enquiry)|magazine|tv channel|(?<!site )(?<!geological )survey\b|questionnaire"
        r"|my thesis|dissertation"
        r"|student (?:of|at|from|writing)|research paper|школьн\w+ проект|школьник\w*"
        r"|phd candidate|documentary|снять (?:\w+ )?сюжет|снима(?:ем|ет) (?:фильм|сюжет|ролик)",
    ),
    (
        3,
        r"собес\w*|мошенник\w*|розыгрыш\w*|поздравля\w+ с|с праздником|с днем"
        r"|тестов\w+ (?:сообщени\w+|звонок|заявк\w*)|^\W*тест\W*$|^\W*test\W*$|проверка связи"
        r"|test message|testing the form|asdf\w*|qwerty|приглаша\w+ (?:вас )?(?:на|принять)"
        r"|invitation to (?:speak|exhibit|attend|sponsor)|exhibition stand|sponsor\w*|вебинар\w*"
        r"|webinar",
    ),
    (
        5,
        r"ваканси\w*|сдам|сда[её]тся|предлага\w+ (?:\w+ )?купить|купите|куплю (?:дом|квартир|дач"
        r"|авто)\w*"
        r"|дозвониться|вы(?:зова|звать) (?:врач|скор|мастер)\w*|росреестр|выписк\w+ егрн|соседа"
        r"|сосед\w* (?:держ|постро|ж[её]г)\w*"
        r"|crypto investments?|\d+ ?% (?:per|a) (?:month|week|day)|(?:welders|workers|staff"
        r"|labou?rers|candidates) available"
        r"|girlfriend|boyfriend|my (?:wife|husband|package|parcel|order)(?! and (?:me|i)\b)"
        r"|scholarship|lost (?:my"
        r"|a)|for sale"
        r"|рекламн\w+|наш\w* агентство|translation|interpret\w+ services|recruit\w+ (?:agency"
        r"|services)|ищу инвестора"
        r"|ищем инвестора|инвестора для стартап|investors? wanted"
        r"|is (?:any(?:body|one)|someone) there"
        r"|(?:looking for|seeking|seek|need) (?:an? )?investors?\b",
    ),
)
"""(weight, pattern) of wrong number, work, mass mail, sellers, complaints, private life."""
