"""`ringback completion`: what a shell needs so that the Tab key completes commands."""

import click
from click.shell_completion import get_completion_class

from ringback.cli.exits import FAULT
from ringback.cli.group import COMPLETING, ringback

SHELLS = {
    "bash": 'eval "$(ringback completion bash)" in ~/.bashrc',
    "zsh": 'eval "$(ringback completion zsh)" in ~/.zshrc',
    "fish": "ringback completion fish > ~/.config/fish/completions/ringback.fish",
}


@click.command()
@click.argument("shell", type=click.Choice(list(SHELLS)))
def completion(shell: str) -> int:
    """Print what SHELL (bash, zsh, fish) needs so that the Tab key completes commands.

    bash: eval "$(ringback completion bash)" in ~/.bashrc. zsh: the same with zsh in ~/.zshrc.
    fish: ringback completion fish > ~/.config/fish/completions/ringback.fish
    """
    found = get_completion_class(shell)
    if found is None:
        return FAULT
    click.echo(found(ringback, {}, "ringback", COMPLETING).source())
    return 0
