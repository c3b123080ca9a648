package io.demarche.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.demarche.avro.AnalystVerdict;
import io.demarche.avro.EventType;
import io.demarche.avro.Verdict;
import io.demarche.schemas.Verdicts;
import io.demarche.web.access.Accounts.User;
import io.demarche.web.api.Answers;
import io.demarche.web.api.Days;
import io.demarche.web.api.ReadApi;
import io.demarche.web.query.ArchiveReader;
import io.demarche.web.verdicts.VerdictOutlet;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;

/** Judging acts. What was judged is read by way of {@link ReadApi}, once it has come back from its topic. */
final class VerdictsApi {
    static final String VERDICTS = ReadApi.ROOT + "/verdicts";
    private static final int LONGEST_NOTE = 1000;

    private final ArchiveReader archive;
    private final Doorman doorman;
    private final VerdictOutlet outlet;
    private final InstantSource clock;

    VerdictsApi(ArchiveReader archive, Doorman doorman, VerdictOutlet outlet, InstantSource clock) {
        this.archive = archive;
        this.doorman = doorman;
        this.outlet = outlet;
        this.clock = clock;
    }

    void addTo(RoutesConfig routes) {
        routes.post(VERDICTS, this::judge);
    }

    private void judge(Context request) {
        User user = doorman.judge(request);
        JsonNode body = Doorman.body(request);
        Verdict said = verdict(body.path("verdict").asText(""));
        String note = body.path("note").asText("").strip();
        if (note.length() > LONGEST_NOTE) {
            throw new BadRequestResponse("a note has at most " + LONGEST_NOTE + " characters");
        }
        AnalystVerdict verdict = archive.shown(body.path("eventId").asText(""))
                .orElseThrow(() -> new NotFoundResponse("no such event: eventId must name one of the archive's"));
        verdict.setVerdict(said);
        switch (said) {
            case WRONG_SIDES -> {
                code(body, "correctedSource", verdict::setCorrectedSource);
                code(body, "correctedTarget", verdict::setCorrectedTarget);
            }
            case WRONG_TYPE ->
                verdict.setCorrectedType(type(body.path("correctedType").asText("")));
            case WRONG_DATE ->
                verdict.setCorrectedDate(
                        Days.of("correctedDate", body.path("correctedDate").asText("")));
            default -> {}
        }
        verdict.setNote(note);
        verdict.setAnalyst(user.name());
        verdict.setAt(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        Verdicts.fault(verdict).ifPresent(fault -> {
            throw new BadRequestResponse(fault);
        });
        verdict.setVerdictId(Verdicts.idOf(verdict));
        outlet.send(verdict);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("verdictId", verdict.getVerdictId());
        request.status(201);
        Answers.json(request, answer);
    }

    private static void code(JsonNode body, String field, Consumer<String> set) {
        String code = body.path(field).asText("").strip().toUpperCase(Locale.ROOT);
        if (!code.isEmpty()) {
            set.accept(code);
        }
    }

    private static Verdict verdict(String text) {
        return Arrays.stream(Verdict.values())
                .filter(verdict -> verdict != Verdict.UNKNOWN && verdict.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new BadRequestResponse("verdict must be RIGHT, WRONG, WRONG_SIDES, WRONG_TYPE,"
                        + " WRONG_DATE, DUPLICATE or TAKEN_BACK"));
    }

    private static EventType type(String text) {
        return Arrays.stream(EventType.values())
                .filter(type -> type != EventType.UNKNOWN && type.name().equals(text))
                .findFirst()
                .orElseThrow(
                        () -> new BadRequestResponse("correctedType must be a kind of act such as DIPLOMATS_EXPELLED"));
    }
}
