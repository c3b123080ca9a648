package io.demarche.producer.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that fails where it goes on beyond a number of bytes. */
final class BoundedStream extends FilterInputStream {
    private final int limit;
    private long read;

    BoundedStream(InputStream in, int limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int some = super.read(bytes, from, length);
        count(Math.max(0, some));
        return some;
    }

    private void count(int some) throws IOException {
        read += some;
        if (read > limit) {
            throw new TooLargeException(limit);
        }
    }
}
