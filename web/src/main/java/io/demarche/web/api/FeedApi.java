package io.demarche.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.rometools.rome.feed.atom.Entry;
import io.demarche.schemas.StateNames;
import io.demarche.web.query.ArchiveReader;
import io.demarche.web.query.EventSearch;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.StreamSupport;

/** Atom feeds (RFC 4287) for feed readers: alerts as they stand, and the acts of a pair. */
public final class FeedApi {
    private static final String ALERTS = ReadApi.ROOT + "/feeds/alerts";
    private static final String ACTS = ReadApi.ROOT + "/feeds/pairs/{dyad}";
    private static final int PAGE = 100;
    private static final int MOST = 1_000;

    private final ArchiveReader archive;
    private final StateNames names;
    private final Map<String, Handler> handlers = new LinkedHashMap<>();

    public FeedApi(ArchiveReader archive, StateNames names) {
        this.archive = archive;
        this.names = names;
        handlers.put(ALERTS, this::alerts);
        handlers.put(ACTS, this::acts);
    }

    /** Adds its routes. */
    public void addTo(RoutesConfig routes) {
        handlers.forEach(routes::get);
    }

    /** Its paths, as they are in the document of the API. */
    public Set<String> paths() {
        return Set.copyOf(handlers.keySet());
    }

    private void alerts(Context request) {
        Parameters given = Parameters.of(request, "dyad", "minLevel", "limit");
        ArrayNode alerts =
                archive.alerts(given.dyad("dyad"), "", given.rank("minLevel"), given.number("limit", PAGE, MOST));
        answer(request, "Demarche: alerts", alerts, FeedEntries::ofAlert);
    }

    private void acts(Context request) {
        Parameters given = Parameters.of(request, "limit");
        String dyad = Parameters.dyadOf(request.pathParam("dyad"));
        ArrayNode acts = archive.acts(EventSearch.ofPair(dyad, "", "", given.number("limit", PAGE, MOST)));
        answer(request, "Demarche: acts of " + FeedEntries.pair(names, dyad), acts, FeedEntries::ofAct);
    }

    private void answer(
            Context request, String title, ArrayNode records, BiFunction<FeedEntries, JsonNode, Entry> form) {
        String site = request.scheme() + "://" + request.host();
        FeedEntries entries = new FeedEntries(site, names);
        List<Entry> all = StreamSupport.stream(records.spliterator(), false)
                .map(record -> form.apply(entries, record))
                .toList();
        request.contentType("application/atom+xml; charset=utf-8")
                .result(AtomText.of(title, site, request.path(), request.queryString(), all));
    }
}
