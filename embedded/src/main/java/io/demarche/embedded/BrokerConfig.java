package io.demarche.embedded;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The Kafka settings of the one node: everything once, everything small, quick to start and quick to come back. */
final class BrokerConfig {
    /** The id of the only node. */
    static final String NODE_ID = "1";

    private static final String MEBIBYTE = Integer.toString(1024 * 1024);

    private BrokerConfig() {}

    /**
     * @param log the directory of the log
     * @param ports the ports to listen on
     */
    static Map<String, String> of(Path log, Ports ports) {
        Map<String, String> config = new LinkedHashMap<>();
        identity(config, log, ports);
        topics(config);
        pace(config);
        size(config);
        return config;
    }

    private static void identity(Map<String, String> config, Path log, Ports ports) {
        config.put("node.id", NODE_ID);
        config.put("process.roles", "broker,controller");
        // The voter stands in the settings, not on disk: the node comes back on other ports.
        config.put("controller.quorum.voters", NODE_ID + "@" + Ports.LOOPBACK + ":" + ports.controller());
        config.put("controller.listener.names", "CONTROLLER");
        config.put("inter.broker.listener.name", "PLAINTEXT");
        config.put(
                "listeners",
                "PLAINTEXT://" + Ports.LOOPBACK + ":" + ports.client() + ",CONTROLLER://" + Ports.LOOPBACK + ":"
                        + ports.controller());
        config.put("advertised.listeners", "PLAINTEXT://" + Ports.LOOPBACK + ":" + ports.client());
        config.put("log.dirs", log.toString());
    }

    private static void topics(Map<String, String> config) {
        config.put("auto.create.topics.enable", "false");
        config.put("num.partitions", "1");
        config.put("default.replication.factor", "1");
        config.put("min.insync.replicas", "1");
        config.put("offsets.topic.num.partitions", "3");
        config.put("offsets.topic.replication.factor", "1");
        config.put("transaction.state.log.num.partitions", "3");
        config.put("transaction.state.log.replication.factor", "1");
        config.put("transaction.state.log.min.isr", "1");
        config.put("share.coordinator.state.topic.num.partitions", "1");
        config.put("share.coordinator.state.topic.replication.factor", "1");
        config.put("share.coordinator.state.topic.min.isr", "1");
    }

    private static void pace(Map<String, String> config) {
        // Nobody else will join: the first member need not be kept waiting for more.
        config.put("group.initial.rebalance.delay.ms", "0");
        // After a kill the node's former self must be given up before it may register again.
        config.put("broker.session.timeout.ms", "2000");
        config.put("broker.heartbeat.interval.ms", "500");
        // Without a bound a start that cannot succeed would wait for ever.
        config.put("server.max.startup.time.ms", "60000");
    }

    private static void size(Map<String, String> config) {
        config.put("num.network.threads", "2");
        config.put("num.io.threads", "4");
        config.put("background.threads", "2");
        config.put("num.replica.alter.log.dirs.threads", "1");
        config.put("log.cleaner.threads", "1");
        config.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 * 1024 * 1024));
        config.put("log.cleaner.io.buffer.size", MEBIBYTE);
        // An index is allocated at its full size with every segment of every partition.
        config.put("log.index.size.max.bytes", MEBIBYTE);
        config.put("offsets.topic.segment.bytes", MEBIBYTE);
        config.put("transaction.state.log.segment.bytes", MEBIBYTE);
        config.put("metric.reporters", "");
    }
}
