package io.demarche.producer.source;

/** What had to be assumed of an article that was taken: said once for each, and counted. */
public enum Remark {
    /** It has no date of its own. */
    FILE_TIME(
            "publishedAtBasis=FILE_TIME",
            "undated: taken for published when the file was last modified (--published says when)"),
    /** Its date has not come. */
    AHEAD("date ahead, taken as unknown", "published on a day that has not come: taken as unknown, it moves no day"),
    /** Its time of fetching can be none. */
    NO_FETCH_TIME("fetch time ignored", "field 'fetched' states a time at which nobody fetched it: ignored");

    private final String label;
    private final String detail;

    Remark(String label, String detail) {
        this.label = label;
        this.detail = detail;
    }

    /** The remark as a summary prints it. */
    public String label() {
        return label;
    }

    /** The remark in words, to stand behind the article's place. */
    public String detail() {
        return detail;
    }
}
