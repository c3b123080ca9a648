-- For analysts: docs/sql.md.

-- Acts that have evidence.
CREATE VIEW act AS
SELECT event_id, dyad, source, source_name, target, target_name, event_type, cameo_code, event_date, date_precision, how_many,
       counted, modality, attributed_to, goldstein_tenths / 10.0 AS goldstein,
       CASE WHEN goldstein_tenths < 0 THEN 'HOSTILE' WHEN goldstein_tenths > 0 THEN 'COOPERATIVE' ELSE 'NEUTRAL' END AS conduct,
       publishers, mentions, confidence, in_response_to, lag_days, link_basis, link_confidence, historical,
       first_reported_at, last_reported_at, revision
FROM event
WHERE mentions > 0;

-- The words that say so, the best first by place.
CREATE VIEW quote AS
SELECT act.event_id, act.dyad, act.source, act.target, act.event_type, act.event_date, evidence.place, evidence.quote,
       evidence.publisher, evidence.url, evidence.published_at, evidence.article_id, evidence.mention_id, evidence.confidence
FROM act
JOIN evidence ON evidence.event_id = act.event_id;

-- Alerts that were not taken back.
CREATE VIEW standing_alert AS
SELECT alert_id, dyad, level, level_rank, previous_level, episode_start, fired_on, status, rule, headline, explanation, surge,
       recent_hostility, expected_hostility, events, hostile_events, confidence, as_of, revision, ruleset_version
FROM alert
WHERE status <> 'RETRACTED';

-- An episode of a pair: from its first alert to its end, with the gravest level reached.
CREATE VIEW episode AS
SELECT dyad, episode_start, MAX(level_rank) AS gravest_rank, COUNT(*) AS alerts, MAX(fired_on) AS last_fired_on,
       MAX(as_of) AS as_of, MAX(CASE WHEN status IN ('FIRING', 'UPDATED') THEN 1 ELSE 0 END) AS is_open
FROM standing_alert
GROUP BY dyad, episode_start;

-- Who answered whom.
CREATE VIEW answer AS
SELECT act.dyad, act.event_id, act.source AS answered_by, act.event_type AS answer, act.event_date AS answered_on,
       first.event_id AS first_event_id, first.event_type AS first_act, first.event_date AS first_on,
       act.lag_days, act.link_basis, act.link_confidence
FROM act
JOIN act AS first ON first.event_id = act.in_response_to;

-- Readings day by day, each with the one before.
CREATE VIEW daily_tension AS
SELECT dyad, as_of_day, level, level_rank, surge, recent_hostility, expected_hostility, balance, events, hostile_events,
       LAG(level) OVER (PARTITION BY dyad ORDER BY as_of_day) AS level_before
FROM tension;

-- The latest reading of each pair.
CREATE VIEW pair AS
SELECT tension.dyad, tension.as_of_day, tension.level, tension.level_rank, tension.surge, tension.recent_hostility,
       tension.expected_hostility, tension.balance, tension.events, tension.hostile_events
FROM tension
WHERE tension.as_of_day = (SELECT MAX(latest.as_of_day) FROM tension AS latest WHERE latest.dyad = tension.dyad);

-- What each publisher told.
CREATE VIEW publisher AS
SELECT publisher, COUNT(*) AS quotes, COUNT(DISTINCT event_id) AS acts, AVG(confidence) AS mean_confidence,
       MIN(published_at) AS first_published_at, MAX(published_at) AS last_published_at
FROM evidence
GROUP BY publisher;
