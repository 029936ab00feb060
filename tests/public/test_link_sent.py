"""What is said after the link was asked for: the same whether there is one."""


def test_it_works(client, db):
    page = client.get("/status/lost/sent/")
    assert "Если заявка с такой почтой есть, ссылка уже отправлена" in page.content.decode()
    assert "no-store" in page.headers["Cache-Control"]
    assert page.headers["X-Robots-Tag"] == "noindex, nofollow"
