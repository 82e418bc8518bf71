"""Team pages as site builders, themes and generators make them: who is read, with which titles."""

import pytest

from ringback.sources.team_page import read_page


def staff(html: str) -> list[tuple[str, str]]:
    return [(p.name, p.title) for p in read_page(html).people]


WORDPRESS_ELEMENTOR = """
<html lang="en"><head><title>Meet the Team - Harbour Roofing</title></head><body
class="page elementor-page">
<header id="masthead" class="site-header"><a href="/">Harbour Roofing</a>
<nav><ul><li><a href="/about/">About Us</a></li><li><a href="/team/">Our Team</a></li></ul></nav>
</header>
<div class="elementor elementor-212"><section class="elementor-section elementor-element-3fa1">
<h2 class="elementor-heading-title">Meet the Team</h2></section>
<section class="elementor-section elementor-inner-section">
<div class="elementor-column elementor-col-33 elementor-element-a1b2"><div
class="elementor-widget-wrap">
<div class="elementor-widget elementor-widget-image"><img src="a.jpg" alt=""></div>
<div class="elementor-widget elementor-widget-heading"><div class="elementor-widget-container">
<h3 class="elementor-heading-title elementor-size-default">Marisol Quintero</h3></div></div>
<div class="elementor-widget elementor-widget-text-editor"><div
class="elementor-widget-container">
<p>Operations Director</p></div></div></div></div>
<div class="elementor-column elementor-col-33 elementor-element-c3d4"><div
class="elementor-widget-wrap">
<div class="elementor-widget elementor-widget-image"><img src="b.jpg" alt=""></div>
<div class="elementor-widget elementor-widget-heading"><div class="elementor-widget-container">
<h3 class="elementor-heading-title elementor-size-default">Desmond Oyelaran</h3></div></div>
<div class="elementor-widget elementor-widget-text-editor"><div
class="elementor-widget-container">
<p>Lead Estimator</p></div></div></div></div>
</section></div>
<footer class="site-footer"><h4>Contact</h4><p>Call 555-0100</p></footer></body></html>
"""

SQUARESPACE = """
<html><head><title>People — Tidewater Studio</title></head><body>
<header id="header" class="header"><div class="header-title"><a href="/">Tidewater Studio</a>
</div></header>
<main id="page"><article class="sections"><section class="page-section"><div
class="content-wrapper">
<h1>People</h1><ul class="user-items-list-item-container user-items-list-simple">
<li class="list-item"><div class="list-item-media"><img src="1.jpg" alt=""></div><div
class="list-item-content">
<h2 class="list-item-content__title">Ingrid Vasquez-Lund</h2>
<div class="list-item-content__description"><p>CREATIVE DIRECTOR</p>
<p>Leads concept and art direction.</p></div></div></li>
<li class="list-item"><div class="list-item-media"><img src="2.jpg" alt=""></div><div
class="list-item-content">
<h2 class="list-item-content__title">Tobias Achterberg</h2>
<div class="list-item-content__description"><p>PRODUCER</p>
<p>Keeps the trains running on time.</p></div></div></li>
</ul></div></section>
<section class="page-section"><h2>Our Values</h2><ul class="user-items-list-item-container">
<li class="list-item"><h2 class="list-item-content__title">Radical Candour</h2>
<p>We say what we mean.</p></li>
<li class="list-item"><h2 class="list-item-content__title">Quiet Craft</h2>
<p>Details matter to us.</p></li>
</ul></section></article></main></body></html>
"""

WIX = """
<html><head><title>Our Staff | Clinic</title></head><body><div id="SITE_CONTAINER"><div
id="site-root">
<main id="PAGES_CONTAINER"><section id="comp-k1" class="wixui-section"><div
data-testid="inline-content">
<div id="comp-k2" class="wixui-rich-text"><h1 class="font_2"><span
class="wixui-rich-text__text">Our Staff</span></h1></div>
<div id="comp-k3" class="wixui-image"><img src="x.jpg" alt="portrait1.jpg"></div>
<div id="comp-k4" class="wixui-rich-text"><h2 class="font_5"><span class="wixui-rich-text__text">
<span style="font-weight:bold">Dr. Renata Kowalczyk</span></span></h2></div>
<div id="comp-k5" class="wixui-rich-text"><p class="font_8"><span
class="wixui-rich-text__text">Veterinarian</span></p></div>
<div id="comp-k6" class="wixui-image"><img src="y.jpg" alt="portrait2.jpg"></div>
<div id="comp-k7" class="wixui-rich-text"><h2 class="font_5"><span class="wixui-rich-text__text">
<span style="font-weight:bold">Leon Baptiste</span></span></h2></div>
<div id="comp-k8" class="wixui-rich-text"><p class="font_8"><span
class="wixui-rich-text__text">Practice Manager</span></p></div>
</div></section></main></div></div></body></html>
"""

WEBFLOW = """
<html><body><div class="navbar w-nav"><a class="brand w-nav-brand" href="/">Lumen</a></div>
<div class="section team-section"><div class="w-container"><h2 class="heading-2">Leadership</h2>
<div role="list" class="team-grid w-dyn-items">
<div role="listitem" class="w-dyn-item"><a href="#" class="team-card w-inline-block"><img
src="1.webp" alt="">
<div class="team-name">Priya Raghunathan</div><div
class="team-position">Chief Product Officer</div></a></div>
<div role="listitem" class="w-dyn-item"><a href="#" class="team-card w-inline-block"><img
src="2.webp" alt="">
<div class="team-name">Callum Strand</div><div class="team-position">VP, Customer Success</div>
</a></div>
</div></div></div></body></html>
"""

HUGO_ACADEMIC = """
<html lang="en-us"><head><title>People | Coastal Dynamics Lab</title></head><body>
<section id="people" class="home-section wg-people"><div class="container"><div
class="row people-widget">
<div class="col-md-12"><h2 class="mb-4">Principal Investigator</h2></div>
<div class="col-12 col-sm-auto people-person"><a href="/authors/h/"><img
class="avatar avatar-circle" src="a.jpg" alt="Avatar"></a>
<div class="portrait-title"><h2><a href="/authors/h/">Hanneke Vermeulen</a></h2>
<h3>Professor of Coastal Engineering</h3>
<p class="people-interests">Waves, Sediment</p></div></div>
<div class="col-md-12"><h2 class="mb-4">Graduate Students</h2></div>
<div class="col-12 col-sm-auto people-person"><a href="/authors/m/"><img
class="avatar avatar-circle" src="b.jpg" alt="Avatar"></a>
<div class="portrait-title"><h2><a href="/authors/m/">Mateo Villaseñor</a></h2>
<h3>PhD Student</h3></div></div>
</div></div></section></body></html>
"""

JEKYLL_LIST = """
<html><head><title>Group members</title></head><body><main><h1>Group members</h1>
<ul><li><a href="/~aw">Agnes Wollstonecraft</a>, Associate Professor</li>
<li><a href="/~rb">Rustam Bekmukhametov</a>, Postdoctoral Fellow</li>
<li>Oluwaseun Adeyinka, Research Engineer</li></ul></main></body></html>
"""

BOOTSTRAP_CARDS = """
<html><head><title>Team</title></head><body><section id="team" class="team section-bg">
<div class="container">
<div class="section-title"><h2>Team</h2><p>The people behind the counter.</p></div><div
class="row">
<div class="col-lg-3 col-md-6"><div class="member"><div class="member-img"><img
src="1.jpg" class="img-fluid" alt="">
<div class="social"><a href="https://www.linkedin.com/in/wtr-sample"><i class="bi bi-linkedin">
</i></a></div></div>
<div class="member-info"><h4>Walter Riddick</h4><span>Chief Executive Officer</span></div></div>
</div>
<div class="col-lg-3 col-md-6"><div class="member"><div class="member-img"><img
src="2.jpg" class="img-fluid" alt="">
<div class="social"><a href="https://www.linkedin.com/in/sja-sample"><i class="bi bi-linkedin">
</i></a></div></div>
<div class="member-info"><h4>Saoirse Jansen</h4><span>Product Manager</span></div></div></div>
</div></div></section></body></html>
"""

DRUPAL_VIEWS = """
<html><body><div class="region region-content"><h1 class="page-title">Staff directory</h1>
<div class="view view-staff view-display-id-page_1"><div class="view-content">
<div class="views-row views-row-1 views-row-odd"><div class="views-field views-field-title">
<span class="field-content"><a href="/n/1">Bridget Halloran</a></span></div>
<div class="views-field views-field-field-job-title"><div
class="field-content">Head of Circulation</div></div>
<div class="views-field views-field-field-phone"><div class="field-content">(217) 555-0142</div>
</div></div>
<div class="views-row views-row-2 views-row-even"><div class="views-field views-field-title">
<span class="field-content"><a href="/n/2">Emeka Nwosu</a></span></div>
<div class="views-field views-field-field-job-title"><div
class="field-content">Reference Librarian</div></div>
<div class="views-field views-field-field-phone"><div class="field-content">(217) 555-0143</div>
</div></div>
</div></div></div></body></html>
"""

MODALS = """
<html><head><title>Leadership team</title></head><body><h1>Leadership team</h1><div class="grid">
<button type="button"></button><div class="leader" data-bs-target="#m1"><img src="1.jpg">
<h5>Corinne Abernathy</h5><p>General Counsel</p></div>
<div class="leader" data-bs-target="#m2"><img src="2.jpg"><h5>Rafał Domański</h5>
<p>Chief Financial Officer</p></div></div>
<div class="modal fade" id="m1"><div class="modal-dialog"><div class="modal-body">
<h4>Corinne Abernathy, J.D.</h4><h6>General Counsel</h6>
<p>Corinne joined the company in 2014 after ten years in private practice.</p></div></div></div>
<div class="modal fade" id="m2"><div class="modal-dialog"><div class="modal-body">
<h4>Rafał Domański</h4><h6>Chief Financial Officer</h6>
<p>Rafał has led finance since the merger.</p></div></div></div></body></html>
"""

CAROUSEL = """
<html><body><section class="our-team"><h2>Nos experts</h2><div class="owl-carousel owl-theme">
<div class="item"><figure><img src="1.jpg" alt="Noémie Charpentier"><figcaption>
<strong>Noémie Charpentier</strong><br>Directrice générale</figcaption></figure></div>
<div class="item"><figure><img src="2.jpg" alt="Yanis Belkacem"><figcaption>
<strong>Yanis Belkacem</strong><br>Chef de chantier</figcaption></figure></div>
</div></section></body></html>
"""

TAILWIND_SPANS = """
<html><body><div class="bg-white py-24"><h2 class="text-3xl font-bold">Meet our leadership</h2>
<ul role="list" class="grid gap-x-8 sm:grid-cols-2">
<li><div class="flex items-center gap-x-6"><img class="h-16 w-16 rounded-full" src="1" alt="">
<div><h3 class="text-base font-semibold">Odalys Ferreira</h3><p
class="text-sm text-indigo-600">Co-Founder / CEO</p></div></div></li>
<li><div class="flex items-center gap-x-6"><img class="h-16 w-16 rounded-full" src="2" alt="">
<div><h3 class="text-base font-semibold">Knut Ellingsen</h3><p
class="text-sm text-indigo-600">Business Relations</p></div></div></li>
</ul></div></body></html>
"""

CUSTOM_ELEMENTS = """
<html><body><h1>Staff</h1>
<staff-card name="Giulia Bonfanti" role="Booking manager" email="giulia@theatre.example">
</staff-card>
<staff-card name="Piotr Zalewski" role="Stage technician"></staff-card></body></html>
"""

ASP_NET_FORM = """
<html><head><title>Our People</title></head><body><form method="post" action="./people.aspx"
id="aspnetForm">
<div id="ctl00_content"><h1>Our People</h1>
<div class="item"><h3>Margaret Osei</h3><p>Branch Manager</p></div>
<div class="item"><h3>Colin Tremblay</h3><p>Loan Officer</p></div></div></form></body></html>
"""

CASES = {
    "Elementor": (
        WORDPRESS_ELEMENTOR,
        [("Marisol Quintero", "Operations Director"), ("Desmond Oyelaran", "Lead Estimator")],
    ),
    "Squarespace": (
        SQUARESPACE,
        [("Ingrid Vasquez-Lund", "CREATIVE DIRECTOR"), ("Tobias Achterberg", "PRODUCER")],
    ),
    "Wix": (WIX, [("Dr. Renata Kowalczyk", "Veterinarian"), ("Leon Baptiste", "Practice Manager")]),
    "Webflow": (
        WEBFLOW,
        [("Priya Raghunathan", "Chief Product Officer"), ("Callum Strand", "VP, Customer Success")],
    ),
    "Hugo": (
        HUGO_ACADEMIC,
        [
            ("Hanneke Vermeulen", "Professor of Coastal Engineering"),
            ("Mateo Villaseñor", "PhD Student"),
        ],
    ),
    "Jekyll": (
        JEKYLL_LIST,
        [
            ("Agnes Wollstonecraft", "Associate Professor"),
            ("Rustam Bekmukhametov", "Postdoctoral Fellow"),
            ("Oluwaseun Adeyinka", "Research Engineer"),
        ],
    ),
    "Bootstrap": (
        BOOTSTRAP_CARDS,
        [("Walter Riddick", "Chief Executive Officer"), ("Saoirse Jansen", "Product Manager")],
    ),
    "Drupal": (
        DRUPAL_VIEWS,
        [("Bridget Halloran", "Head of Circulation"), ("Emeka Nwosu", "Reference Librarian")],
    ),
    "modals": (
        MODALS,
        [("Corinne Abernathy", "General Counsel"), ("Rafał Domański", "Chief Financial Officer")],
    ),
    "carousel": (
        CAROUSEL,
        [("Noémie Charpentier", "Directrice générale"), ("Yanis Belkacem", "Chef de chantier")],
    ),
    "Tailwind": (
        TAILWIND_SPANS,
        [("Odalys Ferreira", "Co-Founder / CEO"), ("Knut Ellingsen", "Business Relations")],
    ),
    "custom elements": (
        CUSTOM_ELEMENTS,
        [("Giulia Bonfanti", "Booking manager"), ("Piotr Zalewski", "Stage technician")],
    ),
    "ASP.NET": (
        ASP_NET_FORM,
        [("Margaret Osei", "Branch Manager"), ("Colin Tremblay", "Loan Officer")],
    ),
}


@pytest.mark.parametrize("builder", CASES)
def test_staff_of_a_builders_page_are_read_with_their_titles(builder: str) -> None:
    html, expected = CASES[builder]
    assert staff(html) == expected


def test_linkedin_addresses_go_to_the_card_they_stand_in() -> None:
    people = read_page(BOOTSTRAP_CARDS).people
    assert [p.linkedin.rpartition("/")[2] for p in people] == ["wtr-sample", "sja-sample"]


def test_phone_numbers_go_to_the_row_they_stand_in() -> None:
    people = read_page(DRUPAL_VIEWS).people
    assert [[r.value for r in p.routes] for p in people] == [["(217) 555-0142"], ["(217) 555-0143"]]


def test_a_custom_elements_mail_attribute_is_read() -> None:
    people = read_page(CUSTOM_ELEMENTS).people
    assert [[r.value for r in p.routes] for p in people] == [["giulia@theatre.example"], []]
