"""`ringback serve`: the desk in the browser."""

import os
import sys
import webbrowser
from functools import partial

import click

from ringback.cli.door import Door, same_door
from ringback.cli.options import json_option
from ringback.desk.refusal import Code, Refusal


@click.command()
@click.option("--port", type=click.IntRange(0, 65_535), help="Another port than 8642; 0: any.")
@click.option("--lan", is_flag=True, help="Also for a phone in the home network, over HTTPS.")
@click.option("--name", metavar="HOST", help="With --lan: the name there, HOST.local.")
@click.option("--address", metavar="IP", help="With --lan: which address, where there are several.")
@click.option("--no-browser", is_flag=True, help="Only print the address; open nothing.")
@json_option
@same_door
def serve(
    door: Door, port: int | None, lan: bool, name: str | None, address: str | None,
    no_browser: bool,
) -> None:  # fmt: skip
    """Open the desk in the browser, on this computer alone.

    The address that is printed holds the word that lets a browser in; a browser that was let in
    once stays in. Ctrl+C stops it.

    With --lan a phone in the same network can come too, once it was let in on the page Devices.
    """
    from ringback.home import find_home
    from ringback.web import server

    if door.at:
        raise Refusal(
            Code.BAD_VALUE, "The desk in the browser is always as of now.",
            "Leave --at away, or look with it in the terminal: `ringback --at … today`.",
        )  # fmt: skip
    if (name or address) and not lan:
        raise Refusal(
            Code.BAD_VALUE, "--name and --address say where in the home network; --lan is missing.",
            "Say `ringback serve --lan` too, or leave them away.",
        )  # fmt: skip
    names: tuple[str, ...] = ()
    certify, fingerprint = None, ""
    if lan:
        from ringback.web.authority import authority_of
        from ringback.web.authority import certify as certified
        from ringback.web.lan import lan_names

        home = find_home()
        names = lan_names(address, name)
        fingerprint = authority_of(home).fingerprint
        certify = partial(certified, home, names)
    where = server.Address(
        "127.0.0.1", server.free_port(("127.0.0.1", *names[:1]), port), names, certify
    )
    # Going in and out of the demo starts the server anew: whoever reads this has the address.
    is_told = server.RESTARTED in os.environ
    token = server.start_token()

    def ready(start: str) -> None:
        at_home = [f"https://{one}:{where.port}" for one in names]
        if door.json:
            told = {"address": start, "port": where.port}
            more = {"home_network": at_home, "fingerprint": fingerprint} if lan else {}
            door.answer({**told, **more})
        elif not is_told:
            for line in _said(start, at_home, fingerprint):
                click.echo(line)
        sys.stdout.flush()
        if not no_browser:
            webbrowser.open(server.browser_address(where))

    server.serve(where, token, ready)


def _said(start: str, at_home: list[str], fingerprint: str) -> list[str]:
    if not at_home:
        return [
            "Open this in your browser:",
            start,
            "Only this computer can see it. Ctrl+C closes it.",
        ]
    return [
        "Open this in your browser:",
        start,
        "Your phone, in the same network, comes in by a code that it scans: press “Let a",
        "phone in” there, on the first page or under Settings, Devices. Its address then:",
        " or ".join(at_home),
        "This desk vouches for itself. Its fingerprint (SHA-256), to compare on the phone:",
        fingerprint,
        "Ctrl+C closes it.",
    ]
