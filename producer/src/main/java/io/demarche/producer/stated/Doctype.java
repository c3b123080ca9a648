package io.demarche.producer.stated;

import java.util.regex.Pattern;

/** The declaration of type at the beginning of XML: what it declares could only do harm. */
public final class Doctype {
    private static final Pattern DECLARATION =
            Pattern.compile("<!DOCTYPE[^>\\[]{0,1000}(?:\\[[^\\]]{0,100000}\\]\\s*)?>");

    private Doctype() {}

    /** The same text without it. */
    public static String takenOff(String xml) {
        return DECLARATION.matcher(xml).replaceFirst("");
    }
}
