"""Legal forms of enterprises in many countries, to be taken off a name before it is compared.

A line is a form and the ways in which names write it: folded, the dots and slashes of
abbreviations closed ("S.p.A." is "spa", "sp. z o.o." is "sp z oo"), every "and" an "&". A word
with a dot behind it counts only where the name wrote it with dots ("e.U.", not "EU"). Forms that
say the same in two languages or alphabets share a name; what has none (the head office) is taken
off all the same. Sources: the registers' own terms; ISO 20275, the
list of entity legal forms.
"""

from collections.abc import Iterator

from ringback.core.letters import respelled

_ENDINGS = """
inc: inc, incorporated, incorporee, chartered, chtd, pc, pa., na., national association, ulc
corp: corp, corporation, incorporation, professional corporation, professional service corporation
corp: prof corp, pbc, benefit corporation, a benefit corporation
co: co, company, cia, cos, companies
ltd: ltd, limited, ltee, limitee, pte, pty, proprietary limited, p ltd, p limited, pvt, private ltd
ltd: private limited, proprietary, proprietary ltd, opc private limited, teo, teoranta, cyf
ltd: cyfyngedig, dac, cic, clg, בעמ
ltd: designated activity company, community interest company, public benefit, limited by guarantee
plc: plc, public limited company, public limited, public ltd, ccc, pcl, public company limited
plc: uplc
llc: llc, limited liability company, limited liability co, ltd liability co, lc, pllc, l3c, wll
llc: professional limited liability company, fz llc, fze, fzco, fz co, fzc, ooo, too, mchj, mmc
ooo: ооо, тов, тоо, оод, еоод, одо, чуп, общество с ограниченной ответственностью
llp: llp, rllp, rlllp, gp., senc, sencrl, limited liability limited partnership
llp: limited liability partnership, lllp, pllp
lp: lp, limited partnership, ltd partnership
unlimited: unlimited, ultd, unltd
gmbh: gmbh, gesmbh, ges mbh, mbh, ggmbh, gesellschaft mit beschrankter haftung, gesellschaft mbh
gmbh: gemeinnutzige gmbh, gemeinnutzige gesellschaft mit beschrankter haftung
ug: ug, haftungsbeschrankt, unternehmergesellschaft
kg: kg, kommanditgesellschaft
ag: ag, aktiengesellschaft, gag
kgaa: kgaa, kg aa, kommanditgesellschaft auf aktien
se: se, societas europaea
ohg: ohg, offene handelsgesellschaft, og, offene gesellschaft
gbr: gbr, gesbr, gesnbr, gesellschaft burgerlichen rechts
ek: ek, ekfm, ekfr, e kfm, e kffr, keg, oeg, eingetragener kaufmann, eingetragene kauffrau, eu.
eg: eg, eingetragene genossenschaft, egen
ev: ev, vvag, eingetragener verein
partg: partg, mbb, partgmbb, partnerschaftsgesellschaft, partnerschaft mbb
aor: aor, anstalt des offentlichen rechts, kor, kdor, korperschaft des offentlichen rechts
sarl: sarl, sa rl, sarlu, societe a responsabilite limitee, eurl, sarl au
sas: sas, sasu, societe par actions simplifiee, sociedad por acciones simplificada
sas: societa in accomandita semplice
sa: sa, sau, saa, sab, saic, societe anonyme, sociedad anonima, sociedade anonima, societa anonima
sa: spolka akcyjna, psa, prosta spolka akcyjna, sociedade por acoes, saca, sacv
snc: snc, societe en nom collectif, societa in nome collettivo
scs: scs, secs, sca, scsp, societe en commandite simple, societe en commandite par actions, se c
sc: sc, scop, gie, geie, eeig, ewiv, aeie, sce, sicav, sicaf, fcp, sat, scic, scea, gaec, earl
sc: scp, selarl, selas, selafa, scm, sccv, spolka cywilna, sci
eirl: eirl, eireli, empresa individual de responsabilidad limitada, epp.
sl: sl, slu, sll, slp, slne, sociedad limitada, sociedad de responsabilidad limitada, s de rl
sl: sociedad limitada profesional, sociedad limitada laboral, sociedad limitada unipersonal
sa de cv: sa de cv, sas de cv, sa pi de cv, s de rl mi, sc de ap de cv, s en c de cv, spr de rl
sa de cv: sab de cv, sapi de cv, s de rl de cv, sa de cv sofom enr, sa de cv sofom er
sa de cv: sociedad anonima de capital variable, sc de rl de cv, sa p i de cv
coop: s coop, scoop, coop, co op, cooperative, sgr, sociedad cooperativa, sccl, scl, soc coop
coop: societa cooperativa, soc coop arl
coop: soc coop a rl, soc coop sociale, societa cooperativa sociale, scarl, scrl, cvba
coop: cooperatie ua
coop: societe cooperative, s coop ltda, s coop and, s coop v, s coop mad, s coop gal, coop ua, arl
coop: a responsabilita limitata, crl, osuuskunta, ekonomisk forening, ek for, amba, druzstvo
lda: lda, ltda, limitada, ltda me, lda me, ltda epp, unipessoal lda, sociedade unipessoal lda
lda: cia ltda, sociedade por quotas, limitada me
sgps: sgps, sgps sa, sociedade gestora de participacoes sociais
srl: srl, srls, srlu, srl unipersonale, srl sb, srl unip, srl a socio unico, srls unipersonale
srl: societa a responsabilita limitata, societate cu raspundere limitata, srld, srl societa benefit
srl: societa a responsabilita limitata semplificata, societate pe actiuni
spa: spa., spa. unipersonale, spa. a socio unico, societa per azioni, spa. societa benefit
sapa: sapa, societa in accomandita per azioni
ss: societa semplice, societa semplice agricola
sagl: sagl
bv: bv, bvba, besloten vennootschap, besloten vennootschap met beperkte aansprakelijkheid, sprl
bv: societe privee a responsabilite limitee
nv: nv, naamloze vennootschap, sa nv, nv sa
vof: vof, vennootschap onder firma, cv, commanditaire vennootschap, comm v, commv, maatschap
vzw: vzw, asbl, aisbl, ivzw, association sans but lucratif
as: as, asa, aksjeselskap, aktieselskab, allmennaksjeselskap, aktsiaselts, hf, hlutafelag
as: akc spol, akciova spolecnost, akciova spolocnost, akciju sabiedriba
as: anonim sirketi, anonim sti
turkish ltd: sti, ltd sti, koll sti, kom sti, koop, limited sirketi, kolektif sti
: san & tic, sanayi & ticaret, tic & san, ticaret & sanayi, san tic, sanayi ticaret
aps: aps, anpartsselskab, slf, slhf, ehf, einkahlutafelag, ohf, ivs, smba
ks: kommanditselskab, ps., nuf, iks, kommandittselskap, ans, enk, enkeltpersonforetak
ks: interessentskab, is., ks.
ab: ab, aktiebolag, publ, ab publ, aktiebolag publ
hb: hb, handelsbolag, kb, kommanditbolag
oy: oy, oyj, osakeyhtio, julkinen osakeyhtio, oy ab, oyj abp, abp, ky, kommandiittiyhtio, tmi
ou: ou, osauhing, mtu
sia: sia, sabiedriba ar ierobezotu atbildibu
uab: uab, uzdaroji akcine bendrove, akcine bendrove, vsi
spzoo: sp z oo, sp zoo, spzoo, sp z o o, spolka z oo, spolka zoo, z oo
spzoo: spolka z ograniczona odpowiedzialnoscia
spk: sp k, spk, spp, sp j, spj, ska, sp p, spolka komandytowa, spolka jawna, spolka partnerska, sk.
spk: spolka komandytowo akcyjna
sro: sro, spol sro, spol s ro, spolecnost s rucenim omezenym, spolocnost s rucenim obmedzenym
vos: vos, verejna obchodni spolecnost, kom spol, komanditni spolecnost, zs.
kft: kft, korlatolt felelossegu tarsasag, bt, beteti tarsasag, kkt, kht, nkft, nonprofit kft
kft: nonprofit korlatolt felelossegu tarsasag
zrt: zrt, nyrt, rt., reszvenytarsasag, zartkoruen mukodo reszvenytarsasag
zrt: nyilvanosan mukodo reszvenytarsasag
doo: doo, jdoo, доо, dooel, shpk, drustvo s ogranicenom odgovornoscu
doo: drustvo sa ogranicenom odgovornoscu
doo: druzba z omejeno odgovornostjo, drustvo so ogranicena odgovornost
dd: dd, kd., od., ад, еад, од, кд, dionicko drustvo, delniska druzba, dno, jtd, obrt, ad.
dd: акционерно дружество
sha: sha, shoqeri aksionare
ood: ood, eood, ead
jsc: jsc, joint stock company, joint stock co, ojsc, cjsc, pjsc, oao, zao, pao, qjsc, psc, asc
оао: оао, зао, пао, ао, ат, прат, пат, нао, акционерное общество, публичное акционерное общество
epe: epe, επε, ικε, αε, αβεε, οε, εε, αεβε, ike, ee., oe., ae., pcc, abee, ανωνυμη εταιρεια
kk: kk, kabushiki kaisha, kabushikigaisha, kabushiki gaisha, yugen kaisha, yk., godo kaisha, gk.
sdnbhd: sdn bhd, bhd, berhad, sendirian berhad, tbk, persero, persero tbk
sae: sae, saog, saoc, sal., ksc, kscc, kscp, bsc, bscc, qsc, qpsc
株: 株, 有, 주, 유, 株式会社, 有限会社, 合同会社, 주식회사, 유한회사
公司: 有限公司, 股份有限公司, 有限责任公司, 公司
tnhh: tnhh, mtv
: headquarters, headquarter, hq, head office, corporate office, corporate headquarters, main office
: in liquidazione, in liquidation, il., ig., in insolvenz, in administration, in receivership
: w likwidacji, w upadlosci, en liquidacion, en liquidation, under likvidation
: hauptsitz, hauptverwaltung, siege social, sede central, sede legale, hovedkontor, huvudkontor
: hoofdkantoor
"""

_BEGINNINGS = """
pt: pt
vn llc: cong ty tnhh, cong ty tnhh mtv, cong ty tnhh mot thanh vien, cong ty trach nhiem huu han
jsc: cong ty co phan, cong ty cp, ctcp, oao, zao, pao
llc: ooo, too
ooo: ооо, тов, тоо, чуп, одо, общество с ограниченной ответственностью
оао: оао, зао, пао, ао, ат, прат, пат, нао, акционерное общество, публичное акционерное общество
ип: ип, фоп, фгуп, гуп, муп
ab: ab, aktiebolaget
as: as
oy: oy, oyj
ou: ou
sia: sia
uab: uab
firma: firma, fa
stichting: stichting
shirkat: شركة, الشركة, مؤسسة
株: 株, 有, 주, 유, 株式会社, 有限会社, 合同会社, 주식회사, 유한회사
"""

_ANYWHERE = """
gmbh ggmbh gesmbh mbh kgaa ohg ltd llc inc incorporated plc llp srl sarl srls bvba bv kft zrt nyrt
sro doo oyj aps ehf aktiengesellschaft aktiebolag sasu eurl pllc ltda lda kg ag
mbb partg partgmbb
"""

_ATTACHED = """
股份有限公司 有限责任公司 有限責任公司 有限公司 公司 株式会社 株式會社 有限会社 合同会社
주식회사 유한회사
"""

Sequence = tuple[tuple[str, ...], str]
"""The words of a form as a name writes them, and the form."""


def _sequences(table: str) -> Iterator[Sequence]:
    for line in respelled(table).strip().splitlines():
        form, _, written = line.partition(": ")
        yield from ((tuple(words.split()), form) for words in written.split(", "))


def _by(end: int, table: str) -> dict[str, tuple[Sequence, ...]]:
    """The sequences by their first (0) or last (-1) word, the longest first."""
    found: dict[str, list[Sequence]] = {}
    for words, form in _sequences(table):
        found.setdefault(words[end], []).append((words, form))
    return {
        word: tuple(sorted(sequences, key=lambda one: -len(one[0])))
        for word, sequences in found.items()
    }


ENDINGS = _by(-1, _ENDINGS)
BEGINNINGS = _by(0, _BEGINNINGS)
# In scripts that put no space between the name and the form.
ATTACHED = tuple(_ATTACHED.split())
# These mean nothing else in any language, so they go from the middle of a name as well, where a
# place or a branch follows ("Müller GmbH Köln").
ANYWHERE = {
    word: form
    for word in respelled(_ANYWHERE).split()
    for words, form in ENDINGS[word]
    if words == (word,)
}
# Every word that is a form by itself, and every word that has a part in one.
ALONE = frozenset(
    words[0].rstrip(".")
    for table in (ENDINGS, BEGINNINGS)
    for some in table.values()
    for words, _ in some
    if len(words) == 1
)
PARTS = frozenset(
    word
    for table in (ENDINGS, BEGINNINGS)
    for some in table.values()
    for words, _ in some
    for word in words
)
# Taken off only where the name writes dots: elsewhere they are words or places ("EU", "PC").
DOTTED = frozenset(word[:-1] for word in ENDINGS if word.endswith("."))
