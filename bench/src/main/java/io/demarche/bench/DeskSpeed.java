package io.demarche.bench;

import io.demarche.archive.ArchiveService;
import io.demarche.archive.ArchiveSettings;
import io.demarche.archive.store.ArchiveWriter;
import io.demarche.archive.store.Batch;
import io.demarche.archive.store.Database;
import io.demarche.archive.store.Position;
import io.demarche.avro.DiplomaticEvent;
import io.demarche.kafka.admin.TopicAdmin;
import io.demarche.kafka.serde.ValueSerdes;
import io.demarche.schemas.Topics;
import io.demarche.schemas.TrustedRecords;
import io.demarche.web.DeskServer;
import io.demarche.web.WebSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How quickly an archive fills and answers, and how many may listen. */
@Command(
        name = "desk",
        description =
                "Measure how many events a second an archive takes in, how soon search and a pair's page are there,"
                        + " and what clients that listen cost.",
        mixinStandardHelpOptions = true)
public final class DeskSpeed implements Callable<Integer> {
    private static final int PER_BATCH = 2_000;
    private static final int OF_THE_PAIR = 10_000;
    private static final int REPEATS = 15;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "How many events the archive holds. Default: ${DEFAULT-VALUE}")
    private int events;

    @Option(
            names = "--rebuild",
            paramLabel = "N",
            defaultValue = "100000",
            description = "How many events are read from the topic. Default: ${DEFAULT-VALUE}")
    private int rebuild;

    @Option(
            names = "--clients",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How many listen. Default: ${DEFAULT-VALUE}")
    private int clients;

    @Option(
            names = "--db",
            paramLabel = "URL",
            description = "An empty PostgreSQL database instead of a file of SQLite's.")
    private String db = "";

    /** Runs the measurement and ends the process: 0 done, 2 wrong usage. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new DeskSpeed()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        TrustedRecords.declare();
        try (PipelineCluster cluster = new PipelineCluster()) {
            Path directory = cluster.directory("desk");
            Files.createDirectories(directory);
            Database database =
                    Database.of(db.isEmpty() ? directory.resolve("archive.db").toString() : db, "", "");
            readTopic(cluster, database);
            fill(database);
            try (DeskServer desk = DeskServer.start(new WebSettings("127.0.0.1", 0), database)) {
                ask(desk, "search, two words", "/api/v1/search?q=envoy+word77&limit=50");
                ask(desk, "search, a word of half of all", "/api/v1/search?q=quote&limit=50");
                ask(desk, "search, a state and a kind", "/api/v1/search?state=KEN&type=ACCUSED&limit=50");
                ask(desk, "search, a word and days", "/api/v1/search?q=envoy&from=2030-02-01&to=2030-02-03&limit=50");
                ask(desk, "a pair of 10,000 acts", "/api/v1/pairs/AZE-FRA");
                ask(desk, "the episodes", "/api/v1/episodes?limit=1000");
                listen(desk, database);
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private void readTopic(PipelineCluster cluster, Database database) throws Exception {
        try (TopicAdmin admin = TopicAdmin.connect(Map.of("bootstrap.servers", cluster.bootstrapServers()))) {
            admin.createMissing();
        }
        Serializer<DiplomaticEvent> values =
                ValueSerdes.of(DiplomaticEvent.class, cluster.serdes()).serializer();
        String topic = Topics.DIPLOMATIC_EVENTS.name();
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", cluster.bootstrapServers(), "linger.ms", 20),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (int i = 0; i < rebuild; i++) {
                DiplomaticEvent event = DeskRecords.event(i, false);
                producer.send(new ProducerRecord<>(topic, event.getDyad(), values.serialize(topic, event)));
            }
        }
        ArchiveSettings settings =
                ArchiveSettings.of(cluster.bootstrapServers(), cluster.serdes().get("schema.registry.url"), Map.of());
        long start = System.nanoTime();
        try (ArchiveService archive = ArchiveService.connect(settings, database)) {
            archive.drain();
        }
        say("rebuild from the topic: %,.0f events/s (%,d)", rebuild / seconds(start), rebuild);
    }

    private void fill(Database database) throws SQLException {
        long start = System.nanoTime();
        try (ArchiveWriter writer = ArchiveWriter.open(database)) {
            for (int from = rebuild; from < events; from += PER_BATCH) {
                List<DiplomaticEvent> batch = new ArrayList<>();
                for (int i = from; i < Math.min(events, from + PER_BATCH); i++) {
                    batch.add(DeskRecords.event(i, events - i <= OF_THE_PAIR));
                }
                writer.write(new Batch(batch, List.of(), List.of(), List.of(new Position("bench", 0, "bench", from))));
            }
        }
        say("writing rows alone: %,.0f events/s, to %,d", (events - rebuild) / seconds(start), events);
    }

    private void ask(DeskServer desk, String what, String path) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        double[] millis = new double[REPEATS];
        int length = 0;
        for (int i = -3; i < REPEATS; i++) {
            long start = System.nanoTime();
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(desk.url() + path)).build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(path + ": " + answer.body());
            }
            length = answer.body().length();
            if (i >= 0) {
                millis[i] = seconds(start) * 1_000;
            }
        }
        Arrays.sort(millis);
        say(
                "%s: median %.0f ms, slowest %.0f ms (%,d characters)",
                what, millis[REPEATS / 2], millis[REPEATS - 1], length);
    }

    private void listen(DeskServer desk, Database database) throws Exception {
        URI at = URI.create(desk.url());
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Socket socket = new Socket(at.getHost(), at.getPort());
            socket.getOutputStream()
                    .write(("GET /api/v1/stream HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            sockets.add(socket);
        }
        for (Socket socket : sockets) {
            readUntil(socket, "event: hello");
        }
        long start = System.nanoTime();
        try (ArchiveWriter writer = ArchiveWriter.open(database)) {
            writer.write(new Batch(
                    List.of(), List.of(), List.of(DeskRecords.alert()), List.of(new Position("bench", 0, "bench", 0))));
        }
        for (Socket socket : sockets) {
            readUntil(socket, "event: alert");
        }
        double last = seconds(start);
        System.gc();
        Runtime memory = Runtime.getRuntime();
        say(
                "%,d clients: all have an alert %.0f ms after its commit; heap in use %,d MB of %,d (broker and"
                        + " clients in it)",
                clients, last * 1_000, (memory.totalMemory() - memory.freeMemory()) >> 20, memory.maxMemory() >> 20);
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private static void readUntil(Socket socket, String wanted) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder read = new StringBuilder();
        while (read.indexOf(wanted) < 0) {
            int c = in.read();
            if (c < 0) {
                throw new IOException("the server hung up after: " + read);
            }
            read.append((char) c);
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private void say(String format, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }
}
