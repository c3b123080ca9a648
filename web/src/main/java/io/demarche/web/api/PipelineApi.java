package io.demarche.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.demarche.schemas.DemarcheException;
import io.demarche.web.pipeline.PipelineReport;
import io.demarche.web.pipeline.PipelineSource;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** How the pipeline stands. It is found out at most every few seconds, however many ask. */
public final class PipelineApi {
    /** Where it is. */
    public static final String PIPELINE = ReadApi.ROOT + "/pipeline";

    private static final long FRESH_NANOS = Duration.ofSeconds(10).toNanos();

    private final PipelineSource source;
    private final ReentrantLock asking = new ReentrantLock();
    private @Nullable ObjectNode report;
    private String trouble = "";
    private long askedAt;

    public PipelineApi(PipelineSource source) {
        this.source = source;
    }

    /** Adds its route. */
    public void addTo(RoutesConfig routes) {
        routes.get(PIPELINE, this::pipeline);
    }

    private void pipeline(Context request) {
        Parameters.of(request);
        asking.lock();
        try {
            if ((report == null && trouble.isEmpty()) || System.nanoTime() - askedAt > FRESH_NANOS) {
                find();
            }
            if (report == null) {
                Answers.error(request, 503, trouble);
            } else {
                Answers.json(request, report);
            }
        } finally {
            asking.unlock();
        }
    }

    private void find() {
        try {
            report = json(source.report());
            trouble = "";
        } catch (DemarcheException e) {
            report = null;
            trouble = String.valueOf(e.getMessage());
        }
        askedAt = System.nanoTime();
    }

    private static ObjectNode json(PipelineReport report) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("at", report.at().toString());
        ArrayNode tasks = answer.putArray("tasks");
        for (PipelineReport.Task task : report.tasks()) {
            ObjectNode one = tasks.addObject().put("task", task.name());
            task.heard().ifPresent(heard -> one.put("heard", heard.toString()).put("records", task.records()));
            task.newest().ifPresent(newest -> one.put("newest", newest.toString()));
        }
        ArrayNode topics = answer.putArray("topics");
        for (PipelineReport.TopicSize topic : report.topics()) {
            topics.addObject()
                    .put("topic", topic.topic())
                    .put("end", topic.end())
                    .put("held", topic.held());
        }
        ArrayNode feeds = answer.putArray("feeds");
        for (PipelineReport.Feed feed : report.feeds()) {
            ObjectNode one = feeds.addObject()
                    .put("source", feed.source())
                    .put("status", feed.status())
                    .put("items", feed.items())
                    .put("failures", feed.failures())
                    .put("trouble", feed.trouble());
            feed.answered().ifPresent(answered -> one.put("answered", answered.toString()));
        }
        return answer;
    }
}
