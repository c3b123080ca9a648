package io.demarche.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.demarche.archive.store.DeskMarks.Episode;
import io.demarche.archive.store.DeskMarks.Kind;
import io.demarche.web.access.Accounts.User;
import io.demarche.web.api.Answers;
import io.demarche.web.api.Days;
import io.demarche.web.api.ReadApi;
import io.demarche.web.query.ArchiveReader;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Acknowledging and muting episodes, and who did. */
final class MarksApi {
    static final String ACKNOWLEDGEMENT = ReadApi.ROOT + "/episodes/{dyad}/{start}/acknowledgement";
    static final String MUTE = ReadApi.ROOT + "/episodes/{dyad}/{start}/mute";
    static final String AUDIT = ReadApi.ROOT + "/audit";

    private final ArchiveReader archive;
    private final Doorman doorman;
    private final InstantSource clock;

    MarksApi(ArchiveReader archive, Doorman doorman, InstantSource clock) {
        this.archive = archive;
        this.doorman = doorman;
        this.clock = clock;
    }

    void addTo(RoutesConfig routes) {
        routes.put(ACKNOWLEDGEMENT, request -> mark(request, Kind.ACKNOWLEDGED, null, false));
        routes.delete(ACKNOWLEDGEMENT, request -> mark(request, Kind.ACKNOWLEDGED, null, true));
        routes.put(
                MUTE,
                request -> mark(
                        request,
                        Kind.MUTED,
                        Days.of("until", Doorman.body(request).path("until").asText("")),
                        false));
        routes.delete(MUTE, request -> mark(request, Kind.MUTED, null, true));
        routes.get(AUDIT, request -> {
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            answer.set("audit", archive.audit());
            Answers.json(request, answer);
        });
    }

    private void mark(Context request, Kind kind, @Nullable LocalDate until, boolean taken) {
        User user = doorman.judge(request);
        Episode episode = new Episode(
                Days.dyad(request.pathParam("dyad")), Days.of("the episode's start", request.pathParam("start")));
        archive.mark(episode, kind, until, user.name(), clock.instant(), taken);
        request.status(204);
    }
}
