package io.demarche.bench;

import io.demarche.coder.DiplomaticCoder;
import io.demarche.coder.EventCoder;
import io.demarche.streams.DemarcheStreams;
import io.demarche.streams.StreamsSettings;
import io.demarche.streams.counters.PipelineCounters.Count;
import io.demarche.tension.LadderAssessor;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * The streams application in a process of its own, which says on standard output how it is, ten times a second: see {@link
 * InstanceProcess}. Its arguments are settings, {@code name=value}.
 */
final class MeasuredInstance {
    /** What the pairs, days and articles of the news are, or {@value #REAL} for the coder that reads texts. */
    static final String NEWS = "bench.news";

    static final String REAL = "real";

    private static final long BETWEEN_LINES_NS = 100_000_000;
    /**
     * How long a thread does nothing but one piece of work. Kafka measures a thread's by default, as a mean over the records
     * between two looks at the clock; those of each task one by one with {@code metrics.recording.level=DEBUG}. The time
     * between two polls is none of them: a thread works off all that it has fetched before it polls again.
     */
    private static final Map<String, List<String>> PAUSES = Map.of(
            "kafka.streams:type=stream-thread-metrics,*",
            List.of("process-latency-max", "punctuate-latency-max", "commit-latency-max"),
            "kafka.streams:type=stream-task-metrics,*",
            List.of("process-latency-max", "punctuate-latency-max"));

    private MeasuredInstance() {}

    /** Runs until it is killed, or a line comes in. */
    public static void main(String[] args) throws Exception {
        Map<String, String> settings = new HashMap<>();
        for (String arg : args) {
            int equals = arg.indexOf('=');
            settings.put(arg.substring(0, equals), arg.substring(equals + 1));
        }
        EventCoder coder = coder(settings.remove(NEWS));
        try (DemarcheStreams streams =
                new DemarcheStreams(StreamsSettings.from(settings), coder, LadderAssessor.withBundledRules())) {
            streams.start();
            while (System.in.available() == 0) {
                System.out.println(String.format(
                        Locale.ROOT,
                        "%s %d %b %d %d %s",
                        streams.state(),
                        streams.counters().unsettled(),
                        streams.isSettled(),
                        streams.counters().get(Count.FENCED),
                        streams.outages(),
                        longestPause()));
                LockSupport.parkNanos(BETWEEN_LINES_NS);
            }
        }
    }

    private static EventCoder coder(String news) {
        if (news.equals(REAL)) {
            return DiplomaticCoder.load();
        }
        String[] figures = news.split(",");
        return new StateNews(Integer.parseInt(figures[0]), Integer.parseInt(figures[1]), Integer.parseInt(figures[2]))
                .coder();
    }

    /** The longest time, in ms, within the last seconds for which a thread did nothing but one piece of work, and its metric. */
    private static String longestPause() throws JMException {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        double longest = 0;
        String metric = "none";
        for (Map.Entry<String, List<String>> of : PAUSES.entrySet()) {
            Set<ObjectName> names = beans.queryNames(new ObjectName(of.getKey()), null);
            for (ObjectName name : names) {
                for (MBeanAttributeInfo attribute : beans.getMBeanInfo(name).getAttributes()) {
                    if (!of.getValue().contains(attribute.getName())) {
                        continue; // a client that has just come does not have them all
                    }
                    Object value = beans.getAttribute(name, attribute.getName());
                    if (value instanceof Double figure && Double.isFinite(figure) && figure > longest) {
                        longest = figure;
                        metric = attribute.getName();
                    }
                }
            }
        }
        return String.format(Locale.ROOT, "%.0f %s", longest, metric);
    }
}
