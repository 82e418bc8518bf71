"""The proof in English."""

from ringback.core.people import OpeningKind
from ringback.core.proof.forms import Form
from ringback.core.proof.words import Words
from ringback.core.touches import Line, Purpose, Reason, Reply, Result, Via

WORDS = Words(
    day="%m/%d/%Y",
    titles={Form.US: "Work search record", Form.DE: "Record of applications"},
    headings=(
        "Date", "Employer and address", "Person contacted", "How", "Position", "Result",
    ),
    name="Name",
    number="Claimant number",
    period="Period",
    week="Week of {first} to {last}",
    count="Contacts: {contacts}, employers: {employers}",
    page="Page {page} of {pages}",
    made="Made on {day} from the record of each contact",
    confirm="I made these contacts on the dates given, and the entries are true.",
    sign="Date, signature",
    nothing="No contact is on record in this period.",
    applied={
        OpeningKind.ADVERTISED: "Application to a posting",
        OpeningKind.APPROACH: "Letter of inquiry",
        OpeningKind.REFERRAL: "Application on a referral",
    },
    via={
        Via.MAIL: "e-mail", Via.POST: "post", Via.PORTAL: "online form", Via.HAND: "in person",
        None: "",
    },
    call="Telephone call",
    mail="E-mail",
    interview="Interview",
    receptionist="Receptionist",
    hr="Human resources",
    sent="Sent",
    no_answer="no answer yet",
    answered="{day}: {what}",
    interview_held="Interview held",
    lines={
        Line.ANSWERED: "Answered", Line.NO_ANSWER: "No answer", Line.BUSY: "Line busy",
        Line.DEAD_END: "Telephone menu, nobody reached", Line.VOICEMAIL: "Voicemail, no message",
        Line.VOICEMAIL_LEFT: "Left a message", Line.INVALID: "Number not in service",
        Line.WRONG_NUMBER: "Wrong number",
    },
    results={
        Result.TALKED: "Talked, nothing fixed yet",
        Result.NAME_OBTAINED: "Was given the manager's name",
        Result.MESSAGE_TAKEN: "Message taken",
        Result.BLOCKED: "Was not put through",
        Result.PASSED_TO_HR: "Passed to human resources",
        Result.CALL_BACK: "Asked to call back",
        Result.LEFT_COMPANY: "Person no longer works there",
        Result.WRONG_PERSON: "Not the person who hires",
        Result.REFERRED_INSIDE: "Referred to a colleague",
        Result.REFERRED_OUTSIDE: "Referred to another employer",
        Result.SEND_MORE: "Asked for more documents",
        Result.APPLY_ONLINE: "Asked to apply online",
        Result.NOT_HIRING: "Not hiring now",
        Result.NOT_INTERESTED: "Not interested",
        Result.FILLED: "Position filled",
        Result.REJECTED: "Rejected",
        Result.INTERVIEW_SET: "Interview agreed",
        Result.MEETING_SET: "Informal meeting agreed",
        Result.DO_NOT_CONTACT: "Wishes no further contact",
    },
    replies={
        Reply.POSITIVE: "Positive answer", Reply.INFORMATION: "Answer",
        Reply.OBJECTION: "Doubts", Reply.NOT_NOW: "Not hiring now",
        Reply.REFERRAL: "Referred to somebody else",
        Reply.WRONG_PERSON: "Not the person who hires",
        Reply.RECEIPT: "Receipt confirmed", Reply.OUT_OF_OFFICE: "Out of office",
        Reply.BOUNCE: "Came back undelivered", Reply.REJECTION: "Rejected",
        Reply.STOP: "Wishes no further contact",
    },
    purposes={
        Purpose.FOLLOW_UP: "Followed up", Purpose.ANSWER: "Answered their message",
        Purpose.MORE: "Sent what they asked for", Purpose.CONFIRM: "Confirmed in writing",
        Purpose.CLOSING: "Closing letter", Purpose.STATUS: "Asked where things stand",
    },
    reasons={
        Reason.HIRED: "Hired", Reason.DECLINED: "Offer declined", Reason.REJECTED: "Rejected",
        Reason.NOT_INTERESTED: "Not interested", Reason.FILLED: "Position filled",
    },
    interview_agreed="Interview agreed",
    offer="Offer made",
)  # fmt: skip
