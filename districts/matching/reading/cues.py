"""What callers say who want to place something, with how much it counts."""

INTENT = (
    (
        3,
        r"(?:(?:за)?хот(?:им|ят|ел\w*|ит)|можно(?: ли)?|возможно ли|реально ли|могл[аи] бы"
        r"|хочу|хочет|планиру\w+"
        r"|намерен\w*|собира\w+|готов\w*|решил\w*"
        r"|думаем|думает|мечта\w+|будем|будут|задумал\w*|рассматрива\w+|чтобы)"
        r"(?: (?!узнать|уточнить|понять|спросить|консультац|проконсульт|пригла|поздрав|подари"
        r"|льгот|информаци|снять|сюжет|участвовать|форум|выставк|встреч|сдать"
        r"|сдавать"
        r"|продать|продавать|предложить|уволи|квартир|дачу|дачн)\w+){0,6}"
        r" (?:постро\w+|строить|открыть|откры\w+"
        r"|созда\w+|разме[щс]\w+|запус\w+|организ\w+|перенес\w+|перевез\w+|локализ\w+|расшир\w+"
        r"|поставить|возвести|производить|выпускать|делать|выращивать|разводить|арендова\w+"
        r"|взять (?:в аренду|в собственность|участ|земл|цех|помещ|здани|склад|\d)\w*"
        r"|купить|приобрести|арендой|наладить|инвестир\w+|вложить\w*|перерабатывать|реализова\w+"
        r"|строительств\w*|производств\w*|завод\w*|цех\w*|склад\w*|разбить|заложить|посадить"
        r"|начать|стартовать|обосноваться|переехать|зайти|прийти|шить|варить|собирать|разливать"
        r"|сушить|фасовать|хранить|осваивать)"
        r"|(?<!no )(?:want|wants|plan|plans|planning|intend\w*|would like|looking|going|wish\w*"
        r"|aim\w*|could we|can we|may we|we'd like|hop\w+|(?<!not )decided|consider\w*|ready"
        r"|seek\w*"
        r"|interested|propos\w*|will|think(?: to)?\b|is it possible|would it be possible"
        r"|thinking of"
        r"|thinking about|exploring|looking at)"
        r"(?: (?!understand|know|learn|ask|clarif|statistic|data\b|contact|rules?|tax|incentiv"
        r"|informati|list|overview"
        r"|consult|sell|offer|visit|see\b|cottage|flat|apartment\b|reactor)[\w-]+){0,6}"
        r" (?:build\w*|set(?:ting)? up|open\w*|construct\w*|establish\w*"
        r"|locat\w+|launch\w*|expand\w*|relocat\w+|produc\w+|manufactur\w+|plac\w+|start\w*"
        r"|creat\w+|mov(?:e|ing)|invest(?:ing)?|rent\w*|lease|buy\w*|acquir\w+|grow\w*|develop\w*"
        r"|put|install|assembl\w+|site|plot|land|warehouse|plant|com(?:e|ing) to|enter|settle)\b",
    ),
    (
        3,
        r"(?:ищ\w+|подбер(?!ем\b)\w+|подобрать|подбира\w+|подыск\w+|нужн?\w*|требуется|необходим\w*"
        r"|прошу подобрать|просим подобрать|предложите|есть ли|подойдет|получить|взять"
        r"|потребу\w+|возьмем|надо|дадут|выделить|выделят)"
        r"(?: (?!работ|инвестор|арендатор|покупател|подряд|документ|изменить|консультац"
        r"|справк|сведени|статистик|информаци|разъяснени|перечень)\S+){0,5}"
        r" (?:участ\w+|площадк\w+|земл\w+|земел\w+|помещени\w+|цех\w*|склад\w*|здани\w+|корпус\w*"
        r"|га\b|м2|квадрат\w*|кв\b|ангар\w*|место (?:под|для)|базу|территори\w+|гектар\w*"
        r"|мест[оа]\b"
        r"|мвт\b|сот(?:ок|ки)\b)"
        r"|(?:need\w*|require\w*|look\w* for|seek\w*|search\w* for|want\w*|do you have|is there"
        r"|are there|(?:whether|if) (?:you|there)(?: have| is| are)"
        r"|in search of|have you(?: got)?)"
        r"(?: (?!work|jobs?\b|cottage|flat|any limit|limit|law|subsid|guides?\b|guidelines"
        r"|statistic"
        r"|list\b|rules\b|brochure)\S+){0,6} (?:plots?|sites?"
        r"|land|premises|warehouse\w*|buildings?|ha\b|hectares?|acres?|facility|sq|space|workshop"
        r"|m2"
        r"|shed\b|hangar|brownfield|greenfield|location|sqm|area|halls?|mw)\b",
    ),
    (
        3,
        r"\d ?(?:га|гектар\w*|м2|кв\.? ?м\.?|квадрат\w*|мвт|сот(?:ок|ки)) (?:\w+ ){0,2}(?:под"
        r"|для)(?! \w+(?:ой|ом|ем|ым|ами)\b)"
        r" (?!сдач|продаж)"
        r"|(?:участ(?:ок|ка|ки)|цех|склад|здание|помещение|корпус|площадк\w+|земл\w+|база|базу"
        r"|место)"
        r" (?:\S+ ){0,3}под (?!ключ|\w+(?:ой|ом|ем|[ыи]м|ами)\b)"
        r"|\d ?(?:ha|hectares?|acres?|m2|sqm|sq\.? ?m|mw) (?:\w+ ){0,3}for (?:an? |our |the )?"
        r"|(?:plots?|sites?|land|building|hall|premises|workshop|warehouse|space) (?:\w+ )?(?:for"
        r"|to"
        r" (?:build|place|host|house))\b|resident with an?\b|что(?:бы)? (?:взять|получить) \d",
    ),
    (
        3,
        r"(?<!не )(?:строим|открываем|запускаем|планируем(?! (?:подать|участв|посе[тщ]|приех|встре"
        r"|провести|обрат|запис|прийти|узнать|зарегистр|вступ))|расширяемся|переезжаем|локализуем"
        r"|размещаем|запустим|откроем|начинаем|закладываем)(?! под ключ)"
        r"|интересу\w+ (?:\w+ ){0,2}(?:площадк|участ|земл|помещени|здани|корпус|цех|аренда)\w*"
        r"|(?:земля|участок|место|площадка|цех|помещение) найд[еу]тся|помощ\w+ в подборе"
        r"|аренда (?:цеха|склада|помещени\w+|участка|\d+)|без торгов"
        r"|where (?:can|could|should) (?:we|i|one|they) (?:build|put|place|locate|open|set)"
        r"|who can (?:lease|rent|sell|allocate|provide|give)|кто (?:может|готов) (?:выделить|сдать"
        r"|дать|предоставить)"
        r"|any (?:free |vacant |empty |ready )?(?:plots?|sites?|land|halls?|buildings?"
        r"|warehouses?)\b"
        r"|какие (?:есть |у вас )*(?:площадки|участки|цеха|земли|помещения|здания"
        r"|парки(?= (?:мог|подо|есть|свобод|готов|прим)))\b"
        r"|(?:best|right|suitable|good) (?:district|place|location|site|park|area)s? (?:for|to) "
        r"(?!ask"
        r"|learn|read|live|visit|rest|stay)"
        r"|(?:лучш|подходящ|удобн)\w+ (?:район|место|площадк)\w* (?:для|под) (?!отдыха|жизни)"
        r"|(?:свободн|готов)\w+ (?:площад|участ|помещен|земл|земел|корпус)\w* (?:\w+ )?(?:для"
        r"|под) (?!от)"
        r"|по (?:вопрос\w+ )?(?:размещени|строительств|открыти)\w+ (?:\w+ )?(?:завод|фабрик|цех"
        r"|производств|предприят|комплекс|склад|ферм|отел|гостиниц)\w*"
        r"|(?:как|где|куда) (?:\w+ ){0,2}(?:получить|взять|найти|арендовать|купить) \d"
        r"|(?:how|where) (?:do|can|could|would|should) (?:we|i|one|they) (?:obtain|get|find|lease"
        r"|buy"
        r"|rent|secure|acquire) (?:\w+ )?(?:\d|an? (?:plot|site|hall|building|warehouse))"
        r"|бы (?:\w+ )?(?:размест|постро|откры|постав|запуст)\w+|(?:размест|постро|откры|постав"
        r"|запуст)или бы|(?:желани\w+|идея|мысль|планы?|хочется|хотелось бы) (?:постро|откр|запуст"
        r"|вложи|размест|постав|созда)\w+"
        r"|what (?:sites|plots|premises|land|buildings)\b|(?:подойд[её]т|сгодится) ли\b"
        r"|room for (?:an?|our|\d)"
        r"|would the region welcome|our project"
        r"|наш проект|ищем (?:площадку|участок|партнера и)",
    ),
    (
        3,
        r"(?:в|на) как\w+ (?:индустриальн\w+ |промышленн\w+ )?(?:парк|район|площадк|мест"
        r"|технопарк)\w*"
        r" (?:\w+ ){0,4}(?:размест|постав|постро|откры|запуст)\w*"
        r"|(?:от имени|в интересах|по поручению) (?:\w+ )?(?:клиент|заказчик|доверител)\w*"
        r"|(?:клиент|заказчик) (?:\w+ ){0,2}(?:планиру|рассматрива|ищет|хочет|намерен)\w*"
        r"|(?:оценива|изуча|сравнива|выбира)(?:ем|ет|ют) (?:(?!тариф|зарплат|налог|цены|ставк"
        r"|льгот)"
        r"\S+ ){0,4}(?:площадк|регион|район"
        r"|участ)\w*"
        r"|(?<!где )(?:посмотреть|осмотреть|показать) (?:\S+ ){0,3}(?:площадк|участ|цех"
        r"|помещени)\w*"
        r"|(?:on behalf of|act(?:ing)? for|represent(?:ing)?) (?:an? |our |the )?(?:\w+ ){0,3}"
        r"(?:client|investor|group|manufacturer|producer)"
        r"|our client (?:\w+ ){0,2}(?:is|wants?|plans?|intends?|seeks?|needs?|requires?|looks?)\b"
        r"|(?:evaluat|assess|compar|shortlist|short-list|explor|stud|scout|screen)(?:e|es|y|ies"
        r"|ing)?"
        r" (?:(?!tariff|salar|wage|cost|price|tax|incentiv|rates?\b)\S+ ){0,6}"
        r"(?:sites?|locations?|regions?|plots?|options for)\b"
        r"|(?:visit|inspect|view) (?:\S+ ){0,6}(?:sites?|plots?|halls?|premises)\b|site visits?\b"
        r"|(?:connection|grid|lease|rent|land) (?:price|cost|fee|charge|tariff)s? for (?:an? "
        r"|our |\d)"
        r"|\b(?:rent|lease|connection) for (?:an? |our |\d)"
        r"|(?:we|they|company|client|group|firm) (?:\w+ )?(?:plans?|wants?|intends?|needs?)"
        r" (?:an?|our|another|\d[\d,.]*) (?!consult|meeting|list|visa|loan|job|work|copy|letter"
        r"|answer"
        r"|reply|permit|licen|grant|subsid|contact|call|document|certificate|translat)\w"
        r"|(?:our|site|project) requirements\b|requirements ?:|parameters ?:|\brf[pi]\b"
        r"|request for (?:proposals?|information):?|sites? fit for|(?:which|what) (?:parks?|sites?"
        r"|districts?) (?:could|can|would|might|has|have) (?:host|take|fit|house|accommodate|suit)",
    ),
    (
        2,
        r"инвестпроект\w*|инвестиционн\w+ проект\w*|проект\w* (?:завод\w*|строительств\w*|по"
        r"|создани\w*|комплекс\w*)|строительств\w+ (?:\w+ ){0,3}(?:завод\w*|цех\w*|фабрик\w*"
        r"|комплекс\w*|склад\w*|комбинат\w*|гостиниц\w*|отел\w*|теплиц\w*|ферм\w*|центр\w*"
        r"|терминал\w*)|под (?:строительств\w+|размещени\w+|завод|цех|склад|производств\w+"
        r"|теплиц\w+|ферм\w+|гостиниц\w+|отель|базу)|новое производство|новый завод|новый цех"
        r"|вторая очередь|расширени\w+|релокац\w*|локализац\w*|greenfield|brownfield"
        r"|new (?:\w+ )?(?:plant|factory|facility|production|warehouse|hotel|line|workshop|site)"
        r"|site selection|site search|expansion|relocation|production line|capex",
    ),
    (
        2,
        r"(?:запускаю|открываю|переносим|переношу|переезжаем|переезжаю|перевозим|завед[её]м|заводим"
        r"|расширяемся|локализуем|заходим|перебираемся)\b(?! (?:набор|курс|реклам|дет|ребен))"
        r"|(?:starting|launching|opening|relocating|moving|setting up|expanding) (?:a|an|our|my)\b"
        r"|(?:for an? (?:\w+ ){0,3}(?:hub|workshop|terminal|line|mill|yard|farm))\b",
    ),
)
"""To build, to move, to find a place: what makes a project of a text."""

WISHES = (
    (
        2,
        r"(?:планиру(?:ем|ет|ют|ю)|хоч(?:ет|у)|хотим|хотят)\b(?! (?:ли|не|узнать|уточнить|понять"
        r"|спросить"
        r"|сдать|продать|пожаловаться|получить (?:консультац|информац|ответ)))|заходит в|зайти в"
        r"|(?:найд[её]тся|имеется|есть) (?:ли )?(?:у вас )?(?:что-то|что-нибудь|что нибудь"
        r"|вариант\w*)"
        r"|(?:help|assist|support) us (?:to |in |with )?(?:plac|locat|build|set|find|put|open)\w*"
        r"|(?:^|[.!?\n] ?)(?:proposal|project|request|idea|проект|идея|запрос) ?:"
        r"|(?:can|could) be (?:found|leased|allocated|rented|located|placed)"
        r"|(?:have|is there|got) (?:anything|something|any) (?:suitable|fit|good|free|that)"
        r"|we (?:plan|want|intend)\b(?! to (?:know|ask|sell|offer|understand|complain|visit|attend"
        r"|participate|apply|come|meet|register|join))|invests\b"
        r"|site search|seasonal \d|где (?:\S+ ){0,3}(?:лучше|можно|стоит|удобнее) (?:постро"
        r"|размест|постав|откры|запуст"
        r"|организ)\w*"
        r"|(?:build|put|place|locate) (?:it|our)|инвестируем|вложим",
    ),
)
"""A wish for anything: it counts beside a trade or figures only."""

OBJECTS = (
    (2, r"фабрик\w*|завод\w*|цех\w*|комбинат\w*|plant\b|factory\b|investment project"),
    (
        1,
        r"(?:производство|изготовление|выпуск|сборка|переработка|выращивание|разведение)\b"
        r"|(?:production|manufacture|assembly|processing|manufacturing) of",
    ),
)
"""What a project has, and a complaint, an offer or a question may have as well."""
