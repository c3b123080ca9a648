package io.demarche.consumer.sink;

import io.demarche.avro.AlertEvent;
import io.demarche.avro.AlertStatus;
import io.demarche.avro.ChainLink;
import io.demarche.avro.EscalationAlert;
import io.demarche.avro.Evidence;
import io.demarche.avro.LinkBasis;
import io.demarche.avro.TensionLevel;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Alerts as blocks of text for a person: who and how grave, the headline, why, each event with its best quote and where it
 * stood, who answered whom. A pure function of the alert and the style.
 */
final class AlertText {
    private static final String RESET = "\u001B[0m";
    private static final int LONGEST_QUOTE = 400;

    private final ConsoleStyle style;
    private final StateNames names;

    AlertText(ConsoleStyle style, StateNames names) {
        this.style = style;
        this.names = names;
    }

    /** All there is to say: for an alert that the reader has not seen yet. */
    String full(EscalationAlert alert) {
        TextBlock block = new TextBlock(style.width());
        block.line(header(alert) + was(alert));
        block.wrapped("  ", 2, SafeText.of(alert.getHeadline()));
        block.wrapped("  Why: ", 7, SafeText.of(alert.getWhy().getExplanation()));
        block.wrapped(
                "  ",
                2,
                (alert.getStatus() == AlertStatus.UPDATED ? "Updated. " : "") + "Fired on " + alert.getFiredOn()
                        + ", episode since " + alert.getEpisodeStart() + ", as of " + alert.getAsOf()
                        + ". Confidence " + decimal(alert.getConfidence()) + ".");
        alert.getEvents().forEach(event -> event(block, event));
        chain(block, alert);
        block.line("  " + reference(alert));
        return block.toString();
    }

    /**
     * What is new, in short: for an alert that the reader has seen.
     *
     * @param known the events the reader has seen in it
     */
    String update(EscalationAlert alert, Set<String> known) {
        TextBlock block = new TextBlock(style.width());
        block.line(header(alert));
        String status = switch (alert.getStatus()) {
            case RESOLVED ->
                "Resolved: the episode that began on " + alert.getEpisodeStart() + " was over on " + alert.getAsOf()
                        + ".";
            case RETRACTED ->
                "Retracted: " + midSentence(SafeText.of(alert.getWhy().getExplanation()));
            default -> "Updated, as of " + alert.getAsOf() + ". Confidence " + decimal(alert.getConfidence()) + ".";
        };
        block.wrapped("  ", 2, status + " " + SafeText.of(alert.getHeadline()));
        List<AlertEvent> fresh = alert.getEvents().stream()
                .filter(event -> !known.contains(event.getEventId()))
                .toList();
        fresh.forEach(event -> event(block, event));
        if (!fresh.isEmpty()) {
            block.line("");
        }
        block.line("  " + reference(alert));
        return block.toString();
    }

    private static String midSentence(String sentence) {
        return sentence.isEmpty() ? "" : sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }

    private String header(EscalationAlert alert) {
        String level = alert.getLevel().name();
        String shown = style.colour() ? colour(alert) + level + RESET : level;
        return (alert.getTest() ? "TEST  " : "") + shown + "  " + names.ofDyad(alert.getDyad(), " " + dash() + " ");
    }

    private void event(TextBlock block, AlertEvent event) {
        block.line("");
        String summary = SafeText.of(event.getSummary());
        String shown = summary.isEmpty()
                ? names.of(event.getSource()) + arrow() + names.of(event.getTarget()) + ": " + type(event)
                : summary;
        block.wrapped("  " + event.getEventDate() + "  ", 14, shown);
        event.getEvidence().stream().findFirst().ifPresent(best -> quote(block, best, event));
    }

    private void quote(TextBlock block, Evidence best, AlertEvent event) {
        block.wrapped(" ".repeat(14), 15, quoted(shortened(SafeText.of(best.getQuote()))));
        LocalDate published = best.getPublishedAt().atZone(ZoneOffset.UTC).toLocalDate();
        String publisher = SafeText.of(best.getPublisher());
        String url = best.getUrl() == null ? "" : SafeText.of(best.getUrl());
        int more = event.getMentions() - 1;
        String where = (publisher.isEmpty() ? "unnamed publisher" : publisher) + ", " + published
                + (url.isEmpty() ? "" : ", " + url)
                + (more > 0 ? " (and " + more + (more == 1 ? " more mention)" : " more mentions)") : "");
        block.wrapped(" ".repeat(14) + dash() + " ", 16, where);
    }

    private void chain(TextBlock block, EscalationAlert alert) {
        if (alert.getReciprocityChain().isEmpty()) {
            block.line("");
            return;
        }
        Map<String, AlertEvent> events = alert.getEvents().stream()
                .collect(Collectors.toMap(AlertEvent::getEventId, Function.identity(), (one, same) -> one));
        block.line("").line("  Chain:");
        for (ChainLink link : alert.getReciprocityChain()) {
            block.wrapped(
                    "    ",
                    6,
                    act(events, link.getEventId()) + " answers " + act(events, link.getInResponseTo()) + ", "
                            + lag(link.getLagDays()) + ": " + basis(link.getBasis()) + " ("
                            + decimal(link.getConfidence()) + ")");
        }
        block.line("");
    }

    private String act(Map<String, AlertEvent> events, String eventId) {
        AlertEvent event = events.get(eventId);
        return event == null
                ? "event " + SafeText.of(eventId)
                : names.of(event.getSource()) + " on " + event.getEventDate() + " (" + type(event) + ")";
    }

    private static String type(AlertEvent event) {
        return event.getEventType().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String lag(int days) {
        return days == 0 ? "the same day" : days + (days == 1 ? " day later" : " days later");
    }

    private static String basis(LinkBasis basis) {
        return switch (basis) {
            case TEXT -> "the text says so";
            case SAME_CLASS -> "the same kind of act";
            case NEIGHBOURING_CLASS -> "a kindred kind of act";
            case UNKNOWN -> "for a reason this version does not know";
        };
    }

    /** The level before; nothing where that was calm, or is not known. */
    private static String was(EscalationAlert alert) {
        TensionLevel before = alert.getPreviousLevel();
        return before.compareTo(TensionLevel.CALM) > 0 ? "  (was " + before + ")" : "";
    }

    private String quoted(String text) {
        return style.unicode() ? "“" + text + "”" : '"' + text + '"';
    }

    private String shortened(String quote) {
        if (quote.length() <= LONGEST_QUOTE) {
            return quote;
        }
        int end = quote.lastIndexOf(' ', LONGEST_QUOTE);
        int cut = end > 0 ? end : quote.offsetByCodePoints(0, LONGEST_QUOTE / 2);
        return quote.substring(0, cut) + (style.unicode() ? " …" : " ...");
    }

    private String dash() {
        return style.unicode() ? "–" : "-";
    }

    private String arrow() {
        return style.unicode() ? " → " : " -> ";
    }

    private static String reference(EscalationAlert alert) {
        return "alert " + SafeText.of(alert.getAlertId()) + ", revision " + alert.getRevision() + ", rules "
                + SafeText.of(alert.getRulesetVersion());
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String colour(EscalationAlert alert) {
        return switch (alert.getStatus()) {
            case RESOLVED -> "\u001B[32m";
            case RETRACTED -> "\u001B[2m";
            default ->
                switch (alert.getLevel()) {
                    case UNKNOWN, CALM, STRAINED -> "\u001B[1m";
                    case TENSE -> "\u001B[1;33m";
                    case CONFRONTATION -> "\u001B[1;35m";
                    case RETALIATION, RUPTURE, HOSTILITIES -> "\u001B[1;31m";
                };
        };
    }
}
