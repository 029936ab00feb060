"""Whether a text is a project, asks for advice, or is neither."""

import re

from ..need import Need
from .passage import Passage

_OTHER = (
    (5, r"ошиб\w+ номером|не туда попал\w*|номером ошиб\w+|wrong number|misdial\w*|перепутал\w* номер|это (?:не )?(?:такси|поликлиника|банк|доставка|пиццери\w+)|(?:тишина|молчит|бросил\w* трубку|сброс\w*|hung up|silent call|silence|no one speaks)"),
    (5, r"ищ\w+ работу|ищу вакан\w+|поиск\w* работы|вакансии есть|есть ли (?:у вас )?(?:ваканс\w+|работа\b)|устроит\w*ся на работу|хочу устроиться|трудоустройств\w+|резюме|соискател\w+|по поводу (?:работы|вакансии)|есть ли работа|требуются ли|в поисках работы|возьмите на работу|принимаете ли на работу|вахт\w+|практик\w+ студент\w*|стажиров\w+|"
        r"job seeker|looking for (?:a |any )?(?:job|work\b|employment|vacanc\w*|position)|seeking (?:a )?(?:job|employment|position|work\b)|my (?:cv|resume|résumé)|attached (?:is )?(?:my )?(?:cv|resume)|vacanc\w+|job opening\w*|apply for (?:a |the )?(?:job|position)|internship|(?:are you|you) hiring|employment opportunit\w+|wants a job|asks about (?:a )?(?:job|work|vacanc\w*)"),
    (5, r"seo\b|продвижени\w+ (?:сайт\w*|в)|создани\w+ сайт\w*|контекстн\w+ реклам\w*|лидогенерац\w*|раскрутк\w+|база (?:данных )?(?:клиент\w*|email)|рассылк\w+|холодн\w+ звонк\w*|казино|ставк\w+ на спорт|выигра\w+|вы выиграли|крипт\w+ сигнал\w*|быстр\w+ займ\w*|кредит без|микрозайм\w*|переведите|перейдите по ссылке|bitcoin doubl\w*|casino|lottery|you (?:have )?won|guest post\w*|backlink\w*|web ?site (?:design|traffic|ranking)|first page of google|lead generation|link building|social media (?:marketing|promotion)|buy followers|click (?:here|the link|below)|viagra|weight loss|earn \$|make money|inherit\w*|prince|crypto signals|nigeria\w*|loan offer|forex"),
    (4, r"коммерческ\w+ предложени\w+ (?:по|на|от)|предлага(?:ем|ю|ет) (?:вам |вашей организации |вашему агентству |свои |наши |вашей компании )?(?:услуг\w*|сотрудничеств\w*|купить|приобрести|бухгалтер\w*|канцеляр\w*|клининг\w*|курс\w*|обучени\w*|семинар\w*|реклам\w*|размещение рекламы|мебель|оргтехник\w*|картридж\w*|воду|кофе|аудит\w*|юридическ\w+|подбор|страхов\w+|программ\w*|crm|разработк\w+|сайт\w*|сувенир\w*|печать|полиграф\w*|участие в)|наш\w* (?:компани\w+|агентств\w+|студи\w+) предлага\w+|продаю|продам|продает(?:ся)?|прода[её]м (?:бизнес|завод|участ\w*|оборуд\w*|станк\w*)|we offer (?:you )?(?:our )?(?:services|seo|web|marketing|cleaning|accounting|translation|recruit\w*|insurance|software|professional|high[- ]quality|competitive|a wide)|offering (?:our )?(?:services|translation|cleaning|marketing|web|seo|accounting)|our (?:agency|services|studio|company) (?:offers?|provides?|can (?:help|provide|offer))|special offer|discount\w*|for sale|i am selling|we sell|скидк\w+|акция\b|прайс\w*|price list|free trial|demo of our"),
    (4, r"жалоб\w*|жалу\w+|возмуща\w+|безобраз\w+|прокуратур\w*|шумят|шумит|воняет|вонь|запах\w* (?:от|с)|яма на дороге|ямы на дорог\w*|дорогу (?:не )?(?:чинят|ремонт\w*)|мусор не вывоз\w*|не вывоз\w+ мусор|отключ\w+ (?:воду|свет|газ|электр\w*)|нет (?:воды|света|горячей воды) (?:в доме|уже|вторые|второй|третий|с утра)|отоплени\w+ в (?:доме|квартир\w*)|управляющ\w+ компани\w+ (?:не|дома)|тсж|жкх|капремонт\w*|подъезд\w* (?:не убира\w+|грязн\w+)|соседи (?:шумят|сверху|затоп\w*)|complain\w*|complaint|noise from|smell from|noisy|pothole\w*|rubbish not|no water at home|neighbou?rs are|terrible service|outrag\w+"),
    (4, r"пенси[июя]\w*|пособи\w+|детск\w+ сад\w*|маткапитал\w*|материнск\w+ капитал\w*|паспорт\w*|загранпаспорт\w*|прописк\w*|мфц\b|алимент\w*|развод\w*|наследств\w*|купить квартир\w*|продать квартир\w*|сда[юм] квартир\w*|снять (?:квартир\w*|дом|комнат\w*)|дачн\w+|дача\b|дачу\b|под дачу|огород\w*|снт\b|построить (?:себе )?(?:частн\w+ )?дом для (?:семьи|себя)|для себя дом|личн\w+ подсобн\w+|лпх\b|ипотек\w*|для (?:семьи|себя|постоянного проживания)|многодетн\w+|бесплатн\w+ участ\w+|субсиди\w+ на жилье|записаться (?:к|на при)|к врачу|скорую|такси\b|расписани\w+|билет\w*|путевк\w*|отдохнуть|отпуск\w*|на море с детьми|pension\b|passport\b|visa (?:application|to visit)|my flat|my apartment|rent (?:a flat|an apartment|a room)|buy (?:a flat|an apartment|a house|a holiday home|a summer house|a cottage)|for my family|holiday with|vacation|school place|kindergarten|doctor'?s? appointment|taxi|bus (?:timetable|schedule)|train tickets?|tickets? to|marriage|divorce|birth certificate|move to krasnodar with"),
    (4, r"журналист\w*|корреспондент\w*|газет[аы]\b|редакци\w+|интервью|телеканал\w*|пресс-?служб\w*|комментари\w+ для|съемочн\w+|репортаж\w*|опрос\b|соцопрос\w*|анкетировани\w+|для диплом\w*|курсов\w+ работ\w*|студент(?:ка|ы)?\b|реферат\w*|journalist\w*|reporter|newspaper|editorial|interview\w*|press (?:office|request|inquiry|enquiry)|magazine|tv channel|survey\b|questionnaire|my thesis|dissertation|student (?:of|at|from|writing)|research paper"),
    (3, r"собес\w*|мошенник\w*|розыгрыш\w*|поздравля\w+ с|с праздником|с днем|тестов\w+ (?:сообщени\w+|звонок|заявк\w*)|^\W*тест\W*$|^\W*test\W*$|проверка связи|test message|testing the form|asdf\w*|qwerty|приглаша\w+ (?:вас )?(?:на|принять)|invitation to (?:speak|exhibit|attend|sponsor)|exhibition stand|sponsor\w*|вебинар\w*|webinar"),
)  # fmt: skip
_CONSULTATION = (
    (3, r"как(?:ие|ая|ой|ую|ими|их)?(?: \w+){0,4} (?:льгот\w*|налог\w*|субсид\w*|поддержк\w*|мер\w* поддержк\w*|преференци\w*|документ\w*|услови\w+|требовани\w+|порядок|процедур\w*|ставк\w+|разрешени\w*|преференц\w*|грант\w*|статус\w*)|льгот\w*|налогов\w+|субсиди\w*|преференци\w*|мер\w* (?:гос\w* )?поддержк\w*|господдержк\w*|поддержк\w+ (?:инвестор\w*|бизнес\w*|предпринимател\w*|малого|мсп|экспорт\w*)|гарантийн\w+ фонд\w*|фонд\w* (?:развития|микро)\w*|фрп\b|спик\b|сзпк\b|тосэр\b|тор\b|оэз\b|грант\w*"
        r"|what (?:\w+ ){0,4}(?:incentives?|tax\w*|subsid\w*|support|documents?|permits?|procedure\w*|requirements?|benefits?|conditions?|status)|incentives?|tax (?:breaks?|benefits?|holiday\w*|relief|rates?|regime|treatment|exemption\w*|deduction\w*)|tax\w*|subsid\w*|state support|government support|grants?|customs (?:duties|regime|procedure)|special economic zone|double tax\w*|investment protection|spic\b|szpk\b"),
    (3, r"проекта (?:пока |еще )?нет|без проекта|конкретн\w+ проект\w* (?:пока |еще )?нет|пока (?:просто |только )?(?:узна\w+|интерес\w+|изуча\w+|присматрива\w+|собира\w+ информаци\w+|вопрос\w*)|просто (?:узнать|спросить|уточнить|интересует\w*|спрашива\w+|консультац\w*)|проконсультир\w*|консультаци\w*|нужна консультация|хочу (?:узнать|уточнить|спросить|понять)|хотел\w* бы (?:узнать|уточнить|понять|спросить|получить информаци\w+|получить разъяснени\w+)|разъясн\w+|подскажите|спрашивает|интересуется|уточняет|общий вопрос|в целом|вообще"
        r"|no (?:specific |concrete |particular )?project(?: yet)?|general (?:question|information|inquiry|enquiry|query)|just (?:asking|want to (?:know|ask|understand)|a question|gathering|exploring|curious|collecting)|asks?(?:ing)? (?:about|what|how|whether|which|if)|wants to know|would like to (?:know|understand|learn|ask|clarify)|could you (?:explain|clarify|tell|advise|send (?:me|us) (?:the )?(?:list|rules|guide|information|info))|can you (?:explain|clarify|tell|advise)|please (?:explain|advise|clarify|tell)|advice|how (?:do|does|can|long|to|much)|who (?:do|should|can)|whom|is it possible|consultation"),
    (2, r"как (?:стать|получить|оформить|зарегистрир\w+|открыть (?:ип|ооо)|подать|попасть|проходит|происходит|работает|перевести|подключи\w+|выкупить|взять|арендовать|вступить|изменить|согласовать|войти|претендовать|рассчит\w+|долго)|какой порядок|порядок (?:получения|подключения|предоставления|оформления)|куда (?:обра\w+|подавать|подать|идти|писать)|кто (?:выда\w+|отвеча\w+|занима\w+|может)|можно ли|правда ли|сколько (?:времени|стоит|длится|дней)|в какие сроки|какие сроки|процедур\w*|перечень документов|список документов|какие документы|стать резидентом|статус\w* резидента|чем отличается|в чем разница|разрешени\w+ на|нужно ли|надо ли|обязательно ли|имеем ли|положен\w* ли|есть ли (?:у вас |в крае |какие-то |какие-нибудь |программ\w*|поддержк\w*|льгот\w*)|действует ли|реестр\w*|регламент\w*|перевод\w* земл\w*|категори\w+ земл\w*|впи\b|ври\b|зарегистрировать (?:ооо|ип|компани\w+)|открыть (?:ип|ооо|счет)"
        r"|how (?:do|can|to|does) (?:\w+ ){0,3}(?:register|apply|become|obtain|get|qualify|open (?:a )?(?:company|bank)|connect|lease|rezone)|procedure\w*|register (?:a |an |our )?(?:company|llc|branch|subsidiary|ooo)|work permits?|visa\w*|eligib\w*|qualif\w+|become a resident|resident status|difference between|which (?:authority|agency|department|documents|permits|law)|what (?:is|are) the (?:rules?|process|steps?|timeline|cost|law)|legal (?:framework|requirements)|regulation\w*|foreign (?:ownership|investors? allowed)|repatriat\w*|guarantee\w* for"),
)  # fmt: skip
_PROJECT = (
    (3, r"(?:хот(?:им|ят|ел\w*|ит)|хочу|хочет|планиру\w+|намерен\w*|собира\w+|готов\w*|решил\w*|думаем|мечта\w+|будем|задумал\w*|рассматрива\w+)(?: \w+){0,6} (?:постро\w+|строить|открыть|откры\w+|созда\w+|разме[щс]\w+|запус\w+|организ\w+|перенес\w+|перевез\w+|локализ\w+|расшир\w+|поставить|возвести|производить|выпускать|делать|выращивать|разводить|взять|арендова\w+|купить|приобрести|арендой|наладить|инвестир\w+|вложить\w*|перерабатывать|реализова\w+|строительств\w*|производств\w*|завод\w*|цех\w*|склад\w*|разбить|заложить|посадить)"
        r"|(?:want|wants|plan|plans|planning|intend\w*|would like|looking|going|wish\w*|aim\w*|hop\w+|decided|consider\w*|ready|seek\w*|interested|propos\w*)(?: \w+){0,6} (?:build\w*|set(?:ting)? up|open\w*|construct\w*|establish\w*|locat\w+|launch\w*|expand\w*|relocat\w+|produc\w+|manufactur\w+|plac\w+|start\w*|creat\w+|mov\w+|invest\w*|rent\w*|lease|buy\w*|acquir\w+|grow\w*|develop\w*|put|install|assembl\w+|site|plot|land|warehouse|plant)"),
    (3, r"(?:ищ\w+|подбер\w+|подобрать|подбира\w+|подыск\w+|нужн?\w*|требуется|необходим\w*|прошу подобрать|просим подобрать|предложите|есть ли|подойдет)(?: \S+){0,5} (?:участ\w+|площадк\w+|земл\w+|земел\w+|помещени\w+|цех\w*|склад\w*|здани\w+|корпус\w*|га\b|м2|квадрат\w*|кв\b|ангар\w*|место (?:под|для)|базу|территори\w+|гектар\w*|мест[оа]\b)"
        r"|(?:need\w*|require\w*|look\w* for|seek\w*|search\w* for|want\w*|in search of)(?: \S+){0,6} (?:plots?|sites?|land|premises|warehouse\w*|buildings?|ha\b|hectares?|acres?|facility|sq|space|workshop|m2|brownfield|greenfield|location|sqm|area|halls?)"),
    (2, r"инвестпроект\w*|инвестиционн\w+ проект\w*|проект\w* (?:завод\w*|строительств\w*|по|создани\w*|комплекс\w*)|строительств\w+ (?:\w+ ){0,3}(?:завод\w*|цех\w*|фабрик\w*|комплекс\w*|склад\w*|комбинат\w*|гостиниц\w*|отел\w*|теплиц\w*|ферм\w*|центр\w*|терминал\w*)|под (?:строительств\w+|размещени\w+|завод|цех|склад|производств\w+|теплиц\w+|ферм\w+|гостиниц\w+|отель|базу)|новое производство|новый завод|новый цех|вторая очередь|расширени\w+|релокац\w*|локализац\w*|greenfield|brownfield|our project|new (?:plant|factory|facility|production|warehouse|hotel|line|workshop|site)|investment project|site selection|site search|expansion|relocation|production line|capex|фабрик\w*|завод\w*|цех\w*|комбинат\w*|plant\b|factory\b"),
)  # fmt: skip
_TABLES = {
    "other": [(weight, re.compile(pattern)) for weight, pattern in _OTHER],
    "consultation": [(weight, re.compile(pattern)) for weight, pattern in _CONSULTATION],
    "project": [(weight, re.compile(pattern)) for weight, pattern in _PROJECT],
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
