package io.demarche.coder.parse;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * The bytes of a gzipped model, unpacked in blocks. Models are read byte by byte, millions of them: {@code BufferedInputStream}
 * would take a lock for each. Belongs to one thread.
 */
public final class ModelBytes extends InputStream {
    private static final int BLOCK = 1 << 16;

    private final InputStream unpacked;
    private final byte[] block = new byte[BLOCK];
    private int next;
    private int end;

    private ModelBytes(InputStream unpacked) {
        this.unpacked = unpacked;
    }

    /** The numbers and words of a gzipped model. */
    public static DataInputStream of(InputStream gzipped) throws IOException {
        return new DataInputStream(new ModelBytes(new GZIPInputStream(gzipped, BLOCK)));
    }

    @Override
    public int read() throws IOException {
        return next < end || fill() ? block[next++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (next == end && !fill()) {
            return -1;
        }
        int n = Math.min(length, end - next);
        System.arraycopy(block, next, bytes, offset, n);
        next += n;
        return n;
    }

    private boolean fill() throws IOException {
        next = 0;
        end = Math.max(0, unpacked.read(block, 0, BLOCK));
        return end > 0;
    }

    @Override
    public void close() throws IOException {
        unpacked.close();
    }
}
