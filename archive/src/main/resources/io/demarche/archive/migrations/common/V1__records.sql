-- What was announced. Days are text such as 2023-12-26, times text such as 2023-12-26T10:15:00Z: both sort as they read. Yes and
-- no are 1 and 0. Where rows carry a revision, a lower one never replaces a higher.

CREATE TABLE event (
  seq               ${serial},
  event_id          TEXT NOT NULL UNIQUE,
  dyad              TEXT NOT NULL,
  source            TEXT NOT NULL,
  source_name       TEXT NOT NULL,
  source_role       TEXT NOT NULL,
  target            TEXT NOT NULL,
  target_name       TEXT NOT NULL,
  target_role       TEXT NOT NULL,
  event_type        TEXT NOT NULL,
  cameo_code        TEXT NOT NULL,
  event_date        TEXT NOT NULL,
  date_basis        TEXT NOT NULL,
  date_precision    TEXT NOT NULL,
  how_many          INTEGER,
  counted           TEXT,
  deadline_hours    INTEGER,
  stated_reason     TEXT,
  reciprocal        INTEGER NOT NULL,
  reciprocity_cue   TEXT,
  modality          TEXT NOT NULL,
  attributed_to     TEXT,
  goldstein_tenths  INTEGER NOT NULL,
  publishers        INTEGER NOT NULL,
  mentions          INTEGER NOT NULL,
  confidence        DOUBLE PRECISION NOT NULL,
  in_response_to    TEXT,
  lag_days          INTEGER,
  link_basis        TEXT,
  link_confidence   DOUBLE PRECISION,
  historical        INTEGER NOT NULL,
  first_reported_at TEXT NOT NULL,
  last_reported_at  TEXT NOT NULL,
  revision          INTEGER NOT NULL,
  -- its quotes, for the search by words
  words             TEXT NOT NULL
);
CREATE INDEX event_by_dyad ON event (dyad, event_date);
CREATE INDEX event_by_day ON event (event_date, event_id);
CREATE INDEX event_by_type ON event (event_type, event_date);

CREATE TABLE evidence (
  event_id     TEXT NOT NULL,
  place        INTEGER NOT NULL,
  mention_id   TEXT NOT NULL,
  article_id   TEXT NOT NULL,
  publisher    TEXT NOT NULL,
  url          TEXT,
  published_at TEXT NOT NULL,
  quote        TEXT NOT NULL,
  confidence   DOUBLE PRECISION NOT NULL,
  revision     INTEGER NOT NULL,
  PRIMARY KEY (event_id, place)
);
CREATE INDEX evidence_by_publisher ON evidence (publisher);

CREATE TABLE alert (
  alert_id           TEXT NOT NULL PRIMARY KEY,
  dyad               TEXT NOT NULL,
  level              TEXT NOT NULL,
  level_rank         INTEGER NOT NULL,
  previous_level     TEXT NOT NULL,
  episode_start      TEXT NOT NULL,
  fired_on           TEXT NOT NULL,
  status             TEXT NOT NULL,
  rule               TEXT NOT NULL,
  headline           TEXT NOT NULL,
  explanation        TEXT NOT NULL,
  surge              DOUBLE PRECISION NOT NULL,
  recent_hostility   DOUBLE PRECISION NOT NULL,
  expected_hostility DOUBLE PRECISION NOT NULL,
  events             INTEGER NOT NULL,
  hostile_events     INTEGER NOT NULL,
  confidence         DOUBLE PRECISION NOT NULL,
  as_of              TEXT NOT NULL,
  revision           INTEGER NOT NULL,
  ruleset_version    TEXT NOT NULL,
  -- the whole of it, as JSON
  record             TEXT NOT NULL
);
CREATE INDEX alert_by_dyad ON alert (dyad, fired_on);
CREATE INDEX alert_by_day ON alert (fired_on);

-- Every announcement, in the order in which they came in.
CREATE TABLE alert_revision (
  seq        ${serial},
  alert_id   TEXT NOT NULL,
  revision   INTEGER NOT NULL,
  dyad       TEXT NOT NULL,
  level      TEXT NOT NULL,
  level_rank INTEGER NOT NULL,
  status     TEXT NOT NULL,
  headline   TEXT NOT NULL,
  as_of      TEXT NOT NULL,
  confidence DOUBLE PRECISION NOT NULL,
  record     TEXT NOT NULL,
  UNIQUE (alert_id, revision)
);

CREATE TABLE alert_act (
  alert_id TEXT NOT NULL,
  place    INTEGER NOT NULL,
  event_id TEXT NOT NULL,
  summary  TEXT NOT NULL,
  revision INTEGER NOT NULL,
  PRIMARY KEY (alert_id, place)
);
CREATE INDEX alert_act_by_event ON alert_act (event_id);

CREATE TABLE chain_link (
  alert_id       TEXT NOT NULL,
  place          INTEGER NOT NULL,
  event_id       TEXT NOT NULL,
  in_response_to TEXT NOT NULL,
  lag_days       INTEGER NOT NULL,
  basis          TEXT NOT NULL,
  confidence     DOUBLE PRECISION NOT NULL,
  revision       INTEGER NOT NULL,
  PRIMARY KEY (alert_id, place)
);

-- One row for each day of which a reading was announced.
CREATE TABLE tension (
  dyad               TEXT NOT NULL,
  as_of_day          TEXT NOT NULL,
  level              TEXT NOT NULL,
  level_rank         INTEGER NOT NULL,
  surge              DOUBLE PRECISION NOT NULL,
  recent_hostility   DOUBLE PRECISION NOT NULL,
  expected_hostility DOUBLE PRECISION NOT NULL,
  balance            DOUBLE PRECISION NOT NULL,
  events             INTEGER NOT NULL,
  hostile_events     INTEGER NOT NULL,
  ruleset_version    TEXT NOT NULL,
  PRIMARY KEY (dyad, as_of_day)
);

-- Up to where each topic is in these tables; written with the rows, in one transaction.
CREATE TABLE topic_offset (
  topic            TEXT NOT NULL,
  partition_number INTEGER NOT NULL,
  topic_id         TEXT NOT NULL,
  next_offset      BIGINT NOT NULL,
  PRIMARY KEY (topic, partition_number)
);
