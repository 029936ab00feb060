"""What sellers, neighbours, private people, the press and jokers say, whatever they name."""

SURE_NOISE = (
    (
        7,
        r"под (?:жилой |частный |свой |новый )*дом\b|дом для (?:семьи|себя|родителей|жизни|детей)"
        r"|(?:строительств|постройк|стройк)\w* (?:частн|сво|личн|индивидуальн)\w+ (?:жил\w+ "
        r")?дом\w*"
        r"|ижс\b|под (?:огород|дачу|картошку|гараж)|ветеран\w* (?:боев|труд|войн)\w*"
        r"|(?:build|building) (?:a |an |my |our )(?:own |small )?(?:house|home)\b(?! ?build)"
        r"|house for (?:my|our|the) family|family house|private house|dream home",
    ),
    (
        4,
        r"^продажа\b|в наличии|каталог\w*|прайс\w*|in stock|catalogue|moq\b|fob\b|cif\b|second-hand"
        r"|sell your|pay cash|ask for (?:the |our |a )?(?:price|catalog|quote)\w*|стаж \d+"
        r"|дипломированн\w+"
        r"|рассмотрю (?:предложени|ваканс)\w*|seeks? employment|years of experience|ищет место в"
        r"|протест\w*|подписей|против (?:карьера|завода|стройки|строительства|свалки|порта|фермы)"
        r"|signatures|protest\w*|petition|invoice\b|overdue|предоплат\w*|деньги (?:не )?верн\w+"
        r"|верните деньги|deposit back|kept my deposit|акт за|экземпляр\b",
    ),
    (
        4,
        r"куплю (?!участ|земл|завод|цех|склад|здан|готов|помещ|площад)|скупка|самовывоз\w*"
        r"|we offer\b|offers? (?:feasibility|services?|investor search|consulting)|consulting group"
        r"|years of experience offers?|(?:as|become) (?:your|an? approved) (?:vendor|supplier)"
        r"|vendor list"
        r"|listed as (?:your |a )?(?:vendor|supplier)|invitation:|expo \d|stand \d+|booth\b"
        r"|продвинем"
        r"|продаю|продам|прода[её]тся|прода[юе]тся|(?:хочу|хотим|хочет|хотят|желает|могу|готов"
        r"|готовы|желаю) (?:\w+ )?"
        r"(?:сдать|сдавать|продать|продавать)|сдам|сдаем|сдаю|кому (?:можно )?(?:\w+ ){0,3}продать"
        r"|выгодно продать|от производителя"
        r"|we buy\b|(?:мы )?(?:покупаем|закупаем|скупаем) (?!участ|земл|готов)|visa job"
        r"|job urgently|job please"
        r"|we are an? \w+ agency|stories about|хотим (?:позвать|подарить|пригласить|поздравить)"
        r"|сда[её]тся|ищ\w+ (?:арендатор|покупател"
        r"|подряд"
        r"|заказчик|заказы|объемы работ|клиент|сбыт)\w*|от собственника|цена \d"
        r"|торг(?: уместен)?[.,]"
        r"|без посредников|for sale|i (?:am |'m )?sell\w*|wish to sell|want to sell|we sell"
        r"|look(?:ing|s)? for (?:a )?(?:tenants?|buyers?|importers?|customers)|direct owner"
        r"|agents welcome|to let\b|(?:^|[.!?\n] ?)selling\b|who (?:will|wants to|would) buy"
        r"|(?:seek|seeking|want|need)s? (?:distributors|buyers|dealers|importers|agents)\b"
        r"|\bbooking\b|забронир\w+|на заказ\b|пишите\b|требу[ею]тся ли"
        r"|wants? to supply your|(?:для|на) ваши(?:х|м)? (?:завод|предприят|парк|площадк|объект)\w*"
        r"|ваши[хм] (?:завод|предприят|резидент|арендатор|клиент)\w*"
        r"|(?:to|for|with) your (?:factories|plants|residents|investors|clients|tenants|customers)"
        r"|for rent by owner"
        r"|asking price|готовый бизнес",
    ),
    (
        3,
        r"звоните|обращайтесь|пишите в (?:вотсап|ватсап|телеграм|лс)|наш сайт|опыт \d+ лет"
        r"|(?:разработаем|построим|возведем|изготовим|доставим|поставим|выполним|окажем|оформим"
        r"|привлечем"
        r"|поможем|сделаем|проведем|обучим|смонтируем|подготовим|напишем|застрахуем|обеспечим)"
        r"(?! (?:у себя|сами|за свой))(?: \S+){0,5} (?:под ключ|за \d+ (?:дн|час|недел)\w*"
        r"|гарант\w+|вам"
        r"|вас|ваш\w*|инвестиции|бизнес-план\w*|документ\w*|сайт\w*|быстро|недорого|дешево|в срок)"
        r"|(?:поставк[аи]|доставк[аи]|продажа|реализация|монтаж|аренда спецтехники|услуги|ремонт"
        r"|печать"
        r"|грузоперевозки|пошив|изготовление) (?:\S+ ){0,6}(?:по всему (?:югу|краю|региону)"
        r"|по (?:краю|югу|россии)|на любые|любых объемов|недорого|дешево|оптом|со склада"
        r"|от \d+ руб)"
        r"|кредитн\w+ лини\w+|решение за (?:день|час|\d)|одобрени\w+ за|без залога|под залог"
        r"|ставка от \d|финансировани\w+ от \d|лизинг от|бригад[аы]\b(?: \S+){0,4} (?:чел\w*"
        r"|монтаж\w*"
        r"|строит\w*|ищ\w+|выполн\w+)|ищ\w+ подряд\w*|недорого|дешево|оптом (?:и в розницу|от)"
        r"|предлага(?:ем|ю|ет)(?: \S+){0,3} (?:лини\w+|кредит\w*|услуг\w*|оборудован\w*|станк\w*"
        r"|поставк\w*"
        r"|цен\w+|сотруднич\w+|аренд\w*|купить|страхован\w*|финансир\w*|перевоз\w*|бригад\w*"
        r"|материал\w*"
        r"|вашим|завод\w*|участ\w*|помещени\w*|площад\w*)"
        r"|we (?:offer|provide|supply|deliver|sell|specialise in|specialize in)\b(?: \S+){0,6}"
        r" (?:turnkey|services?|loans?|warranty|solutions?|lines?|equipment|machines?|factories"
        r"|plants|discount\w*|price\w*|to your|for your|investors|worldwide|consulting)"
        r"|provides? (?:project )?loans?|no collateral|forward (?:this )?to your"
        r"|turnkey (?:\w+ )?factories"
        r"|reply today|cheap\b(?! (?:gas|power|electric|land|energy|rent|heat|labou?r|water))"
        r"|guaranteed\b(?! (?:power|supply|gas|capacity|water|electric))"
        r"|boost your|call (?:us )?now|order now|best price"
        r"|crew of \d+"
        r" offering|offering\b|years? warranty|limited offer|free quote|we can supply"
        r"|contact our sales",
    ),
    (
        4,
        r"воняет|вонь|смрад\w*|коптит|дышать|вырубают|вырубил\w*|незаконн\w+ (?:свалк|стро|выруб"
        r"|карьер"
        r"|добыч|сброс)\w*|без документов|кто разрешил|проверьте|разберитесь|накажите|остановите"
        r"|прекратите|когда (?:закроют|уберут|починят|отремонтируют|прекратят|перестан\w+|вывезут)"
        r"|спать (?:не|невозможно)|сколько можно|беспредел\w*|жители|сбрасывают|сливают|жгут\b"
        r"|сжигают"
        r"|мешает (?:спать|жить)|прошу (?:проверить|разобраться|принять меры|отремонтировать"
        r"|помочь с)"
        r"|просим (?:проверить|разобраться|принять меры)|не платят|зарплату (?:не|задерж)\w*"
        r"|задерж\w+ зарплат\w*|уволили|обманул\w*|затопил\w*|отравил\w*|рыба (?:дохнет|гибнет)"
        r"|погибла рыба|выхлоп\w*|next to (?:our|my) (?:village|house|home|street)|black smoke"
        r"|stop them"
        r"|close it down|stinks?\b|stench|cannot sleep|can't sleep|can't breathe|our village"
        r"|my street"
        r"|burns? plastic|illegal\w* (?:dump|build|log|min)\w*|dumping|fish (?:are )?dying"
        r"|poison\w*"
        r"|salary (?:was )?not paid|unpaid|who allowed|do something|enough is enough",
    ),
    (
        4,
        r"дедушк\w*|бабушк\w*|прадед\w*|родословн\w*|архивн\w+ справк\w*|(?:справк\w+"
        r"|данные) о стаж\w*"
        r"|трудов\w+ книжк\w*|газ в дом|газификаци\w+ (?:дома|домовладени\w+)|домовладени\w*"
        r"|(?:частн\w+|жил\w+|свой|своего|своему|мой|моего|моему) дом\w*|к дому|в доме|квартир\w*"
        r"|летн\w+ домик|домик у моря|для внук\w*|внук\w*|муж(?:а|у|ем)?\b|жен[аыуе]\b|сын[ау]?\b"
        r"|дочь|дочк\w*|дочери"
        r"|ребен\w+|приют\w* для|бездомн\w+|благотворительн\w*|пожертв\w*|помощь для"
        r"|помогите собрать"
        r"|спонсорск\w+|поступить (?:в|на)|колледж\w*|егэ|экскурси\w+|отпуск\w*|курорт\w+ сбор"
        r"|лучше отдохнуть|погод[аы]\b|прогноз погоды|my (?:grand\w+|father|mother|husband|wife|son"
        r"|daughter|child\w*|house|home|flat|garden)\b(?! and (?:me|i)\b)"
        r"|family tree|genealog\w*|archives?\b"
        r"|best time to"
        r"|to visit\b(?! (?:the |your )?(?:agency|office|department|region))(?! (?:\S+ "
        r"){0,8}(?:sites?|plots?|parks?|plants?|zones?)\b)|foreign cards"
        r"|summer (?:cottage|house)|holiday (?:home|house|cottage)"
        r"|cottage\b"
        r"(?= near| by| for my)|dacha|charity|donat\w+|stray\b|orphan\w*|school trip|excursion"
        r"|for (?:me and )?my family|retire\w* (?:to|in)|private house",
    ),
    (
        4,
        r"рептилоид\w*|инопланет\w*|летающ\w+ (?:тарел\w*|корабл\w*|ковр\w*)|машин\w+ времени"
        r"|единорог\w*"
        r"|вечн\w+ двигател\w*|телепорт\w*|на (?:луне|марсе|дне моря)|(?:ха-?){2,}|ахах\w*|лол\b"
        r"|шутк[аиу]"
        r"|прикол\w*|волшебн\w*|дракон\w*|бункер для|lol\b|haha\w*|unicorns?|aliens?\b"
        r"|flying saucers?"
        r"|death star|on (?:the moon|mars)\b|time machine|perpetual motion|for (?:cats|dragons)"
        r"|nuclear reactor in|teleport\w*|just kidding|zombie\w*|dragon\w*"
        r"|в подвале|in the basement|вашего министерства|of your ministry",
    ),
    (
        4,
        r"reuters|bloomberg|bbc\b|интерфакс\w*|тасс\b|коммерсант\w*|ведомост\w+|рбк\b|телевидени\w*"
        r"|пишем (?:про|о|об|материал|статью)|готовим (?:материал|сюжет|статью|публикац|выпуск)\w*"
        r"|(?:дайте|прошу|просим|нужен) комментари\w*|подтвердите цифр\w*|прокомментир\w+"
        r"|блогер\w*|подкаст\w*"
        r"|we(?:'re| are) writing (?:about|on|a)|writing an? (?:article|piece|story|report)"
        r"|podcast\w*"
        r"|blogger|documentary|can you confirm|comment on|for (?:our|the) article|fact[- ]check\w*"
        r"|не позднее \d|в срок до \d|представ(?:ить|ьте|ляйте) (?:\S+ ){0,3}(?:сведени|отчет"
        r"|информаци"
        r"|данн)\w*|направ(?:ить|ьте|ляйте) (?:\S+ ){0,3}(?:сведени|отчет|информаци|данн)\w*"
        r"|запрос прокуратуры|во исполнение|circular\b|submit (?:the )?(?:data|information|report)"
        r"|no later than \d|annexed (?:table|form)|please fill in|census\b|statistical form",
    ),
    (
        5,
        r"^(?:мы )?(?:сдаем|сдам|сдаю|продаем|продам|продаю)\b|^(?:for sale|we sell)\b"
        r"|buy \d+ (?:tons?|tonnes?|kg|bags)\b|(?:find|bring) you (?:tenants?|buyers?|investors?"
        r"|clients?)"
        r"|вашим инвесторам|our windows|наши(?:ми|х)? окн\w+|metres? from (?:our )?houses"
        r"|(?:write|complain) to the (?:prosecutor|president|governor)|\d+ (?:yrs|years) exp\w*"
        r"|salary from|can start (?:monday|tomorrow|immediately|at once)|sells? an? used"
        r"|for dismantling|circulate to investors|(?:present|introduce) our services"
        r"|leading consultants|зарплата от \d|готов\w* приступить",
    ),
    (
        4,
        r"pizza place|pepperoni|is this (?:the )?(?:taxi|hospital|bank|clinic|police|shop)"
        r"|give me (?:a )?job"
        r"|job with|(?:welder|driver|engineer|accountant|cook|nurse|electrician) with \d+ years"
        r"|widow\b|bank details|urgent business|late minister|next of kin|сварщик\w* с опытом"
        r"|почем\b|кто (?:покупает|купит|закупает|принимает (?:зерно|подсолнечник|молоко|металл"
        r"|скот))"
        r"|(?:сдать|продать|сдаю|сдает) \d+ (?:тонн|т\b|голов|кг)|закупаете|принимаете ли (?:зерно"
        r"|молоко|лом)"
        r"|где (?:купить|можно купить|приобрести) (?!участ|земл|готов)|кто продает"
        r"|цены на (?:зерно|подсолнечник"
        r"|пшениц|щебень|цемент|бетон|арматур)\w*|who is buying|who buys|sell \d+ (?:tons?|tonnes?"
        r"|kg|heads?)"
        r"|where (?:can i|to) buy (?!land|a plot)|looking for (?:a )?(?:suppliers?|distributors?"
        r"|dealers?)"
        r"|ищ\w+ (?:поставщик|дистрибьют|дилер)\w*|хочу купить (?:трактор|машин|зерно|щебень"
        r"|цемент)\w*"
        r"|по вашему счет\w*|служб\w+ безопасности|карт\w+ заблокир\w*|нажмите \d|ваша посылк\w*"
        r"|awaits"
        r"|your account|bank account|verify your|gift card|power bank|выигра\w+|бонус\w*"
        r"|промокод\w*",
    ),
    (
        6,
        r"грант на сво\w+|(?:на|в) сво(?:е|ем) (?:огород|подворь)\w*"
        r"|открыть (?:вклад|сч[её]т|ип|ооо|визу)\b|процент по вклад\w*"
        r"|индивидуальн\w+ (?:жил\w+ )?дом\w*|многодетн\w+"
        r"|(?:набира|принима|бер|ищ)[её]те (?:\w+ ){0,2}(?:рабоч|людей|персонал|сотрудник"
        r"|водител|сварщик|строител|грузчик)\w*"
        r"|сосед\w* (?:\w+ ){0,2}(?:развод|держ|стро|постро|ж[её]г|шум|слива|залив|захват)\w*"
        r"|невыносим\w*|(?:хо[тч]\w+|могу|рады|готовы) (?:вам )?предложить(?! вам проект)"
        r"|предложить (?:вам|вашим|сотруднич)|как (?:проехать|добраться|доехать)"
        r"|(?:режим|часы) работы|аутсорсинг|бухгалтерск\w+ (?:услуг|сопровожд)\w*"
        r"|юридическ\w+ (?:услуг|сопровожд)\w*|пишу (?:\w+ )?диплом\w*"
        r"|диплом(?:ная|ную|ной) работ\w*|готовлю (?:материал|статью|сюжет|публикац)\w*"
        r"|(?:для|нашего|моего) журнал\w*"
        r"|поставля(?:ем|ю)\b(?! (?:за|их|его|свою|продукц|готов))"
        r"|ищем (?:объект|подряд|заказ)\w*"
        r"|телефон (?:поликлин|больниц|школ|суд|полици|паспорт|мфц|налогов)\w*"
        r"|банковск\w+ гаранти\w*|капремонт\w*|пропала? (?:собак|кошк|кот)\w*"
        r"|потерял\w* (?:собак|кошк|ключ|телефон)\w*|микрозайм\w*|займы?\b (?:под|за|без|онлайн)"
        r"|куда (?:можно )?(?:его |ее )?устроить|есть опыт работы"
        r"|права категори\w+|требую (?:перерасч|верн|убра|прекрат|компенс)\w*|начислил\w*"
        r"|на фоне\b|выезд бесплатн\w*"
        r"|^(?:установим|смонтируем|изготовим|доставим|отремонтируем|пробурим|спроектируем"
        r"|поможем)\b|вашей организации|уточните инн|рейтинг\w* «|выбран\w* для участия"
        r"|разряд \w+, опыт|опыт работы \d+|tax office|tax return|my declaration|congratulations"
        r"|\baward\b|residence permit"
        r"|(?:do|are) you (?:need|hiring) (?:an?|any) (?:\w+ ){0,2}(?:operator|driver|welder"
        r"|engineer|worker|manager)s?|any openings|wants? work\b"
        r"|want(?:s)? to work (?:at|for|in)|immediately available"
        r"|(?:warehouse|office|shop|unit|building|premises|workshop|factory"
        r"|hall)s? (?:for lease|to rent|for rent) (?:in|at|near|by|from)|^offering\b"
        r"|introduce us to|your (?:furniture )?store|(?:pay|paid) the fee"
        r"|our (?:studio|agency|translators|lawyers)|certification (?:for|of|services)"
        r"|(?:rates|price list|brochure) attached",
    ),
)
"""(weight, pattern): hectares and factories beside these words make no project."""
