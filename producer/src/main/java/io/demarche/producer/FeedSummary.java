package io.demarche.producer;

/**
 * What was done with feeds.
 *
 * @param feeds that are read
 * @param checks asked of them
 * @param unchanged checks that found nothing new
 * @param failed checks that failed
 * @param sent articles, corrections among them
 * @param known items that had been sent before
 * @param rejected items of which no article could be made
 * @param pagesMissed pages behind teasers that could not be had
 * @param left how often items were left to the next check, since reading the pages behind them took too long
 */
public record FeedSummary(
        int feeds,
        long checks,
        long unchanged,
        long failed,
        long sent,
        long known,
        long rejected,
        long pagesMissed,
        long left) {
    /** One line for a person. */
    public String line() {
        return "feeds " + feeds + ", checks " + checks + " (unchanged " + unchanged + ", failed " + failed + "), sent "
                + sent
                + ", known " + known + ", rejected " + rejected
                + (pagesMissed == 0 ? "" : ", pages not to be had " + pagesMissed)
                + (left == 0 ? "" : ", left to the next check " + left);
    }
}
