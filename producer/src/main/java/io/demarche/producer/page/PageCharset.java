package io.demarche.producer.page;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells which encoding a page or feed is in: by byte-order mark, then by what server and page declare, where the bytes fit it, then
 * as UTF-8 where they are that, then by the letters that come out.
 */
public final class PageCharset {
    private static final int LOOKED_AT = 8_192;
    private static final Pattern DECLARED = Pattern.compile(
            "(?i)<meta[^>]{0,200}?charset\\s*=\\s*[\"']?\\s*([\\w:.-]{2,40})|<\\?xml[^>]{0,100}?encoding\\s*=\\s*[\"']([\\w:.-]{2,40})");
    private static final List<String> GUESSES =
            List.of("windows-1252", "windows-1251", "windows-1250", "windows-1256", "windows-1254");

    private PageCharset() {}

    /** The text of the bytes. What no encoding explains becomes U+FFFD. */
    public static String decode(byte[] bytes, @Nullable String served) {
        Charset marked = byteOrderMark(bytes);
        if (marked != null) {
            String text = new String(bytes, marked);
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        }
        List<Charset> declared = new ArrayList<>();
        named(served).ifPresent(declared::add);
        inside(bytes).flatMap(PageCharset::named).ifPresent(declared::add);
        boolean ascii = true;
        for (byte b : bytes) {
            ascii &= b >= 0;
        }
        if (ascii && declared.stream().allMatch(PageCharset::holdsAscii)) {
            return new String(bytes, StandardCharsets.US_ASCII);
        }
        // Bytes that are sound UTF-8 with letters beyond ASCII are never by chance: servers that declare otherwise are
        // wrong.
        Optional<String> utf8 = strictly(bytes, StandardCharsets.UTF_8);
        if (utf8.isPresent() && declared.stream().allMatch(PageCharset::holdsAscii)) {
            return utf8.get();
        }
        for (Charset charset : declared) {
            Optional<String> text =
                    charset.equals(StandardCharsets.UTF_8) ? Optional.empty() : strictly(bytes, charset);
            if (text.isPresent()) {
                return text.get();
            }
        }
        boolean nearlyUtf8 = declared.contains(StandardCharsets.UTF_8) && broken(bytes) < 0.1;
        return nearlyUtf8 ? new String(bytes, StandardCharsets.UTF_8) : new String(bytes, guess(bytes));
    }

    /** Shift-JIS, GB 18030 and the like hold ASCII; UTF-16 and ISO-2022 do not. */
    private static boolean holdsAscii(Charset charset) {
        return !charset.name().startsWith("UTF-16")
                && !charset.name().startsWith("UTF-32")
                && !charset.name().startsWith("ISO-2022")
                && !charset.name().startsWith("x-");
    }

    private static @Nullable Charset byteOrderMark(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        return starts(bytes, 0xFF, 0xFE) ? StandardCharsets.UTF_16LE : null;
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> inside(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(head);
        return declared.find()
                ? Optional.of(declared.group(1) == null ? declared.group(2) : declared.group(1))
                : Optional.empty();
    }

    /** The encoding of a name, as browsers take it: ISO 8859-1 means windows-1252, which holds more. UTF-16 in ASCII is a slip. */
    private static Optional<Charset> named(@Nullable String name) {
        if (name == null) {
            return Optional.empty();
        }
        try {
            Charset charset = Charset.forName(name.strip());
            if (charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII)) {
                return Optional.of(Charset.forName("windows-1252"));
            }
            return Optional.of(charset.name().equals("GB2312") ? Charset.forName("GB18030") : charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The share of letters beyond ASCII that come out broken as UTF-8. */
    private static double broken(byte[] bytes) {
        int wrong = 0;
        int beyond = 1;
        String text = new String(bytes, StandardCharsets.UTF_8);
        for (int i = 0; i < text.length(); i++) {
            beyond += text.charAt(i) > 0x7F ? 1 : 0;
            wrong += text.charAt(i) == 0xFFFD ? 1 : 0;
        }
        return (double) wrong / beyond;
    }

    /** The one-byte encoding in which the bytes beyond ASCII look most like letters inside words. */
    private static Charset guess(byte[] bytes) {
        Charset best = Charset.forName(GUESSES.get(0));
        int most = Integer.MIN_VALUE;
        for (String name : GUESSES) {
            Charset charset = Charset.forName(name);
            String text = new String(bytes, charset);
            int score = 0;
            for (int i = 1; i < text.length() - 1; i++) {
                score += text.charAt(i) > 0x7F ? fits(text.charAt(i - 1), text.charAt(i), text.charAt(i + 1)) : 0;
            }
            if (score > most) {
                most = score;
                best = charset;
            }
        }
        return best;
    }

    private static int fits(char before, char c, char after) {
        if (c == 0xFFFD) {
            return -10;
        }
        if (!Character.isLetter(c)) {
            return Character.isLetter(before) && Character.isLetter(after) ? -2 : 0;
        }
        boolean capitalInside = Character.isUpperCase(c) && Character.isLowerCase(before);
        return neighbour(c, before) + neighbour(c, after) - (capitalInside ? 4 : 0);
    }

    /** Accented letters stand among plain ones; letters of other scripts among their own. */
    private static int neighbour(char c, char beside) {
        if (!Character.isLetter(beside)) {
            return 0;
        }
        boolean latin = Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
        return latin == beside <= 0x7F ? 1 : -2;
    }
}
