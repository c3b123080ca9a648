package io.demarche.bench;

import io.demarche.schemas.DemarcheException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A {@link MeasuredInstance} seen from outside: what it says, what memory it has, and a way to kill it. */
final class InstanceProcess implements AutoCloseable {
    private static final long BETWEEN_LOOKS_NS = 20_000_000;

    private final Process process;
    private final long started = System.nanoTime();
    private volatile @Nullable Said said;
    private volatile int spoken;
    private volatile Pause longest = Pause.NONE;

    private InstanceProcess(Process process) {
        this.process = process;
        Thread reader = new Thread(this::listen, "instance-" + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * What an instance says of itself.
     *
     * @param unsettled pairs that are to be assessed
     * @param settled whether there has been none for long enough to be committed
     * @param fenced transactions that were fenced
     * @param outages threads that were replaced
     */
    record Said(String state, long unsettled, boolean settled, long fenced, long outages) {
        boolean isRunning() {
            return state.equals("RUNNING");
        }
    }

    /**
     * A time for which a thread did nothing but one piece of work.
     *
     * @param metric Kafka's name of what was measured
     */
    record Pause(double ms, String metric) {
        static final Pause NONE = new Pause(0, "none");

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%,.0f ms (%s)", ms, metric);
        }
    }

    /** Starts an instance; its standard error is ours. */
    static InstanceProcess start(List<String> javaOptions, Map<String, String> settings) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(javaOptions);
        command.addAll(List.of(
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                System.getProperty("java.class.path"),
                MeasuredInstance.class.getName()));
        settings.forEach((name, value) -> command.add(name + "=" + value));
        try {
            return new InstanceProcess(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ");
                if (words.length == 7) {
                    Pause pause = new Pause(Double.parseDouble(words[5]), words[6]);
                    longest = pause.ms() > longest.ms() ? pause : longest;
                    said = new Said(
                            words[0],
                            Long.parseLong(words[1]),
                            Boolean.parseBoolean(words[2]),
                            Long.parseLong(words[3]),
                            Long.parseLong(words[4]));
                    spoken++;
                }
            }
        } catch (IOException e) {
            // it was killed
        }
    }

    /** What it said last; empty words before the first. */
    Said said() {
        Said last = said;
        return last == null ? new Said("NONE", 0, false, 0, 0) : last;
    }

    /** Waits until it says what is wanted, in words that it began after this was called. */
    void await(String what, Duration atMost, Predicate<Said> wanted) {
        long until = System.nanoTime() + atMost.toNanos();
        int news = spoken + 2;
        while (spoken < news || !wanted.test(said())) {
            if (!process.isAlive()) {
                throw new DemarcheException("an instance ended before it was " + what + ": " + said());
            }
            if (System.nanoTime() > until) {
                throw new DemarcheException(
                        "an instance is not " + what + " after " + atMost.toSeconds() + " s: " + said());
            }
            LockSupport.parkNanos(BETWEEN_LOOKS_NS);
        }
    }

    /** Seconds since it was started. */
    double seconds() {
        return (System.nanoTime() - started) / 1e9;
    }

    /** The longest pause of a thread since this was last asked. */
    Pause longestPause() {
        Pause last = longest;
        longest = Pause.NONE;
        return last;
    }

    /** The memory that was resident at its highest, in MiB, as Linux counts it. */
    long peakMiB() {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                            .filter(line -> line.startsWith("VmHWM:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    / 1024;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as an operator does: its state is flushed, and its place is noted. */
    void stop() {
        try (OutputStream input = process.getOutputStream()) {
            input.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process.onExit().join();
    }

    /** SIGKILL: no hook runs, nothing is flushed. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
