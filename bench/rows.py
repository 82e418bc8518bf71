"""The bare SQL that the product's answers are held against."""

ROWS = """
    SELECT s.opening_id, s.kind, s.earliest, s.latest, s.day, s.why, s.attempt, s.purpose, s.exact,
        s.leave_voicemail, s.half, o.title, o.employer_id, e.name, o.stage, s.person_id, p.name,
        p.spoken, p.title, r.value, r.extension, r.kind, e.country, e.region, e.zone, e.city,
        p.country, p.region, p.zone, p.city, p.best_from, p.best_until
    FROM book_step s JOIN book_opening o ON o.id = s.opening_id
        JOIN book_employer e ON e.id = o.employer_id
        LEFT JOIN book_person p ON p.id = s.person_id LEFT JOIN book_route r ON r.id = s.route_id
    WHERE s.search_id = 1 AND s.earliest < '2026-10-07 04:00:00'
    ORDER BY s.earliest, s.opening_id LIMIT 50
"""
COUNTS = (
    "SELECT count(*) FROM book_step WHERE search_id = 1 AND earliest < '2026-10-07 04:00:00'",
    "SELECT count(*) FROM book_step WHERE search_id = 1",
    "SELECT count(*) FROM book_opening WHERE search_id = 1 AND followed_at IS NOT NULL",
    (
        "SELECT count(*) FROM book_opening WHERE search_id = 1 AND followed_at IS NULL "
        "AND due_on < '2026-10-06'"
    ),
    (
        "SELECT count(*) FROM book_opening WHERE search_id = 1 AND sent_at IS NOT NULL "
        "AND answered_at IS NULL AND stage <> 'closed'"
    ),
)
# Everything that planning needs to know of a book.
EVERYTHING = (
    "SELECT id, title, kind, closes_on, no_calls, in_hr, employer_id FROM book_opening",
    "SELECT id, name, domain, size, country, region, zone, city FROM book_employer",
    (
        "SELECT id, name, title, level, function, is_hr, country, region, zone, city, "
        "do_not_contact, employer_id FROM book_person"
    ),
    (
        "SELECT id, kind, value, extension, ask_for, restriction, employer_id, person_id "
        "FROM book_route"
    ),
    (
        "SELECT uid, opening_id, at, kind, person_id, other_id, route_id, line, who, result, "
        "reply, via, purpose, bar, reason, moment, day, strikes, skipped, anyway, note "
        "FROM book_touch"
    ),
    "SELECT * FROM book_step",
)
