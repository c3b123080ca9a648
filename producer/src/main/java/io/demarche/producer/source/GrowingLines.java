package io.demarche.producer.source;

import io.demarche.producer.source.Rejection.Reason;
import io.demarche.producer.source.Utf8.MalformedTextException;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file of lines that is written to while it is followed: whole lines as they come, each once; the last one, if no line end
 * follows it, once the file is left alone and the line is a whole JSON object, or nobody goes on with it. A file that was put in place of another, or shortened, or edited, is read from its
 * start again. Used by one thread.
 */
final class GrowingLines {
    /** How much is read at one look: more than the longest line. */
    private static final int MOST = 2 * JsonLinesSource.LIMIT;

    private static final int MARK = 512;
    /** For how many looks half a line is waited for. */
    private static final int PATIENCE = 60;

    private final Path file;
    private final SourceDefaults defaults;
    private long read;
    private long lines;
    private int looksAlone;
    private byte[] mark = {};
    private @Nullable FileTime finished;

    GrowingLines(Path file, SourceDefaults defaults) {
        this.file = file;
        this.defaults = defaults;
    }

    /**
     * The articles of the lines that are due; empty where none is.
     *
     * @param bytes the file's length now
     * @param alone whether it was the same at the look before
     */
    Optional<ArticleSource> due(long bytes, FileTime modified, boolean alone) throws IOException {
        if (bytes < read || !isWhatWasRead() || (alone && bytes == read && wasEdited(modified))) {
            startOver();
        }
        looksAlone = alone ? looksAlone + 1 : 0;
        byte[] next = FileSlice.read(file, read, Math.min(bytes - read, MOST));
        boolean toTheEnd = read + next.length >= bytes;
        int end = lastLineEnd(next);
        if (alone && toTheEnd && (looksAlone > PATIENCE || isWhole(Arrays.copyOfRange(next, end, next.length)))) {
            end = next.length;
        }
        if (next.length == MOST && end == 0) {
            end = next.length; // one line without an end: the source rejects it as too long
        }
        Optional<ArticleSource> due =
                end == 0 ? Optional.empty() : Optional.of(JsonLinesSource.part(file, read, end, lines, defaults));
        for (int i = 0; i < end; i++) {
            lines += next[i] == '\n' ? 1 : 0;
        }
        read += end;
        if (end > 0) {
            mark = Arrays.copyOfRange(next, Math.max(0, end - MARK), end);
        }
        if (alone && read == bytes) {
            finished = modified;
        }
        return due;
    }

    private boolean isWhole(byte[] line) {
        try {
            return !(new ArticleJson(defaults).read("", Utf8.decode(line, 0)) instanceof Rejection rejection
                    && rejection.reason() == Reason.BAD_JSON);
        } catch (MalformedTextException e) {
            return false; // it may end within a character
        }
    }

    private void startOver() {
        read = 0;
        lines = 0;
        mark = new byte[0];
        finished = null;
    }

    private boolean wasEdited(FileTime modified) {
        return finished != null && !finished.equals(modified);
    }

    private boolean isWhatWasRead() throws IOException {
        return Arrays.equals(mark, FileSlice.read(file, read - mark.length, mark.length));
    }

    private static int lastLineEnd(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }
}
