package io.demarche.text;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A text after mending, and the way back from each of its characters to the text as given. Immutable. */
public final class MendedText {
    private final String text;
    private final int length;
    private final int @Nullable [] begins;
    private final int @Nullable [] ends;
    private final Set<Damage> damages;

    MendedText(String text, int length, int @Nullable [] begins, int @Nullable [] ends, Set<Damage> damages) {
        this.text = text;
        this.length = length;
        this.begins = begins;
        this.ends = ends;
        this.damages = damages.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(damages));
    }

    /** A text in which there was nothing to mend. */
    public static MendedText sound(String text) {
        return new MendedText(text, text.length(), null, null, Set.of());
    }

    /** The text as it was meant. */
    public String text() {
        return text;
    }

    /** What was mended. */
    public Set<Damage> damages() {
        return damages;
    }

    /** Where {@code text()[begin, …)} begins in the text as given. */
    public int begin(int begin) {
        if (begins == null) {
            return begin;
        }
        return begin < text.length() ? begins[begin] : length;
    }

    /** Where {@code text()[…, end)} ends in the text as given. */
    public int end(int end) {
        if (ends == null) {
            return end;
        }
        return end > 0 ? ends[end - 1] : 0;
    }
}
