-- Full text of the quotes. The index holds no text of its own; triggers keep it as the table is.
CREATE VIRTUAL TABLE event_words USING fts5(words, content='event', content_rowid='seq', tokenize='unicode61');

CREATE TRIGGER event_words_insert AFTER INSERT ON event BEGIN
  INSERT INTO event_words (rowid, words) VALUES (new.seq, new.words);
END;

CREATE TRIGGER event_words_update AFTER UPDATE OF words ON event WHEN old.words <> new.words BEGIN
  INSERT INTO event_words (event_words, rowid, words) VALUES ('delete', old.seq, old.words);
  INSERT INTO event_words (rowid, words) VALUES (new.seq, new.words);
END;

CREATE TRIGGER event_words_delete AFTER DELETE ON event BEGIN
  INSERT INTO event_words (event_words, rowid, words) VALUES ('delete', old.seq, old.words);
END;
