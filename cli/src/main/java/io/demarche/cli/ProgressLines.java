package io.demarche.cli;

import io.demarche.producer.RunListener;
import io.demarche.producer.RunProgress;
import io.demarche.producer.RunSummary;
import io.demarche.producer.SourceSummary;
import io.demarche.producer.source.Rejection;
import io.demarche.producer.source.Remark;
import io.demarche.streams.coding.ReadLanguage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Tells on standard error how a run of the producer goes. */
final class ProgressLines implements RunListener {
    private static final int SAID_IN_FULL = 5;

    private final Map<Remark, Integer> said = new EnumMap<>(Remark.class);
    private final ProgressView view;
    private final boolean strict;
    private List<SourceSummary> sources = List.of();

    /**
     * @param strict whether a rejected article ends the run: the error that ends it says why, once
     */
    ProgressLines(ProgressView view, boolean strict) {
        this.view = view;
        this.strict = strict;
    }

    @Override
    public void rejected(Rejection rejection) {
        if (!strict) {
            view.say("rejected " + rejection.line());
        }
    }

    @Override
    public void remarked(String where, Remark remark) {
        int before = said.getOrDefault(remark, 0);
        said.put(remark, before + 1);
        if (before < SAID_IN_FULL) {
            view.say(where + ": " + remark.detail());
        } else if (before == SAID_IN_FULL) {
            view.say(remark.label() + ": further ones are counted alone");
        }
    }

    /** Says at the end what was counted alone, and what was not read. */
    void ended(Map<String, Long> unread) {
        said.forEach((remark, times) -> {
            if (times > SAID_IN_FULL) {
                view.say(remark.label() + " in " + times + " articles");
            }
        });
        if (!unread.isEmpty()) {
            view.say("articles not read, as they are not in English: " + ReadLanguage.line(unread));
        }
    }

    @Override
    public void progressed(RunProgress progress) {
        view.progressed(progress.share(), progress.soFar().line() + ", at " + progress.where());
    }

    @Override
    public void followed(RunSummary look) {
        view.say(look.line());
    }

    @Override
    public void ended(List<SourceSummary> all) {
        view.ended();
        sources = all;
    }

    /** What came of each source, where there were several. */
    List<String> bySource() {
        return sources.size() < 2
                ? List.of()
                : sources.stream().map(SourceSummary::line).toList();
    }
}
