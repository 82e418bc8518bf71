"""Words in the names of employers that say little about which employer it is."""

from ringback.core.letters import respelled

# One word for what is written in several ways, or cut short (research services cut freely).
_SAME_WORD = """
manufacturing: mfg mfrg manufg
international: intl internatl
national: natl
services: svcs srvcs servs
service: svc srvc
brothers: bros
gebr: gebruder gebroeders gebroeder
hermanos: hnos
irmaos: irms
fratelli: flli
cia: compania companhia compagnia compagnie cie
ets: etablissements etablissement
st: saint sankt sint
association: assn assoc
university: univ
hospital: hosp hsptl
center: centre ctr cntr
theater: theatre
engineering: engrg engr
industries: inds
products: prods prdts
systems: sys
distributors: distrs distr
construction: constr cnstr
equipment: equip eqpt
management: mgmt mgt
holdings: hldgs
group: grp
technologies: techs
laboratories: labs
laboratory: lab
institute: inst
department: dept
transportation: transp trnsp
development: dev devt
associates: assocs
enterprises: entps entrps
communications: comms
pharmaceuticals: pharms
insurance: ins
financial: finl
environmental: envmtl
deutsche: dt
schweizerische: schweiz
sons: son
"""

# Said of a whole or a part of one enterprise; alone they do not tell two employers apart, nor do
# they prove one.
_LOOSE = """
group groupe grupo gruppo gruppe grup grupa groep konsern koncern konzern holding holdings
international worldwide global europe europa emea americas apac asia deutschland germany france
espana spain italia italy polska poland osterreich austria schweiz switzerland suisse svizzera
nederland netherlands holland belgium belgie belgique danmark denmark norge norway sverige sweden
suomi finland portugal brasil brazil mexico usa us america uk ireland canada australia india china
japan hungary magyarorszag czech romania turkey turkiye
koninklijke kongelige kungliga sanayi ticaret san tic societe societa sociedad sociedade enterprise
enterprises unternehmensgruppe firmengruppe verwaltung verwaltungs beteiligungs betriebs
beteiligungsgesellschaft betriebsgesellschaft
"""

# Of these, those that say the whole: "Charles River Laboratories International".
_WHOLE = """
group groupe grupo gruppo gruppe grup grupa groep konsern koncern konzern holding holdings
international worldwide global unternehmensgruppe firmengruppe societe societa sociedad sociedade
koninklijke kongelige kungliga sanayi ticaret san tic
"""

# What a firm calls itself in full and nobody says: "Uber Technologies", "Cisco Systems".
_TAIL = """
systems technologies technology communications industries resources software labs laboratories
solutions services service brands products enterprises associates partners networks stores
wholesale trading works company incorporated
"""

# With one of these a name goes on to speak of one of its sites ...
_SITE = """
niederlassung zweigniederlassung filiale zweigstelle geschaftsstelle branch succursale sucursal
oddzial filial filiaal vestiging pobocka sucursala fioktelep
"""

# ... and with one of these where a comma, a dash or a bracket stands before it.
_SITE_APART = """
standort werk plant site office offices depot store location facility division agence usine
oficina planta fabrica zaklad afdeling avdelning stabilimento sede campus region
"""


# Words that an abbreviation passes over.
_PASSED_OVER = "of the for and de des du del della di da do dos la le les der die das fur van y e i"

_ARTICLES = "the la le les el los las il der die das het"

_AND = "& and und et y e i og och en ja a u es ve si и та و plus"

# Common in the names of employers; a name of nothing else is found in many towns. Also the
# commonest family names, after which firms are called.
_COMMON = """
first second third independent bancorp banc bancshares national state federal union central
community city town county village public general common united american citizens peoples farmers
merchants trust savings credit bank banking finance financial capital insurance mutual savings
loan church school high elementary middle primary academy college university university hospital
clinic medical health center care dental dentist family physicians pharmacy veterinary vet animal
home house nursing senior services service solutions systems supply supplies store shop market
foods food restaurant diner cafe bakery pizza bar grill hotel inn motel auto automotive motors
cars tire truck trucking transport transportation logistics freight moving construction builders
building contractors contracting roofing plumbing heating cooling electric electrical electronics
painting landscaping lawn garden cleaning maintenance engineering consulting consultants
associates partners advisors law office offices legal accounting tax realty real estate properties
property homes management design studio media marketing advertising print printing press news
radio software tech technology technologies digital data computer computers it web internet
security energy power oil gas water steel metal metals iron wood lumber timber paper plastics
glass chemical machine machinery tool tools manufacturing industrial industries products equipment
parts works trading trade import export wholesale retail sales group company global international
world north south east west northern southern eastern western new old green blue red black white
golden silver star sun river lake mountain valley hill park bay island ocean sea spring royal king
queen crown eagle lion central main street road sons brothers son and of the for at on in de la el
los las del di da do dos das von van der den des du le les a the service quality best pro plus one
premier elite advanced modern classic professional express direct total complete
burger burgers palace kitchen coffee tea salon barber beauty hair nails gym fitness spa laundry
grocery deli liquor flowers florist jewelers books toys pets shoes fashion boutique optical eye
vision chiropractic therapy wellness daycare kids learning dance yoga taxi taxis rentals storage
glass alpha beta gamma delta omega sigma orion atlas phoenix apex summit nova titan apollo vega
pioneer liberty heritage premier horizon pinnacle vertex matrix fusion synergy integrity precision
dynamic dynamics universal imperial victoria vista aurora olympia europa concordia fortuna minerva
libra bau bauunternehmen bauunternehmung hochbau tiefbau haus immobilien hausverwaltung elektro
sanitar heizung dachdeckerei malerei schreinerei tischlerei zimmerei metallbau maschinenbau
anlagenbau stahlbau logistik spedition transporte reisen autohaus auto werkstatt backerei
metzgerei fleischerei gasthaus gasthof gaststatte restaurant pension apotheke praxis zahnarzt
zahnarztpraxis klinik klinikum krankenhaus pflege pflegedienst pflegeheim kindergarten schule
grundschule gymnasium realschule hochschule universitat stadt gemeinde kreis landkreis landratsamt
rathaus stadtwerke sparkasse volksbank raiffeisenbank raiffeisen bank versicherung steuerberater
rechtsanwalte kanzlei architekten architekturburo ingenieurburo planungsburo verlag druck
druckerei technik systeme service dienstleistungen beratung unternehmensberatung handel
grosshandel einzelhandel markt verein stiftung sohne gebruder adler lowen hirsch krone post sonne
rose engel markt am im zum zur nord sud ost west mitte neue alte
boulangerie pharmacie hotel restaurant garage clinique hopital ecole lycee college mairie
commune ville transports transport batiment construction menuiserie plomberie electricite peinture
couverture maconnerie cabinet avocats agence immobiliere immobilier banque caisse credit assurance
assurances mutuelle societe entreprise services conseil etudes centre centrale gare du de des la
fils freres et nord sud est ouest france
farmacia panaderia hotel restaurante taller clinica hospital escuela colegio instituto universidad
ayuntamiento comunidad transportes construcciones construccion reformas instalaciones abogados
asesoria gestoria inmobiliaria banco caja rural seguros servicios comercial distribuciones
distribuidora suministros hermanos hijos san santa santo maria jose nuestra senora norte sur este
oeste
apteka piekarnia szpital szkola przedszkole urzad miasta gminy bank spoldzielczy hurtownia sklep
zaklad uslugi uslugowy handlowy transport budownictwo budowlany firma przedsiebiorstwo phu ppuh
miejski gminny liceum politechnika uniwersytet pod
apotek skole kommune bygg byg transport transporter rederi bank sparebank hotell hotel bageri
bageri bygghandel maleri elektriker entreprenor fastigheter stad plat snickeri revision
bakkerij slagerij apotheek gemeente bouw bouwbedrijf transport installatie makelaars makelaardij
advocaten notaris garage hogeschool universiteit ziekenhuis zorg stichting school zonen
farmacia panificio officina officine impresa costruzioni edile studio legale ristorante albergo
banca popolare assicurazioni comune scuola istituto ospedale trasporti fratelli figli
padaria farmacia hospital escola camara municipal construcoes transportes restaurante clinica
banco irmaos filhos sao
smith jones williams brown taylor davies evans wilson thomas johnson roberts walker wright
robinson thompson miller davis garcia rodriguez martinez hernandez lopez gonzalez anderson moore
jackson martin lee white harris clark lewis hall allen young hill scott adams baker nelson
campbell murphy kelly ryan patel singh khan joe mike bob tony
muller schmidt schneider fischer weber meyer wagner becker schulz hoffmann schafer koch bauer
richter klein wolf schroder neumann schwarz zimmermann braun kruger hofmann hartmann lange
schmitt werner krause meier lehmann schmid schulze maier kohler herrmann konig walter mayer huber
kaiser fuchs peters lang scholz moller weiss jung hahn vogel keller gunther frank berger winkler
roth beck lorenz baumann franke albrecht schuster simon ludwig bohm gruber steiner moser
bernard dubois durand moreau laurent simon michel lefebvre leroy roux david bertrand morel
fournier girard bonnet dupont lambert fontaine rousseau vincent petit richard robert
fernandez sanchez perez gomez jimenez ruiz diaz moreno munoz alvarez romero alonso gutierrez
navarro torres dominguez vazquez ramos gil ramirez serrano blanco molina morales suarez ortega
castro ortiz rubio marin sanz
nowak kowalski wisniewski wojcik kowalczyk kaminski lewandowski zielinski szymanski wozniak
dabrowski kozlowski jankowski mazur krawczyk
hansen jensen nielsen pedersen andersen christensen larsen sorensen rasmussen johansen olsen
andersson johansson karlsson nilsson eriksson larsson olsson persson svensson gustafsson berg
haugen hagen lund dahl korhonen virtanen makinen nieminen lindberg lindstrom
jansen visser smit bakker dekker bos vos dijkstra hendriks jong vries boer groot meijer mulder
peeters janssen willems claes goossens
rossi russo ferrari esposito bianchi romano colombo ricci marino greco bruno gallo conti costa
giordano mancini rizzo lombardi moretti
silva santos ferreira pereira oliveira costa rodrigues martins jesus sousa fernandes goncalves
gomes lopes marques alves almeida ribeiro pinto carvalho souza lima
nagy kovacs toth szabo horvath varga kiss molnar nemeth farkas balogh papp novak svoboda novotny
dvorak cerny prochazka kucera vesely horak kovac popescu ionescu popa yilmaz kaya demir celik
sahin yildiz ozturk ivanov petrov sidorov kuznetsov wang li zhang liu chen yang huang zhao wu
zhou xu sun ma zhu hu guo he lin gao luo kim park choi jung kang tanaka suzuki sato watanabe
takahashi kumar sharma gupta mehta shah reddy ahmed ali hassan mohammed ibrahim
"""


def _words(table: str) -> frozenset[str]:
    return frozenset(respelled(table).split())


SAME_WORD: dict[str, str] = {
    written: word
    for line in respelled(_SAME_WORD).strip().splitlines()
    for word, _, ways in (line.partition(": "),)
    for written in ways.split()
}
LOOSE = _words(_LOOSE)
WHOLE = _words(_WHOLE)
TAIL = _words(_TAIL)
SITE = _words(_SITE)
SITE_APART = SITE | _words(_SITE_APART)
ARTICLES = _words(_ARTICLES)
PASSED_OVER = _words(_PASSED_OVER)
AND = _words(_AND)
COMMON = _words(_COMMON)
# Endings of a web address that a brand carries as part of its name ("Booking.com").
WEB = _words("com net org io ai app de fr es it nl pl at ch eu se dk no fi co pt ie be cz hu ro br")
