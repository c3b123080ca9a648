package io.demarche.text;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;

/** The encoding of Western Windows, in which most text is misread. Bytes that it leaves undefined are control characters. */
final class Windows1252 {
    private static final char[] CHARACTERS = new char[256];
    private static final byte NONE = 0;
    /** The byte of each character, of those from 0x80 on; 0 for any other. */
    private static final byte[] BYTES = new byte[1 << 16];

    static {
        Charset charset = Charset.forName("windows-1252");
        for (int b = 0; b < CHARACTERS.length; b++) {
            char c = charset.decode(ByteBuffer.wrap(new byte[] {(byte) b})).get(0);
            CHARACTERS[b] = c == '�' ? (char) b : c;
            if (b >= 0x80) {
                BYTES[CHARACTERS[b]] = (byte) b;
                BYTES[b] = (byte) b; // the control character, where the text was read as ISO 8859-1
            }
        }
    }

    private Windows1252() {}

    /** The character of a byte. */
    static char character(int b) {
        return CHARACTERS[b];
    }

    /** The byte that a character was read from, from 0x80 on; -1 where it was none of these. */
    static int byteOf(char c) {
        byte b = BYTES[c];
        return b == NONE ? -1 : b & 0xFF;
    }
}
