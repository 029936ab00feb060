"""Whether a text is a project, asks for advice, or is neither."""

import re

from ..need import Need
from .passage import Passage

_OTHER = (
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
)
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
        r"|(?:want|wants|plan|plans|planning|intend\w*|would like|looking|going|wish\w*|aim\w*"
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
)
_TABLES = {
    "other": [(weight, re.compile(rf"\b(?:{pattern})")) for weight, pattern in _OTHER],
    "consultation": [
        (weight, re.compile(rf"\b(?:{pattern})")) for weight, pattern in _CONSULTATION
    ],
    "project": [(weight, re.compile(rf"\b(?:{pattern})")) for weight, pattern in _PROJECT],
}


def read_kind(passage: Passage, need: Need) -> tuple[str, tuple[str, ...]]:
    """`project`, `consultation` or `other`, with the words that decided."""
    scores: dict[str, float] = {}
    words: dict[str, list[str]] = {}
    for kind, table in _TABLES.items():
        for weight, pattern in table:
            found = list(dict.fromkeys(m.group() for m in pattern.finditer(passage.text)))[:4]
            if found:
                scores[kind] = scores.get(kind, 0.0) + weight + 0.5 * (len(found) - 1)
                words.setdefault(kind, []).extend(found)
    scores["project"] = scores.get("project", 0.0) + _figures(need)
    if need.industries:
        scores["project"] += 1.5 * need.industries[0].confidence
    if scores.get("other", 0.0) >= 4 and _figures(need) < 1:
        scores["project"] *= 0.6
    best = max(("project", "consultation", "other"), key=lambda kind: scores.get(kind, 0.0))
    if scores.get(best, 0.0) < 1.0:
        return "other", ()
    return best, tuple(words.get(best, ()))[:5]


def _figures(need: Need) -> float:
    """What figures alone say for a project."""
    points = (
        2.0 * bool(need.land_ha) + 1.5 * bool(need.building_m2) + 2.0 * (need.power_mw is not None)
    )
    points += 1.0 * (need.gas is not None) + 1.0 * (need.rail is not None) + 1.0 * bool(need.jobs)
    points += 1.0 * (need.capex_mln_rub is not None) + 1.0 * (need.water_m3d is not None)
    return points + 0.5 * bool(need.districts_wanted) + 1.0 * (need.hazard_class is not None)
