-- The top 20 postings of graduate @ID@ on day @DAY@ of year @YEAR@: gates, both views, fusion and total order of the
-- ranking spec with its default weights, in SQL that SQLite and PostgreSQL both read. Divisions are integer.
WITH g AS (SELECT * FROM graduate WHERE id = '@ID@'),
place AS (
  SELECT n.region, n.inside, CASE WHEN n.inside = 1 THEN w.value ELSE n.as_wish END AS value
  FROM wish w JOIN near n ON n.place = w.place WHERE w.graduate = '@ID@'
  UNION ALL
  SELECT n.region, 0, n.as_home FROM g JOIN near n ON n.place = g.home),
area AS (SELECT region, max(value) AS value, max(inside) AS wished FROM place GROUP BY region),
held AS (
  SELECT certificate, max(level) AS level FROM holding
  WHERE graduate = '@ID@' AND expires >= @DAY@ GROUP BY certificate),
certified AS (
  SELECT i.posting, sum(CASE WHEN h.level >= i.level THEN 100 ELSE 50 END) AS sum,
    sum(CASE WHEN i.required = 1 AND h.level >= i.level THEN 1 ELSE 0 END) AS met
  FROM held h JOIN item i ON i.certificate = h.certificate GROUP BY i.posting),
known AS (
  SELECT employer, max(value) AS value FROM (
    SELECT employer, value FROM own_tie WHERE graduate = '@ID@'
    UNION ALL
    SELECT t.employer, 50 FROM g JOIN tie t ON t.school = g.school WHERE t.starts <= @DAY@ AND t.ends >= @DAY@) ties
  GROUP BY employer),
fitting AS (
  SELECT e.posting, max(r.affinity) AS affinity, max(r.names) AS names, max(r.family) AS family
  FROM g JOIN related r ON r.major = g.major JOIN entry e ON e.entry = r.entry GROUP BY e.posting
  UNION ALL
  SELECT row, 50, 1, 1 FROM posting WHERE any_major = 1),
valued AS (
  SELECT p.id, p.posted, f.affinity, COALESCE(k.value, 0) AS tie, COALESCE(a.value, g.elsewhere) AS region,
    CASE WHEN p.items = 0 THEN 50 ELSE COALESCE(c.sum, 0) / p.items END AS certificates,
    CASE WHEN p.min_rank = 0 OR g.rank = p.min_rank THEN 100 WHEN g.rank = p.min_rank + 1 THEN 80 ELSE 50 END AS level,
    CASE WHEN p.offer = 0 OR g.expected = 0 THEN 50 WHEN p.offer >= g.expected THEN 100
      ELSE 100 * p.offer / g.expected END AS pay
  FROM fitting f JOIN posting p ON p.row = f.posting CROSS JOIN g
    LEFT JOIN area a ON a.region = p.region LEFT JOIN certified c ON c.posting = p.row
    LEFT JOIN known k ON k.employer = p.employer
  WHERE p.active = 1 AND p.posted <= @DAY@ AND p.closes >= @DAY@ AND (g.kinds & p.kind) <> 0
    AND g.rank >= p.min_rank AND COALESCE(c.met, 0) = p.required
    AND (p.fresh = 0 OR (p.fresh = 1 AND g.year >= @YEAR@) OR (p.fresh = 2 AND g.year < @YEAR@))
    AND (p.strict = 0 OR f.names = 1) AND (p.kind <> 2 OR f.family = 1)
    AND (g.wishes_only = 0 OR a.wished = 1) AND (p.kind <> 4 OR p.school = g.school)),
viewed AS (
  SELECT id, posted,
    500 * affinity / 100 + 300 * certificates / 100 + 100 * level / 100 + 100 * tie / 100 AS e,
    450 * region / 100 + 250 * affinity / 100 + 200 * pay / 100 + 100 * tie / 100 AS s
  FROM valued)
SELECT '@ID@', id, e, s, CASE WHEN e + s = 0 THEN 0 ELSE 2 * e * s / (e + s) END AS score
FROM viewed ORDER BY score DESC, posted DESC, id LIMIT 20;
