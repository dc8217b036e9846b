-- The cells of one generated world, as bench/sql/cells.cpp writes them. Dates are days since 1970-01-01.
CREATE TABLE posting(row INTEGER PRIMARY KEY, id TEXT, employer INTEGER, active INTEGER, region INTEGER,
  kind INTEGER, fresh INTEGER, strict INTEGER, min_rank INTEGER, offer INTEGER, posted INTEGER, closes INTEGER,
  school INTEGER, required INTEGER, items INTEGER, any_major INTEGER);
CREATE TABLE entry(posting INTEGER, entry INTEGER);
CREATE TABLE item(posting INTEGER, certificate INTEGER, level INTEGER, required INTEGER);
CREATE TABLE graduate(id TEXT PRIMARY KEY, school INTEGER, major INTEGER, rank INTEGER, year INTEGER, kinds INTEGER,
  wishes_only INTEGER, expected INTEGER, home INTEGER, elsewhere INTEGER);
CREATE TABLE wish(graduate TEXT, place INTEGER, value INTEGER);
CREATE TABLE holding(graduate TEXT, certificate INTEGER, level INTEGER, expires INTEGER);
CREATE TABLE own_tie(graduate TEXT, employer INTEGER, value INTEGER);
CREATE TABLE tie(school INTEGER, employer INTEGER, starts INTEGER, ends INTEGER);
-- What the catalogue says: affinity of major and entry; how a region lies to a wish or home.
CREATE TABLE related(major INTEGER, entry INTEGER, affinity INTEGER, names INTEGER, family INTEGER);
CREATE TABLE near(place INTEGER, region INTEGER, inside INTEGER, as_wish INTEGER, as_home INTEGER);
