-- Where the topic of articles has each of them: its text stays there, for as long as that keeps it.
CREATE TABLE article_place (
  article_id       TEXT NOT NULL PRIMARY KEY,
  partition_number INTEGER NOT NULL,
  record_offset    BIGINT NOT NULL
);

-- What an article tells.
CREATE INDEX evidence_by_article ON evidence (article_id);
