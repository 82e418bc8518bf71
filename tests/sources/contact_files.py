"""Made-up files of people, in the shapes that services and address books write them."""

HOOVERS = """\
First Name,Last Name,Title,Contact Level,Job Function,Email,Company Email,\
Email usage restriction,Direct Phone,Direct phone usage restriction,Phone,Fax,Company Name,\
Tradestyle,Entity Type,D-U-N-S® Number,Key ID,City,State Or Province,Postal Code,Country/Region,\
Sales (USD),Employees (Single Site),Employees (Total),D&B Hoovers Industry,TPS Flag,\
Direct Marketing Status,URL,Dedup ID
Nadja,O'Rowe,"Director, Yard Planning",Director,Operations,nadja.orowe@fairlead.example,\
info@fairlead.example,,'+12515550141,,1-251-555-0140,1-251-555-0149,"Fairlead Marine, Inc.",\
Fairlead,Parent,001234567,7001,Mobile,Alabama,36602,United States,1.06566E8,80,340,Shipbuilding,\
false,Has Not Opted Out of Direct Marketing,www.fairlead.example,1
Émile,Sørby,Crm Manager,Manager,Sales,e.sorby@fairlead.example,,Do not use,'+12515550142,true,\
1-251-555-0140,,"Fairlead Marine, Inc.",Fairlead,Parent,001234567,7001,Mobile,Alabama,36602,\
United States,1.06566E8,80,340,Shipbuilding,false,Has Not Opted Out of Direct Marketing,\
www.fairlead.example,1
"""
HOOVERS_COMPANIES = """\
Phone,Fax,Company Name,Entity Type,Is Headquarters,D-U-N-S® Number,Key ID,City,\
State Or Province,Country/Region,Employees (Single Site),Employees (Total),D&B Hoovers Industry,\
TPS Flag,Direct Marketing Status,URL
44-1632-960100,,Oxbow Rail Ltd,Parent,true,7654321,7002,Derby,,United Kingdom,12,40,Rail,true,\
Opts Out of Direct Marketing,oxbow.example
"""
HOOVERS_OLDER = """\
Company Name,City,Province,Country,Phone,URL,Parent Country,Revenue (USD),\
Employees (Single Site),Employees (All Sites),DB Hoovers Industry,D-U-N-S Number,\
Direct Marketing Status
Oxbow Rail,Derby,,United Kingdom,44-1632-960100,oxbow.example,,1.2E6,12,40,Rail,7654321,
"""
THOMASNET = """\
Company,Commodity,City,State,Phone,Website
"Fairlead Marine, Inc.",Dry Docks,Mobile,AL,251-555-0140,fairlead.example
"""
THOMASNET_FLAT = """\
tgramsId,name,primaryPhone,website,address.city,address.state,numberEmployees,\
personnel[0].name,personnel[0].title,personnel[1].name,personnel[1].title
00000009,"Fairlead Marine, Inc.",(251) 555-0140,https://www.fairlead.example/en,Mobile,AL,\
50-99,Nadja O'Rowe,Yard Director,Émile Sørby,
"""
LEAD411 = """\
Company Name,Website,Industry,Employee Count,Intent Topics,Intent Score,Contact Name,Email,Phone,\
Job Title,LinkedIn Profile
"Fairlead Marine, Inc.",www.fairlead.example,Ships,340,Steel;Paint,85,Émile Sørby,\
e.sorby@fairlead.example,251-555-0142,Sales Manager,linkedin.com/in/made-up-sorby
"""
LEAD411_WEB = """\
company_name,company_phone,employee_name,title,email,direct_dial,direct_prefix,\
direct_country_code,mobile_dial,mobile_prefix,mobile_country_code
"Fairlead Marine, Inc.",(251) 555-0140,Émile Sørby,Sales Manager,Not Available,555-0142,251,1,\
Not Available,,
"""
LEAD411_GRID = """\
MuiTypography-root href 3,hidden,max-w-full,linkdesign,cursor-pointer 2,MuiTableCell-root 7,\
MuiTableCell-root 8
https://www.linkedin.com/in/made-up-sorby,Émile Sørby,Sales Manager,"Fairlead Marine, Inc.",\
e.sorby@fairlead.example,100 - 250 million,340
,Nadja O'Rowe,Yard Director,"Fairlead Marine, Inc.",,< 500k,< 5
"""
LEAD411_MAILER = """\
Employee Id,Email,Firstname
9,e.sorby@fairlead.example,Émile
"""
CONNECTIONS = """\
Notes:
"When exporting your connection data, you may notice that some of the email addresses are \
missing. You will only see those that are shared, see https://help.example/privacy"

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Nadja,O'Rowe,https://www.linkedin.com/in/made-up-orowe,,"Fairlead Marine, Inc.",\
"Director, Yard Planning",12 Mar 2024
,,,,,,
Émile,"Sørby, PMP",https://www.linkedin.com/in/made-up-sorby,emile@home.example,\
"Fairlead Marine, Inc.",Crm Manager,05 Jan 2019
"""
CONNECTIONS_OLD = """\
First Name,Last Name,Email Address,Company,Position,Connected On
Nadja,O'Rowe,,"Fairlead Marine, Inc.","Director, Yard Planning",7-Feb-22
"""
IMPORTED = """\
Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,FullName
MOBILE,Nadja,O'Rowe,Fairlead Marine,Yard Director,nadja.orowe@fairlead.example,+12515550141,\
Nadja O'Rowe
"""
APOLLO = """\
First Name,Last Name,Title,Company Name,Company Name for Emails,Email,Email Status,Seniority,\
Departments,Work Direct Phone,Home Phone,Mobile Phone,Corporate Phone,Other Phone,Do Not Call,\
Stage,Last Contacted,# Employees,Person Linkedin Url,Website,City,State,Country,Company City,\
Company State,Company Country,Company Phone,Apollo Contact Id
Émile,Sørby,Sales Manager,"Fairlead Marine, Inc.",Fairlead,e.sorby@fairlead.example,Verified,\
Manager,Sales,+12515550142,,,+12515550140,,true,Cold,,340,http://www.linkedin.com/in/made-up-sorby,\
http://www.fairlead.example,Daphne,Alabama,United States,Mobile,Alabama,United States,\
+1 251-555-0140,0009
"""
APOLLO_OLDER = APOLLO.replace("Company Name,", "Company,", 1)
ZOOMINFO = """\
ZoomInfo Contact ID,Last Name,First Name,Middle Name,Salutation,Job Title,Management Level,\
Job Function,Direct Phone Number,Email Address,Mobile phone,LinkedIn Contact Profile URL,\
Notice Provided Date,Person City,Person State,Country,ZoomInfo Company ID,Company Name,Website,\
Company HQ Phone,Fax,Employees,Company City,Company State,Company Country
9,Sørby,Émile,,,Sales Manager,Manager,Sales,(251) 555-0142,e.sorby@fairlead.example,\
(251) 555-0177,https://www.linkedin.com/in/made-up-sorby,2026-01-05,Daphne,Alabama,\
United States,8,"Fairlead Marine, Inc.",www.fairlead.example,(251) 555-0140,(251) 555-0149,340,\
Mobile,Alabama,United States
"""
ZOOMINFO_COMPANIES = """\
ZoomInfo Company ID,Company Name,Website,Company HQ Phone,Fax,Employees,Company City,Company State,\
Company Country,Defunct Company,Entity Name (Ultimate Parent)
8,"Fairlead Marine, Inc.",www.fairlead.example,(251) 555-0140,,340,Mobile,Alabama,United States,\
,Fairlead Holding
"""
GOOGLE = """\
First Name,Middle Name,Last Name,Name Prefix,Nickname,File As,Organization Name,\
Organization Title,Organization Department,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,\
Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,Phone 3 - Label,Phone 3 - Value,\
Address 1 - City,Address 1 - Region,Address 1 - Country,Website 1 - Label,Website 1 - Value
Émile,J.,Sørby,Dr.,Em of the yard gate,,"Fairlead Marine, Inc.",Sales Manager,Sales,Met at a fair,\
* myContacts,* Work,e.sorby@fairlead.example,Work,+1 251-555-0142 ::: +1 251-555-0143,Mobile,\
+1 251-555-0177,Work Fax,+1 251-555-0149,Mobile,Alabama,United States,Profile,\
https://www.linkedin.com/in/made-up-sorby
"""
GOOGLE_OLD = """\
Name,Given Name,Additional Name,Family Name,Name Prefix,Nickname,Location,Notes,Group Membership,\
E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Phone 2 - Type,Phone 2 - Value,\
Organization 1 - Type,Organization 1 - Name,Organization 1 - Title,Organization 1 - Department
Nadja O'Rowe,Nadja,,O'Rowe,,,,,* myContacts,* Work,nadja.orowe@fairlead.example,Work,\
+1 251-555-0141,Main,+1 251-555-0140,,"Fairlead Marine, Inc.",Yard Director,
"""
OUTLOOK = """\
First Name,Middle Name,Last Name,Title,Suffix,E-mail Address,E-mail 2 Address,Home Phone,\
Business Phone,Mobile Phone,Business Fax,Company Main Phone,Job Title,Department,Company,\
Manager's Name,Assistant's Name,Assistant's Phone,Business City,Business State,\
Business Country/Region,Web Page,Notes
Émile,,Sørby,Dr.,,e.sorby@fairlead.example,,,(251) 555-0142,,(251) 555-0149,(251) 555-0140,\
Sales Manager,Sales,"Fairlead Marine, Inc.",Nadja O'Rowe,Ida Pell,(251) 555-0144,Mobile,Alabama,\
United States,,
"""
HUNTER = """\
Domain name,Organization,Company type,Headcount,Country,State,City,Pattern,Email address,Type,\
Confidence score,Number of sources,First name,Last name,Department,Job title,LinkedIn URL,\
Phone number,Source 1,Source 2
fairlead.example,Fairlead Marine,privately held,51-200,US,AL,Mobile,{first}.{last},\
e.sorby@fairlead.example,personal,92,1,Émile,Sørby,Sales,Sales Manager,,,\
https://fairlead.example/about/team,
fairlead.example,Fairlead Marine,privately held,51-200,US,AL,Mobile,{first}.{last},\
sales@fairlead.example,generic,80,1,,,,,,,,
"""
ROCKETREACH = """\
Input - Full Name,Input - Current Employer,First Name,Last Name,Title,Employer,Employer Domain,\
Location,LinkedIn,Recommended Email,Recommended Work Email,A Emails,Phone,Mobile Phone,\
Office Phone,Other Phones
emile sorby,fairlead,Émile,Sørby,Sales Manager,"Fairlead Marine, Inc.",fairlead.example,\
"Mobile, Alabama, United States",https://www.linkedin.com/in/made-up-sorby,\
e.sorby@fairlead.example,,,,,+1 251-555-0142,
"""
EVABOOT = """\
First Name,Last Name,Full Name,Email,Email Status,Current Job,Profile Headline,\
Linkedin URL Public,Sales Navigator URL,Location,Company Name,Company Domain,\
Company Employee Range,Company Location
Émile,Sørby,Émile Sørby,,,Sales Manager,Ships | Steel | Sun,\
https://www.linkedin.com/in/made-up-sorby,,"Daphne, Alabama, United States",\
"Fairlead Marine, Inc.",fairlead.example,51-200,"Mobile, Alabama, United States"
"""
CRUNCHBASE = """\
Organization Name,Organization Name URL,Headquarters Location,CB Rank (Company),Website,LinkedIn,\
Phone Number,Contact Email,Number of Employees,Founders
Fairlead Marine,https://www.crunchbase.com/organization/made-up,"Mobile, Alabama, United States",\
"999,999",https://fairlead.example,,(251) 555-0140,info@fairlead.example,251-500,\
"Nadja O'Rowe, Émile Sørby"
"""
ALL = {
    "dnb-hoovers": (HOOVERS, HOOVERS_COMPANIES, HOOVERS_OLDER),
    "thomasnet": (THOMASNET, THOMASNET_FLAT),
    "lead411": (LEAD411, LEAD411_WEB, LEAD411_GRID, LEAD411_MAILER),
    "linkedin-connections": (CONNECTIONS, CONNECTIONS_OLD, IMPORTED),
    "apollo": (APOLLO, APOLLO_OLDER),
    "zoominfo": (ZOOMINFO, ZOOMINFO_COMPANIES),
    "google-contacts": (GOOGLE, GOOGLE_OLD),
    "outlook": (OUTLOOK,),
    "hunter": (HUNTER,),
    "rocketreach": (ROCKETREACH,),
    "evaboot": (EVABOOT,),
    "crunchbase": (CRUNCHBASE,),
}
