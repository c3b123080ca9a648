package io.demarche.producer.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads lines as bytes and never holds more than one line of bounded length; what a line has beyond it is skipped. */
public final class LineReader implements Closeable {
    private static final int PEEK = 8192;

    private final BufferedInputStream in;
    private final int limit;
    private long number;
    private long offset;

    public LineReader(InputStream in, int limit) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.limit = limit;
    }

    /**
     * A line without its line end.
     *
     * @param number counted from 1
     * @param offset of its first byte in the stream
     * @param bytes its content, cut at the limit
     * @param cut whether it was longer than the limit
     */
    public record Line(long number, long offset, byte[] bytes, boolean cut) {}

    /** Whether the first bytes that arrive hold a NUL, as no text does. To be asked before the first line is read. */
    public boolean looksBinary() throws IOException {
        in.mark(PEEK);
        byte[] head = new byte[PEEK];
        int length = in.read(head);
        in.reset();
        for (int i = 0; i < length; i++) {
            if (head[i] == 0) {
                return true;
            }
        }
        return false;
    }

    /** The next line; empty at the end of the stream. */
    public Optional<Line> next() throws IOException {
        int b = in.read();
        if (b < 0) {
            return Optional.empty();
        }
        number++;
        long start = offset;
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        boolean cut = false;
        while (b >= 0 && b != '\n') {
            offset++;
            if (line.size() < limit) {
                line.write(b);
            } else {
                cut = true;
            }
            b = in.read();
        }
        offset++;
        return Optional.of(new Line(number, start, line.toByteArray(), cut));
    }

    /** How many bytes have been read as lines. */
    public long offset() {
        return offset;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
