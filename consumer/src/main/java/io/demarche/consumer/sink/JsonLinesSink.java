package io.demarche.consumer.sink;

import io.demarche.avro.EscalationAlert;
import io.demarche.schemas.DemarcheException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file with one alert a line, each revision of an alert once.
 *
 * <p>At the start it reads what the file holds and keeps the newest revision of each of the last million alerts in mind
 * (some 150 bytes each); what is not newer is left out, so that a restart or a replay repeats nothing. A last line that a kill cut short
 * is cut off: it was never flushed, so its alert comes again. A file that holds anything but alerts is refused and left as
 * it is. While the sink is open, no other process may write to the file.
 */
public final class JsonLinesSink implements AlertSink {
    private static final Logger LOG = LoggerFactory.getLogger(JsonLinesSink.class);
    private static final int REMEMBERED = 1_000_000;

    private final Path path;
    private final FileChannel file;
    private final AlertFormat format;
    private final NewestRevisions written = new NewestRevisions(REMEMBERED);
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private long safe;

    private JsonLinesSink(Path path, FileChannel file, AlertFormat format) {
        this.path = path;
        this.file = file;
        this.format = format;
    }

    /** Opens the file for the fields of alerts as JSON. */
    public static JsonLinesSink open(Path path) {
        return open(path, AlertFormat.JSON);
    }

    /**
     * Opens the file, which is made where it does not exist.
     *
     * @param format {@code JSON} or {@code CLOUDEVENTS}; a file holds one of them
     * @throws DemarcheException where the directory is missing, the file holds something else, may not be written, or is
     *     in use by another sink
     */
    public static JsonLinesSink open(Path path, AlertFormat format) {
        Path parent = path.toAbsolutePath().getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            throw new DemarcheException(spec(path) + ": the directory " + parent + " does not exist: make it first");
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new DemarcheException(spec(path) + ": is not a file");
        }
        FileChannel file = null;
        try {
            file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            lock(path, file);
            JsonLinesSink sink = new JsonLinesSink(path, file, format);
            sink.recover();
            return sink;
        } catch (IOException e) {
            closeQuietly(file);
            throw new DemarcheException(spec(path) + ": cannot be opened for writing (" + reason(e) + ")", e);
        } catch (RuntimeException e) {
            closeQuietly(file);
            throw e;
        }
    }

    @Override
    public void write(List<EscalationAlert> alerts) {
        for (EscalationAlert alert : alerts) {
            if (written.advance(alert)) {
                pending.writeBytes((format.line(alert) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @Override
    public void flush() {
        if (pending.size() == 0) {
            return;
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(pending.toByteArray());
            long at = safe;
            while (bytes.hasRemaining()) {
                at += file.write(bytes, at);
            }
            file.force(false);
            safe = at;
            pending.reset();
        } catch (IOException e) {
            throw new DemarcheException(spec(path) + ": cannot be written (" + reason(e) + ")", e);
        }
    }

    @Override
    public void close() {
        try {
            flush();
        } finally {
            closeQuietly(file);
        }
    }

    private void recover() throws IOException {
        AlertFile.Content content = new AlertFile(spec(path), format, written).read(file);
        safe = content.end();
        if (content.lacksLineEnd()) {
            pending.write('\n');
            flush();
        } else if (file.size() > safe) {
            LOG.warn("Cut off a torn last line file={} bytes={}", path, file.size() - safe);
            file.truncate(safe);
        }
    }

    private static void lock(Path path, FileChannel file) throws IOException {
        try {
            FileLock lock = file.tryLock();
            if (lock != null) {
                return; // held until the channel is closed
            }
        } catch (OverlappingFileLockException e) {
            throw inUse(path, e);
        }
        throw inUse(path, null);
    }

    private static DemarcheException inUse(Path path, @Nullable Exception cause) {
        return new DemarcheException(spec(path) + ": is being written by another sink: give each its own file", cause);
    }

    private static void closeQuietly(@Nullable FileChannel file) {
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                LOG.debug("Could not close a file; all that was flushed is safe", e);
            }
        }
    }

    private static String spec(Path path) {
        return "sink jsonl:" + path;
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
