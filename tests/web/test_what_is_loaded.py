"""What the desk loads to show its day: nothing that only the reading of files and pages needs."""

import subprocess
import sys
from pathlib import Path

from tests.cli.process import environment, start

# Readers of pages and files do their work in a child process, or once a file asks for them.
OF_READERS = {
    "charset_normalizer", "ftfy", "httpcore2", "httpx2", "selectolax",
    "ringback.sources.postings.registry", "ringback.sources.team_page",
    "ringback.sources.team_pages.words",
}  # fmt: skip
TODAY = """
import sys
import django
django.setup()
from django.test import Client
import ringback.web.urls
from ringback.settings import HOME
from ringback.web.devices import DeviceKind, Devices
from ringback.web.serving import served
somebody, credential = Devices(HOME).admit("test", DeviceKind.COMPUTER)
client = Client(headers={"host": "127.0.0.1:8642"})
client.cookies[served().cookie] = credential
answer = client.get("/")
assert answer.status_code == 200, answer.status_code
assert "Acme Foods" in answer.content.decode()
print("LOADED", *sys.modules)
"""


def test_the_day_is_shown_without_a_reader(tmp_path: Path) -> None:
    start(tmp_path, "add", "Acme Foods", "--title", "Buyer")
    serving = environment(
        tmp_path, DJANGO_SETTINGS_MODULE="ringback.web.settings",
        RINGBACK_WEB_TOKEN="test", RINGBACK_WEB_PORT="8642",
    )  # fmt: skip
    out = subprocess.check_output(
        [sys.executable, "-c", TODAY], env=serving, text=True, encoding="utf-8"
    )
    loaded = set(out.rpartition("LOADED")[2].split())
    assert "ringback.web.pages.posting" in loaded
    assert not loaded & OF_READERS
