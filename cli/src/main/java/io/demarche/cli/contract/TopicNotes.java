package io.demarche.cli.contract;

import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.Topics.Topic;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the contract says of topics beside what the catalogue and the schemas say. */
final class TopicNotes {
    private static final String TABLE = "topics.tsv";
    private static final Set<String> DOES = Set.of("receive", "send");

    private final Map<String, Note> notes;

    /**
     * Of one topic.
     *
     * @param does receive or send, as AsyncAPI says it of this program
     * @param key what the key is
     * @param says what a reader has to know
     */
    record Note(String does, String key, String says) {}

    private TopicNotes(Map<String, Note> notes) {
        this.notes = notes;
    }

    /**
     * Those that come with the program.
     *
     * @throws DemarcheException naming the line that is wrong
     */
    static TopicNotes bundled() {
        try (InputStream in = TopicNotes.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + TABLE);
            }
            List<String> lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
            Map<String, Note> notes = new HashMap<>();
            boolean head = false;
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).startsWith("#")) {
                    continue;
                }
                if (head) {
                    String[] cells = lines.get(i).split("\t", -1);
                    if (cells.length != 4 || !DOES.contains(cells[1])) {
                        throw new DemarcheException(
                                TABLE + ":" + (i + 1) + ": expected topic, receive or send, key, says");
                    }
                    notes.put(cells[0], new Note(cells[1], cells[2], cells[3]));
                }
                head = true;
            }
            return new TopicNotes(notes);
        } catch (IOException e) {
            throw new DemarcheException(TABLE + ": cannot be read", e);
        }
    }

    /**
     * What it says of a topic.
     *
     * @throws DemarcheException where the table lacks it
     */
    Note of(Topic topic) {
        Note note = notes.get(topic.name());
        if (note == null) {
            throw new DemarcheException(TABLE + ": lacks the topic " + topic.name());
        }
        return note;
    }
}
