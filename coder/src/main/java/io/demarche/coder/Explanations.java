package io.demarche.coder;

import io.demarche.coder.actor.NameMention;
import io.demarche.coder.actor.Party;
import io.demarche.coder.candidate.Act;
import io.demarche.coder.candidate.Candidate;
import io.demarche.coder.candidate.Reading;
import io.demarche.coder.factuality.Factuality;
import io.demarche.coder.lexicon.Stance;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.text.Token;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the stages made of a sentence, in words. */
final class Explanations {
    private Explanations() {}

    static String cleaned(CleanArticle article) {
        return article.body().damages().isEmpty()
                ? "sound"
                : "mended: "
                        + article.body().damages().stream()
                                .map(damage -> damage.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "));
    }

    static String text(ArticleText text) {
        return text.body().length() + " characters";
    }

    static String sentences(ArticleText text) {
        return text.sentences().size() + " sentences";
    }

    static String selected(ArticleText text) {
        return text.wanted().cardinality() + " sentences to read";
    }

    static String tokens(UnreadSentence.Tokens tokens) {
        return tokens.tokens().stream().map(Token::form).collect(Collectors.joining(" "));
    }

    static String tree(UnreadSentence.Tree parsed) {
        return parsed.tree().toString();
    }

    /** The repairs and the tree after them; nothing where it took none. */
    static String repairs(UnreadSentence.Tree parsed) {
        return parsed.repairs().isEmpty() ? "" : String.join(", ", parsed.repairs()) + ": " + parsed.tree();
    }

    static String actors(Reading reading) {
        return reading.names().all().stream()
                .map(mention -> named(mention, reading.tree()))
                .collect(Collectors.joining("; "));
    }

    private static String named(NameMention mention, ParsedSentence s) {
        return s.text(mention.begin(), mention.end()).replaceAll("\\s+", " ") + " = "
                + mention.name().code();
    }

    static String triggers(Reading reading) {
        return each(
                reading,
                candidate -> candidate.trigger().rule().id() + " "
                        + candidate.trigger().rule().cameo());
    }

    static String stances(Reading reading) {
        return each(reading, candidate -> outcome(candidate, stance(candidate, reading.tree())));
    }

    private static String stance(Candidate candidate, ParsedSentence s) {
        Factuality factuality = candidate.factuality();
        String above = factuality.steps().stream()
                .map(step -> step.stance() + " " + s.form(step.token()))
                .collect(Collectors.joining(", "));
        String shifts = factuality.shifts().stream().map(Stance::toString).collect(Collectors.joining(", "));
        return candidate.code()
                + (above.isEmpty() ? "" : ", under " + above)
                + (shifts.isEmpty() ? "" : ", shifted by " + shifts);
    }

    static String sides(Reading reading) {
        return each(
                reading,
                candidate -> outcome(
                        candidate,
                        parties(candidate.sides().sources()) + " > "
                                + parties(candidate.sides().targets())));
    }

    private static String parties(List<Party> parties) {
        return parties.isEmpty()
                ? "nobody"
                : parties.stream()
                        .map(party -> party.code() + " (" + party.basis() + ")")
                        .collect(Collectors.joining(", "));
    }

    static String acts(Reading reading) {
        return each(reading, candidate -> outcome(candidate, acts(candidate, Explanations::act)));
    }

    static String evidence(Reading reading) {
        return each(
                reading,
                candidate ->
                        outcome(candidate, acts(candidate, act -> String.format(Locale.ROOT, "%.2f", act.evidence()))));
    }

    static String dates(Reading reading) {
        return each(
                reading,
                candidate -> outcome(
                        candidate,
                        acts(
                                candidate,
                                act -> act.dating().date() + " " + act.dating().basis())));
    }

    static String attributes(AttributedReading reading) {
        return reading.acts().stream()
                .map(act ->
                        act.act().type() + ": confidence " + act.attributes().confidence()
                                + act.attributes()
                                        .count()
                                        .map(count -> ", count " + count.number())
                                        .orElse("")
                                + act.attributes()
                                        .reason()
                                        .map(reason -> ", because " + reason)
                                        .orElse("")
                                + act.attributes()
                                        .attributedTo()
                                        .map(speaker -> ", said by " + speaker)
                                        .orElse(""))
                .collect(Collectors.joining("; "));
    }

    /** An act as one reads it: "FRA > AZE DIPLOMATS_EXPELLED 161 FACT". */
    static String act(Act act) {
        return act.source().code() + " > " + act.target().code() + " " + act.type() + " " + act.cameo() + " "
                + act.modality();
    }

    /** An act as it is coded in the end: "FRA > AZE DIPLOMATS_EXPELLED 161 FACT, on 2023-12-27, 0.931". */
    static String decided(AttributedReading.AttributedAct act) {
        return act(act.act()) + ", on " + act.act().dating().date() + ", "
                + act.attributes().confidence();
    }

    private static String acts(Candidate candidate, Function<Act, String> describe) {
        return candidate.acts().stream().map(describe).collect(Collectors.joining(", "));
    }

    private static String outcome(Candidate candidate, String otherwise) {
        return candidate.drop().map(drop -> "dropped: " + drop.text()).orElse(otherwise);
    }

    private static String each(Reading reading, Function<Candidate, String> describe) {
        return reading.candidates().stream()
                .map(candidate ->
                        "'" + reading.tree().form(candidate.trigger().token()) + "' " + describe.apply(candidate))
                .collect(Collectors.joining("; "));
    }
}
