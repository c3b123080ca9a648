package io.demarche.embedded;

import io.demarche.schemas.DemarcheException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory of one broker: {@value #LOCK}, held while the broker lives, and {@value #LOG}, Kafka's log. The log is
 * formatted beside its place and moved there whole, so a log that is there but has no identity is damaged, never
 * half-made; it is formatted once and never again.
 */
final class DataDirectory implements AutoCloseable {
    static final String LOCK = "demarche-broker.lock";
    static final String LOG = "log";

    private static final String NEW_LOG = "log.new";
    private static final String IDENTITY = "meta.properties";
    private static final Logger LOGGER = LoggerFactory.getLogger(DataDirectory.class);

    private final Path path;
    private final boolean temporary;
    private final FileChannel lockFile;
    private boolean closed;

    private DataDirectory(Path path, boolean temporary, FileChannel lockFile) {
        this.path = path;
        this.temporary = temporary;
        this.lockFile = lockFile;
    }

    /**
     * Takes a directory for this process.
     *
     * @param wanted the directory; empty for a temporary one that is deleted on close
     * @throws DemarcheException where it cannot be made, is not a broker's, is in use or is damaged
     */
    static DataDirectory open(Optional<Path> wanted) {
        try {
            Path path = wanted.isPresent()
                    ? Files.createDirectories(wanted.get().toAbsolutePath().normalize())
                    : Files.createTempDirectory("demarche-broker-");
            requireOurs(path);
            DataDirectory directory = new DataDirectory(path, wanted.isEmpty(), lock(path));
            try {
                directory.requireUndamaged();
                return directory;
            } catch (RuntimeException e) {
                directory.close();
                throw e;
            }
        } catch (IOException e) {
            throw new DemarcheException(
                    "cannot use broker data directory "
                            + wanted.map(Path::toString).orElse("in the directory of temporary files") + ": "
                            + reason(e)
                            + ": choose a directory that can be written",
                    e);
        }
    }

    /** Where Kafka keeps its log. */
    Path log() {
        return path.resolve(LOG);
    }

    /**
     * Gives a new directory its identity; leaves one that has it alone.
     *
     * @param config the node's Kafka settings
     */
    void formatIfNew(Map<String, String> config) {
        if (Files.exists(log())) {
            return;
        }
        try {
            Path fresh = path.resolve(NEW_LOG);
            deleteTree(fresh);
            Files.createDirectories(fresh);
            format(fresh, config);
            Files.move(fresh, log(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new DemarcheException("cannot format broker data directory " + path + ": " + reason(e), e);
        }
    }

    /** Lets go of the directory, and deletes a temporary one. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            lockFile.close();
            if (temporary) {
                deleteTree(path);
            }
        } catch (IOException | UncheckedIOException e) {
            LOGGER.warn("Broker data directory was not cleaned up directory={} reason={}", path, e.getMessage());
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }

    private static void requireOurs(Path path) throws IOException {
        if (Files.exists(path.resolve(LOCK))) {
            return;
        }
        try (Stream<Path> entries = Files.list(path)) {
            Optional<Path> foreign = entries.findAny();
            if (foreign.isPresent()) {
                throw new DemarcheException("broker data directory " + path + " holds other files ("
                        + foreign.get().getFileName() + "): choose an empty directory, a new one, or one of a broker");
            }
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Another broker in this very process holds it: the same refusal.
            LOGGER.debug("Broker data directory is locked by this process directory={}", path);
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        if (lock == null) {
            throw new DemarcheException("broker data directory " + path
                    + " is in use by another broker: stop that one, or choose another directory");
        }
        return channel;
    }

    private void requireUndamaged() throws IOException {
        if (!Files.exists(log())) {
            return;
        }
        Path identity = log().resolve(IDENTITY);
        if (!Files.isRegularFile(identity)) {
            throw damaged(identity + " is missing", null);
        }
        Properties properties = new Properties();
        try (var in = Files.newInputStream(identity)) {
            properties.load(in);
            Uuid.fromString(properties.getProperty("directory.id", ""));
        } catch (IllegalArgumentException e) {
            throw damaged(identity + " cannot be read (" + e.getMessage() + ")", e);
        }
        if (properties.getProperty("cluster.id") == null
                || !BrokerConfig.NODE_ID.equals(properties.getProperty("node.id"))) {
            throw damaged(identity + " does not name node " + BrokerConfig.NODE_ID + " of a cluster", null);
        }
        Optional<String> damage = MetadataLog.damage(log());
        if (damage.isPresent()) {
            throw damaged(damage.get(), null);
        }
    }

    /** The one line for a directory that a broker made but that cannot be read any more. */
    DemarcheException damaged(String what, @Nullable Throwable cause) {
        return new DemarcheException(
                "broker data directory " + path + " is damaged: " + what
                        + ": restore it from a copy, or choose another directory",
                cause);
    }

    private void format(Path fresh, Map<String, String> config) throws IOException {
        Map<String, String> forFormat = new LinkedHashMap<>(config);
        forFormat.put("log.dirs", fresh.toString());
        Properties properties = new Properties();
        properties.putAll(forFormat);
        Path file = Files.createTempFile(path, "format", ".properties");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(said, false, StandardCharsets.UTF_8)) {
            try (var writer = Files.newBufferedWriter(file)) {
                properties.store(writer, null);
            }
            String clusterId = Uuid.randomUuid().toString();
            int exit = StorageTool.execute(
                    new String[] {"format", "--config", file.toString(), "--cluster-id", clusterId}, out);
            if (exit != 0) {
                throw new DemarcheException("cannot format broker data directory " + path + ": "
                        + oneLine(said.toString(StandardCharsets.UTF_8)));
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path entry : (Iterable<Path>) tree.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(entry);
            }
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : " " + e.getMessage());
    }

    static String oneLine(@Nullable String text) {
        return text == null ? "no reason given" : text.strip().replaceAll("\\s+", " ");
    }
}
