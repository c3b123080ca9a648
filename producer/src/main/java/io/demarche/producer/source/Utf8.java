package io.demarche.producer.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes UTF-8 and says where it goes wrong, which the platform's own exceptions do not. */
public final class Utf8 {
    private static final int[] BOM = {0xEF, 0xBB, 0xBF};

    private Utf8() {}

    /** How many bytes of byte order mark lead these bytes: three or none. */
    public static int bomLength(byte[] bytes) {
        for (int i = 0; i < BOM.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != BOM[i]) {
                return 0;
            }
        }
        return BOM.length;
    }

    /**
     * Decodes the bytes from the given offset on.
     *
     * @throws MalformedTextException at the first malformed sequence, with its offset into the whole array
     */
    public static String decode(byte[] bytes, int from) throws MalformedTextException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        CharBuffer out = CharBuffer.allocate(bytes.length - from);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw new MalformedTextException(in.position());
        }
        return out.flip().toString();
    }

    /** Text that is not UTF-8. */
    public static final class MalformedTextException extends Exception {
        private static final long serialVersionUID = 1L;

        private final int offset;

        MalformedTextException(int offset) {
            super("not UTF-8 at byte " + offset);
            this.offset = offset;
        }

        /** Offset of the first malformed byte. */
        public int offset() {
            return offset;
        }
    }
}
