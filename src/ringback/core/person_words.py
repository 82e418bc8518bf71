"""Words around a person's name that are no part of it, and family names that tell something."""

from ringback.core.letters import spelling

_MEN = """
mr mister herr hr monsieur sr senor sig signor signore pan dhr meneer heer bwana sir shri sri lord
don dom herrn
"""
_WOMEN = """
mrs ms miss missus frau fr fru mme madame mlle mademoiselle sra senora srta senorita sigra signora
pani mevr mevrouw mw mej smt kumari dame lady dona dna doa hajia madam begum
"""
_TITLES = """
dr doktor doctor prof professor professorin dott dottssa dottoressa dottore avv avvocato ing engr
eng dipl diplom dipling drs ir mgr mag magister lic licenciado licenciada arq rag geom maitre me
med phil jur rer nat habil hc oec pol theol vet dent univ ass assoc assistant associate adjunct
rev reverend father pastor rabbi imam hon honorable judge capt captain col colonel maj major lt
sgt gen general cmdr adm sheikh shaikh sheik haj haji hajj ustaz ustad datuk dato encik
ingenieur ingenieurin kfm pd doc docent bc paedr mudr judr rndr phdr mvdr inz hab lek kom dra profa
engo enga freiherr freifrau arch notaio notar ds ppa cand
"""
_CREDENTIALS = """
phd dphil md do dds dmd dvm rn bsn msn np pa fnp cpa cfa cfp cma cia cisa cissp cism pmp prince2
csm cspo pe eit mba emba mpa mph msw lcsw lmft bs ba bsc ms ma msc meng beng mfa bfa jd llm llb
esq esquire phr sphr shrm scp cp shrmcp shrmscp gphr cebs six sigma ssbb lssbb lean cpim cscp cpsm
aia faia leed ap raia riba rics mrics frics fca aca acca fcca cima cgma cgeit ceng mice fice facp
facs faan frcp frcs obe mbe cbe kbe jp qc kc psyd edd dba dsc mphil bcom mcom bba llp ccim sior
cbap itil ccna ccnp aws mcse rpa cmo crcm cams cipp ccp arm cpcu clu chfc mlitt bed med hons
mscit bdm cmgr fcmi mcmi assoc cipd fcipd mcipd chartered
"""
# Who of two of one name: the son, the father, the third.
_GENERATIONS = """
jr: jr junior jun jnr ifj fils hijo filho figlio zoon mladsi
sr: sr senior sen snr id pere padre pai starsi
ii: ii 2nd
iii: iii 3rd neto
iv: iv 4th
"""

# What a family name may begin with.
_PARTICLES = """
van von vom zu zum zur der den dem des de del della delle dello dei degli di da do dos das du la le
lo los las ter ten te tot op al el ad ed ul as ash an af av y e i abu abou bin ben ibn bint mc mac
o st saint san santa sainte dal dalla dall 't vant thoe auf ap
"""
# Left out with the word that follows: "Khalid bin Saleh Al-Rashid" is Khalid Al-Rashid.
_SON_OF = "bin ibn bint binti"
# Between two family names: "Mora y Prado".
_BETWEEN = "y e i"
# With "del", "de los" they belong to the given name: "María del Carmen".
_OF_MARY = """
carmen angeles rosario pilar mar carmo fatima luz jesus socorro rocio dolores lourdes ceu rosa
milagros remedios consuelo amparo
"""
# Titles that are names as well, so that two more words have to follow.
_NAMES_TOO = (
    "don dom sri shri pan pani lady lord miss father sir hon gen ing eng mag med m lic id doa"
)

# Said before and after a name that the bearer no longer, or also, has.
_BORN = "nee geb geboren geborene nata nascida nacida fodt fodd rozena domu"

# Written before the given name at home. A pair of these tells nothing about the order.
_FAMILY_FIRST = """
wang li zhang liu chen yang huang zhao wu zhou xu sun zhu hu guo he lin gao luo zheng liang xie
tang deng xiao feng cao peng zeng tian dong pan yuan cai jiang yu du ye cheng wei lu ding ren shen
yao cui zhong tan lai liao qian qiu xue fan fang shi hou shao meng long wan duan lei hao kong bai
mao chang wen jin kim park choi jung kang cho yoon jang lim oh seo shin kwon hwang ahn song hong
nguyen tran le pham hoang phan vu vo dang bui do ho ngo duong chan wong cheung ng leung lam chow
kwok tsang tanaka suzuki sato watanabe takahashi ito yamamoto nakamura kobayashi kato yoshida
yamada sasaki nagy kovacs toth szabo horvath varga kiss molnar nemeth farkas balogh papp takacs
juhasz lakatos meszaros simon racz fekete szilagyi
"""
# Family names of two signs; every other Chinese or Korean one has one.
_TWO_SIGNS = (
    "欧阳 司马 诸葛 上官 司徒 东方 皇甫 尉迟 公孙 慕容 歐陽 司馬 諸葛 夏侯 남궁 황보 제갈 선우 독고"
)

# The commonest family names of many countries: two people at one employer may well share one.
_COMMON = """
smith jones williams brown taylor davies evans wilson thomas johnson roberts walker wright
robinson thompson white hughes edwards green hall wood harris lewis martin jackson clarke clark
miller davis garcia rodriguez martinez hernandez lopez gonzalez anderson moore lee hill scott
adams baker nelson campbell murphy kelly ryan young king allen mitchell carter phillips turner
parker collins stewart muller schmidt schneider fischer weber meyer wagner becker schulz hoffmann
schafer koch bauer richter klein wolf schroder neumann schwarz zimmermann braun kruger hofmann
hartmann lange schmitt werner krause meier lehmann schmid schulze maier kohler herrmann konig
walter mayer huber fuchs peters lang gruber steiner moser graf vogt
martin bernard dubois durand moreau laurent simon michel lefebvre leroy roux david bertrand morel
fournier girard bonnet dupont lambert petit richard robert
garcia fernandez gonzalez rodriguez lopez martinez sanchez perez gomez martin jimenez ruiz
hernandez diaz moreno munoz alvarez romero alonso gutierrez torres ramirez flores cruz morales
ortiz castillo nowak kowalski kowalska wisniewski wojcik kowalczyk kaminski lewandowski zielinski
szymanski wozniak dabrowski kozlowski jankowski mazur krawczyk
hansen jensen nielsen pedersen andersen christensen larsen sorensen rasmussen johansen olsen
nilsen andersson johansson karlsson nilsson eriksson larsson olsson persson svensson gustafsson
berg korhonen virtanen makinen nieminen jonsson
jansen visser smit bakker dekker bos vos dijkstra hendriks jong vries boer groot meijer mulder
peeters janssens
rossi russo ferrari esposito bianchi romano colombo ricci marino greco bruno gallo conti costa
silva santos ferreira pereira oliveira costa rodrigues martins sousa fernandes goncalves gomes
lopes marques alves almeida ribeiro pinto carvalho souza lima
nagy kovacs toth szabo horvath varga kiss molnar nemeth farkas novak novakova svoboda novotny
dvorak popescu ionescu popa yilmaz kaya demir celik ivanov petrov sidorov kuznetsov wang li zhang
liu chen yang huang zhao wu zhou xu sun kim park choi lee nguyen tran tanaka suzuki sato watanabe
kumar sharma singh patel gupta khan ali ahmed hassan mohammed ibrahim hussain
"""


def _words(table: str) -> frozenset[str]:
    return frozenset(spelling(table).split())


MEN = _words(_MEN)
WOMEN = _words(_WOMEN)
TITLES = _words(_TITLES) | MEN | WOMEN
CREDENTIALS = _words(_CREDENTIALS)
GENERATIONS = {
    word: generation
    for line in _GENERATIONS.strip().splitlines()
    for generation, _, words in (line.partition(": "),)
    for word in words.split()
}
PARTICLES = _words(_PARTICLES)
SON_OF = _words(_SON_OF)
BETWEEN = _words(_BETWEEN)
OF_MARY = _words(_OF_MARY)
NAMES_TOO = _words(_NAMES_TOO)
BORN = _words(_BORN)
FAMILY_FIRST = _words(_FAMILY_FIRST)
TWO_SIGNS = frozenset(_TWO_SIGNS.split())
COMMON_FAMILY = _words(_COMMON)
