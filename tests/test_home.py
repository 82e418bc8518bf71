"""Where the book lies on this machine, as the platform has it."""

import platformdirs
import pytest

from ringback.home import HOME_VARIABLE, own_folder, platform_folder


@pytest.mark.parametrize(
    "data", [None, "", "/somewhere/data", "/somewhere/data/", "not/whole", " "]
)
@pytest.mark.parametrize("home", [None, "", "/srv/somebody", "/srv/somebody/", "not/whole"])
def test_the_platform_has_the_last_word(
    monkeypatch: pytest.MonkeyPatch, data: str | None, home: str | None
) -> None:
    for name, value in (("XDG_DATA_HOME", data), ("HOME", home)):
        monkeypatch.delenv(name, raising=False)
        if value is not None:
            monkeypatch.setenv(name, value)
    assert platform_folder() == platformdirs.user_data_path("ringback", False)


def test_a_folder_that_the_environment_names_goes_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(HOME_VARIABLE)
    assert own_folder() == platform_folder()
    monkeypatch.setenv(HOME_VARIABLE, "/somewhere/else")
    assert str(own_folder()) == "/somewhere/else"
