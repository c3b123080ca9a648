-- Full text of the quotes, without a language's stems: what is searched is names as often as words.
CREATE INDEX event_words ON event USING gin (to_tsvector('simple', words));
