"""What callers of each kind say, with how much it counts."""

import re

from .noise import NOISE

_CONSULTATION = (
    (
        6,
        r"\b(?:мы|я|сами мы) не инвестор\w*|not (?:an )?investors?\b|проекта (?:пока |еще )?нет"
        r"|no (?:specific |concrete |particular )?project(?: yet| so far)?\b"
        r"|без (?:конкретного )?проекта",
    ),
    (
        3,
        r"как(?:ие|ая|ой|ую|ими|их)?(?: \w+){0,4} (?:льгот\w*|налог\w*|субсид\w*|поддержк\w*"
        r"|мер\w* поддержк\w*|преференци\w*|документ\w*|услови\w+|требовани\w+|порядок"
        r"|процедур\w*|ставк\w+|разрешени\w*|преференц\w*|грант\w*|статус\w*)|льгот\w*|налогов\w+"
        r"|субсиди\w*|преференци\w*|мер\w* (?:гос\w* )?поддержк\w*|господдержк\w*"
        r"|поддержк\w+ (?:инвестор\w*|бизнес\w*|предпринимател\w*|малого|мсп|экспорт\w*)"
        r"|гарантийн\w+ фонд\w*|фонд\w* (?:развития|микро)\w*|фрп\b|спик\b|сзпк\b|тосэр\b|тор\b"
        r"|оэз\b|грант\w*"
        r"|what (?:\w+ ){0,4}(?:incentives?|tax\w*|subsid\w*|support|documents?|permits?"
        r"|procedure\w*|requirements?|benefits?|conditions?|status)|incentives?|tax (?:breaks?"
        r"|benefits?|holiday\w*|relief|rates?|regime|treatment|exemption\w*|deduction\w*)|tax\w*"
        r"|subsid\w*|state support|government support|grants?|customs (?:duties|regime|procedure)"
        r"|special economic zone|double tax\w*|investment protection|spic\b|szpk\b",
    ),
    (
        3,
        r"где (?:можно )?(?:посмотреть|найти|узнать|скачать|взять|ознакомиться)"
        r"|инвестиционн\w+ (?:карт|портал|комитет|паспорт|закон|совет|климат)\w*|график работы"
        r"|уточните|сообщите|расскажите|объясните|поясните|кто (?:принимает|отвечает"
        r"|рассматривает)|сколько стоит|пришлите (?:перечень|список|информаци\w+)"
        r"|мы не инвестор\w*|не инвестор|конкретики (?:пока )?нет|без конкретики"
        r"|собираем информаци\w+|проекта (?:пока |еще )?нет|без проекта"
        r"|конкретн\w+ проект\w* (?:пока |еще )?нет|пока (?:просто |только )?(?:узна\w+"
        r"|интерес\w+|изуча\w+|присматрива\w+|собира\w+ информаци\w+|вопрос\w*)|просто (?:узнать"
        r"|спросить|уточнить|интересует\w*|спрашива\w+|консультац\w*)|проконсультир\w*"
        r"|консультаци\w*|нужна консультация|хочу (?:узнать|уточнить|спросить|понять)"
        r"|хотел\w* бы (?:узнать|уточнить|понять|спросить|получить информаци\w+"
        r"|получить разъяснени\w+)|разъясн\w+|подскажите|спрашивает|интересуется|уточняет"
        r"|общий вопрос|в целом|вообще"
        r"|not (?:an )?investors?\b|want consultation|public-private|concession\w*|overview of"
        r"|(?:are|we are) not investors? (?:ourselves|myself|yet)|investment (?:law|map|passport"
        r"|portal|committee)|where (?:to|can|could|do) (?:read|find|see|get|apply|i|we)"
        r"|english version|is there (?:any|an?) |overview of|no (?:specific |concrete "
        r"|particular )?project(?: yet)?|general (?:question|information|inquiry|enquiry|query)"
        r"|just (?:asking|want to (?:know|ask|understand)|a question|gathering|exploring|curious"
        r"|collecting)|asks?(?:ing)? (?:about|what|how|whether|which|if)|wants to know"
        r"|would like to (?:know|understand|learn|ask|clarify)|could you (?:explain|clarify|tell"
        r"|advise|send (?:me|us) (?:the )?(?:list|rules|guide|information|info))"
        r"|can you (?:explain|clarify|tell|advise)|please (?:explain|advise|clarify|tell)|advice"
        r"|how (?:do|does|can|long|to|much)|who (?:do|should|can)|whom|is it possible"
        r"|consultation",
    ),
    (
        2,
        r"как (?:стать|получить|оформить|зарегистрир\w+|открыть (?:ип|ооо)|подать|попасть"
        r"|проходит|происходит|работает|перевести|подключи\w+|выкупить|взять|арендовать|вступить"
        r"|изменить|согласовать|войти|претендовать|рассчит\w+|долго)|какой порядок"
        r"|порядок (?:получения|подключения|предоставления|оформления)|куда (?:обра\w+|подавать"
        r"|подать|идти|писать)|кто (?:выда\w+|отвеча\w+|занима\w+|может)|можно ли|правда ли"
        r"|сколько (?:времени|стоит|длится|дней)|в какие сроки|какие сроки|процедур\w*"
        r"|перечень документов|список документов|какие документы|стать резидентом"
        r"|статус\w* резидента|чем отличается|в чем разница|разрешени\w+ на|нужно ли|надо ли"
        r"|обязательно ли|имеем ли|положен\w* ли|есть ли (?:у вас |в крае |какие-то "
        r"|какие-нибудь |программ\w*|поддержк\w*|льгот\w*)|действует ли|реестр\w*|регламент\w*"
        r"|перевод\w* земл\w*|категори\w+ земл\w*|впи\b|ври\b|зарегистрировать (?:ооо|ип"
        r"|компани\w+)|открыть (?:ип|ооо|счет)"
        r"|how (?:do|can|to|does) (?:\w+ ){0,3}(?:register|apply|become|obtain|get|qualify"
        r"|open (?:a )?(?:company|bank)|connect|lease|rezone)|procedure\w*|register (?:a |an "
        r"|our )?(?:company|llc|branch|subsidiary|ooo)|work permits?|visa\w*|eligib\w*|qualif\w+"
        r"|become a resident|resident status|difference between|which (?:authority|agency"
        r"|department|documents|permits|law)|what (?:is|are) the (?:rules?|process|steps?"
        r"|timeline|cost|law)|legal (?:framework|requirements)|regulation\w*|foreign (?:ownership"
        r"|investors? allowed)|repatriat\w*|guarantee\w* for",
    ),
    (
        3,
        r"чем (?:вы|агентство|ваше|можете|помога)\w*|презентаци\w+|брошюр\w*|какие районы|что такое"
        r"|информаци\w+ (?:о|об|по|для)|тариф\w*|инвестиционн\w+ климат\w*"
        r"|особ\w+ экономическ\w+ зон\w*"
        r"|без намерени\w+|строить (?:ничего )?не (?:планир|собира)\w+|ничего строить не"
        r"|brochure|presentation|average|salar(?:y|ies)|labou?r (?:availability|market|cost)"
        r"|statistics"
        r"|no (?:plans?|intention) (?:to|for|of)|about investing|information (?:on|about)"
        r"|one-stop shop|who is in charge",
    ),
)
_PROJECT = (
    (
        3,
        r"(?:хот(?:им|ят|ел\w*|ит)|хочу|хочет|планиру\w+|намерен\w*|собира\w+|готов\w*|решил\w*"
        r"|думаем|мечта\w+|будем|задумал\w*|рассматрива\w+)(?: (?!узнать|уточнить|понять|спросить"
        r"|консультац|проконсульт|льгот|информаци)\w+){0,6} (?:постро\w+|строить|открыть|откры\w+"
        r"|созда\w+|разме[щс]\w+|запус\w+|организ\w+|перенес\w+|перевез\w+|локализ\w+|расшир\w+"
        r"|поставить|возвести|производить|выпускать|делать|выращивать|разводить|взять|арендова\w+"
        r"|купить|приобрести|арендой|наладить|инвестир\w+|вложить\w*|перерабатывать|реализова\w+"
        r"|строительств\w*|производств\w*|завод\w*|цех\w*|склад\w*|разбить|заложить|посадить)"
        r"|(?<!no )(?:want|wants|plan|plans|planning|intend\w*|would like|looking|going|wish\w*"
        r"|aim\w*"
        r"|hop\w+|decided|consider\w*|ready|seek\w*|interested|propos\w*)(?: (?!understand|know"
        r"|learn|ask|clarif|rules?|tax|incentiv|informati|list|overview"
        r"|consult)\w+){0,6} (?:build\w*|set(?:ting)? up|open\w*|construct\w*|establish\w*"
        r"|locat\w+|launch\w*|expand\w*|relocat\w+|produc\w+|manufactur\w+|plac\w+|start\w*"
        r"|creat\w+|mov\w+|invest\w*|rent\w*|lease|buy\w*|acquir\w+|grow\w*|develop\w*|put"
        r"|install|assembl\w+|site|plot|land|warehouse|plant)",
    ),
    (
        3,
        r"(?:ищ\w+|подбер\w+|подобрать|подбира\w+|подыск\w+|нужн?\w*|требуется|необходим\w*"
        r"|прошу подобрать|просим подобрать|предложите|есть ли|подойдет)(?: \S+){0,5} (?:участ\w+"
        r"|площадк\w+|земл\w+|земел\w+|помещени\w+|цех\w*|склад\w*|здани\w+|корпус\w*|га\b|м2"
        r"|квадрат\w*|кв\b|ангар\w*|место (?:под|для)|базу|территори\w+|гектар\w*|мест[оа]\b)"
        r"|(?:need\w*|require\w*|look\w* for|seek\w*|search\w* for|want\w*"
        r"|in search of)(?: \S+){0,6} (?:plots?|sites?|land|premises|warehouse\w*|buildings?|ha\b"
        r"|hectares?|acres?|facility|sq|space|workshop|m2|brownfield|greenfield|location|sqm|area"
        r"|halls?)",
    ),
    (
        2,
        r"инвестпроект\w*|инвестиционн\w+ проект\w*|проект\w* (?:завод\w*|строительств\w*|по"
        r"|создани\w*|комплекс\w*)|строительств\w+ (?:\w+ ){0,3}(?:завод\w*|цех\w*|фабрик\w*"
        r"|комплекс\w*|склад\w*|комбинат\w*|гостиниц\w*|отел\w*|теплиц\w*|ферм\w*|центр\w*"
        r"|терминал\w*)|под (?:строительств\w+|размещени\w+|завод|цех|склад|производств\w+"
        r"|теплиц\w+|ферм\w+|гостиниц\w+|отель|базу)|новое производство|новый завод|новый цех"
        r"|вторая очередь|расширени\w+|релокац\w*|локализац\w*|greenfield|brownfield|our project"
        r"|new (?:plant|factory|facility|production|warehouse|hotel|line|workshop|site)"
        r"|investment project|site selection|site search|expansion|relocation|production line"
        r"|capex|фабрик\w*|завод\w*|цех\w*|комбинат\w*|plant\b|factory\b",
    ),
    (
        3,
        r"(?<!не )(?:строим|открываем|запускаем|планируем|расширяемся|переезжаем|локализуем"
        r"|размещаем)"
        r"|интересу\w+ (?:\w+ ){0,2}(?:площадк|участ|земл|помещени|здани|корпус|цех|аренда)\w*"
        r"|помощ\w+ в подборе|аренда (?:цеха|склада|помещени\w+|участка|\d+)|без торгов",
    ),
    (
        1,
        r"(?:производство|изготовление|выпуск|сборка|переработка|выращивание|разведение)\b"
        r"|(?:production|manufacture|assembly|processing|manufacturing) of",
    ),
)

CUES = {
    "other": [(weight, re.compile(rf"\b(?:{pattern})")) for weight, pattern in NOISE],
    "consultation": [
        (weight, re.compile(rf"\b(?:{pattern})")) for weight, pattern in _CONSULTATION
    ],
    "project": [(weight, re.compile(rf"\b(?:{pattern})")) for weight, pattern in _PROJECT],
}
"""Patterns of a kind with their weights; a further word of the same pattern counts half a point."""

ASKED = re.compile(
    r"инвест\w*|агентств\w*|промышленн\w+|резидент\w*|invest\w*|industr\w+ park\w*|business"
)
"""Where nothing else is met, these words are at least a question to the agency."""
