"""Whether two records are of one and the same person or employer, and which are worth comparing."""

from ringback.core.blocks import employer_blocks, person_blocks
from ringback.core.facts import EmployerFacts, PersonFacts
from ringback.core.same_employers import same_employer
from ringback.core.same_people import same_person
from ringback.core.verdict import Answer, Verdict

__all__ = [
    "Answer",
    "EmployerFacts",
    "PersonFacts",
    "Verdict",
    "employer_blocks",
    "person_blocks",
    "same_employer",
    "same_person",
]
