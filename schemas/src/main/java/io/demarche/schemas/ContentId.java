package io.demarche.schemas;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Identities derived from content: the first 128 bits of the SHA-256 of the given fields, as 32 hexadecimal digits.
 *
 * <p>Each field is preceded by its length, so that {@code of("ab", "c")} and {@code of("a", "bc")} differ. A
 * broken character (half of a surrogate pair) counts as a question mark, which is what it becomes in a topic.
 */
public final class ContentId {
    private static final int BYTES = 16;

    private ContentId() {}

    /** The identity of these fields, in this order. */
    public static String of(String... fields) {
        MessageDigest digest = sha256();
        for (String field : fields) {
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
