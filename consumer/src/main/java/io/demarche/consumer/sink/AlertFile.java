package io.demarche.consumer.sink;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.demarche.schemas.DemarcheException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/** Reads which alerts a file of JSON lines holds, and where its last whole line ends. */
final class AlertFile {
    /** Longer than any alert; so no file of another kind is taken into memory. */
    private static final int LONGEST_LINE = 32 << 20;

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private final String name;
    private final AlertFormat format;
    private final NewestRevisions found;

    /**
     * @param name of the file, for errors
     * @param format of its lines
     * @param found takes in the alerts
     */
    AlertFile(String name, AlertFormat format, NewestRevisions found) {
        this.name = name;
        this.format = format;
        this.found = found;
    }

    /**
     * What was found.
     *
     * @param end where the last whole line ends, in bytes; what follows is torn
     * @param lacksLineEnd whether the last line is whole but for its line end
     */
    record Content(long end, boolean lacksLineEnd) {}

    /**
     * Reads the file from its start.
     *
     * @throws DemarcheException naming the line that is no alert
     */
    Content read(FileChannel file) throws IOException {
        InputStream in = new BufferedInputStream(Channels.newInputStream(file.position(0)), 1 << 16);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long end = 0;
        long at = 0;
        for (int number = 1; ; at++) {
            int b = in.read();
            if (b < 0) {
                return tail(name + ":" + number, line.toByteArray(), end, at);
            }
            if (b != '\n') {
                line.write(b);
                if (line.size() > LONGEST_LINE) {
                    throw foreign(name + ":" + number);
                }
                continue;
            }
            if (line.size() > 0 && !take(line.toByteArray())) {
                throw foreign(name + ":" + number);
            }
            line.reset();
            end = at + 1;
            number++;
        }
    }

    private Content tail(String where, byte[] tail, long end, long size) {
        if (tail.length == 0) {
            return new Content(end, false);
        }
        if (take(tail)) {
            return new Content(size, true);
        }
        if (!isTorn(tail)) {
            throw foreign(where);
        }
        return new Content(end, false);
    }

    /** Whether these bytes are the beginning of a line of ours, or the zeros that a power cut leaves. */
    private boolean isTorn(byte[] tail) {
        byte[] start = format.start().getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < Math.min(tail.length, start.length); i++) {
            if (tail[i] != start[i] && tail[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private boolean take(byte[] line) {
        try {
            JsonNode alert = format.data(JSON.readTree(line));
            JsonNode id = alert.path("alertId");
            JsonNode revision = alert.path("revision");
            if (!id.isTextual() || !revision.isInt()) {
                return false;
            }
            found.advance(id.textValue(), revision.intValue());
            return true;
        } catch (JacksonException e) {
            return false;
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can always be read", e);
        }
    }

    private DemarcheException foreign(String where) {
        return new DemarcheException(where + ": is no alert" + (format == AlertFormat.JSON ? "" : " as " + format)
                + ", so the file is left alone: give another file");
    }
}
