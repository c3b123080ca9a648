package io.demarche.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command on the class path that the image has, with what it printed. */
final class ImageProcess implements AutoCloseable {
    static final Path LIB = Path.of("target", "lib");

    private static final long LONGEST_MINUTES = 2;

    private final Process process;
    private final Path output;

    private ImageProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static ImageProcess start(Path directory, String... args) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-Dfile.encoding=UTF-8",
                "-cp",
                LIB.toAbsolutePath().resolve("*").toString(),
                "io.demarche.cli.Main"));
        command.addAll(List.of(args));
        try {
            Path output = Files.createTempFile(directory, args[0], ".log");
            return new ImageProcess(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start(),
                    output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the end; the exit code. */
    int end() throws InterruptedException {
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            throw new AssertionError("still running after " + LONGEST_MINUTES + " minutes; it printed:\n" + printed());
        }
        return process.exitValue();
    }

    String printed() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
