from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from parley.server import create_app
from parley.server.security import Guard, is_loopback

HERE = "http://127.0.0.1"
WORD = "open-sesame"


@pytest.fixture
def locked(made: Path) -> TestClient:
    return TestClient(create_app(made, Guard(WORD)), base_url="http://parley.example", follow_redirects=False)


def test_without_the_token_nothing_is_shown(locked: TestClient) -> None:
    assert locked.get("/items.json").status_code == 401
    page = locked.get("/", headers={"accept": "text/html"})
    assert (page.status_code, page.headers["location"]) == (303, "/login?to=/")


def test_the_token_opens_as_bearer_and_as_login(locked: TestClient) -> None:
    assert locked.get("/items.json", headers={"authorization": f"Bearer {WORD}"}).status_code == 200
    assert locked.post("/login", data={"token": "wrong", "to": "/"}).status_code == 403
    entered = locked.post("/login", data={"token": WORD, "to": "/items"})
    assert (entered.status_code, entered.headers["location"]) == (303, "/items")
    assert "HttpOnly" in entered.headers["set-cookie"] and "SameSite=strict" in entered.headers["set-cookie"]
    assert locked.get("/items.json").status_code == 200


@pytest.mark.parametrize("to", ["//evil.example", "https://evil.example", "/\\evil.example"])
def test_login_leads_nowhere_else(locked: TestClient, to: str) -> None:
    assert locked.post("/login", data={"token": WORD, "to": to}).headers["location"] == "/"


def test_a_foreign_name_that_leads_here_opens_nothing(made: Path) -> None:
    assert TestClient(create_app(made), base_url="http://rebound.example").get("/").status_code == 421


@pytest.mark.parametrize("headers", [{}, {"x-parley-forgery": "guess"}])
def test_another_page_cannot_decide(made: Path, headers: dict[str, str]) -> None:
    client = TestClient(create_app(made), base_url=HERE)
    assert client.post("/decisions", json={"kind": "reject", "ids": ["x"]}, headers=headers).status_code == 403


@pytest.mark.parametrize(
    "host, alone", [("127.0.0.1", True), ("localhost", True), ("::1", True), ("0.0.0.0", False), ("192.168.1.4", False), ("example.org", False)]
)
def test_which_addresses_only_this_machine_reaches(host: str, alone: bool) -> None:
    assert is_loopback(host) == alone
