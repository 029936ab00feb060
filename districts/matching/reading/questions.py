"""What callers say who ask the agency for advice, with how much it counts."""

import re

QUESTIONS = (
    (
        9,
        r"можно ли (?:\w+ ){0,2}(?:иностран|нерезидент|физлиц)\w* (?:\w+ ){0,2}(?:купить|приобрести"
        r"|арендовать|взять)"
        r"|can (?:an? )?(?:foreign\w*|chinese|non-?residents?) (?:\w+ )?(?:own|buy)",
    ),
    (
        6,
        r"кто (?:подписыва|согласовыва|утвержда|рассматрива)\w+"
        r"|\b(?:мы|я|сами мы) не инвестор\w*|not (?:an )?investors?\b|проекта (?:пока |еще )?нет"
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
        r"|how (?:do|does|can|long|to|much)|who (?:do|should|can)|(?<!to )whom|is it possible"
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
    (
        3,
        r"(?:можно|хочу|хотел\w* бы) (?:ли )?узнать|на как\w+ (?:этапе|стадии)|статус\w* (?:наше"
        r"|заявк"
        r"|обращени)\w*|рассмотрени\w+ (?:наше|заявк|обращени)\w*"
        r"|(?:get|have|arrange|request|organi[sz]e) an? meeting"
        r"|как часто|сколько (?:в|у|их)\b|what is the|which (?:districts|regions) have|market "
        r"overview"
        r"|(?:нужен|дайте|подскажите) контакт\w*|contact person|which (?:office|department|unit"
        r"|person)"
        r"|deals with|extension of the lease"
        r"|do you (?:organi[sz]e|arrange|provide|publish|help)\b|just a study|for (?:a|our) "
        r"(?:study"
        r"|report|board)|для отчета|какой регламент"
        r"|кто обязан\w*|как\w+ отрасл\w+|где опубликован\w*|порядок и цен\w+|спраш\.|пишу диплом"
        r"|which (?:support|incentives?|subsid\w*|grants?|programm?e?s?|taxes|benefits)\b"
        r"|which (?:industries|sectors) (?:are|do)|who is (?:obliged|responsible)",
    ),
    (
        6,
        r"no (?:concrete|specific|firm|definite)? ?(?:plans?|site is|sites? (?:is|are) (?:sought"
        r"|needed))"
        r"|no project at (?:this stage|the moment|present)|desk research|market review"
        r"|benchmark\w*|just (?:checking|wondering|comparing)|asking for information only"
        r"|участк\w* не (?:ищ\w+|нуж\w+)|площадк\w* не (?:ищ\w+|нуж\w+)|ничего (?:пока )?не ищ\w+"
        r"|проект\w* (?:еще |пока )?(?:даже )?не придуман\w*|для (?:справки|доклада|обзора"
        r"|сравнения)"
        r"|вопрос от резидента|question from an? (?:existing )?resident",
    ),
    (
        3,
        r"(?:дают|дадут|да[её]т|положен\w*|полага\w+|действует|действуют|касается|требуется|нужна"
        r"|нужен"
        r"|нужны|распространяется|предусмотрен\w*|обязан\w*|обязательн\w+|сохраня\w+|останется"
        r"|попада\w+|может|могут|вправе|будет|будут|считается|облагается|компенсиру\w+)(?: еще"
        r"| уже)? ли\b"
        r"|есть ли (?:\w+ ){0,2}(?:компенсаци|защит|мораторий|програм|фонд|закон|порядок|огранич"
        r"|квот|срок|правил|норматив|гарант|отсроч|рассроч|скидк|возмещ|провер|запрет)\w*"
        r"|кто (?:помога\w+|выда\w+|согласов\w+|решает|утвержда\w+|платит|провод\w+|курирует)"
        r"|куда (?:обраща\w+|подава\w+|жаловаться предприят\w+)|что (?:нам |мне |теперь )?делать"
        r"|вопрос (?:по|о|об|про|насчет)\b|куда жаловаться|кадастров\w+ стоимост\w*"
        r"|порядок (?:выкупа|аренды"
        r"|предоставления|согласования|расчета)|statistics|clarification|is it true|heard (?:about"
        r"|that)"
        r"|can (?:we|i) get (?:the |a )?(?:\w+ ){0,2}(?:email|e-mail|form|list|contact|letter|copy"
        r"|phone)"
        r"|(?:^|[.!?\n] ?)(?:does|do|is|are|did|has|have|was|were|will|should"
        r"|must) (?!there (?:an? )?(?:site|plot|\d"
        r"|land|building)|you have (?:an? )?(?:site|plot|ready|land|building|ware))"
        r"|по закону|компенсаци\w+|мораторий\w*|провер(?:ку|ки|ок|ке)\b|экологическ\w+ экспертиз\w*"
        r"|лицензи\w+ (?:продл\w+|заканчива\w+)|продлить (?:лицензи\w+|договор\w*|аренд\w+)"
        r"|изменить ври|моратори\w+|санитарно-защитн\w+ зон\w*|сзз\b|пошлин\w*|таможн\w+ (?:насчит"
        r"|оформл|задерж|процедур)\w*|когда (?:дадут|будет|подключат|появится|введут|откроют|начнут"
        r"|рассмотрят|ждать|заработает)|делегаци\w*|встреч\w+ с (?:министр|руковод|губернатор"
        r"|агентств)\w*|слышал\w* (?:по|про|что|о)\b|общая информация|спросить про|спросить об?\b"
        r"|(?:^|[.!?\n] ?)(?:узнать|уточнить|спросить|вопрос|спрашива\w+|подскажите)\b"
        r"|moratorium|inspections?\b|depreciation|accelerated|permits?\b|law requires?|under the"
        r" (?:local|regional|federal)? ?law|arrange (?:a |the )?meeting|trade delegation|delegation"
        r"|how (?:many|often|far|is|are|was|would|should)\b|who (?:approves?|issues?|decides?|pays?"
        r"|signs?|grants?|regulates?)|which (?:countr\w+|permits?|laws?|rules?|bank\w*|minist\w+"
        r"|licen[cs]es?|forms?)|what(?:'s| is| are) (?:the )?(?:\w+ ){0,3}(?:tariffs?|prices?"
        r"|rates?"
        r"|fees?|law|rule\w*|limit\w*|deadline\w*|definition|status|minimum|legal)"
        r"|tariffs?\b|price list|do (?:foreign|small|local|new|existing) \w+ (?:need|pay|have|get)"
        r"|legal entity|sanitary protection|ministry|licen[cs]e|extend|file a claim|fee per"
        r"|accountant|asks? (?:if|how|who|when)|caller asks|an? general question|rules\b"
        r"|compensat\w+|reimburs\w+|is there (?:still )?(?:a |any )?(?:limit|law|rule|fee|quota|ban"
        r"|deadline|moratorium|subsid|support|programme|program|fund|list|map|guide)\w*",
    ),
)

EXISTING = (
    r"работаем (?:с|уже|в)|работает (?:с|уже)|с \d{4} г|с \d{4} года|у нас (?:свой |своя |уже )?"
    r"(?:\w+ )?(?:завод|фабрик|цех|ферм|комплекс|предприят|производств|карьер|мельниц|отел|гостиниц"
    r"|теплиц|сад\b|сады|виноградник|винодельн|элеватор|база\b"
    r"|пекарн|хозяйств)\w*|наш\w* (?:\w+ )?(?:завод|фабрик|цех|предприят|производств|ферм|карьер"
    r"|отел|компани|резидент)\w*|(?:фабрика|завод|цех|ферма) (?:своя|свой|уже)"
    r"|мы (?:уже )?резидент\w*|аренд\w+ с \d{4}|арендованн\w+ земл\w*"
    r"|действующ\w+ (?:завод|предприят|производств|фабрик|резидент)\w*|уже (?:работа|построен"
    r"|наш)\w*"
    r"|our (?:\w+ ){0,2}(?:plant|factory|mill|farm|mine|quarry|company|hotel|brewery|winery"
    r"|works)\b"
    r"|we (?:already )?(?:run|operate|own|have been)\b|existing (?:resident|plant|factory|business)"
    r"|operating (?:plant|factory)|already (?:based|work\w*|operat\w*|resident)"
    r"|exist(?:s|ed)? since|since \d{4}|commissioned in"
)
"""A business that stands already: with a question it asks about itself, not for a place."""

ASKED = re.compile(
    r"инвест\w*|агентств\w*|промышленн\w+|резидент\w*|invest\w*|industr\w+ park\w*|business"
    r"|resident\w*|compan(?:y|ies)|предприят\w+|объект\w*"
)
"""Where nothing else is met, these words are at least a question to the agency."""
