package io.demarche.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The docker command, run in the top directory of the project. */
final class DockerCommand {
    /** The top directory of the project. */
    static final Path TOP = Path.of("").toAbsolutePath().getParent();

    /** What hangs ends the build; a busy machine does not: what is awaited is said by conditions, not by this. */
    private static final long MINUTES = 15;

    private final Map<String, String> environment;

    /**
     * @param environment variables in addition to those of this process
     */
    DockerCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    /** What a command printed. */
    record Result(int exitCode, String output) {}

    /** Whether an engine answers that has Compose. */
    static boolean isThere() {
        DockerCommand docker = new DockerCommand(Map.of());
        return docker.has("info") && docker.has("compose", "version");
    }

    /** Whether the command is there and succeeds. */
    boolean has(String... args) {
        try {
            return run(args).exitCode() == 0;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    /** Runs {@code docker ARGS…} to its end. */
    Result run(String... args) {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(args));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(TOP.toFile());
            builder.environment().putAll(environment);
            Path output = Files.createTempFile("docker", ".txt");
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " takes longer than " + MINUTES + " minutes");
            }
            String printed = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
            Files.delete(output);
            return new Result(process.exitValue(), printed);
        } catch (IOException e) {
            throw new IllegalStateException("cannot run docker: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Runs a command that must succeed, and gives what it printed. */
    String must(String... args) {
        Result result = run(args);
        if (result.exitCode() != 0) {
            throw new IllegalStateException("docker " + String.join(" ", args) + ": " + result.output());
        }
        return result.output();
    }
}
