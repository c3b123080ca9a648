-- What analysts say of acts: each verdict, whether or not it still counts.
CREATE TABLE analyst_verdict (
  verdict_id       TEXT NOT NULL PRIMARY KEY,
  -- the event that it is on, or the first mention where it names no event
  subject          TEXT NOT NULL,
  event_id         TEXT,
  dyad             TEXT NOT NULL,
  verdict          TEXT NOT NULL,
  event_type       TEXT NOT NULL,
  source           TEXT NOT NULL,
  target           TEXT NOT NULL,
  event_date       TEXT NOT NULL,
  corrected_type   TEXT,
  corrected_source TEXT,
  corrected_target TEXT,
  corrected_date   TEXT,
  confidence       DOUBLE PRECISION,
  note             TEXT NOT NULL,
  analyst          TEXT NOT NULL,
  given_at         TEXT NOT NULL,
  -- the same in milliseconds since 1970: what the order goes by
  given_ms         BIGINT NOT NULL,
  record           TEXT NOT NULL
);
CREATE INDEX analyst_verdict_by_dyad ON analyst_verdict (dyad, subject);

-- Whose articles told of the act when it was judged, and which rules coded it.
CREATE TABLE verdict_publisher (
  verdict_id TEXT NOT NULL,
  place      INTEGER NOT NULL,
  publisher  TEXT NOT NULL,
  PRIMARY KEY (verdict_id, place)
);
CREATE TABLE verdict_rule (
  verdict_id TEXT NOT NULL,
  place      INTEGER NOT NULL,
  rule_id    TEXT NOT NULL,
  PRIMARY KEY (verdict_id, place)
);

-- Which rule coded the mention; empty for what was archived before this column was there.
ALTER TABLE evidence ADD COLUMN rule_id TEXT NOT NULL DEFAULT '';

-- The verdict that counts on each act: the latest, unless it was taken back.
CREATE VIEW verdict AS
SELECT verdict_id, event_id, dyad, verdict, source, target, event_type, event_date, corrected_source, corrected_target,
       corrected_type, corrected_date, confidence, note, analyst, given_at
FROM (SELECT analyst_verdict.*,
             ROW_NUMBER() OVER (PARTITION BY dyad, subject ORDER BY given_ms DESC, verdict_id DESC) AS recency
      FROM analyst_verdict) AS ranked
WHERE recency = 1 AND verdict NOT IN ('TAKEN_BACK', 'UNKNOWN');

-- How often acts were found right. A copy is told rightly or not: it counts as neither.
CREATE VIEW judged_act AS
SELECT verdict_id, dyad, event_type, confidence,
       CASE WHEN verdict = 'RIGHT' THEN 1 ELSE 0 END AS found_right,
       CASE WHEN verdict IN ('WRONG', 'WRONG_SIDES', 'WRONG_TYPE', 'WRONG_DATE') THEN 1 ELSE 0 END AS found_wrong,
       CASE WHEN verdict = 'DUPLICATE' THEN 1 ELSE 0 END AS found_double
FROM verdict;

CREATE VIEW accuracy_by_type AS
SELECT event_type, SUM(found_right) AS found_right, SUM(found_wrong) AS found_wrong, SUM(found_double) AS found_double
FROM judged_act
GROUP BY event_type;

CREATE VIEW accuracy_by_rule AS
SELECT rules.rule_id, SUM(found_right) AS found_right, SUM(found_wrong) AS found_wrong, SUM(found_double) AS found_double
FROM judged_act
JOIN (SELECT DISTINCT verdict_id, rule_id FROM verdict_rule) AS rules ON rules.verdict_id = judged_act.verdict_id
GROUP BY rules.rule_id;

CREATE VIEW accuracy_by_publisher AS
SELECT tellers.publisher, SUM(found_right) AS found_right, SUM(found_wrong) AS found_wrong, SUM(found_double) AS found_double
FROM judged_act
JOIN (SELECT DISTINCT verdict_id, publisher FROM verdict_publisher) AS tellers ON tellers.verdict_id = judged_act.verdict_id
GROUP BY tellers.publisher;
