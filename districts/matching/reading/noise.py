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
        r"|translation|recruit\w*|insurance|software|professional|high[- ]quality|competitive"
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
        r"|outrag\w+",
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
        r"|анкетировани\w+|для диплом\w*|курсов\w+ работ\w*|студент(?:ка|ы)?\b|реферат\w*"
        r"|journalist\w*|reporter|newspaper|editorial|interview\w*|press (?:office|request"
        r"|inquiry|enquiry)|magazine|tv channel|survey\b|questionnaire|my thesis|dissertation"
        r"|student (?:of|at|from|writing)|research paper",
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
        r"|girlfriend|boyfriend|my (?:wife|husband|package|parcel|order)|scholarship|lost (?:my"
        r"|a)|for sale"
        r"|рекламн\w+|наш\w* агентство|translation|interpret\w+ services|recruit\w+ (?:agency"
        r"|services)|ищу инвестора"
        r"|ищем инвестора|инвестора для стартап",
    ),
)
"""(weight, pattern) of wrong number, work, mass mail, sellers, complaints, private life."""

SURE_NOISE = (
    (
        3,
        r"куплю (?!участ|земл|завод|цех|склад|здан|готов|помещ|площад)|скупка|самовывоз\w*"
        r"|we offer\b|offers? (?:feasibility|services?|investor search|consulting)|consulting group"
        r"|years of experience offers?|(?:as|become) (?:your|an? approved) (?:vendor|supplier)|vendor list"
        r"|listed as (?:your |a )?(?:vendor|supplier)|invitation:|expo \d|stand \d+|booth\b|продвинем"
        r"|продаю|продам|прода[её]тся|прода[юе]тся|(?:хочу|хотим|могу|готов|готовы|желаю) (?:\w+ )?"
        r"(?:сдать|сдавать|продать|продавать)|сдам|сдаю|сда[её]тся|ищ\w+ (?:арендатор|покупател|подряд"
        r"|заказчик|заказы|объемы работ|клиент|сбыт)\w*|от собственника|цена \d|торг(?: уместен)?[.,]"
        r"|без посредников|for sale|i (?:am |'m )?sell\w*|wish to sell|want to sell|we sell"
        r"|looking for (?:a )?(?:tenants?|buyers?)|direct owner|agents welcome|to let\b|for rent by owner"
        r"|asking price|готовый бизнес",
    ),
    (
        3,
        r"звоните|обращайтесь|пишите в (?:вотсап|ватсап|телеграм|лс)|наш сайт|опыт \d+ лет"
        r"|(?:разработаем|построим|возведем|изготовим|доставим|поставим|выполним|окажем|оформим|привлечем"
        r"|поможем|сделаем|проведем|обучим|смонтируем|подготовим|напишем|застрахуем|обеспечим)"
        r"(?! (?:у себя|сами|за свой))(?: \S+){0,5} (?:под ключ|за \d+ (?:дн|час|недел)\w*|гарант\w+|вам"
        r"|вас|ваш\w*|инвестиции|бизнес-план\w*|документ\w*|сайт\w*|быстро|недорого|дешево|в срок)"
        r"|(?:поставк[аи]|доставк[аи]|продажа|реализация|монтаж|аренда спецтехники|услуги|ремонт|печать"
        r"|грузоперевозки|пошив|изготовление) (?:\S+ ){0,6}(?:по всему (?:югу|краю|региону)"
        r"|по (?:краю|югу|россии)|на любые|любых объемов|недорого|дешево|оптом|со склада|от \d+ руб)"
        r"|кредитн\w+ лини\w+|решение за (?:день|час|\d)|одобрени\w+ за|без залога|под залог"
        r"|ставка от \d|финансировани\w+ от \d|лизинг от|бригад[аы]\b(?: \S+){0,4} (?:чел\w*|монтаж\w*"
        r"|строит\w*|ищ\w+|выполн\w+)|ищ\w+ подряд\w*|недорого|дешево|оптом (?:и в розницу|от)"
        r"|предлага(?:ем|ю|ет)(?: \S+){0,3} (?:лини\w+|кредит\w*|услуг\w*|оборудован\w*|станк\w*|поставк\w*"
        r"|цен\w+|сотруднич\w+|аренд\w*|купить|страхован\w*|финансир\w*|перевоз\w*|бригад\w*|материал\w*"
        r"|вашим|завод\w*|участ\w*|помещени\w*|площад\w*)"
        r"|we (?:offer|provide|supply|deliver|sell|specialise in|specialize in)\b(?: \S+){0,6}"
        r" (?:turnkey|services?|loans?|warranty|solutions?|lines?|equipment|machines?|factories"
        r"|plants|discount\w*|price\w*|to your|for your|investors|worldwide|consulting)"
        r"|provides? (?:project )?loans?|no collateral|forward (?:this )?to your|turnkey (?:\w+ )?factories"
        r"|reply today|cheap\b|guaranteed|boost your|call (?:us )?now|order now|best price|crew of \d+"
        r" offering|offering\b|years? warranty|limited offer|free quote|we can supply|contact our sales",
    ),
    (
        4,
        r"воняет|вонь|смрад\w*|коптит|дышать|вырубают|вырубил\w*|незаконн\w+ (?:свалк|стро|выруб|карьер"
        r"|добыч|сброс)\w*|без документов|кто разрешил|проверьте|разберитесь|накажите|остановите"
        r"|прекратите|когда (?:закроют|уберут|починят|отремонтируют|прекратят|перестан\w+|вывезут)"
        r"|спать (?:не|невозможно)|сколько можно|беспредел\w*|жители|сбрасывают|сливают|жгут\b|сжигают"
        r"|мешает (?:спать|жить)|прошу (?:проверить|разобраться|принять меры|отремонтировать|помочь с)"
        r"|просим (?:проверить|разобраться|принять меры)|не платят|зарплату (?:не|задерж)\w*"
        r"|задерж\w+ зарплат\w*|уволили|обманул\w*|затопил\w*|отравил\w*|рыба (?:дохнет|гибнет)"
        r"|погибла рыба|выхлоп\w*|next to (?:our|my) (?:village|house|home|street)|black smoke|stop them"
        r"|close it down|stinks?\b|stench|cannot sleep|can't sleep|can't breathe|our village|my street"
        r"|burns? plastic|illegal\w* (?:dump|build|log|min)\w*|dumping|fish (?:are )?dying|poison\w*"
        r"|salary (?:was )?not paid|unpaid|who allowed|do something|enough is enough",
    ),
    (
        4,
        r"дедушк\w*|бабушк\w*|прадед\w*|родословн\w*|архивн\w+ справк\w*|(?:справк\w+|данные) о стаж\w*"
        r"|трудов\w+ книжк\w*|газ в дом|газификаци\w+ (?:дома|домовладени\w+)|домовладени\w*"
        r"|(?:частн\w+|жил\w+|свой|своего|своему|мой|моего|моему) дом\w*|к дому|в доме|квартир\w*"
        r"|летн\w+ домик|домик у моря|для внук\w*|внук\w*|муж(?:а|у|ем)?\b|жен[аыуе]\b|сын[ау]?\b|дочь|дочк\w*|дочери"
        r"|ребен\w+|приют\w* для|бездомн\w+|благотворительн\w*|пожертв\w*|помощь для|помогите собрать"
        r"|спонсорск\w+|поступить (?:в|на)|колледж\w*|егэ|экскурси\w+|отпуск\w*|курорт\w+ сбор"
        r"|лучше отдохнуть|погод[аы]\b|прогноз погоды|my (?:grand\w+|father|mother|husband|wife|son"
        r"|daughter|child\w*|house|home|flat|garden)\b|family tree|genealog\w*|archives?\b|best time to"
        r"|to visit\b|foreign cards|summer (?:cottage|house)|holiday (?:home|house|cottage)|cottage\b"
        r"(?= near| by| for my)|dacha|charity|donat\w+|stray\b|orphan\w*|school trip|excursion"
        r"|for (?:me and )?my family|retire\w* (?:to|in)|private house",
    ),
    (
        4,
        r"рептилоид\w*|инопланет\w*|летающ\w+ (?:тарел\w*|корабл\w*|ковр\w*)|машин\w+ времени|единорог\w*"
        r"|вечн\w+ двигател\w*|телепорт\w*|на (?:луне|марсе|дне моря)|(?:ха-?){2,}|ахах\w*|лол\b|шутк[аиу]"
        r"|прикол\w*|волшебн\w*|дракон\w*|бункер для|lol\b|haha\w*|unicorns?|aliens?\b|flying saucers?"
        r"|death star|on (?:the moon|mars)\b|time machine|perpetual motion|for (?:cats|dragons)"
        r"|nuclear reactor in|teleport\w*|just kidding|zombie\w*|dragon\w*"
        r"|в подвале|in the basement|вашего министерства|of your ministry",
    ),
    (
        4,
        r"reuters|bloomberg|bbc\b|интерфакс\w*|тасс\b|коммерсант\w*|ведомост\w+|рбк\b|телевидени\w*"
        r"|пишем (?:про|о|об|материал|статью)|готовим (?:материал|сюжет|статью|публикац|выпуск)\w*"
        r"|(?:дайте|прошу|просим|нужен) комментари\w*|подтвердите цифр\w*|прокомментир\w+|блогер\w*|подкаст\w*"
        r"|we(?:'re| are) writing (?:about|on|a)|writing an? (?:article|piece|story|report)|podcast\w*"
        r"|blogger|documentary|can you confirm|comment on|for (?:our|the) article|fact[- ]check\w*"
        r"|не позднее \d|в срок до \d|представ(?:ить|ьте|ляйте) (?:\S+ ){0,3}(?:сведени|отчет|информаци"
        r"|данн)\w*|направ(?:ить|ьте|ляйте) (?:\S+ ){0,3}(?:сведени|отчет|информаци|данн)\w*"
        r"|запрос прокуратуры|во исполнение|circular\b|submit (?:the )?(?:data|information|report)"
        r"|no later than \d|annexed (?:table|form)|please fill in|census\b|statistical form",
    ),
    (
        4,
        r"pizza place|pepperoni|is this (?:the )?(?:taxi|hospital|bank|clinic|police|shop)|give me (?:a )?job"
        r"|job with|(?:welder|driver|engineer|accountant|cook|nurse|electrician) with \d+ years"
        r"|widow\b|bank details|urgent business|late minister|next of kin|сварщик\w* с опытом"
        r"|почем\b|кто (?:покупает|купит|закупает|принимает (?:зерно|подсолнечник|молоко|металл|скот))"
        r"|(?:сдать|продать|сдаю|сдает) \d+ (?:тонн|т\b|голов|кг)|закупаете|принимаете ли (?:зерно|молоко|лом)"
        r"|где (?:купить|можно купить|приобрести) (?!участ|земл|готов)|кто продает|цены на (?:зерно|подсолнечник"
        r"|пшениц|щебень|цемент|бетон|арматур)\w*|who is buying|who buys|sell \d+ (?:tons?|tonnes?|kg|heads?)"
        r"|where (?:can i|to) buy (?!land|a plot)|looking for (?:a )?(?:suppliers?|distributors?|dealers?)"
        r"|ищ\w+ (?:поставщик|дистрибьют|дилер)\w*|хочу купить (?:трактор|машин|зерно|щебень|цемент)\w*"
        r"|по вашему счет\w*|служб\w+ безопасности|карт\w+ заблокир\w*|нажмите \d|ваша посылк\w*|awaits"
        r"|your account|bank account|verify your|gift card|power bank|выигра\w+|бонус\w*|промокод\w*",
    ),
)
"""(weight, pattern) of sellers, complaints, private life, press and jokes whatever they name."""
