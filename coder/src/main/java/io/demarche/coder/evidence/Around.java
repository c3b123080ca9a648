package io.demarche.coder.evidence;

import io.demarche.coder.act.WordTriggers;
import io.demarche.coder.clause.Clauses;
import io.demarche.coder.factuality.Factuality;
import io.demarche.coder.parse.ParsedSentence;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a word and its sentence are, for all parties alike. Remembers what was asked of it. Belongs to one thread. */
final class Around {
    final Told told;
    final WordTriggers triggers;
    final Factuality factuality;
    final SentencePlace place;
    final Cast cast;
    final ParsedSentence s;
    final int k;
    final TreePath paths;
    final String type;
    final String voice;
    final String lemma;
    final String middle;

    private final String source;
    private final String target;
    private final Map<String, Optional<CastMention>> nearest;
    private final Map<Integer, TreePath> pathsFrom;

    /** Around a word, for no kind of act yet. */
    Around(Told told, Cast cast) {
        this.told = told;
        this.triggers = told.triggers();
        this.factuality = told.factuality();
        this.place = told.place();
        this.cast = cast;
        this.s = place.reading().tree();
        this.k = triggers.word().token();
        this.paths = new TreePath(s, k);
        this.type = "";
        this.voice = triggers.word().noun() ? "n" : Clauses.isPassive(s, k) ? "p" : "v";
        this.lemma = s.lemma(k);
        this.middle = place.clusters().middle(k);
        this.source = "S" + voice;
        this.target = "T" + voice;
        this.nearest = new HashMap<>();
        this.pathsFrom = new HashMap<>();
    }

    private Around(Around other, String type) {
        this.told = other.told;
        this.triggers = other.triggers;
        this.factuality = other.factuality;
        this.place = other.place;
        this.cast = other.cast;
        this.s = other.s;
        this.k = other.k;
        this.paths = other.paths;
        this.type = type;
        this.voice = other.voice;
        this.lemma = other.lemma;
        this.middle = other.middle;
        this.source = other.source;
        this.target = other.target;
        this.nearest = other.nearest;
        this.pathsFrom = other.pathsFrom;
    }

    /** The same for a kind of act. */
    Around as(String kind) {
        return new Around(this, kind);
    }

    @Nullable
    CastMention nearest(String code) {
        return nearest.computeIfAbsent(
                        code, any -> Optional.ofNullable(place.cast().nearest(code, paths)))
                .orElse(null);
    }

    /** The ways from another token. */
    TreePath pathsFrom(int token) {
        return pathsFrom.computeIfAbsent(token, any -> new TreePath(s, token));
    }

    /** "S" or "T", with the word's voice. */
    String voiced(String side) {
        return side.equals("S") ? source : target;
    }
}
