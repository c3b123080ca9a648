package io.demarche.bench.accuracy;

import io.demarche.bench.corpus.LabelTypes;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** All that is measured on a set of articles. */
final class Figures {
    /** Before the name of a type, a construction, a voice. */
    static final String TYPE = "type: ";

    static final String CONSTRUCTION = "construction: ";
    static final String VOICE = "voice: ";
    static final String MACRO = "type, mean of all";
    /** From this confidence on an act is believed on its own. */
    private static final double BELIEVED = 0.85;

    private final LabelTypes types;

    Figures(LabelTypes types) {
        this.types = types;
    }

    /** The figures for a set, those of its types, constructions and voices with them. */
    List<Figure> of(Collection<Outcome> outcomes) {
        List<Figure> figures = new ArrayList<>(List.of(
                f1("pair", Act::pair, act -> true),
                f1("pair+quad", Act::pairQuad, act -> true),
                f1("pair+root", Act::pairRoot, act -> true),
                f1("pair+type", Act::pairType, act -> true),
                f1("pair+root, confidence .85 up", Act::pairRoot, act -> act.confidence() >= BELIEVED),
                f1("diplomatic", Act::pairType, act -> types.diplomatic(act.type())),
                f1("ladder", Act::pairType, act -> types.ladder(act.type())),
                f1(
                        "ladder, confidence .85 up",
                        Act::pairType,
                        act -> types.ladder(act.type()) && act.confidence() >= BELIEVED),
                macro(),
                Figure.error("direction errors", Figures::reversed),
                Figure.share("dates exact", outcome -> dates(outcome, 0)),
                Figure.share("dates within a day", outcome -> dates(outcome, 1)),
                Figure.share("counts", Figures::counts),
                Figure.share("modality", Figures::modalities),
                Figure.share("left alone", Figures::leftAlone),
                Calibration.figure()));
        Set<String> told = new HashSet<>();
        Set<String> constructions = new TreeSet<>();
        Set<String> voices = new TreeSet<>();
        for (Outcome outcome : outcomes) {
            voices.add(outcome.voice());
            for (Act act : outcome.firm()) {
                told.add(act.type());
                constructions.addAll(act.constructions());
            }
        }
        types.kinds().stream()
                .filter(told::contains)
                .forEach(type -> figures.add(
                        f1(TYPE + type, Act::pairType, act -> act.type().equals(type))));
        constructions.forEach(name -> figures.add(Figure.share(CONSTRUCTION + name, outcome -> told(outcome, name))));
        voices.remove("");
        voices.forEach(voice -> figures.add(Figure.f1(
                VOICE + voice,
                outcome -> outcome.voice().equals(voice)
                        ? outcome.compare(Act::pairRoot, act -> true)
                        : new Tally(0, 0, 0))));
        return figures;
    }

    private static Figure f1(String name, Function<Act, String> key, Predicate<Act> wanted) {
        // A label has no confidence that could fall short: it is 1.
        return Figure.f1(name, outcome -> outcome.compare(key, wanted));
    }

    /** The plain mean of the F1 of all types that are labelled, as others publish it. */
    private Figure macro() {
        List<String> kinds = List.copyOf(types.kinds());
        return new Figure(
                MACRO,
                Figure.Scale.SHARE,
                outcome -> {
                    double[] counts = new double[3 * kinds.size() + 3];
                    for (int i = 0; i < kinds.size(); i++) {
                        String kind = kinds.get(i);
                        double[] one = outcome.compare(
                                        Act::pairType, act -> act.type().equals(kind))
                                .vector();
                        System.arraycopy(one, 0, counts, 3 * i + 3, 3);
                        counts[0] += one[0];
                        counts[1] += one[1];
                        counts[2] += one[2];
                    }
                    return counts;
                },
                sums -> {
                    double sum = 0;
                    int labelled = 0;
                    for (int i = 3; i < sums.length; i += 3) {
                        if (sums[i + 2] > 0) {
                            labelled++;
                            sum += new Tally((int) sums[i], (int) sums[i + 1], (int) sums[i + 2]).f1();
                        }
                    }
                    return Tally.share(sum, labelled);
                });
    }

    /** Coded acts that are labelled the other way round and were not found so, of all that were coded. */
    private static Tally reversed(Outcome outcome) {
        Set<String> coded = Outcome.keys(outcome.coded(), Act::pairType, act -> !act.doubtful());
        Set<String> all = Outcome.keys(outcome.labelled(), Act::pairType, act -> true);
        Set<String> turned =
                Outcome.keys(outcome.firm(), Act::reversedPairType, act -> !coded.contains(act.pairType()));
        int wrong = (int) coded.stream()
                .filter(key -> !all.contains(key) && turned.contains(key))
                .count();
        return new Tally(wrong, coded.size(), turned.size());
    }

    private static Tally dates(Outcome outcome, long days) {
        int right = 0;
        int dated = 0;
        for (Act act : outcome.firm()) {
            List<Act> hits = outcome.hits(act);
            String date = act.date();
            if (hits.isEmpty() || date == null || date.length() != 10) {
                continue;
            }
            dated++;
            LocalDate day = LocalDate.parse(date);
            boolean near = hits.stream()
                    .map(Act::date)
                    .anyMatch(other -> other != null
                            && other.length() == 10
                            && Math.abs(ChronoUnit.DAYS.between(day, LocalDate.parse(other))) <= days);
            right += near ? 1 : 0;
        }
        return new Tally(right, dated, dated);
    }

    private static Tally counts(Outcome outcome) {
        List<Act> counted = outcome.firm().stream()
                .filter(act -> act.count() != null && !outcome.hits(act).isEmpty())
                .toList();
        long right = counted.stream()
                .filter(act -> outcome.hits(act).stream()
                        .anyMatch(hit -> hit.count() != null && hit.count().equals(act.count())))
                .count();
        return new Tally((int) right, counted.size(), counted.size());
    }

    private static Tally modalities(Outcome outcome) {
        List<Act> found = outcome.firm().stream()
                .filter(act -> !outcome.hits(act).isEmpty())
                .toList();
        long right = found.stream()
                .filter(act -> outcome.hits(act).stream()
                        .anyMatch(hit -> hit.modality().equals(act.modality())))
                .count();
        return new Tally((int) right, found.size(), found.size());
    }

    private static Tally leftAlone(Outcome outcome) {
        int quiet = outcome.quiet() ? 1 : 0;
        int alone = outcome.quiet() && outcome.coded().isEmpty() ? 1 : 0;
        return new Tally(alone, quiet, quiet);
    }

    /** Found by sides and type, of the acts told so. */
    private static Tally told(Outcome outcome, String construction) {
        Set<String> wanted = Outcome.keys(
                outcome.firm(), Act::pairType, act -> act.constructions().contains(construction));
        Set<String> coded = Outcome.keys(outcome.coded(), Act::pairType, act -> true);
        int all = wanted.size();
        wanted.retainAll(coded);
        return new Tally(wanted.size(), all, all);
    }
}
