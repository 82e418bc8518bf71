"""The list of devices says when each was last seen; noting it holds no request up."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client

from ringback.desk.desk import Desk
from ringback.home import Home
from ringback.web.devices import Device, DeviceKind, Devices

LONG_AGO = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)


def aged(devices: Devices) -> Device:
    """The one device, last seen long ago."""
    (device,) = devices.all()
    text = devices.file.read_text().replace(device.seen, LONG_AGO.isoformat(timespec="seconds"))
    devices.file.write_text(text)
    return devices.all()[0]


def done_noting() -> None:
    for thread in threading.enumerate():
        if thread.name == "ringback-seen":
            thread.join()


def test_a_request_notes_when_the_device_was_seen(
    signed_in: Client, desk: Desk, web_home: Home
) -> None:
    old = aged(Devices(web_home))
    signed_in.get("/")
    done_noting()
    (device,) = Devices(web_home).all()
    assert datetime.fromisoformat(device.seen) > LONG_AGO + timedelta(days=100)
    assert (device.id, device.digest) == (old.id, old.digest)
    assert Devices(web_home).file.stat().st_mode & 0o077 == 0


def test_it_is_written_once_an_hour_at_most(tmp_path: Path) -> None:
    devices = Devices(Home(folder=tmp_path))
    device, _ = devices.admit("a laptop", DeviceKind.COMPUTER)
    first = datetime.fromisoformat(device.seen)
    assert devices.saw(device, first + timedelta(minutes=59)) is None
    thread = devices.saw(device, first + timedelta(minutes=61))
    assert thread is not None
    thread.join()
    written = devices.file.stat().st_mtime_ns
    # A second request that was on its way meanwhile finds it noted.
    again = devices.saw(device, first + timedelta(minutes=62))
    assert again is not None
    again.join()
    assert devices.file.stat().st_mtime_ns == written


def test_who_was_shut_out_meanwhile_stays_out(tmp_path: Path) -> None:
    devices = Devices(Home(folder=tmp_path))
    device, credential = devices.admit("a phone", DeviceKind.PHONE)
    devices.revoke(device.id)
    thread = devices.saw(device, datetime.now(UTC) + timedelta(days=2))
    assert thread is not None
    thread.join()
    assert devices.known(credential) is None


def test_a_request_is_answered_while_the_list_is_being_written(
    signed_in: Client, desk: Desk, web_home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    aged(Devices(web_home))
    goes_on = threading.Event()
    write = Devices._write

    def slowly(self: Devices, devices: list[Device]) -> None:
        goes_on.wait(timeout=60)
        write(self, devices)

    monkeypatch.setattr(Devices, "_write", slowly)
    assert signed_in.get("/").status_code == 200
    assert not goes_on.is_set()
    goes_on.set()
    done_noting()
