"""`ringback serve`: the desk in the browser."""

import sys
import webbrowser

import click

from ringback.cli.door import Door, same_door
from ringback.cli.options import json_option


@click.command()
@click.option("--port", type=click.IntRange(0, 65_535), help="Another port than 8642; 0: any.")
@click.option("--no-browser", is_flag=True, help="Only print the address; open nothing.")
@json_option
@same_door
def serve(door: Door, port: int | None, no_browser: bool) -> None:
    """Open the desk in the browser, on this computer alone.

    The address that is printed holds the word that lets a browser in; a browser that was let in
    once stays in. Ctrl+C stops it.
    """
    from ringback.web import server

    address = server.Address("127.0.0.1", server.free_port("127.0.0.1", port))
    token = server.start_token()

    def ready(start: str) -> None:
        if door.json:
            door.answer({"address": start, "port": address.port})
        else:
            click.echo(f"The desk is open: {start}")
            click.echo("Only this computer can see it. Ctrl+C closes it.")
        sys.stdout.flush()
        if not no_browser:
            webbrowser.open(start)

    server.serve(address, token, ready)
