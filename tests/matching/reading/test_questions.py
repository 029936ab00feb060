"""Who asks for advice, also where he names his plant and its figures."""

import pytest

from districts.matching.reading import read

QUESTIONS = [
    "Какой срок действия разрешения на строительство и можно ли его продлить",
    "Наш завод хочет узнать, компенсируют ли затраты на выставки",
    "Что будет с льготой, если мы продадим долю в проекте?",
    "Попадает ли переработка рыбы под инвествычет",
    "Сколько резидентов в парке Краснодар и кто управляющая компания",
    "нужен ли проект планировки для линейного объекта",
    "Как считается кадастровая стоимость для промышленных земель",
    "Просьба разъяснить порядок подключения к электросетям свыше 670 кВт",
    "Какая поддержка сельхозкооперативам предусмотрена в этом году",
    "Мы резиденты, субстанция энергии просела, к кому обращаться по мощностям",
    "Is VAT refunded on imported equipment?",
    "Which districts have gas distribution networks? Just curious for our report",
    "How do we get state registration of a lease, our lawyer wants to know",
    "Could you explain what KRT means and who runs it",
    "Does the agency help with work permits for foreign engineers?",
    "What's the minimum investment for large-scale project status",
    "We already have a plant in Timashevsk and would like to know about export support",
    "Do you publish a list of available sites? Where can we download it",
    "у нас теплицы 12 га в Динской, газ подорожал, есть ли компенсация на энергоресурсы",
    "Вопрос от резидента: когда дадут дорогу к нашему участку",
    "We run a quarry near Mostovskoy. How do we extend the licence?",
    "What is the gas tariff for industry per thousand cubic metres?",
]


def test_it_works():
    assert read("какие льготы есть для инвесторов?").kind == "consultation"


@pytest.mark.parametrize("text", QUESTIONS)
def test_question(text):
    assert read(text).kind == "consultation"
