"""A made-up export of LinkedIn's, as its archives lay them out: part by part, or all in one ZIP."""

import zipfile
from pathlib import Path

PREAMBLE = (
    "Notes:\n"
    '"When exporting your connection data, you may notice that some of the email addresses are '
    "missing. You will only see email addresses for connections who have allowed their "
    "connections to see or download their email address using this setting "
    "https://www.linkedin.com/psettings/privacy/email. You can learn more here "
    'https://www.linkedin.com/help/linkedin/answer/261"\n\n'
)
IN = "https://www.linkedin.com/in/"
CONNECTIONS = PREAMBLE + (
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    f'Avis,Tarrow,{IN}avis-tarrow,,"Quarrystone Fittings, Inc.","Vice President, Operations",'
    "12 Mar 2018\n"
    ",,,,,,\n"
    f'Zoë,"Müller, PMP",{IN}zoe-muller,zoe@vorhaus.example,Vorhaus Muster GmbH,Head of HR,'
    "05 Jan 2019\n"
)
MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,"
    "SUBJECT,CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT\n"
    f"2-A==,,Avis Tarrow,{IN}avis-tarrow,Pat Doe,{IN}pat-doe,2026-01-05 13:28:00 UTC,,"
    '"Thanks for the call.\nLet\'s talk, ""Tuesday"".",INBOX,,No\n'
    f"2-A==,,Pat Doe,{IN}pat-doe,Avis Tarrow,{IN}avis-tarrow,2026-01-06 09:00:00 UTC,,Gladly,"
    "INBOX,,No\n"
    f"2-A==,,Pat Doe,{IN}pat-doe,Avis Tarrow,{IN}avis-tarrow,2026-01-07 09:00:00 UTC,,draft,"
    "INBOX,,Yes\n"
    f"2-B==,,Zoë Müller,{IN}zoe-muller,Pat Doe,{IN}pat-doe,2021-05-01 08:00:00 UTC,,Hello,"
    "INBOX,,No\n"
    f'2-C==,Old hands,Avis Tarrow,{IN}avis-tarrow,"Pat Doe,Zoë Müller",'
    f'"{IN}pat-doe,{IN}zoe-muller",2026-02-01 08:00:00 UTC,,Reunion,INBOX,,No\n'
    f"2-D==,,LinkedIn Member,,Pat Doe,{IN}pat-doe,2020-02-01 08:00:00 UTC,,Gone,INBOX,,No\n"
    f"2-E==,,Vendor,{IN}vendor,Pat Doe,{IN}pat-doe,2020-02-01 08:00:00 UTC,,Buy,SPAM,,No\n"
)
INVITATIONS = (
    "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
    f'Pat Doe,Avis Tarrow,"3/11/18, 10:02 AM",Enjoyed our call,OUTGOING,{IN}pat-doe,'
    f"{IN}avis-tarrow\n"
    f'Zoë Müller,Pat Doe,"1/4/19, 10:02 PM",,INCOMING,{IN}zoe-muller,{IN}pat-doe\n'
)
POSITIONS = (
    "Company Name,Title,Description,Location,Started On,Finished On\n"
    "Oxbow Rail,Planner,Planned trains,Columbus,Jan 2016,Nov 2019\n"
    "Example Mill,Scheduler,,,2020,\n"
)
PROFILE = (
    "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,"
    "Geo Location,Twitter Handles,Websites,Instant Messengers\n"
    "Pat,Doe,,,,Planner,,Manufacturing,,Columbus,,,\n"
)
RECOMMENDED = (
    "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
    'Avis,Tarrow,Oxbow Rail,Manager,Pat is a joy,"05/06/19, 10:02 AM",VISIBLE\n'
)
APPLIED = (
    "Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,"
    "Resume Name,Question And Answers\n"
    '"11/20/24, 8:15 AM",pat@doe.example,2025550150,"Quarrystone Fittings, Inc.",Plant Scheduler,'
    "http://www.linkedin.com/jobs/view/0000000000,resume.pdf,Years?:7\n"
)
SAVED = (
    "Saved Date,Job Url,Job Title,Company Name\n"
    '"3/8/26, 4:55 AM",http://www.linkedin.com/jobs/view/0000000001,Operations Analyst,'
    "Vorhaus Muster GmbH\n"
)
# Parts of a whole archive of which nothing is wanted; some look like applications or people.
OTHERS = {
    "Company Follows.csv": 'Organization,Followed On\nOxbow Rail,"Sat Mar 14 2020"\n',
    "Ad_Targeting.csv": "Member Age,Company Names\n25-34,Oxbow Rail; Example Mill\n",
    "Skills.csv": "Name\nPlanning\n",
    "Education.csv": "School Name,Start Date,End Date,Notes,Degree Name,Activities\n"
    "Example College,2010,2014,,BSc,\n",
    "SavedJobAlerts.csv": "Title,Company,Status,Date\nPlanner,Oxbow Rail,Active,2026-01-05\n",
}
WHOLE = {
    "Connections.csv": CONNECTIONS,
    "messages.csv": MESSAGES,
    "Invitations.csv": INVITATIONS,
    "Positions.csv": POSITIONS,
    "Profile.csv": PROFILE,
    "Recommendations_Received.csv": RECOMMENDED,
    "Jobs/Job Applications.csv": APPLIED,
    "Jobs/Saved Jobs.csv": SAVED,
    **OTHERS,
}


def export_of(folder: Path, files: dict[str, str], name: str = "Complete_Export.zip") -> Path:
    """A ZIP of these files."""
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for member, content in files.items():
            packed.writestr(member, content)
    return path
