package io.demarche.text;

/** What can befall a text on its way, and can be mended with certainty. */
public enum Damage {
    /** HTML tags and comments in it. */
    MARKUP,
    /** HTML's names and numbers for characters: {@code &nbsp;}, {@code &#8217;}. */
    ENTITIES,
    /** Characters read in another encoding than they were written in. */
    MOJIBAKE,
    /** A mark that looks like an apostrophe, or stands where one was lost. */
    APOSTROPHES,
    /** Letters in a form for printers: ligatures, full-width letters, mathematical alphabets. */
    LETTERFORMS,
    /** Words parted at the end of a line, or by a soft hyphen. */
    HYPHENS
}
