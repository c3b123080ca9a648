package io.demarche.coder.candidate;

import io.demarche.avro.EventType;
import io.demarche.avro.Modality;
import io.demarche.coder.act.Sides;
import io.demarche.coder.act.Trigger;
import io.demarche.coder.actor.Party;
import io.demarche.coder.factuality.Factuality;
import io.demarche.coder.lexicon.ActClass;
import io.demarche.coder.lexicon.DropReason;
import io.demarche.coder.lexicon.Lexicon;
import io.demarche.coder.lexicon.Stance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the acts of a candidate: one for each source toward each target, and those that count from the other side as well. */
public final class Pairing {
    private final Lexicon lexicon;
    private final Filters filters;

    public Pairing(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.filters = FilterTable.load(lexicon.cues()).of(FilterTable.Stage.SIDES);
    }

    /** The rules that take candidates out for what their sides are, each to be asked alone as well. */
    public Filters filters() {
        return filters;
    }

    /** The sentence with the acts of its candidates, those taken out that tell none between two. */
    public Reading apply(Reading reading) {
        return reading.mapLive(each -> acts(each, reading));
    }

    private Candidate acts(Candidate candidate, Reading reading) {
        return candidate.sides().targets().isEmpty()
                ? witnessed(candidate, reading)
                : filters.apply(candidate, reading).unlessDropped(left -> paired(left, reading));
    }

    private Candidate paired(Candidate candidate, Reading reading) {
        Trigger trigger = candidate.trigger();
        Factuality factuality = candidate.factuality();
        Speakers speakers = Speakers.telling(candidate, reading);
        EventType type = type(trigger, candidate.code());
        Modality modality = modality(factuality, type);
        boolean spoken = factuality.quoted() && isQuoted(trigger, reading);
        DropReason reason = DropReason.SAME_SIDES;
        List<Act> acts = new ArrayList<>();
        for (Party source : candidate.sides().sources()) {
            for (Party target : candidate.sides().targets()) {
                if (source.code().equals(target.code())) {
                    continue;
                }
                boolean third = !speakers.isNobody() && !speakers.are(source);
                if (spoken && (third || speakers.isNobody())) {
                    acts.addAll(charges(candidate.code(), speakers.parties(), source));
                    reason = DropReason.WORDS_OF_ANOTHER;
                    continue;
                }
                boolean hearsay = spoken || third && speakers.are(target);
                acts.add(new Act(type, candidate.code(), source, target, modality, hearsay, false));
                mirror(candidate).ifPresent(mirror -> {
                    EventType mirrored = mirror.equals(candidate.code())
                            ? type
                            : lexicon.cameo().type(mirror);
                    acts.add(new Act(mirrored, mirror, target, source, modality, hearsay, true));
                });
            }
        }
        return acts.isEmpty() ? candidate.dropped(reason.drop()) : candidate.withActs(acts);
    }

    /** "The UN said Chadian troops had looted shops": who tells of others' misdeeds as a witness charges them. */
    private Candidate witnessed(Candidate candidate, Reading reading) {
        Sides sides = candidate.sides();
        Speakers speakers = Speakers.of(reading, candidate.factuality());
        List<Act> acts = new ArrayList<>();
        if (speakers.isAboutMisdeed(candidate.trigger(), sides)) {
            sides.sources().forEach(source -> acts.addAll(charges(candidate.code(), speakers.witnesses(), source)));
        }
        return acts.isEmpty() ? candidate.dropped(DropReason.NO_TARGET.drop()) : candidate.withActs(acts);
    }

    /** What one side says in its own words of another's misdeeds is a charge: "they are arming the rebels," the minister said. */
    private List<Act> charges(String code, List<Party> speakers, Party source) {
        Optional<String> charge = ActClass.MISDEED.has(code) || ActClass.ARMS.has(code)
                ? lexicon.shifts().shift(code, Stance.ALLEGE)
                : Optional.empty();
        if (charge.isEmpty()) {
            return List.of();
        }
        EventType type = lexicon.cameo().type(charge.get());
        return speakers.stream()
                .filter(speaker ->
                        !speaker.code().equals(source.code()) && !speaker.role().equals("CIVILIAN"))
                .map(speaker -> new Act(type, charge.get(), speaker, source, Modality.FACT, true, false))
                .toList();
    }

    private static boolean isQuoted(Trigger trigger, Reading reading) {
        return trigger.subject() < 0 || reading.stances().isQuoted(trigger.subject());
    }

    private Optional<String> mirror(Candidate candidate) {
        String mirror = candidate.trigger().rule().mirror();
        Factuality factuality = candidate.factuality();
        boolean promised = factuality.shifts().contains(Stance.INTEND)
                && candidate.trigger().rule().is(ActClass.ONE_SIDED);
        if (mirror.isEmpty() || candidate.sides().mutual() || factuality.obligation() != null || promised) {
            return Optional.empty();
        }
        Optional<String> code = Optional.of(mirror);
        for (Stance stance : factuality.shifts()) {
            if (stance == Stance.REFUSE) {
                return Optional.empty();
            }
            code = code.flatMap(each -> lexicon.shifts().shift(each, stance));
        }
        return code;
    }

    private EventType type(Trigger trigger, String code) {
        return code.equals(trigger.rule().cameo())
                ? trigger.rule().type()
                : lexicon.cameo().type(code);
    }

    private static Modality modality(Factuality factuality, EventType type) {
        if (factuality.shifts().contains(Stance.THREATEN)) {
            return Modality.THREATENED;
        }
        if (type == EventType.THREATENED && factuality.shifts().isEmpty()) {
            return Modality.THREATENED;
        }
        return factuality.decided() || factuality.shifts().contains(Stance.INTEND) ? Modality.ANNOUNCED : Modality.FACT;
    }
}
