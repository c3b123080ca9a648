-- What people say of an episode: who has seen it, and until when it is muted. Kept when the archive is rebuilt.
CREATE TABLE desk_mark (
  dyad          TEXT NOT NULL,
  episode_start TEXT NOT NULL,
  kind          TEXT NOT NULL,
  who           TEXT NOT NULL,
  made_at       TEXT NOT NULL,
  muted_until   TEXT,
  PRIMARY KEY (dyad, episode_start, kind)
);

-- Who did what and when; never changed.
CREATE TABLE desk_audit (
  seq           ${serial},
  made_at       TEXT NOT NULL,
  who           TEXT NOT NULL,
  what          TEXT NOT NULL,
  dyad          TEXT NOT NULL,
  episode_start TEXT NOT NULL,
  muted_until   TEXT
);

CREATE VIEW audit AS
SELECT made_at, who, what, dyad, episode_start, muted_until
FROM desk_audit;
