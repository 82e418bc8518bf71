"""Every command with the module that holds it and what it does in one line, in the order of help.

The modules are imported when their command runs: start-up time is a promise.
"""

Section = tuple[str, tuple[tuple[str, str, str], ...]]

SECTIONS: tuple[Section, ...] = (
    (
        "Every day",
        (
            ("today", "today", "The day: the one next thing on top, then the rest"),
            ("next", "next_step", "The next step ready to do: number, hours there, words, history"),
            ("call", "call", "A calling session: one call after the other, one key an outcome"),
            ("log", "log", "Record what came of a call; the next step follows from it"),
        ),
    ),
    (
        "What goes out, what comes back",
        (
            ("add", "add", "Keep an opening: an employer, and what is known so far"),
            ("gate", "gate", "What is still missing before something can be sent"),
            ("send", "send", "Record that a résumé or letter went out; the call becomes due"),
            ("mail", "mail", "Record a mail after the first letter, or show its words"),
            ("reply", "reply", "Record an answer in writing"),
            ("interview", "interview", "Book an interview, or record that it was held"),
            ("offer", "offer", "Record an offer, accept it or decline it"),
            ("thank", "thank", "Record that somebody was thanked"),
            ("refer", "refer", "Record that somebody you know opened the door"),
        ),
    ),
    (
        "People and numbers",
        (
            ("who", "who", "Who hires: people known there, ranked, with the reasons"),
            ("name", "name", "Name the manager: the one who hires for an opening"),
            ("ties", "ties", "Your own people who may open a door, and what to ask them"),
            ("route", "route", "Add a number or a mail address"),
            ("never", "never", "Never contact somebody again, or no more calls"),
            ("merge", "merge", "Make two records of one person or employer one"),
        ),
    ),
    (
        "The course of an opening",
        (
            ("pause", "course", "Let an opening rest until a day"),
            ("resume", "course", "End a pause early"),
            ("skip", "course", "Pass over the step that is due, for a reason"),
            ("note", "course", "Keep a remark"),
            ("close", "course", "Close an opening, for a reason"),
            ("reopen", "course", "Open a closed or resting opening again"),
            ("undo", "undo", "Take the last thing back"),
            ("redo", "undo", "Bring back what was taken back last"),
        ),
    ),
    (
        "Looking things up",
        (
            ("show", "show", "All openings by stage, or one with everything about it"),
            ("find", "find", "Search all text: names, titles, numbers, notes, documents"),
        ),
    ),
    (
        "What it comes to",
        (
            ("numbers", "numbers", "What was done and what came of it, with how sure that is"),
            ("simulate", "simulate", "So many résumés: wait, or follow up"),
            ("proof", "proof", "The record of your contacts for an unemployment office"),
        ),
    ),
    (
        "In and out",
        (
            ("import", "imports", "Read the sheet you kept, or another program's export"),
            ("export", "export", "Write everything into one ZIP file"),
            ("erase", "erase", "Remove a person, or the whole search, for good"),
        ),
    ),
    (
        "Your own ways",
        (
            ("plan", "plan", "Your days, your hour, how many calls; days off"),
            ("cadence", "cadence", "Every wait, cap and hour: what it is, and how to change it"),
            ("config", "config", "Who and where you are, and your own lines in the scripts"),
        ),
    ),
    (
        "The program",
        (
            ("serve", "serve", "The desk in the browser"),
            ("demo", "demo", "A made-up search in a book of its own, to try things with"),
            ("check", "check", "Prove that the book is whole"),
            ("completion", "completion", "Let the Tab key complete commands (bash, zsh, fish)"),
        ),
    ),
)

MODULES = {name: module for _, entries in SECTIONS for name, module, _ in entries}
SUMMARIES = {name: says for _, entries in SECTIONS for name, _, says in entries}
